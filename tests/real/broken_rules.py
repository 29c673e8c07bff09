# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
"""Profile data of an exported repository, broken in one way for each rule that Nix can see, and what is said of it.

`r` is flake_refuses.Repository. A case is the name of a check, how it is broken, and what one line must hold."""

import os
import re
from pathlib import Path

CHECKS = Path(os.environ["N3X_SOURCE_DIR"]) / "resources/repo/lib/checks"
RACK = "lib/network/profiles/rack.nix"
VLANS = "lib/network/profiles/vlans.nix"
BONDED = "lib/network/profiles/bonding-vlans.nix"
DHCP = "lib/network/profiles/dhcp-simple.nix"


def codes_of_lib():
    return {code for file in CHECKS.rglob("*.nix") for code in re.findall(r'"(N3X[0-9]{4})"|\((N3X[0-9]{4})\)', file.read_text()) for code in code if code}


def rule(file, code, object_, breaks, *more):
    """A profile's data that breaks a rule: the message names file, object, code and remedy."""
    profile = Path(file).stem
    return (f"rules-{profile}", lambda r: breaks(r.taken_over()),
            [f"{file}: {object_}: ", f"({code})", f"Change profiles/{profile}.yaml and export again", *more])


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


# The rules of profiles, one after the other; `codes_of_lib` sees that none is left out.
RULES_OF_SAMPLE = [
    rule(VLANS, "N3X1001", "node Agent_1", swap(VLANS, "  nodes.agent-1 = {", "  nodes.Agent_1 = {"), "DNS label"),
    rule(VLANS, "N3X1003", "node agent-1", labelled("taints", 'a=b:NoExecute" "a=c:NoExecute'), "a:NoExecute"),
    rule(VLANS, "N3X1004", "node agent-1", link(VLANS, "agent-1", "eth1.200", 'name = "a-very-long1.200";'), "a-very-long1.200", "15 bytes"),
    rule(VLANS, "N3X1005", "node agent-1", link(VLANS, "agent-1", "eth1", 'name = "eth 1";'), "“eth 1”"),
    rule(VLANS, "N3X1005", "node agent-1", link(VLANS, "agent-1", "eth1", 'name = "lo";'), "“lo”"),
    rule(VLANS, "N3X1007", "node agent-1", swap_in_node(VLANS, "agent-1", 'role = "agent"', 'role = "boss"'), "role boss"),
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

