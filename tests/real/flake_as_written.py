# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
"""The commands of an engineer, word for word, in a folder of its own and in one below a git repository: new, export,
check; one VLAN changed by hand; a node added in the profile. And flake.lock, as it comes: nothing is left to fetch for
it but jetpack-nixos."""

import json
import shutil
import subprocess

from consumers import Failures
from flakes import Flakes

PINS = {
    "nixpkgs": ("NixOS/nixpkgs", "25f538306313eae3927264466c70d7001dcea1df", "sha256-ZsIrKmhp4vbBXoXXmR/tBXA/UCsAQiJL9vsgZEduhVY=", 1779796641),
    "disko": ("nix-community/disko", "4707eec8d1d2db5182ea06ed48c820a86a42dc13", "sha256-GnqdqhrguKNN3HtVfl6z+zbV9R9jhHFm3Z8nu7R6ml0=", 1771469470),
    "sops-nix": ("Mic92/sops-nix", "d8be5ea4cd3bc363492ab5bc6e874ccdc5465fe4", "sha256-YHykQg0h9hrlZGpMcywnaFzQ1Kn/5YNCCOSaaAl6z7Q=", 1772401007),
    "nixos-hardware": ("NixOS/nixos-hardware", "740a22363033e9f1bb6270fbfb5a9574067af15b", "sha256-yRKJ7gpVmXbX2ZcA8nFi6CMPkJXZGjie2unsiMzj3Ig=", 1771423359),
    "nixos-anywhere": ("numtide/nixos-anywhere", "bad98b0685cf47eaeadcaf6787da8b51cf025693", "sha256-61zO8zsFE8C104hCTv04z6a4H8U03OEMrRAXtGsszkE=", 1763045507),
}
FOLLOW = ("disko", "sops-nix", "nixos-anywhere")
NODE = """  agent-9:
    role: agent
    target: qemu-amd64
    addresses: { cluster: 192.168.200.77, storage: 192.168.100.77 }
"""


class Shell:
    def __init__(self, flakes, folder):
        self.flakes = flakes
        self.folder = folder
        self.tools = flakes.root / "bin"
        self.tools.mkdir(exist_ok=True)
        program = self.tools / "n3x"
        if not program.exists():
            program.symlink_to(flakes.environment["N3X_PROGRAM"])
        self.stand_ins = " ".join(flakes.overrides)

    def run(self, text):
        environment = {**self.flakes.environment, "PATH": f"{self.tools}:{self.flakes.environment['PATH']}"}
        return subprocess.run(["bash", "-c", text], cwd=self.folder, env=environment, capture_output=True, text=True)


def check_story(failures, flakes, where, folder):
    shell = Shell(flakes, folder)
    check = f"nix flake check --no-build {shell.stand_ins}"
    first = shell.run(f"n3x new lab && n3x export lab && cd lab && {check}")
    if not failures.check(first.returncode == 0, f"{where}: {first.stderr[-2000:]}"):
        return
    data = folder / "lab/lib/network/profiles/vlans.nix"
    text = data.read_text()
    data.write_text(text.replace("vlanId = 100", "vlanId = 150"))
    changed = shell.run(f"cd lab && {check}")
    failures.check(changed.returncode != 0 and "check drift" in changed.stderr and "lib/network/profiles/vlans.nix is not what was exported" in changed.stderr,
                   f"{where}: a VLAN by hand: {changed.stderr[-2000:]}")
    data.write_text(text)

    profile = folder / "lab/profiles/vlans.yaml"
    profile.write_text(profile.read_text().rstrip("\n") + "\n" + NODE)
    more = shell.run(f"n3x export lab && cd lab && {check} && nix flake show --json --all-systems {shell.stand_ins}")
    failures.check(more.returncode == 0, f"{where}: a node more: {more.stderr[-2000:]}")
    shown = json.loads(more.stdout[more.stdout.index("{"):])
    for found, family in (("agent-9", shown["nixosConfigurations"]), ("image-agent-9-qemu-efi", shown["packages"]["x86_64-linux"]),
                          ("eval-agent-9", shown["checks"]["x86_64-linux"])):
        failures.check(found in family, f"{where}: nix flake show has no {found}")


def check_lock(failures, flakes, folder):
    lock = json.loads((folder / "flake.lock").read_text())
    failures.check(lock["version"] == 7 and "jetpack-nixos" not in lock["nodes"], f"flake.lock: {sorted(lock['nodes'])}")
    for name, (repository, revision, digest, modified) in PINS.items():
        node = lock["nodes"][name]
        locked = node["locked"]
        failures.check((f"{locked['owner']}/{locked['repo']}", locked["rev"], locked["narHash"], locked["lastModified"]) ==
                       (repository, revision, digest, modified), f"{name} is locked as {locked}")
        failures.check((node.get("inputs", {}).get("nixpkgs") == ["nixpkgs"]) == (name in FOLLOW), f"{name}: {node.get('inputs')}")
    # Nix itself, offline, finds nothing to add or change but that one input.
    flake = (folder / "flake.nix").read_text()
    start, end = flake.index("    # Not in flake.lock"), flake.index("  };\n\n  outputs")
    copy = flakes.root / "locked"
    copy.mkdir()
    (copy / "flake.nix").write_text(flake[:start] + flake[end:])
    shutil.copy(folder / "flake.lock", copy)
    run = subprocess.run(["nix", "flake", "lock", f"path:{copy}"], env=flakes.environment, capture_output=True, text=True)
    same = (copy / "flake.lock").read_text() == (folder / "flake.lock").read_text()
    failures.check(run.returncode == 0 and same, f"flake.lock is not whole: {run.stderr[-1000:]}")


def check_formatter(failures, flakes, folder):
    settings = flakes.value(folder, "formatter.x86_64-linux.settings")
    excluded = json.loads(settings)["excludes"]
    for file in ("backends/nixos/nodes/vlans/agent-1.nix", "lib/network/profiles/vlans.nix", "flake.nix"):
        failures.check(file in excluded, f"nix fmt lays out {file}")
    failures.check(all(not file.startswith("backends/nixos/own/") for file in excluded), "nix fmt leaves out what people write")


def main():
    failures = Failures()
    with Flakes() as flakes:
        for where in ("a folder", "below git"):
            folder = flakes.root / where
            folder.mkdir()
            if where == "below git":
                flakes.git(folder, "init")
            check_story(failures, flakes, where, folder)
        lab = flakes.copy(flakes.root / "a folder/lab", "lab")
        check_lock(failures, flakes, lab)
        check_formatter(failures, flakes, lab)
    failures.exit("as written")


if __name__ == "__main__":
    main()
