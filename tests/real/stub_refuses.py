# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
"""The stand-in for nixpkgs refuses what nixpkgs does: a name beside each of its options, and values of other types."""

import os
from pathlib import Path

from consumers import Failures, Nix

REAL = Path(os.environ["N3X_SOURCE_DIR"]) / "tests/real"
RAW = {"boot.kernelPackages", "nixpkgs.pkgs"}  # anything at all
# What takes a number with a fraction alone, in a list, and under a name that nobody knows.
TAKEN = {
    "fraction": RAW,
    "inList": RAW | {"nix.buildMachines", "nixpkgs.overlays", "systemd.mounts", "virtualisation.emptyDiskImages"},
    "inSet": RAW | {"disko.tests.extraConfig", "hardware.nvidia-jetpack.flashScriptOverrides", "image.modules", "nix.registry", "nixpkgs.config",
                    "services.k3s.extraKubeProxyConfig", "services.k3s.extraKubeletConfig", "system.activationScripts",
                    "system.build", "virtualisation.vmVariant", "virtualisation.vmVariantWithBootLoader"},
    "beside": set(),
}


def main():
    failures = Failures()
    found = Nix().value(f"import {REAL}/nix/stub_refuses.nix {{ stub = {REAL}/nix/stub; }}")
    for kind, wanted in TAKEN.items():
        failures.check(set(found[kind]) == wanted, f"{kind}: {sorted(set(found[kind]) ^ wanted)} differ from what is known to be open")
    failures.check(found["count"] > 200, f"only {found['count']} options")
    failures.exit(f"{found['count']} options")


if __name__ == "__main__":
    main()
