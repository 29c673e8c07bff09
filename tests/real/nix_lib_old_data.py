# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
"""The repository's functions on old data, which knows the attributes of the n3x network schema only: they give what the
n3x library gave, and not what it got wrong."""

import json
import os
from pathlib import Path

from consumers import Failures, Nix
from units import parse_unit

SOURCE = Path(os.environ["N3X_SOURCE_DIR"])
LIB = SOURCE / "resources/repo/lib"

# What the n3x library is given for the shapes of its profiles: `nodes` and the other arguments of its functions.
VLANS = {"cluster": "bond0.200", "storage": "bond0.100", "trunk": "bond0", "bondMembers": ["eth1", "eth2"]}
IDS = {"cluster": 200, "storage": 100}
BOTH = {"cluster": "10.0.0.1", "storage": "10.1.0.1"}
BOND = {"mode": "active-backup", "primary": "eth2", "miimon": 50}
DHCP = {"mac": "52:54:00:01:01:00", "ip": "192.168.1.254", "subnet": "192.168.1.0/24", "rangeStart": "192.168.1.100",
        "rangeEnd": "192.168.1.200", "gateway": None, "leaseTime": "12h"}
RESERVED = {"a": {"mac": "52:54:00:01:01:01", "ip": "192.168.1.1"}}

QUIET = {"DHCP": ["no"], "IPv6AcceptRA": ["no"], "LinkLocalAddressing": ["no"]}
ONLINE, OFFLINE = {"RequiredForOnline": ["yes"]}, {"RequiredForOnline": ["no"]}


def network(name, online=None, **settings):
    unit = {"Match": {"Name": [name]}, "Network": {**QUIET, **{key: list(value) for key, value in settings.items()}}}
    return unit if online is None else unit | {"Link": online}


def vlan(name, number):
    return {"NetDev": {"Name": [name], "Kind": ["vlan"]}, "VLAN": {"Id": [str(number)]}}


def bond(**settings):
    defaults = {"Mode": "active-backup", "MIIMonitorSec": "100ms", "UpDelaySec": "200ms", "DownDelaySec": "200ms"}
    return {"NetDev": {"Name": ["bond0"], "Kind": ["bond"]},
            "Bond": {key: [value] for key, value in (defaults | settings).items() if value}}


def members(primary):
    return {f"10-{name}.network": network(name, OFFLINE, Bond=["bond0"], **({"PrimarySlave": ["yes"]} if name == primary else {}))
            for name in ("eth1", "eth2")}


CASES = {
    "a bond under VLANs, as its profile says": (
        {"nodes": {"a": BOTH}, "interfaces": VLANS, "vlanIds": IDS, "bondConfig": BOND},
        {"10-bond0.netdev": bond(MIIMonitorSec="50ms", PrimaryReselectPolicy="always"), **members("eth2"),
         "15-bond0.network": network("bond0", OFFLINE, VLAN=["bond0.200", "bond0.100"]),
         "20-vlan-cluster.netdev": vlan("bond0.200", 200), "20-vlan-storage.netdev": vlan("bond0.100", 100),
         "20-vlan-cluster.network": network("bond0.200", ONLINE, Address=["10.0.0.1/24"]),
         "20-vlan-storage.network": network("bond0.100", OFFLINE, Address=["10.1.0.1/24"])}),
    "the defaults of a bond under VLANs": (
        {"nodes": {"a": {"cluster": "10.0.0.1"}}, "interfaces": {}, "vlanIds": {"storage": 100}, "bondConfig": {}},
        {"10-bond0.netdev": bond(PrimaryReselectPolicy="always"), **members("eth1"),
         "15-bond0.network": network("bond0", OFFLINE, VLAN=["bond0.200"]),
         "20-vlan-cluster.netdev": vlan("bond0.200", 200),
         "20-vlan-cluster.network": network("bond0.200", ONLINE, Address=["10.0.0.1/24"])}),
    "LACP with its options, only where the mode has them": (
        {"nodes": {"a": {"cluster": "10.0.0.1"}}, "interfaces": {"cluster": "bond0"},
         "bondConfig": {"mode": "802.3ad", "primary": "eth1", "lacpRate": "fast", "hashPolicy": "layer3+4", "upDelay": 300}},
        {"10-bond0.netdev": bond(Mode="802.3ad", UpDelaySec="300ms", LACPTransmitRate="fast", TransmitHashPolicy="layer3+4"),
         **members(None), "20-bond0.network": network("bond0", ONLINE, Address=["10.0.0.1/24"])}),
    "a bond without VLANs": (
        {"nodes": {"a": {"cluster": "10.0.0.1"}}, "interfaces": {"cluster": "bond0", "bondMembers": ["eth1", "eth2"]},
         "bondConfig": {"mode": "balance-rr"}},
        {"10-bond0.netdev": bond(Mode="balance-rr"), **members(None),
         "20-bond0.network": network("bond0", ONLINE, Address=["10.0.0.1/24"])}),
    "a bond that watches no link has no delays": (
        {"nodes": {"a": {"cluster": "10.0.0.1"}}, "interfaces": {"cluster": "bond0"},
         "bondConfig": {"mode": "balance-rr", "miimon": 0, "upDelay": 300}},
        {"10-bond0.netdev": bond(Mode="balance-rr", MIIMonitorSec="0ms", UpDelaySec=None, DownDelaySec=None), **members(None),
         "20-bond0.network": network("bond0", ONLINE, Address=["10.0.0.1/24"])}),
    "DHCP from the cluster's own server": (
        {"nodes": {"a": {"cluster": "192.168.1.1"}}, "interfaces": {"cluster": "eth1"}, "mode": "dhcp", "dhcpServer": DHCP,
         "reservations": RESERVED},
        {"20-eth1.network": network("eth1", DHCP=["ipv4"]) | {
            "DHCPv4": {"ClientIdentifier": ["mac"], "UseDNS": ["no"], "UseRoutes": ["no"]}}}),
    "DHCP on a bond, which asks by the reserved address": (
        {"nodes": {"a": {"cluster": "192.168.1.1"}}, "interfaces": {"cluster": "bond0"}, "bondConfig": {}, "mode": "dhcp",
         "reservations": RESERVED},
        {"10-bond0.netdev": {**bond(PrimaryReselectPolicy="always"),
                             "NetDev": {"Name": ["bond0"], "Kind": ["bond"], "MACAddress": ["52:54:00:01:01:01"]}},
         **members("eth1"),
         "20-bond0.network": network("bond0", ONLINE, DHCP=["ipv4"]) | {
             "DHCPv4": {"ClientIdentifier": ["mac"], "UseDNS": ["yes"], "UseRoutes": ["yes"]}}}),
    "a storage link whose id stands in its name only": (
        {"nodes": {"a": BOTH}, "interfaces": {"cluster": "eth1.200", "storage": "eth1.100", "trunk": "eth1"},
         "vlanIds": {"cluster": 200}},
        {"15-eth1.network": network("eth1", VLAN=["eth1.200", "eth1.100"]),
         "20-vlan-cluster.netdev": vlan("eth1.200", 200), "20-vlan-storage.netdev": vlan("eth1.100", 100),
         "20-vlan-cluster.network": network("eth1.200", Address=["10.0.0.1/24"]),
         "20-vlan-storage.network": network("eth1.100", Address=["10.1.0.1/24"])}),
    "a storage link without any id is a port": (
        {"nodes": {"a": BOTH}, "interfaces": {"cluster": "eth1.200", "storage": "eth2", "trunk": "eth1"},
         "vlanIds": {"cluster": 200}},
        {"15-eth1.network": network("eth1", VLAN=["eth1.200"]), "20-vlan-cluster.netdev": vlan("eth1.200", 200),
         "20-vlan-cluster.network": network("eth1.200", Address=["10.0.0.1/24"]),
         "20-eth2.network": network("eth2", Address=["10.1.0.1/24"])}),
    "a node without storage has no link for it": (
        {"nodes": {"a": {"cluster": "10.0.0.1"}}, "interfaces": {"cluster": "eth1.200", "storage": "eth1.100", "trunk": "eth1"},
         "vlanIds": IDS},
        {"15-eth1.network": network("eth1", VLAN=["eth1.200"]), "20-vlan-cluster.netdev": vlan("eth1.200", 200),
         "20-vlan-cluster.network": network("eth1.200", Address=["10.0.0.1/24"])}),
    "one network by two names is one": (
        {"nodes": {"a": {"cluster": "10.0.0.1", "backbone": "10.0.0.1"}}, "interfaces": {"cluster": "eth3", "backbone": "eth3"}},
        {"20-eth3.network": network("eth3", Address=["10.0.0.1/24"])}),
}

# What must be refused, and words of the refusal.
REFUSED = {
    'network.mkSystemdNetworkdFiles SIMPLE "sevrer-1"': ['no node "sevrer-1"', 'nearest is "server-1"'],
    'network.mkNixOSConfig SIMPLE "agent-11" { }': ['no node "agent-11"', 'nearest is "agent-1"'],
    'network.generateProfileFiles { nodes.a.storage = "10.0.0.1"; interfaces = { }; } "a"': ['"a" has no address', '"cluster"'],
    'network.generateAllNodeFiles { interfaces = { }; }': ["without nodes"],
    'k3s.mkExtraFlags { profile = SIMPLE; nodeName = "servr-2"; role = "server"; }': ['nearest is "server-2"'],
    'k3s.mkExtraFlags { profile = SIMPLE; nodeName = "agent-1"; role = "agnet"; }': ['role "agnet"', 'nearest is "agent"'],
}


def facts(text):
    found = {}
    for section, settings in parse_unit(text):
        for key, value in settings:
            found.setdefault(section, {}).setdefault(key, []).append(value)
    return found


def printed(value):
    """How systemd spells what a module says."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


ATTRIBUTES = {"netdevConfig": "NetDev", "vlanConfig": "VLAN", "bondConfig": "Bond", "matchConfig": "Match",
              "networkConfig": "Network", "linkConfig": "Link", "dhcpV4Config": "DHCPv4"}


def facts_of_module(module):
    units = {}
    system = module["systemd"]["network"]
    for ending, attribute in (("netdev", "netdevs"), ("network", "networks")):
        for name, unit in system.get(attribute, {}).items():
            found = units[f"{name}.{ending}"] = {
                ATTRIBUTES[key]: {word: [printed(one)] for word, one in value.items()}
                for key, value in unit.items() if key in ATTRIBUTES}
            for key, word in (("address", "Address"), ("vlan", "VLAN")):
                if key in unit:
                    found["Network"][word] = unit[key]
    return units


def main():
    nix = Nix()
    failures = Failures()
    golden = {name: json.loads((SOURCE / f"tests/generators/golden/{name}.json").read_text()) for name in ("simple", "vlans")}
    inputs = Path(nix.folder.name) / "inputs.json"
    inputs.write_text(json.dumps({"golden": {name: one["profile"] for name, one in golden.items()},
                                  "cases": {name: data for name, (data, _) in CASES.items()}}))
    functions = f"""
      lib = {{ }};
      inputs = builtins.fromJSON (builtins.readFile {inputs});
      SIMPLE = inputs.golden.simple;
      network = import {LIB}/network/mk-network-config.nix {{ inherit lib; }};
      k3s = import {LIB}/k3s/mk-k3s-flags.nix {{ inherit lib; }};
    """
    given = nix.value(f"""
      let {functions}
        # As consumers of the n3x library call it.
        called = profile: nodeName: with profile; {{
          units = network.mkSystemdNetworkdFiles {{
            nodes = ipAddresses; inherit interfaces; vlanIds = profile.vlanIds or null;
          }} nodeName;
          module = network.mkNixOSConfig {{
            nodes = ipAddresses; inherit interfaces; vlanIds = profile.vlanIds or null; bondConfig = null;
          }} nodeName {{ config = {{ }}; pkgs = {{ }}; inherit lib; }};
          sameByProfile = network.generateProfileFiles profile nodeName;
          flags = {{
            server = k3s.mkExtraFlags {{ inherit profile nodeName; role = "server"; }};
            agent = k3s.mkExtraFlags {{ inherit profile nodeName; role = "agent"; }};
          }};
        }};
      in {{
        golden = builtins.mapAttrs (_: profile: builtins.mapAttrs (node: _: called profile node) profile.ipAddresses) inputs.golden;
        all = builtins.mapAttrs (_: network.generateAllNodeFiles) inputs.golden;
        cases = builtins.mapAttrs (_: data: {{
          units = network.mkSystemdNetworkdFiles data "a";
          module = network.mkNixOSConfig data "a" {{ }};
        }}) inputs.cases;
      }}""")

    for profile, expected in golden.items():
        for name, node in expected["nodes"].items():
            where = f"{profile}/{name}"
            ours = given["golden"][profile][name]
            units = {file: facts(text) for file, text in ours["units"].items()}
            failures.check(units == node["units"], f"{where}: units {units}, not {node['units']}")
            failures.check(ours["units"] == ours["sameByProfile"] == given["all"][profile][name], f"{where}: the three functions differ")
            failures.check(ours["module"] == node["module"], f"{where}: module {ours['module']}, not {node['module']}")
            flags = ours["flags"][node["role"]]
            failures.check(flags == node["flags"], f"{where}: flags {flags}, not {node['flags']}")
    for name, (_, expected) in CASES.items():
        ours = given["cases"][name]
        units = {file: facts(text) for file, text in ours["units"].items()}
        failures.check(units == expected, f"{name}: units {json.dumps(units)}, not {json.dumps(expected)}")
        module = facts_of_module(ours["module"])
        failures.check(module == expected, f"{name}: module {json.dumps(module)}, not {json.dumps(expected)}")
        wanted = [kind for kind, ending in (("bonding", "10-bond0.netdev"), ("8021q", "20-vlan-cluster.netdev")) if ending in expected]
        failures.check(ours["module"]["boot"]["kernelModules"] == wanted, f"{name}: kernel modules")
    for expression, words in REFUSED.items():
        result = nix.run("--eval", "--strict", "--json", expression=f"let {functions} in {expression}")
        failures.check(result.returncode != 0, f"{expression} gives {result.stdout}")
        for word in words:
            failures.check(word in result.stderr, f"{expression}: {word} is not in {result.stderr}")
    failures.exit(f"{sum(len(one['nodes']) for one in golden.values())} golden nodes, {len(CASES)} shapes, {len(REFUSED)} refusals")


if __name__ == "__main__":
    main()
