# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
"""The units of a node and its NixOS module say the same of every link: units parsed, modules evaluated by real Nix."""

import sys
from pathlib import Path

from consumers import MODULES, UNITS, Failures, Nix, nodes, samples, unit_folder
from units import parse_unit

# Sections of the units and the attribute in which a NixOS module says them.
SECTIONS = {"Match": "matchConfig", "Link": "linkConfig", "Network": "networkConfig", "DHCPv4": "dhcpV4Config",
            "DHCPv6": "dhcpV6Config", "IPv6AcceptRA": "ipv6AcceptRAConfig", "NetDev": "netdevConfig",
            "VLAN": "vlanConfig", "Bond": "bondConfig"}
# Settings of [Network] that NixOS takes as lists of their own.
LISTS = {"Address": "address", "Gateway": "gateway", "DNS": "dns", "Domains": "domains", "VLAN": "vlan"}


def text(value):
    """A value of a module as nixpkgs writes it into the unit."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def from_unit(content):
    said, lists, routes = {}, {}, []
    for section, settings in parse_unit(content):
        if section == "Route":
            routes.append(dict(settings))
            continue
        for key, value in settings:
            if section == "Network" and key in LISTS:
                lists.setdefault(LISTS[key], []).append(value)
            elif key in said.setdefault(SECTIONS[section], {}):
                raise ValueError(f"{key} twice")
            else:
                said[SECTIONS[section]][key] = value
    return said, lists, routes


def from_module(unit):
    unit = dict(unit)
    routes = unit.pop("routes", [])
    lists = {key: unit.pop(key) for key in LISTS.values() if key in unit}
    routes = [{key: text(value) for key, value in route.items()} for route in routes]
    said = {section: {key: text(value) for key, value in settings.items()} for section, settings in unit.items()}
    return said, lists, routes


def main():
    nix = Nix()
    folder, index = samples("--random", sys.argv[1], "--wild", "--under", MODULES, "--under", UNITS)
    failures = Failures()
    links = 0
    with folder as root:
        places = list(nodes(index))
        modules = nix.values([Path(root) / project["folder"] / MODULES / cluster["profile"] / f"{node['name']}.nix"
                              for project, cluster, node in places])
        for (project, cluster, node), module in zip(places, modules):
            where = f"{project['folder']}/{cluster['profile']}/{node['name']}"
            network = module["systemd"]["network"]
            theirs = {}
            for ending, attribute in (("netdev", "netdevs"), ("network", "networks")):
                for name, unit in network.get(attribute, {}).items():
                    theirs[f"{name}.{ending}"] = from_module(unit)
            ours = {path.name: from_unit(path.read_text()) for path in unit_folder(root, project, cluster, node).iterdir()}
            failures.check(ours.keys() == theirs.keys(), f"{where}: units {sorted(ours)} but module {sorted(theirs)}")
            for name in ours.keys() & theirs.keys():
                failures.check(ours[name] == theirs[name], f"{where}/{name}: {ours[name]} but in the module {theirs[name]}")
            matched = sorted(said["netdevConfig"]["Name"] for said, _, _ in ours.values() if "netdevConfig" in said)
            planned = sorted(link["name"] for link in node["links"] if link["kind"] != "physical")
            failures.check(matched == planned, f"{where}: makes {matched}, planned {planned}")
            networks = sum(name.endswith(".network") for name in ours)
            failures.check(networks == len(node["links"]), f"{where}: {networks} networks for {len(node['links'])} links")
            links += len(node["links"])
        failures.exit(f"{len(places)} nodes, {links} links are the same in both backends")


if __name__ == "__main__":
    main()
