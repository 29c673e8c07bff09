// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/files/field_tables_k3s.h"

// The fields of profiles/<name>.yaml.

namespace n3x {

template <> struct NamedBy<Uplink> {
    static constexpr auto key = &Uplink::name;
};

template <> struct NamedBy<Network> {
    static constexpr auto key = &Network::name;
};

template <> struct NamedBy<Node> {
    static constexpr auto key = &Node::name;
};

template <> struct NamedBy<Profile> {
    static constexpr auto key = &Profile::name;
};

template <> struct NamedBy<TargetPorts> {
    static constexpr auto key = &TargetPorts::target;
};

template <> struct NamedBy<NetworkOverride> {
    static constexpr auto key = &NetworkOverride::network;
};

template <> struct NamedBy<Attachment> {
    static constexpr auto key = &Attachment::network;
    static constexpr auto value = &Attachment::addresses;
};

template <> struct NamedBy<NicMac> {
    static constexpr auto key = &NicMac::nic;
    static constexpr auto value = &NicMac::mac;
};

template <> struct NamedBy<Label> {
    static constexpr auto key = &Label::key;
    static constexpr auto value = &Label::value;
};

template <> struct FieldsOf<TargetPorts> {
    static constexpr std::tuple table{
        Field{FieldRow{.key = "nic",
                       .title = N3X_TEXT("Port"),
                       .help = N3X_TEXT("The port on this hardware, where the uplink has no bond."),
                       .nameOf = NameOf::Nic},
              &TargetPorts::nic},
        Field{FieldRow{.key = "members",
                       .title = N3X_TEXT("Members"),
                       .help = N3X_TEXT("The bond's ports on this hardware."),
                       .nameOf = NameOf::Nic},
              &TargetPorts::members},
        Field{FieldRow{.key = "primary",
                       .title = N3X_TEXT("Primary"),
                       .help = N3X_TEXT("The port that is used while it works."),
                       .nameOf = NameOf::Nic},
              &TargetPorts::primary}};
};

template <> struct FieldsOf<Uplink> {
    static constexpr std::tuple table{
        Field{FieldRow{.key = "nic",
                       .title = N3X_TEXT("Port"),
                       .help = N3X_TEXT("The port that the uplink is, where it has no bond."),
                       .example = "eth1",
                       .nameOf = NameOf::Nic},
              &Uplink::nic},
        Field{FieldRow{.key = "bond",
                       .title = N3X_TEXT("Bond"),
                       .help = N3X_TEXT("Name of the bond; its members count instead of a single port."),
                       .example = "bond0"},
              &Uplink::bond},
        Field{FieldRow{.key = "members",
                       .title = N3X_TEXT("Members"),
                       .help = N3X_TEXT("The ports of the bond."),
                       .example = "eth1",
                       .nameOf = NameOf::Nic},
              &Uplink::members},
        Field{FieldRow{.key = "mode",
                       .title = N3X_TEXT("Mode"),
                       .help = N3X_TEXT("How the bond uses its members."),
                       .defaultText = [] { return Choice(defaults::bondMode).text(); }},
              &Uplink::mode},
        Field{FieldRow{.key = "primary",
                       .title = N3X_TEXT("Primary"),
                       .help = N3X_TEXT("The member that is used while it works."),
                       .nameOf = NameOf::Nic},
              &Uplink::primary},
        Field{FieldRow{.key = "miimon",
                       .title = N3X_TEXT("Link check"),
                       .help = N3X_TEXT("How often the members' links are looked at."),
                       .example = "100ms",
                       .defaultText = [] { return defaults::miimon.text(); }},
              &Uplink::miimon},
        Field{
            FieldRow{.key = "upDelay",
                     .title = N3X_TEXT("Up delay"),
                     .help = N3X_TEXT("How long a link has to be up before it is used; a multiple of the link check."),
                     .example = "200ms",
                     .defaultText = [] { return defaults::upDelay.text(); }},
            &Uplink::upDelay},
        Field{FieldRow{.key = "downDelay",
                       .title = N3X_TEXT("Down delay"),
                       .help = N3X_TEXT(
                           "How long a link has to be down before it is given up; a multiple of the link check."),
                       .example = "200ms",
                       .defaultText = [] { return defaults::downDelay.text(); }},
              &Uplink::downDelay},
        Field{FieldRow{.key = "lacpRate",
                       .title = N3X_TEXT("LACP rate"),
                       .help = N3X_TEXT("How often LACP frames are asked for; only in the mode 802.3ad."),
                       .defaultText = [] { return Choice(defaults::lacpRate).text(); }},
              &Uplink::lacpRate},
        Field{FieldRow{
                  .key = "hashPolicy",
                  .title = N3X_TEXT("Hash policy"),
                  .help = N3X_TEXT(
                      "What decides which member carries a flow; in the modes balance-xor, 802.3ad and balance-tlb."),
                  .defaultText = [] { return Choice(defaults::hashPolicy).text(); }},
              &Uplink::hashPolicy},
        Field{FieldRow{.key = "mtu",
                       .title = N3X_TEXT("MTU"),
                       .help = N3X_TEXT("Largest packet on the wire, in bytes."),
                       .example = "9000",
                       .defaultText = [] { return std::to_string(defaults::mtu); },
                       .unit = N3X_TEXT("bytes")},
              &Uplink::mtu},
        Field{FieldRow{.key = "targets",
                       .title = N3X_TEXT("Ports by hardware"),
                       .help = N3X_TEXT("Where a hardware target's ports have other names.")},
              &Uplink::targets}};
};

template <> struct FieldsOf<DhcpService> {
    static constexpr std::tuple table{
        Field{FieldRow{.key = "server",
                       .title = N3X_TEXT("Server address"),
                       .help = N3X_TEXT("The address of the server that hands out the others.")},
              &DhcpService::server},
        Field{FieldRow{.key = "mac",
                       .title = N3X_TEXT("Server MAC"),
                       .help = N3X_TEXT("The server's MAC address; derived from the network where nothing is said.")},
              &DhcpService::mac},
        Field{FieldRow{.key = "range",
                       .title = N3X_TEXT("Range"),
                       .help = N3X_TEXT("First and last address that are handed out.")},
              &DhcpService::range},
        Field{FieldRow{.key = "leaseTime",
                       .title = N3X_TEXT("Lease time"),
                       .help = N3X_TEXT("How long an address may be kept without asking again."),
                       .example = "12h",
                       .defaultText = [] { return defaults::leaseTime.text(); }},
              &DhcpService::leaseTime}};
};

template <> struct FieldsOf<Route> {
    static constexpr std::tuple table{Field{FieldRow{.key = "to",
                                                     .title = N3X_TEXT("To"),
                                                     .help = N3X_TEXT("The range that is reached this way."),
                                                     .presence = Presence::Expected,
                                                     .example = "10.9.0.0/16"},
                                            &Route::to},
                                      Field{FieldRow{.key = "via",
                                                     .title = N3X_TEXT("Via"),
                                                     .help = N3X_TEXT("The router in this network."),
                                                     .presence = Presence::Expected},
                                            &Route::via}};
};

template <> struct FieldsOf<Network> {
    static constexpr std::tuple table{
        Field{FieldRow{.key = "uplink",
                       .title = N3X_TEXT("Uplink"),
                       .help = N3X_TEXT("The uplink that carries the network."),
                       .presence = Presence::Expected,
                       .nameOf = NameOf::Uplink},
              &Network::uplink},
        Field{FieldRow{.key = "vlan",
                       .title = N3X_TEXT("VLAN"),
                       .help = N3X_TEXT("The id that its frames are tagged with; untagged where nothing is said."),
                       .example = "200"},
              &Network::vlan},
        Field{FieldRow{.key = "subnet",
                       .title = N3X_TEXT("Subnet"),
                       .help = N3X_TEXT("Its range of addresses: IPv4, IPv6 or both. The prefix length comes from here "
                                        "and from nowhere else."),
                       .presence = Presence::Expected,
                       .example = "192.168.200.0/24"},
              &Network::subnet},
        Field{FieldRow{.key = "carries",
                       .title = N3X_TEXT("Carries"),
                       .help =
                           N3X_TEXT("What it is for; exactly one network carries k3s. On NixOS each opens its ports on "
                                    "the network's links: ingress those of HTTP and HTTPS, management that of "
                                    "SSH.")},
              &Network::carries},
        Field{FieldRow{.key = "gateway",
                       .title = N3X_TEXT("Gateway"),
                       .help = N3X_TEXT("The default router, at most one a family."),
                       .example = "192.168.200.254",
                       .single = true},
              &Network::gateway},
        Field{FieldRow{.key = "nameservers",
                       .title = N3X_TEXT("Name servers"),
                       .help = N3X_TEXT("DNS servers that are asked on this network.")},
              &Network::nameservers},
        Field{FieldRow{.key = "mtu",
                       .title = N3X_TEXT("MTU"),
                       .help = N3X_TEXT("Largest packet in bytes; not above the uplink's."),
                       .example = "1500",
                       .defaultText = [] { return std::to_string(defaults::mtu); },
                       .unit = N3X_TEXT("bytes")},
              &Network::mtu},
        Field{FieldRow{.key = "addressing",
                       .title = N3X_TEXT("Addressing"),
                       .help = N3X_TEXT("Whether the nodes know their addresses or ask for them."),
                       .defaultText = [] { return Choice(defaults::addressing).text(); }},
              &Network::addressing},
        Field{FieldRow{.key = "dhcp",
                       .title = N3X_TEXT("DHCP service"),
                       .help = N3X_TEXT("Who serves the addresses, when the cluster itself has to.")},
              &Network::dhcp},
        Field{FieldRow{.key = "routes",
                       .title = N3X_TEXT("Routes"),
                       .help = N3X_TEXT("What else is reached through this network.")},
              &Network::routes}};
};

template <> struct FieldsOf<NetworkOverride> {
    static constexpr std::tuple table{
        Field{FieldRow{.key = "vlan", .title = N3X_TEXT("VLAN"), .help = N3X_TEXT("This node's id for the network.")},
              &NetworkOverride::vlan},
        Field{FieldRow{.key = "mtu",
                       .title = N3X_TEXT("MTU"),
                       .help = N3X_TEXT("This node's largest packet in the network, in bytes.")},
              &NetworkOverride::mtu},
        Field{FieldRow{.key = "uplink",
                       .title = N3X_TEXT("Uplink"),
                       .help = N3X_TEXT("This node's uplink for the network."),
                       .nameOf = NameOf::Uplink},
              &NetworkOverride::uplink}};
};

template <> struct FieldsOf<Node> {
    static constexpr std::tuple table{
        Field{FieldRow{.key = "role",
                       .title = N3X_TEXT("Role"),
                       .help = N3X_TEXT("Servers keep the cluster's state, agents run its work."),
                       .presence = Presence::Demanded},
              &Node::role},
        Field{FieldRow{.key = "target",
                       .title = N3X_TEXT("Hardware target"),
                       .help = N3X_TEXT("The kind of machine that it is."),
                       .presence = Presence::Expected,
                       .nameOf = NameOf::Target},
              &Node::target},
        Field{FieldRow{.key = "backend",
                       .title = N3X_TEXT("Backend"),
                       .help = N3X_TEXT("What it runs; the target's first where nothing is said.")},
              &Node::backend},
        Field{FieldRow{.key = "addresses",
                       .title = N3X_TEXT("Addresses"),
                       .help = N3X_TEXT("The networks that it attaches to, and its address in each."),
                       .nameOf = NameOf::Network},
              &Node::addresses},
        Field{FieldRow{.key = "macs",
                       .title = N3X_TEXT("MAC addresses"),
                       .help = N3X_TEXT("The MAC addresses of its ports, where they are known."),
                       .nameOf = NameOf::Nic},
              &Node::macs},
        Field{FieldRow{.key = "labels",
                       .title = N3X_TEXT("Labels"),
                       .help = N3X_TEXT("Kubernetes labels that the node gives itself, as key=value."),
                       .example = "node.longhorn.io/create-default-disk=true"},
              &Node::labels},
        Field{
            FieldRow{.key = "taints",
                     .title = N3X_TEXT("Taints"),
                     .help = N3X_TEXT("What keeps pods away, as key=value:effect. K3s sets them when the node joins; a "
                                      "running one takes changes over with an upgrade."),
                     .example = "dedicated=storage:NoSchedule"},
            &Node::taints},
        Field{FieldRow{.key = "overrides",
                       .title = N3X_TEXT("Overrides"),
                       .help = N3X_TEXT("Where this node differs from its profile."),
                       .nameOf = NameOf::Network,
                       .inside = "networks"},
              &Node::overrides},
        Field{FieldRow{.key = "age",
                       .title = N3X_TEXT("age recipient"),
                       .help = N3X_TEXT("Public key that this node's secrets are encrypted to, as secrets-init "
                                        "prints it."),
                       .example = "age1…"},
              &Node::age},
        Field{FieldRow{.key = "k3s", .title = N3X_TEXT("K3s"), .help = N3X_TEXT("Settings of this node alone.")},
              &Node::k3s}};
};

template <> struct FieldsOf<Profile> {
    static constexpr std::tuple table{
        Field{FieldRow{.key = "name",
                       .title = N3X_TEXT("Name"),
                       .help = N3X_TEXT("The profile's name; also that of its file."),
                       .presence = Presence::Demanded,
                       .example = "vlans"},
              &Profile::name},
        Field{FieldRow{.key = "summary",
                       .title = N3X_TEXT("Summary"),
                       .help = N3X_TEXT("One line that says what the topology is.")},
              &Profile::summary},
        Field{FieldRow{.key = "uplinks",
                       .title = N3X_TEXT("Uplinks"),
                       .help = N3X_TEXT("How a node reaches the wire."),
                       .presence = Presence::Expected},
              &Profile::uplinks},
        Field{FieldRow{.key = "networks",
                       .title = N3X_TEXT("Networks"),
                       .help = N3X_TEXT("The networks in their order."),
                       .presence = Presence::Expected},
              &Profile::networks},
        Field{FieldRow{.key = "nodes",
                       .title = N3X_TEXT("Nodes"),
                       .help = N3X_TEXT("The machines of the cluster."),
                       .presence = Presence::Expected},
              &Profile::nodes},
        Field{FieldRow{.key = "initServer",
                       .title = N3X_TEXT("Founding server"),
                       .help = N3X_TEXT("The server that founds the cluster; the first where nothing is said."),
                       .nameOf = NameOf::Server},
              &Profile::initServer},
        Field{FieldRow{
                  .key = "k3s", .title = N3X_TEXT("K3s"), .help = N3X_TEXT("Settings that differ from the project's.")},
              &Profile::k3s}};
};

} // namespace n3x
