// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/project.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Small clusters to plan and write in tests and benches, built in code: they need no loader and show what they say.
namespace n3x::cluster {

template <class T> Entered<T> said(std::string_view text) { return Entered<T>::from(text); }

template <class T> std::vector<Entered<T>> saidAll(std::initializer_list<std::string_view> texts)
{
    std::vector<Entered<T>> all;
    for (const std::string_view text : texts) all.push_back(said<T>(text));
    return all;
}

inline HardwareTarget target(std::string_view name, Backend backend, std::initializer_list<std::string_view> nics)
{
    HardwareTarget target;
    target.name = said<Word>(name);
    target.title = said<Line>(name);
    target.backends.emplace_back(backend);
    target.boot = Choice(BootLoader::SystemdBoot);
    if (backend == Backend::Debian) target.debian.machine = said<Word>(name);
    for (const std::string_view nic : nics) target.nics.push_back({said<InterfaceName>(nic), {}, {}});
    return target;
}

inline Uplink nicUplink(std::string_view name, std::string_view nic)
{
    Uplink uplink;
    uplink.name = said<DnsLabel>(name);
    uplink.nic = said<InterfaceName>(nic);
    return uplink;
}

inline Uplink bondUplink(std::string_view name, std::string_view bond, std::initializer_list<std::string_view> members)
{
    Uplink uplink;
    uplink.name = said<DnsLabel>(name);
    uplink.bond = said<InterfaceName>(bond);
    uplink.members = saidAll<InterfaceName>(members);
    uplink.primary = said<InterfaceName>(*members.begin());
    return uplink;
}

inline Network network(std::string_view name, std::string_view uplink, std::initializer_list<std::string_view> subnets,
                       std::string_view vlan = {})
{
    Network network;
    network.name = said<DnsLabel>(name);
    network.uplink = uplink;
    network.subnet = saidAll<Subnet>(subnets);
    if (!vlan.empty()) network.vlan = said<VlanId>(vlan);
    if (name == "cluster") network.carries = {Choice(Traffic::K3s)};
    return network;
}

inline Attachment at(std::string_view network, std::initializer_list<std::string_view> addresses)
{
    return {std::string(network), saidAll<IpAddress>(addresses)};
}

inline Node node(std::string_view name, Role role, std::initializer_list<Attachment> attachments)
{
    Node node;
    node.name = said<DnsLabel>(name);
    node.role = Choice(role);
    node.target = "box";
    node.addresses = attachments;
    return node;
}

inline Profile profile(std::string_view name, std::initializer_list<Uplink> uplinks,
                       std::initializer_list<Network> networks, std::initializer_list<Node> nodes)
{
    Profile profile;
    profile.name = said<DnsLabel>(name);
    for (const Uplink& one : uplinks) profile.uplinks = profile.uplinks.push_back(one);
    for (const Network& one : networks) profile.networks = profile.networks.push_back(one);
    for (const Node& one : nodes) profile.nodes = profile.nodes.push_back(one);
    return profile;
}

inline Project project(std::initializer_list<Profile> profiles)
{
    Project project;
    project.name = said<DnsLabel>("edge-lab");
    project.hardware = Sequence<HardwareTarget>()
                           .push_back(target("box", Backend::Debian, {"eth0", "eth1", "eth2"}))
                           .push_back(target("n100", Backend::Nixos, {"enp1s0", "enp2s0", "eth1", "eth2"}));
    for (const Profile& one : profiles) project.profiles = project.profiles.push_back(one);
    return project;
}

// The four nodes of the built-in profiles: host parts 1 to 4 in each of the networks, given by their first three bytes.
inline Profile withFourNodes(Profile profile,
                             std::initializer_list<std::pair<std::string_view, std::string_view>> networks)
{
    int host = 1;
    for (const auto& [name, role] : {std::pair{"server-1", Role::Server},
                                     {"server-2", Role::Server},
                                     {"agent-1", Role::Agent},
                                     {"agent-2", Role::Agent}}) {
        Node one = node(name, role, {});
        for (const auto& [network, prefix] : networks)
            one.addresses.push_back(at(network, {std::string(prefix) + "." + std::to_string(host)}));
        profile.nodes = profile.nodes.push_back(one);
        ++host;
    }
    return profile;
}

inline Profile simple()
{
    return withFourNodes(
        profile("simple", {nicUplink("lan", "eth1")}, {network("cluster", "lan", {"192.168.1.0/24"})}, {}),
        {{"cluster", "192.168.1"}});
}

inline Profile vlans(Uplink trunk = nicUplink("trunk", "eth1"))
{
    return withFourNodes(profile("vlans", {std::move(trunk)},
                                 {network("cluster", "trunk", {"192.168.200.0/24"}, "200"),
                                  network("storage", "trunk", {"192.168.100.0/24"}, "100")},
                                 {}),
                         {{"cluster", "192.168.200"}, {"storage", "192.168.100"}});
}

inline Profile bondingVlans() { return vlans(bondUplink("trunk", "bond0", {"eth1", "eth2"})); }

inline Profile dhcp()
{
    Profile profile = simple();
    Network lan = *profile.networks[0];
    lan.addressing = Choice(Addressing::Dhcp);
    lan.dhcp =
        DhcpService{said<IpAddress>("192.168.1.254"), {}, saidAll<IpAddress>({"192.168.1.100", "192.168.1.200"}), {}};
    profile.networks = profile.networks.set(0, lan);
    return profile;
}

// A bond with two VLANs under `count` nodes, three of them servers.
inline Profile large(std::size_t count)
{
    Profile profile = cluster::profile(
        "large", {bondUplink("trunk", "bond0", {"eth1", "eth2"})},
        {network("cluster", "trunk", {"10.0.0.0/16"}, "200"), network("storage", "trunk", {"10.1.0.0/16"}, "100")}, {});
    for (std::size_t index = 0; index < count; ++index) {
        const std::string host = std::to_string((index + 1) / 250) + "." + std::to_string((index + 1) % 250 + 1);
        const bool isServer = index < 3;
        Node one = node((isServer ? "server-" : "agent-") + std::to_string(isServer ? index + 1 : index - 2),
                        isServer ? Role::Server : Role::Agent,
                        {at("cluster", {"10.0." + host}), at("storage", {"10.1." + host})});
        one.labels.push_back({said<LabelKey>("node.longhorn.io/create-default-disk"), said<LabelValue>("true")});
        for (const std::string_view nic : {"eth1", "eth2"}) {
            const MacAddress mac = MacAddress::of(
                {0x52, 0x54, nic == "eth1" ? std::uint8_t{1} : std::uint8_t{2}, static_cast<std::uint8_t>(index >> 16U),
                 static_cast<std::uint8_t>(index >> 8U), static_cast<std::uint8_t>(index)});
            one.macs.push_back({said<InterfaceName>(nic), mac});
        }
        profile.nodes = profile.nodes.push_back(std::move(one));
    }
    return profile;
}

inline Project withProfile(const Project& project, std::size_t index, const Profile& profile)
{
    Project changed = project;
    changed.profiles = project.profiles.set(index, profile);
    return changed;
}

inline Project withNode(const Project& project, std::size_t profile, std::size_t index, const Node& node)
{
    Profile changed = *project.profiles[profile];
    changed.nodes = changed.nodes.set(index, node);
    return withProfile(project, profile, changed);
}

} // namespace n3x::cluster
