// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/files/field.h"
#include "core/model/defaults.h"

// Every field of the three kinds of files, once. Loader, writer, JSON Schema, inspector and the search for the nearest
// key read these tables; a new field is a member of the model and a row here.

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
template <> struct NamedBy<HardwareTarget> {
    static constexpr auto key = &HardwareTarget::name;
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

template <> struct FieldsOf<K3sSettings> {
    static constexpr std::tuple table{
        Field{FieldRow{.key = "version",
                       .title = N3X_TEXT("K3s version"),
                       .help = N3X_TEXT("The release that every node runs, as K3s tags it."),
                       .example = "v1.35.0+k3s3",
                       .defaultText = [] { return std::string(defaults::k3sVersion); }},
              &K3sSettings::version},
        Field{FieldRow{.key = "clusterCidr",
                       .title = N3X_TEXT("Pod addresses"),
                       .help = N3X_TEXT("Ranges that pods get their addresses from: one IPv4, one IPv6, or both."),
                       .example = "10.42.0.0/16",
                       .defaultText = [] { return std::string(defaults::clusterCidr); }},
              &K3sSettings::clusterCidr},
        Field{FieldRow{.key = "serviceCidr",
                       .title = N3X_TEXT("Service addresses"),
                       .help =
                           N3X_TEXT("Ranges that services get their addresses from, of the same families as the pods."),
                       .example = "10.43.0.0/16",
                       .defaultText = [] { return std::string(defaults::serviceCidr); }},
              &K3sSettings::serviceCidr},
        Field{FieldRow{.key = "flannelBackend",
                       .title = N3X_TEXT("Flannel backend"),
                       .help = N3X_TEXT("How pods of different nodes reach each other."),
                       .defaultText = [] { return Choice(defaults::flannelBackend).text(); }},
              &K3sSettings::flannelBackend},
        Field{FieldRow{.key = "disable",
                       .title = N3X_TEXT("Left out"),
                       .help = N3X_TEXT("Packaged components that K3s does not install, such as traefik or servicelb."),
                       .example = "traefik",
                       .proposals = "traefik,servicelb,local-storage,metrics-server,coredns"},
              &K3sSettings::disable},
        Field{FieldRow{.key = "addons",
                       .title = N3X_TEXT("Add-ons"),
                       .help = N3X_TEXT("What is installed into the cluster beside K3s, such as kyverno or longhorn."),
                       .example = "longhorn",
                       .proposals = "kyverno,longhorn"},
              &K3sSettings::addons},
        Field{FieldRow{.key = "apiAddress",
                       .title = N3X_TEXT("API address"),
                       .help = N3X_TEXT("A virtual address on the k3s network that the servers share by kube-vip. "
                                        "Nodes join at it, and the first server may die."),
                       .example = "192.168.200.250"},
              &K3sSettings::apiAddress}};
};

template <> struct FieldsOf<Caches> {
    static constexpr std::tuple table{
        Field{FieldRow{.key = "substituters",
                       .title = N3X_TEXT("Nix caches"),
                       .help = N3X_TEXT("Binary caches that Nix asks before it builds."),
                       .example = "https://cache.nixos.org"},
              &Caches::substituters},
        Field{FieldRow{.key = "publicKeys",
                       .title = N3X_TEXT("Keys of the Nix caches"),
                       .help = N3X_TEXT("What is signed with one of these keys is trusted.")},
              &Caches::publicKeys},
        Field{FieldRow{.key = "sstateMirror",
                       .title = N3X_TEXT("Shared state mirror"),
                       .help = N3X_TEXT("Where BitBake finds what others have built.")},
              &Caches::sstateMirror},
        Field{FieldRow{.key = "downloadMirror",
                       .title = N3X_TEXT("Download mirror"),
                       .help = N3X_TEXT("Where BitBake finds sources before it asks their own servers.")},
              &Caches::downloadMirror},
        Field{FieldRow{.key = "aptProxy",
                       .title = N3X_TEXT("Debian package proxy"),
                       .help = N3X_TEXT("A proxy for Debian packages, such as apt-cacher-ng."),
                       .example = "http://cache.example:3142"},
              &Caches::aptProxy}};
};

template <> struct FieldsOf<Builder> {
    static constexpr std::tuple table{
        Field{FieldRow{.key = "host",
                       .title = N3X_TEXT("Host"),
                       .help = N3X_TEXT("Name or address of the remote builder."),
                       .presence = Presence::Expected,
                       .example = "builder.example"},
              &Builder::host},
        Field{FieldRow{.key = "systems",
                       .title = N3X_TEXT("Systems"),
                       .help = N3X_TEXT("What it builds for."),
                       .example = "aarch64-linux",
                       .proposals = "x86_64-linux,aarch64-linux"},
              &Builder::systems},
        Field{FieldRow{.key = "jobs", .title = N3X_TEXT("Jobs"), .help = N3X_TEXT("How many builds it runs at once.")},
              &Builder::jobs},
        Field{FieldRow{.key = "features",
                       .title = N3X_TEXT("Features"),
                       .help = N3X_TEXT("What it can do that not every machine can."),
                       .example = "kvm",
                       .proposals = "kvm,nixos-test,big-parallel,benchmark"},
              &Builder::features}};
};

template <> struct FieldsOf<Admins> {
    static constexpr std::tuple table{
        Field{FieldRow{.key = "ssh",
                       .title = N3X_TEXT("SSH keys"),
                       .help = N3X_TEXT("Public keys of those who may log in.")},
              &Admins::ssh},
        Field{FieldRow{.key = "age",
                       .title = N3X_TEXT("age recipients"),
                       .help = N3X_TEXT("Public keys of those who may decrypt the project's secrets.")},
              &Admins::age}};
};

template <> struct FieldsOf<Nic> {
    static constexpr std::tuple table{Field{FieldRow{.key = "name",
                                                     .title = N3X_TEXT("Name"),
                                                     .help = N3X_TEXT("The name that the kernel gives this port."),
                                                     .presence = Presence::Expected,
                                                     .example = "enp1s0"},
                                            &Nic::name},
                                      Field{FieldRow{.key = "speed",
                                                     .title = N3X_TEXT("Speed"),
                                                     .help = N3X_TEXT("What the port can do."),
                                                     .example = "2.5 Gbit/s"},
                                            &Nic::speed},
                                      Field{FieldRow{.key = "driver",
                                                     .title = N3X_TEXT("Driver"),
                                                     .help = N3X_TEXT("The kernel module of the port."),
                                                     .example = "igc"},
                                            &Nic::driver}};
};

template <> struct FieldsOf<Disk> {
    static constexpr std::tuple table{
        Field{FieldRow{.key = "device",
                       .title = N3X_TEXT("Device"),
                       .help = N3X_TEXT("The disk that the system is installed on."),
                       .example = "/dev/nvme0n1"},
              &Disk::device},
        Field{
            FieldRow{.key = "layout",
                     .title = N3X_TEXT("Layout"),
                     .help = N3X_TEXT(
                         "Its partitions: standard, two slots for updates (ab), or as the cloud's image brings them.")},
            &Disk::layout}};
};

template <> struct FieldsOf<NixosTarget> {
    static constexpr std::tuple table{
        Field{FieldRow{.key = "module",
                       .title = N3X_TEXT("Hardware module"),
                       .help = N3X_TEXT("File under backends/nixos/hardware, without its ending.")},
              &NixosTarget::module},
        Field{FieldRow{.key = "disko",
                       .title = N3X_TEXT("Disk layout module"),
                       .help = N3X_TEXT("File under backends/nixos/disko, without its ending.")},
              &NixosTarget::disko},
        Field{FieldRow{.key = "image",
                       .title = N3X_TEXT("Images"),
                       .help = N3X_TEXT("Image variants that are built for it."),
                       .example = "raw-efi"},
              &NixosTarget::image}};
};

template <> struct FieldsOf<DebianTarget> {
    static constexpr std::tuple table{Field{FieldRow{.key = "machine",
                                                     .title = N3X_TEXT("BitBake machine"),
                                                     .help = N3X_TEXT("The MACHINE of the build.")},
                                            &DebianTarget::machine},
                                      Field{FieldRow{.key = "distro",
                                                     .title = N3X_TEXT("Distribution"),
                                                     .help = N3X_TEXT("The DISTRO of the build."),
                                                     .example = "debian-trixie"},
                                            &DebianTarget::distro},
                                      Field{FieldRow{.key = "kasMachine",
                                                     .title = N3X_TEXT("kas machine"),
                                                     .help = N3X_TEXT("File under kas/machine, without its ending.")},
                                            &DebianTarget::kasMachine},
                                      Field{FieldRow{.key = "artifacts",
                                                     .title = N3X_TEXT("Artifacts"),
                                                     .help = N3X_TEXT("What a build gives."),
                                                     .example = "wic"},
                                            &DebianTarget::artifacts},
                                      Field{FieldRow{.key = "releaseExtensions",
                                                     .title = N3X_TEXT("Released files"),
                                                     .help = N3X_TEXT("Endings of the files that a release carries."),
                                                     .example = ".wic.zst"},
                                            &DebianTarget::releaseExtensions}};
};

template <> struct FieldsOf<HardwareTarget> {
    static constexpr std::tuple table{
        Field{FieldRow{.key = "title",
                       .title = N3X_TEXT("Title"),
                       .help = N3X_TEXT("What people call this machine."),
                       .presence = Presence::Expected},
              &HardwareTarget::title},
        Field{FieldRow{.key = "arch",
                       .title = N3X_TEXT("Architecture"),
                       .help = N3X_TEXT("The processor's instruction set."),
                       .presence = Presence::Demanded},
              &HardwareTarget::arch},
        Field{FieldRow{.key = "backends",
                       .title = N3X_TEXT("Backends"),
                       .help = N3X_TEXT("What it can run; the first is the default."),
                       .presence = Presence::Expected},
              &HardwareTarget::backends},
        Field{FieldRow{.key = "nics",
                       .title = N3X_TEXT("Ports"),
                       .help = N3X_TEXT("Its network ports in their order."),
                       .presence = Presence::Expected},
              &HardwareTarget::nics},
        Field{FieldRow{.key = "console",
                       .title = N3X_TEXT("Console"),
                       .help = N3X_TEXT("Kernel consoles; the last is the main one."),
                       .example = "ttyS0,115200n8"},
              &HardwareTarget::console},
        Field{FieldRow{.key = "boot", .title = N3X_TEXT("Boot loader"), .help = N3X_TEXT("What starts the kernel.")},
              &HardwareTarget::boot},
        Field{FieldRow{.key = "disk",
                       .title = N3X_TEXT("Disk"),
                       .help = N3X_TEXT("The disk that the system is installed on.")},
              &HardwareTarget::disk},
        Field{FieldRow{.key = "nixos",
                       .title = N3X_TEXT("NixOS"),
                       .help = N3X_TEXT("What the NixOS backend needs to know.")},
              &HardwareTarget::nixos},
        Field{FieldRow{.key = "debian",
                       .title = N3X_TEXT("Debian"),
                       .help = N3X_TEXT("What the Debian backend needs to know.")},
              &HardwareTarget::debian},
        Field{FieldRow{.key = "emulated",
                       .title = N3X_TEXT("Emulated"),
                       .help = N3X_TEXT("A machine of QEMU, not of metal.")},
              &HardwareTarget::emulated},
        Field{FieldRow{
                  .key = "cloud", .title = N3X_TEXT("Cloud"), .help = N3X_TEXT("The cloud that it is an instance of.")},
              &HardwareTarget::cloud}};
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
                       .help = N3X_TEXT("What it is for; exactly one network carries k3s.")},
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
                       .help = N3X_TEXT("Kubernetes labels that the node gives itself."),
                       .example = "node.longhorn.io/create-default-disk=true"},
              &Node::labels},
        Field{FieldRow{.key = "taints",
                       .title = N3X_TEXT("Taints"),
                       .help = N3X_TEXT("What keeps pods away, as key=value:effect."),
                       .example = "dedicated=storage:NoSchedule"},
              &Node::taints},
        Field{FieldRow{.key = "overrides",
                       .title = N3X_TEXT("Overrides"),
                       .help = N3X_TEXT("Where this node differs from its profile."),
                       .nameOf = NameOf::Network,
                       .inside = "networks"},
              &Node::overrides},
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

template <> struct FieldsOf<Project> {
    static constexpr std::tuple table{
        Field{FieldRow{.key = "name",
                       .title = N3X_TEXT("Name"),
                       .help = N3X_TEXT("The cluster's name."),
                       .presence = Presence::Demanded,
                       .example = "edge-lab"},
              &Project::name},
        Field{FieldRow{.key = "k3s", .title = N3X_TEXT("K3s"), .help = N3X_TEXT("Defaults of every profile.")},
              &Project::k3s},
        Field{FieldRow{.key = "domain",
                       .title = N3X_TEXT("Domain"),
                       .help = N3X_TEXT("Search domain of the nodes and a name in the API's certificate."),
                       .example = "edge.example"},
              &Project::domain},
        Field{FieldRow{.key = "nameservers",
                       .title = N3X_TEXT("Name servers"),
                       .help = N3X_TEXT("DNS servers of every node."),
                       .example = "10.0.1.1"},
              &Project::nameservers},
        Field{FieldRow{.key = "caches",
                       .title = N3X_TEXT("Caches and mirrors"),
                       .help = N3X_TEXT("Where builds find what is already there.")},
              &Project::caches},
        Field{FieldRow{.key = "builders",
                       .title = N3X_TEXT("Remote builders"),
                       .help = N3X_TEXT("Machines that Nix builds on.")},
              &Project::builders},
        Field{FieldRow{.key = "admins",
                       .title = N3X_TEXT("Administrators"),
                       .help = N3X_TEXT("Who may log in, who may decrypt.")},
              &Project::admins},
        Field{FieldRow{.key = "profiles",
                       .title = N3X_TEXT("Profiles"),
                       .help = N3X_TEXT("The topologies of this project; each is a file profiles/<name>.yaml.")},
              &Project::profiles},
        Field{FieldRow{.key = "deploy",
                       .title = N3X_TEXT("Deployed profile"),
                       .help = N3X_TEXT("The profile that the real machines run; its nodes get the plain names."),
                       .nameOf = NameOf::Profile},
              &Project::deploy},
        Field{FieldRow{.key = "hardware",
                       .title = N3X_TEXT("Own hardware"),
                       .help = N3X_TEXT("Hardware targets beside the built-in ones.")},
              &Project::hardware}};
};

} // namespace n3x
