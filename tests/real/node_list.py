# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
"""The list of nodes that the apps of an exported repository go by: its form, where machines are reached, and who answers
for the cluster."""

import os
import subprocess
import tempfile
from pathlib import Path

from apps import REPOSITORY, node
from consumers import Failures, Nix, need


def check_form(nix, failures):
    """What the tests of the apps give them has the form of what the flake gives."""
    with tempfile.TemporaryDirectory(prefix="n3x-nodes-") as folder:
        for words in (["new", "lab"], ["export", "lab"]):
            subprocess.run([os.environ["N3X_PROGRAM"], *words], cwd=folder, check=True, stdout=subprocess.DEVNULL, env=nix.environment)
        root = Path(folder) / "lab"
        listed = nix.value(f"import {root}/backends/nixos/node-list.nix {{ project = import {root}/lib/load-project.nix; }}")
    ours = node("x", "agent")
    for one in listed:
        failures.check(set(one) == set(ours), f"the flake says of a node {sorted(one)}, this test {sorted(ours)}")
        wrong = [key for key, value in one.items() if ours[key] is not None and value is not None and type(value) is not type(ours[key])]
        failures.check(not wrong, f"other types than here: {wrong}")
    hosts = {one["name"]: one["host"] for one in listed if one["isDeployed"]}
    failures.check(hosts["server-1"] == "192.168.200.1", f"machines are reached at {hosts}")
    failures.check([one["name"] for one in listed if one["isDeployed"] and one["isInitServer"]] == ["server-1"], "who founds the cluster")


def check_never_exported(nix, failures):
    """The profile to deploy has errors from the first: nothing is deployed, and the list still says what should be."""
    with tempfile.TemporaryDirectory(prefix="n3x-nodes-") as folder:
        root = Path(folder) / "lab"
        subprocess.run([os.environ["N3X_PROGRAM"], "new", "lab"], cwd=folder, check=True, stdout=subprocess.DEVNULL, env=nix.environment)
        profile = root / "profiles/vlans.yaml"
        profile.write_text(profile.read_text().replace("vlan: 100", "vlan: 200"))
        subprocess.run([os.environ["N3X_PROGRAM"], "export", "lab"], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=nix.environment)
        found = nix.value(f"let project = import {root}/lib/load-project.nix; in {{ inherit (project) deploy wanted held; }}")
    failures.check(found == {"deploy": None, "wanted": "vlans", "held": ["vlans"]}, f"never exported: {found}")


def check_apis(nix, failures):
    """Who answers for the cluster while a server is installed: the shared address, and the other servers."""
    def server(address):
        return (f'{{ role = "server"; target = "box"; backend = "nixos"; k3s = {{ }}; links = [ '
                f'{{ name = "a"; network = "office"; addresses = [ "10.9.9.9/24" ]; }} {{ name = "b"; network = "k3s"; addresses = [ "{address}" ]; }} ]; }}')

    for said, wanted in (("", ["fd00::2"]), ('apiAddress = "10.0.1.250";', ["10.0.1.250", "fd00::2"])):
        found = nix.value(f"""(builtins.head (import {REPOSITORY}/backends/nixos/node-list.nix {{ project = {{
            deploy = "p"; hardware.box = {{ backends = [ "nixos" ]; system = "s"; emulated = false; nixos.image = [ ]; }};
            profiles.p = {{
              k3s = {{ network = "k3s"; initServer = "n"; servers = [ "n" "other" ]; flannelInterface = "k3s"; {said} }};
              networks = [ {{ name = "k3s"; carries = [ "k3s" ]; }} ];
              nodes = {{ n = {server("10.0.1.1/24")}; other = {server("fd00::2/64")}; }};
            }}; }}; }})).apis""")
        failures.check(found == wanted, f"{said}: the API answers at {found}")


def check_hosts(nix, failures):
    """SSH is open on the links for management alone, so machines are reached there; without any, by that of K3s."""
    def link(network, **more):
        lists = "".join(f'{key} = [ "{one}" ]; ' for key, one in more.items())
        return f'{{ name = "{network}"; network = "{network}"; {lists}}}'

    k3s, office = link("k3s", addresses="10.0.1.7/24"), link("office", addresses="10.0.4.7/24")
    for links, wanted in ((f"{k3s} {office}", "10.0.4.7"), (k3s, "10.0.1.7"), (link("k3s", reservations="10.0.1.8/24"), "10.0.1.8"),
                          (f"{k3s} {link('office')}", "n.lab.example"), (link("k3s"), "n.lab.example")):
        found = nix.value(f"""(builtins.head (import {REPOSITORY}/backends/nixos/node-list.nix {{ project = {{
            deploy = "p"; hardware.box = {{ backends = [ "nixos" ]; system = "s"; emulated = false; nixos.image = [ ]; }};
            profiles.p = {{
              domain = "lab.example"; k3s = {{ network = "k3s"; initServer = "n"; servers = [ "n" ]; flannelInterface = "k3s"; }};
              networks = [ {{ name = "k3s"; carries = [ "k3s" ]; }} {{ name = "office"; carries = [ "management" ]; }} ];
              nodes.n = {{ role = "server"; target = "box"; backend = "nixos"; k3s = {{ }}; links = [ {links} ]; }};
            }}; }}; }})).host""")
        failures.check(found == wanted, f"with the links {links} it is reached at {found}")


def main():
    need("nix-instantiate")
    failures = Failures()
    nix = Nix()
    for check in (check_form, check_never_exported, check_apis, check_hosts):
        check(nix, failures)
    failures.exit("the list of nodes")


if __name__ == "__main__":
    main()
