# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
"""Real Nix parses every exported Nix file of the built-in profiles and of random ones, and evaluates in full those that
hold data and modules; the functions among the others have tests of their own."""

import sys
from pathlib import Path

from consumers import MODULES, PROFILE_DATA, Failures, Nix, clusters, nodes, samples


def main():
    nix = Nix()
    folder, index = samples("--random", sys.argv[1], "--under", "lib/", "--under", "backends/nixos/")
    failures = Failures()
    with folder as root:
        files = sorted(Path(root).rglob("*.nix"))
        parsed = nix.run("--parse", *files)
        failures.check(parsed.returncode == 0, f"nix-instantiate --parse: {parsed.stderr}")
        failures.check(not parsed.stderr, f"nix-instantiate --parse says: {parsed.stderr}")
        whole = [file for file in files if any(part in str(file) for part in (PROFILE_DATA, MODULES))]
        values = dict(zip(whole, nix.values(whole)))

        for project, cluster, node in nodes(index):
            module = values[Path(root) / project["folder"] / "backends/nixos/nodes" / cluster["profile"] / f"{node['name']}.nix"]
            where = f"{project['folder']}/{cluster['profile']}/{node['name']}"
            failures.check(module["networking"]["hostName"] == node["name"], f"{where}: host name")
            failures.check(module["services"]["k3s"]["role"] == node["role"], f"{where}: role")
            kinds = {link["kind"] for link in node["links"]}
            wanted = [name for kind, name in (("bond", "bonding"), ("vlan", "8021q")) if kind in kinds]
            failures.check(module["boot"]["kernelModules"] == wanted, f"{where}: kernel modules")
            for link, ports in module["networking"]["firewall"].get("interfaces", {}).items():
                failures.check(any(link == one["name"] for one in node["links"]), f"{where}: firewall of {link}")
                for kind, numbers in ports.items():
                    failures.check(numbers == sorted(set(numbers)), f"{where}: {link} {kind} {numbers}")
        # lib/ as it is exported: every function is there, and every profile.
        roots = [(project, Path(root) / project["folder"]) for project in index["projects"]]
        libraries = nix.value("map (root: let lib = import (root + \"/lib\"); in builtins.mapAttrs (_: one: "
                              "if builtins.isAttrs one then builtins.attrNames one else [ ]) lib) [ "
                              + " ".join(str(path) for _, path in roots) + " ]")
        for (project, _), library in zip(roots, libraries):
            profiles = sorted(cluster["profile"] for cluster in project["clusters"])
            failures.check(library["profiles"] == profiles, f"{project['folder']}: lib has {library['profiles']}")
            functions = {*library["network"], *library["k3s"], *library}
            failures.check({"mkNixOSConfig", "mkSystemdNetworkdFiles", "generateProfileFiles", "generateAllNodeFiles",
                            "mkExtraFlags", "mkNodeModule", "nearest"} <= functions, f"{project['folder']}: {functions}")
        for project, cluster in clusters(index):
            data = values[Path(root) / project["folder"] / "lib/network/profiles" / f"{cluster['profile']}.nix"]
            where = f"{project['folder']}/{cluster['profile']}"
            names = {node["name"] for node in cluster["nodes"]}
            failures.check(data["nodes"].keys() == names, f"{where}: nodes of the profile data")
            failures.check(data["ipAddresses"].keys() == names, f"{where}: addresses of the profile data")
            for node in cluster["nodes"]:
                links = data["nodes"][node["name"]]["links"]
                ours = [(link["name"], link.get("addresses", []), link.get("mtu", 0)) for link in links]
                plan = [(link["name"], link["addresses"], link["mtu"]) for link in node["links"]]
                failures.check(ours == plan, f"{where}/{node['name']}: links {ours}, not {plan}")
        failures.exit(f"{len(files)} files parsed, {len(whole)} evaluated")


if __name__ == "__main__":
    main()
