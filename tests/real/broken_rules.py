# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
"""Profile data of an exported repository, broken in one way for each rule that Nix can see, and what is said of it.

`r` is flake_refuses.Repository. A case is the name of a check, how it is broken, and what one line must hold."""

import json
import os
import re
import subprocess
from pathlib import Path

SOURCE = Path(os.environ["N3X_SOURCE_DIR"])
CHECKS = SOURCE / "resources/repo/lib/checks"
RACK = "lib/network/profiles/rack.nix"
VLANS = "lib/network/profiles/vlans.nix"
BONDED = "lib/network/profiles/bonding-vlans.nix"
DHCP = "lib/network/profiles/dhcp-simple.nix"
LEASE = "lib/network/profiles/lease.nix"


def codes_of_lib():
    return {code for file in CHECKS.rglob("*.nix") for code in re.findall(r'"(N3X[0-9]{4})"|\((N3X[0-9]{4})\)', file.read_text()) for code in code if code}


def check_choices(failures, nix):
    """The words of which Nix knows that there are no others are those of the studio."""
    def choices(field, schema):
        if not isinstance(schema, dict):
            return
        if "enum" in schema:
            yield field, schema["enum"]
        for name, below in schema.get("properties", {}).items():
            yield from choices(name, below)
        for part in (schema.get("additionalProperties"), schema.get("items"), *schema.get("anyOf", [])):
            yield from choices(field, part)

    studio = {}
    for kind in ("project", "profile", "hardware"):
        shown = subprocess.run([os.environ["N3X_PROGRAM"], "schema", kind], check=True, stdout=subprocess.PIPE).stdout
        studio |= dict(choices("", json.loads(shown)))
    found = nix.value(f"import {CHECKS}/choices.nix")
    failures.check(found == studio, f"choices.nix has {found}, the studio {studio}")


def check_codes(failures):
    """An error of the studio's has a rule in lib/checks, or HACKING.md says that it has none."""
    listed = subprocess.run([os.environ["N3X_PROGRAM"], "explain"], check=True, capture_output=True, text=True).stdout
    errors = set(re.findall(r"(?m)^(N3X[1-6]\d{3})  error", listed))
    said = set(re.findall("N3X[0-9]{4}", (SOURCE / "HACKING.md").read_text()))
    failures.check(said == errors - codes_of_lib(), f"HACKING.md: without a twin are {sorted(errors - codes_of_lib())}, said {sorted(said)}")


def rule(file, code, object_, breaks, *more):
    """A profile's data that breaks a rule: the message names file, object, code and remedy."""
    profile = Path(file).stem
    return (f"rules-{profile}", lambda r: breaks(r.taken_over()),
            [f"{file}: {object_}: ", f"({code})", f"Change profiles/{profile}.yaml and export again", *more])


def differs(file, object_, breaks, *more):
    """The n3x schema beside the plan, and one of them changed by hand."""
    profile = Path(file).stem
    return (f"rules-{profile}", lambda r: breaks(r.taken_over()),
            [f"{file}: {object_}", "It was changed by hand", f"change profiles/{profile}.yaml and export again", *more])


def passes(file, breaks):
    """What nearly breaks a rule and does not."""
    return (f"rules-{Path(file).stem}", lambda r: breaks(r.taken_over()), None)


def of_project(code, old, new, *more):
    return ("project", lambda r: r.taken_over().replace("lib/project.nix", old, new, 0),
            ["lib/project.nix: ", f"({code})", "Change n3x.yaml and export again", *more])


def link(file, node, name, attribute):
    return lambda r: r.in_link(file, node, name, attribute)


def swap(file, old, new, count=1):
    return lambda r: r.replace(file, old, new, count)


def swap_in_node(file, node, old, new):
    return lambda r: r.replace_in_node(file, node, old, new)


def labelled(kind, text):
    return lambda r: r.replace_in_node(VLANS, "agent-1", "    k3s = {\n", f'    k3s = {{\n      {kind} = [ "{text}" ];\n')


def untagged(r):
    for network, vlan in (("cluster", 200), ("storage", 100)):
        r.replace(VLANS, f'name = "{network}";\n      uplink = "trunk";\n      vlanId = {vlan};\n', f'name = "{network}";\n      uplink = "trunk";\n')


def with_api(file, address, *changes):
    """Nodes join at an API address, and something else is not as it was."""
    def breaks(r):
        for old, new in [('initServer = "server-1";', f'initServer = "server-1";\n    apiAddress = "{address}";'), *changes]:
            r.replace(file, old, new)
    return breaks


def bonded_otherwise(r):
    for name in ("bondMembers", "members"):
        r.replace(BONDED, f'    {name} = [ "eth1" "eth2" ];', f'    {name} = [ "eth1" "eth3" ];')


def under_another_name(r):
    """The schema asks for "storage", whatever the network that carries it is called."""
    r.replace(VLANS, 'name = "storage";', 'name = "depot";')
    r.replace(VLANS, 'network = "storage";', 'network = "depot";', 0)
    r.replace(VLANS, 'storage = "192.168.100.1"', 'storage = "192.168.100.9"')


AGREEMENT_OF_SAMPLE = [
    differs(VLANS, "network cluster: interfaces", swap(VLANS, 'cluster = "eth1.200"', 'cluster = "eth1.7"'), "eth1.7", "eth1.200"),
    differs(VLANS, "network storage: interfaces", swap(VLANS, '    storage = "eth1.100";\n', ""), "nothing", "eth1.100"),
    differs(VLANS, "interfaces name stroage", swap(VLANS, 'storage = "eth1.100"', 'stroage = "eth1.100"'), "no network"),
    differs(VLANS, "interfaces.trunk is eth2", swap(VLANS, 'trunk = "eth1"', 'trunk = "eth2"'), "VLANs on eth1"),
    differs(DHCP, "interfaces.trunk is eth1", swap(DHCP, 'cluster = "eth1";', 'cluster = "eth1";\n    trunk = "eth1";'), "no network has a VLAN"),
    differs(VLANS, "vlanIds name stroage", swap(VLANS, "storage = 100;", "storage = 100;\n    stroage = 100;"), "no network"),
    differs(VLANS, "node sevrer-1", swap(VLANS, "ipAddresses.server-1", "ipAddresses.sevrer-1"), "ipAddresses name it"),
    differs(VLANS, "node server-1", swap(VLANS, 'storage = "192.168.100.1"', 'stroage = "192.168.100.1"'), "192.168.100.1 on stroage", "no network"),
    differs(VLANS, "node server-1", under_another_name, "192.168.100.9 on storage", "its link eth1.100 says 192.168.100.1"),
    differs(VLANS, "k3s: serverApi", swap(VLANS, 'serverApi = "https://192.168.200.1:6443"', 'serverApi = "https://192.168.200.2:6443"'), "192.168.200.2", "at 192.168.200.1"),
    differs(VLANS, "k3s: serverApi", swap(VLANS, 'serverApi = "https://192.168.200.1:6443"', 'serverApi = "https://192.168.200.1"'), "at 192.168.200.1"),
    differs(VLANS, "node agent-1", swap_in_node(VLANS, "agent-1", "https://192.168.200.1:6443", "https://192.168.200.2:6443"), "joins at https://192.168.200.2"),
    differs(VLANS, "k3s: clusterCidr", swap(VLANS, 'clusterCidr = "10.42.0.0/16"', 'clusterCidr = "10.44.0.0/16"'), "10.44.0.0/16", "10.42.0.0/16"),
    differs(VLANS, "k3s: serviceCidr", swap(VLANS, 'serviceCidr = "10.43.0.0/16"', 'serviceCidr = "10.44.0.0/16"'), "10.44.0.0/16", "10.43.0.0/16"),
    differs(BONDED, "interfaces.bondMembers", swap(BONDED, 'bondMembers = [ "eth1" "eth2" ]', 'bondMembers = [ "eth1" "eth3" ]'), "eth1, eth3", "eth1, eth2"),
    differs(BONDED, "bondConfig.members", bonded_otherwise, "eth1, eth3", "bond0", "eth1, eth2"),
    differs(BONDED, "bondConfig.mode", swap(BONDED, 'bondConfig = {\n    mode = "active-backup"', 'bondConfig = {\n    mode = "802.3ad"'), "802.3ad", "active-backup"),
    differs(BONDED, "bondConfig.primary", swap(BONDED, '    primary = "eth1";\n    miimon', '    primary = "eth2";\n    miimon'), "eth2", "eth1"),
    differs(BONDED, "bondConfig.miimon", swap(BONDED, "miimon = 100;", "miimon = 50;"), "is 50", "has 100"),
    differs(DHCP, "network cluster: mode", swap(DHCP, '  mode = "dhcp";\n', ""), "mode is nothing", "dhcp"),
    *[differs(DHCP, f"network cluster: dhcpServer.{name}", swap(DHCP, f"    {name} = {said};", f"    {name} = {instead};"), instead.strip('"'))
      for name, said, instead in [("mac", '"52:54:00:01:01:00"', '"52:54:00:01:01:99"'), ("ip", '"192.168.1.254"', '"192.168.1.253"'),
                                  ("subnet", '"192.168.1.0/24"', '"192.168.1.0/25"'), ("rangeStart", '"192.168.1.100"', '"192.168.1.101"'),
                                  ("rangeEnd", '"192.168.1.200"', '"192.168.1.201"'), ("gateway", "null", '"192.168.1.250"'), ("leaseTime", '"12h"', '"1h"')]],
    differs(DHCP, "node agent-1: reservations.agent-1.mac", swap(DHCP, 'reservations.agent-1 = {\n    mac = "52:54:00:01:01:03"', 'reservations.agent-1 = {\n    mac = "52:54:00:01:01:33"'), "52:54:00:01:01:33"),
    differs(DHCP, "node agent-1: reservations.agent-1.ip", swap(DHCP, 'ip = "192.168.1.3"', 'ip = "192.168.1.33"'), "192.168.1.33", "192.168.1.3"),
    differs(DHCP, "node agnet-1", swap(DHCP, "reservations.agent-1", "reservations.agnet-1"), "reservations name it"),
]

AGREEMENT_OF_EVERYTHING = [
    differs(RACK, "network storage: interfaces", swap(RACK, 'storage = "bond1.100"', 'storage = "bond1.101"'), "bond1.101", "bond1.100"),
    differs(RACK, "network management: interfaces", swap(RACK, 'management = "bond2"', 'management = "bond1"'), "bond1", "bond2"),
    differs(RACK, "interfaces.trunk is bond1", swap(RACK, 'trunk = "bond0"', 'trunk = "bond1"'), "VLANs on bond0"),
    differs(RACK, "bondConfig.primary", swap(RACK, '    primary = "lan0";\n    miimon', '    primary = "lan1";\n    miimon'), "lan1", "lan0"),
    differs(RACK, "k3s: serverApi", swap(RACK, 'serverApi = "https://10.0.1.10:6443"', 'serverApi = "https://10.0.1.11:6443"'), "at 10.0.1.10"),
    differs(RACK, "k3s: clusterCidr", swap(RACK, "10.42.0.0/16,fd00:42::/56", "10.42.0.0/16"), "10.42.0.0/16,fd00:42::/56"),
    differs(LEASE, "network cluster: dhcpServer.gateway", swap(LEASE, 'gateway = "10.1.0.254"', "gateway = null"), "10.1.0.254"),
    differs(LEASE, "node agent-2: reservations.agent-2.mac", swap(LEASE, 'reservations.agent-2 = {\n    mac = "52:54:00:09:01:06"', 'reservations.agent-2 = {\n    mac = "52:54:00:09:01:07"'), "52:54:00:09:01:07"),
]

# The rules of profiles, one after the other; `codes_of_lib` sees that none is left out.
RULES_OF_SAMPLE = [
    rule(VLANS, "N3X1001", "node Agent_1", swap(VLANS, "  nodes.agent-1 = {", "  nodes.Agent_1 = {"), "DNS label"),
    rule(VLANS, "N3X1003", "node agent-1", labelled("taints", 'a=b:NoExecute" "a=c:NoExecute'), "a:NoExecute"),
    rule(VLANS, "N3X1004", "node agent-1", link(VLANS, "agent-1", "eth1.200", 'name = "a-very-long1.200";'), "a-very-long1.200", "15 bytes"),
    rule(VLANS, "N3X1005", "node agent-1", link(VLANS, "agent-1", "eth1", 'name = "eth 1";'), "“eth 1”"),
    rule(VLANS, "N3X1005", "node agent-1", link(VLANS, "agent-1", "eth1", 'name = "lo";'), "“lo”"),
    rule(VLANS, "N3X1007", "node agent-1", swap_in_node(VLANS, "agent-1", 'role = "agent"', 'role = "boss"'), "role boss"),
    rule(VLANS, "N3X1007", "node agent-1", swap_in_node(VLANS, "agent-1", 'backend = "nixos"', 'backend = "nxios"'), "backend nxios"),
    rule(VLANS, "N3X1007", "k3s", swap(VLANS, "addons = [ ]", 'addons = [ "kivreno" ]'), "addons kivreno", "kyverno"),
    rule(VLANS, "N3X1007", "network storage", swap(VLANS, 'carries = [ "storage" ]', 'carries = [ "sotrage" ]'), "carries sotrage"),
    rule(VLANS, "N3X1007", "network storage", swap(VLANS, 'carries = [ "storage" ];\n      addressing = "static"', 'carries = [ "storage" ];\n      addressing = "dhpc"'), "addressing dhpc"),
    rule(VLANS, "N3X1007", "node agent-1", swap_in_node(VLANS, "agent-1", "    k3s = {\n", '    k3s = {\n      images = "bundeld";\n'), "images bundeld"),
    rule(BONDED, "N3X1007", "node server-1", swap(BONDED, 'bonding = {\n        mode = "active-backup"', 'bonding = {\n        mode = "lacp"'), "mode lacp", "802.3ad", "bond0"),
    rule(BONDED, "N3X1013", "node server-1", swap(BONDED, 'miimon = "100ms"', 'miimon = "soon"'), "miimon of bond0, soon"),
    rule(BONDED, "N3X4020", "node server-1", swap(BONDED, 'downDelay = "200ms"', 'downDelay = "25d"'), "downDelay of bond0, 25d"),
    rule(DHCP, "N3X1013", "network cluster", swap(DHCP, '        leaseTime = "12h"', '        leaseTime = "12"'), "leaseTime of its DHCP, 12,"),
    rule(VLANS, "N3X1101", "node agent-1", link(VLANS, "agent-1", "eth1.200", 'network = "clutser";'), "“clutser”"),
    rule(VLANS, "N3X1103", "k3s", swap(VLANS, 'initServer = "server-1"', 'initServer = "server-9"'), "server-9"),
    rule(VLANS, "N3X1104", "node agent-1", swap(VLANS, 'initServer = "server-1"', 'initServer = "agent-1"')),
    rule(VLANS, "N3X2001", "node agent-1", swap_in_node(VLANS, "agent-1", "192.168.200.3/24", "192.168.200.300/24"), "192.168.200.300/24"),
    rule(VLANS, "N3X2002", "network storage", swap(VLANS, 'subnets = [ "192.168.100.0/24" ]', 'subnets = [ "192.168.100.0" ]'), "192.168.100.0"),
    rule(VLANS, "N3X2003", "node agent-1", swap_in_node(VLANS, "agent-1", '"52:54:00:01:01:03"', '"52:54:00"'), "52:54:00 of eth1"),
    rule(VLANS, "N3X2004", "node agent-1", swap_in_node(VLANS, "agent-1", "192.168.200.3/24", "192.168.7.3/24"), "192.168.7.3"),
    rule(VLANS, "N3X2004", "node agent-1", swap_in_node(VLANS, "agent-1", "192.168.200.3/24", "192.168.200.3/16"), "192.168.200.3/16"),
    rule(VLANS, "N3X2005", "node agent-1", swap_in_node(VLANS, "agent-1", "192.168.200.3/24", "192.168.200.255/24")),
    rule(VLANS, "N3X2006", "nodes agent-1 and server-1", swap_in_node(VLANS, "agent-1", "192.168.200.3/24", "192.168.200.1/24"), "192.168.200.1"),
    rule(VLANS, "N3X2009", "network cluster", swap(VLANS, 'subnets = [ "192.168.100.0/24" ]', 'subnets = [ "192.168.0.0/16" ]'), "192.168.0.0/16 of network storage"),
    rule(VLANS, "N3X2010", "network cluster", swap(VLANS, 'clusterCidr = [ "10.42.0.0/16" ]', 'clusterCidr = [ "192.168.0.0/16" ]'), "192.168.0.0/16 of pods"),
    rule(VLANS, "N3X2010", "network storage", swap(VLANS, 'serviceCidr = [ "10.43.0.0/16" ]', 'serviceCidr = [ "192.168.100.0/25" ]'), "of services"),
    rule(VLANS, "N3X2011", "pods", swap(VLANS, 'serviceCidr = [ "10.43.0.0/16" ]', 'serviceCidr = [ "10.42.0.0/24" ]'), "10.42.0.0/24 of services"),
    rule(VLANS, "N3X2012", "k3s", swap(VLANS, 'serviceCidr = [ "10.43.0.0/16" ]', 'serviceCidr = [ "fd00:43::/112" ]'), "different families"),
    rule(VLANS, "N3X2013", "node agent-1", swap_in_node(VLANS, "agent-1", '"192.168.200.3/24"', '"192.168.200.3/24" "192.168.200.9/24"'), "eth1.200"),
    rule(VLANS, "N3X2013", "network storage", swap(VLANS, 'subnets = [ "192.168.100.0/24" ]', 'subnets = [ "192.168.100.0/24" "192.168.101.0/24" ]'), "two subnets"),
    rule(VLANS, "N3X2014", "network storage", swap(VLANS, 'subnets = [ "192.168.100.0/24" ]', "subnets = [ ]")),
    rule(VLANS, "N3X2023", "nodes agent-1 and server-1", swap_in_node(VLANS, "agent-1", "52:54:00:01:01:03", "52:54:00:01:01:01"), "52:54:00:01:01:01"),
    rule(VLANS, "N3X2025", "node agent-1", swap_in_node(VLANS, "agent-1", 'addresses = [ "192.168.100.3/24" ];', "addresses = [ ];"), "network storage"),
    rule(VLANS, "N3X3001", "network cluster", swap(VLANS, "vlanId = 200;", "vlanId = 4095;", 0), "VLAN 4095"),
    rule(VLANS, "N3X3001", "node agent-1", link(VLANS, "agent-1", "eth1.100", "vlanId = 0;"), "VLAN 0 of eth1.100"),
    rule(VLANS, "N3X3002", "networks cluster and storage", swap(VLANS, "vlanId = 100;", "vlanId = 200;", 0)),
    rule(VLANS, "N3X3003", "networks cluster and storage", untagged, "untagged"),
    rule(VLANS, "N3X3004", "node agent-1", link(VLANS, "agent-1", "eth1.100", "mtu = 9000;"), "9000", "1500"),
    rule(VLANS, "N3X3005", "node agent-1", link(VLANS, "agent-1", "eth1", "mtu = 60;"), "MTU 60 of eth1"),
    rule(VLANS, "N3X4017", "node agent-1", link(VLANS, "agent-1", "eth1.100", 'network = "cluster";'), "20-vlan-cluster"),
    rule(VLANS, "N3X4019", "node agent-1", link(VLANS, "agent-1", "eth1.100", 'name = "flannel.1";'), "flannel.1"),
    rule(VLANS, "N3X5001", "profile vlans", swap(VLANS, 'carries = [ "k3s" ]', "carries = [ ]")),
    rule(VLANS, "N3X5002", "networks cluster and storage", swap(VLANS, 'carries = [ "storage" ]', 'carries = [ "k3s" ]')),
    rule(VLANS, "N3X5003", "profile vlans", swap(VLANS, 'role = "server"', 'role = "agent"', 0), "no server"),
    rule(VLANS, "N3X5005", "node agent-1", link(VLANS, "agent-1", "eth1.200", 'network = "storage";'), "network cluster"),
    rule(VLANS, "N3X5006", "node agent-1", labelled("labels", "-x=1"), "label -x=1"),
    rule(VLANS, "N3X5007", "node agent-1", labelled("labels", "example.com/x=a b"), "a b"),
    rule(VLANS, "N3X5008", "node agent-1", labelled("taints", "x=1:Never"), "x=1:Never"),
    rule(VLANS, "N3X5009", "node agent-1", labelled("labels", "node-role.kubernetes.io/worker=true"), "node-role.kubernetes.io/worker"),
    rule(VLANS, "N3X5011", "node server-1", swap_in_node(VLANS, "server-1", "    k3s = {\n", "    k3s = {\n      disable = [ ];\n"), "disable"),
    rule(VLANS, "N3X5019", "k3s", swap(VLANS, 'clusterCidr = [ "10.42.0.0/16" ]', "clusterCidr = [ ]")),
    rule(VLANS, "N3X2029", "network storage", swap(VLANS, 'subnets = [ "192.168.100.0/24" ]', 'subnets = [ "127.100.0.0/24" ]'), "127.100.0.0/24"),
    rule(VLANS, "N3X2029", "network cluster", swap(VLANS, 'subnets = [ "192.168.200.0/24" ]', 'subnets = [ "169.254.7.0/24" ]'), "169.254.7.0/24"),
    rule(VLANS, "N3X5026", "pods", swap(VLANS, 'clusterCidr = [ "10.42.0.0/16" ]', 'clusterCidr = [ "10.42.0.0/25" ]'), "10.42.0.0/25"),
    rule(VLANS, "N3X5026", "services", swap(VLANS, 'serviceCidr = [ "10.43.0.0/16" ]', 'serviceCidr = [ "10.0.0.0/11" ]'), "10.0.0.0/11"),
    rule(VLANS, "N3X5036", "node agent-1", with_api(VLANS, "fd00:1::9", ('subnets = [ "192.168.200.0/24" ]', 'subnets = [ "192.168.200.0/24" "fd00:1::/64" ]')), "fd00:1::9"),
    rule(DHCP, "N3X5037", "node server-1", with_api(DHCP, "192.168.1.9", ('reservations = [ "192.168.1.1" ];', "")), "192.168.1.9"),
    rule(BONDED, "N3X4002", "node server-1", link(BONDED, "server-1", "bond0", "members = [ ];"), "bond0"),
    rule(BONDED, "N3X4003", "node server-1", link(BONDED, "server-1", "bond0", 'members = [ "eth1" "eth1" ];'), "bond0", "eth1"),
    rule(BONDED, "N3X4005", "node server-1", link(BONDED, "server-1", "eth2", 'addresses = [ "10.0.0.1/24" ];'), "eth2", "bond0"),
    rule(BONDED, "N3X4006", "node server-1", link(BONDED, "server-1", "bond0", 'bonding = links.bond0.bonding // { primary = "eth9"; };'), "bond0", "eth9"),
    rule(BONDED, "N3X4013", "node server-1", link(BONDED, "server-1", "eth2", 'name = "eth1";'), "eth1 twice"),
    rule(DHCP, "N3X2006", "nodes agent-1 and server-1", swap_in_node(DHCP, "agent-1", 'reservations = [ "192.168.1.3" ]', 'reservations = [ "192.168.1.1" ]'), "192.168.1.1"),
    rule(DHCP, "N3X2008", "node agent-1", swap_in_node(DHCP, "agent-1", 'reservations = [ "192.168.1.3" ]', 'reservations = [ "192.168.1.150" ]'), "192.168.1.150"),
    rule(DHCP, "N3X2018", "network cluster", swap(DHCP, 'range = [ "192.168.1.100" "192.168.1.200" ]', 'range = [ "192.168.1.100" ]')),
    rule(DHCP, "N3X2020", "network cluster", swap(DHCP, 'range = [ "192.168.1.100" "192.168.1.200" ]', 'range = [ "192.168.1.200" "192.168.1.100" ]'), "192.168.1.200 to 192.168.1.100"),
    rule(DHCP, "N3X2021", "network cluster", swap(DHCP, 'server = "192.168.1.254"', 'server = "192.168.1.150"'), "192.168.1.150"),
    rule(DHCP, "N3X2027", "node agent-1", swap_in_node(DHCP, "agent-1", 'reservations = [ "192.168.1.3" ]', 'reservations = [ "192.168.1.254" ]'), "192.168.1.254"),
]

RULES_OF_EVERYTHING = [
    rule(RACK, "N3X2006", "nodes server-1 and server-2", swap_in_node(RACK, "server-1", "fd00:1::11/64", "fd00:1:0:0::12/64")),
    rule(RACK, "N3X2007", "node server-1", swap_in_node(RACK, "server-1", "fd00:1::11/64", "fd00:1::fe/64")),
    rule(RACK, "N3X2004", "node server-1", swap_in_node(RACK, "server-1", "fd00:3::11/64", "fd00:4::11/64"), "fd00:4::11"),
    rule(RACK, "N3X2012", "node server-1", swap_in_node(RACK, "server-1", '"10.0.1.11/24" "fd00:1::11/64"', '"10.0.1.11/24"'), "IPv6"),
    rule(RACK, "N3X2015", "network cluster", swap(RACK, "10.0.1.254", "10.7.1.254", 0), "10.7.1.254"),
    rule(RACK, "N3X2016", "node server-1", link(RACK, "server-1", "bond1.100", 'gateways = [ "10.0.2.254" ];'), "bond0.200 and bond1.100"),
    rule(RACK, "N3X2016", "network cluster", swap(RACK, 'to = "10.9.0.0/16"', 'to = "0.0.0.0/0"', 0), "IPv4"),
    rule(RACK, "N3X2017", "network cluster", swap(RACK, "10.0.1.253", "10.3.1.253", 0), "10.3.1.253"),
    rule(RACK, "N3X2005", "network cluster", swap(RACK, "10.0.1.253", "10.0.1.255", 0), "10.9.0.0/16", "10.0.1.255"),
    rule(RACK, "N3X2010", "network cluster", swap(RACK, 'to = "10.9.0.0/16"', 'to = "10.42.7.0/24"', 0), "10.42.7.0/24", "Flannel"),
    rule(RACK, "N3X2030", "network cluster", swap(RACK, 'to = "10.9.0.0/16"', 'to = "10.9.0.0/16"; via = "10.0.1.252"; } { to = "10.9.0.0/16"', 0), "two routes"),
    rule(RACK, "N3X2030", "node server-1", link(RACK, "server-1", "bond1.100", 'routes = [ { to = "10.9.0.0/16"; via = "10.0.2.253"; } ];'), "bond0.200 and bond1.100"),
    rule(RACK, "N3X2033", "network cluster", swap(RACK, 'to = "10.9.0.0/16"', 'to = "10.0.1.0/24"', 0), "10.0.1.0/24"),
    rule(RACK, "N3X2033", "network cluster", swap(RACK, 'to = "10.9.0.0/16"', 'to = "10.0.1.128/25"', 0), "10.0.1.128/25"),
    rule(RACK, "N3X2024", "network cluster", swap(RACK, "10.9.0.0/16", "fd09::/64", 0), "fd09::/64"),
    rule(RACK, "N3X3004", "node server-1", link(RACK, "server-1", "bond0", "mtu = 1400;")),
    rule(RACK, "N3X3008", "network cluster", swap(RACK, "mtu = 9000;\n      routes", "mtu = 1279;\n      routes"), "1279"),
    rule(RACK, "N3X3008", "node server-1", link(RACK, "server-1", "bond1.101", "mtu = 1279;"), "1279 of bond1.101"),
    passes(RACK, link(RACK, "server-1", "bond1.101", "mtu = 1280;")),
    rule(RACK, "N3X5013", "node server-1", link(RACK, "server-1", "bond0.200", "mtu = 1359;"), "1359 of bond0.200", "80 of Flannel's wireguard-native"),
    passes(RACK, link(RACK, "server-1", "bond0.200", "mtu = 1360;")),
    rule(RACK, "N3X1007", "node server-1", swap(RACK, 'hashPolicy = "layer3+4"', 'hashPolicy = "layer9"'), "hashPolicy layer9", "bond1"),
    rule(RACK, "N3X1007", "node server-1", swap(RACK, 'lacpRate = "fast"', 'lacpRate = "fats"'), "lacpRate fats", "bond1"),
    rule(RACK, "N3X1007", "k3s", swap(RACK, 'images = "bundled"', 'images = "bundeld"'), "images bundeld"),
    rule(RACK, "N3X1007", "k3s", swap(RACK, 'longhornPaths = "policy"', 'longhornPaths = "polcy"'), "longhornPaths polcy"),
    rule(RACK, "N3X1007", "k3s", swap(RACK, 'flannelBackend = "wireguard-native"', 'flannelBackend = "wg"'), "flannelBackend wg", "host-gw"),
    of_project("N3X1007", 'tuning = [ "network"', 'tuning = [ "netwrok"', "tuning netwrok", "latency"),
    of_project("N3X1007", 'boot = "grub"', 'boot = "gurb"', "hardware edge-box", "boot gurb"),
    of_project("N3X1007", 'cloud = "ec2"', 'cloud = "ec3"', "hardware ec2-", "cloud ec3"),
    of_project("N3X1007", 'layout = "ab"', 'layout = "ba"', "hardware edge-box", "layout ba"),
    of_project("N3X1105", 'deploy = "rack"', 'deploy = "rakc"', "profile rakc", "nearest is rack"),
    rule(RACK, "N3X4004", "node server-1", link(RACK, "server-1", "bond1", 'members = [ "lan0" "lan3" ];'), "lan0", "bond0 and bond1"),
    rule(RACK, "N3X5016", "k3s", swap(RACK, 'apiAddress = "10.0.1.10"', 'apiAddress = "10.7.1.11"'), "10.7.1.11"),
    rule(RACK, "N3X5017", "k3s", swap(RACK, 'apiAddress = "10.0.1.10"', 'apiAddress = "10.0.1.11"'), "10.0.1.11"),
    rule(RACK, "N3X5017", "k3s", swap(RACK, 'apiAddress = "10.0.1.10"', 'apiAddress = "10.0.1.254"'), "gateway"),
    rule(RACK, "N3X5017", "k3s", swap(RACK, 'apiAddress = "10.0.1.10"', 'apiAddress = "10.0.1.253"'), "next hop"),
    rule(RACK, "N3X5023", "k3s", swap(RACK, 'addons = [ "kyverno" "longhorn" "nvidia" ]', 'addons = [ "longhorn" ]'), "Kyverno"),
    rule(RACK, "N3X5025", "node server-1", swap_in_node(RACK, "server-1", 'backend = "nixos"', 'backend = "debian"'), "10.0.1.10"),
    rule(RACK, "N3X5033", "node server-1", swap_in_node(RACK, "server-1", 'target = "edge-box"', 'target = "ec2-x86_64"'), "10.0.1.10"),
    rule(RACK, "N3X5026", "pods", swap(RACK, "fd00:42::/56", "fd00:42::/65", 0), "fd00:42::/65"),
    rule(RACK, "N3X5026", "services", swap(RACK, "fd00:43::/112", "fd00:43::/107", 0), "fd00:43::/107"),
    rule(RACK, "N3X5027", "k3s", swap(RACK, '"10.43.0.0/16" "fd00:43::/112"', '"fd00:43::/112" "10.43.0.0/16"', 0), "different families"),
    rule(RACK, "N3X6002", "node agent-n100", swap_in_node(RACK, "agent-n100", 'backend = "nixos"', 'backend = "debian"'), "n100"),
]

