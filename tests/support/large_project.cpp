// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/random_project.h"

#include <format>
#include <string>

namespace n3x::test {
namespace {

template <class T> Entered<T> entered(std::string_view text) { return Entered<T>::from(text); }

} // namespace

Project largeProject(int nodes)
{
    Project project;
    project.name = entered<DnsLabel>("large-lab");
    Profile profile;
    profile.name = entered<DnsLabel>("large");
    Uplink uplink;
    uplink.name = entered<DnsLabel>("trunk");
    uplink.bond = entered<InterfaceName>("bond0");
    uplink.members = {entered<InterfaceName>("eth1"), entered<InterfaceName>("eth2")};
    uplink.primary = uplink.members[0];
    profile.uplinks = profile.uplinks.push_back(uplink);
    for (const int index : {0, 1}) {
        Network network;
        network.name = entered<DnsLabel>(index == 0 ? "cluster" : "storage");
        network.uplink = "trunk";
        network.vlan = entered<VlanId>(index == 0 ? "200" : "100");
        network.subnet = {entered<Subnet>(index == 0 ? "10.20.0.0/16" : "10.30.0.0/16")};
        network.carries = {Choice(index == 0 ? Traffic::K3s : Traffic::Storage)};
        profile.networks = profile.networks.push_back(network);
    }
    for (int index = 0; index < nodes; ++index) {
        Node node;
        const bool server = index < 3;
        node.name =
            entered<DnsLabel>(server ? std::format("server-{}", index + 1) : std::format("agent-{}", index - 2));
        node.role = Choice(server ? Role::Server : Role::Agent);
        node.target = "qemu-amd64";
        if (index % 2 != 0) node.backend = Choice(Backend::Debian);
        const std::string host = std::format("{}.{}", (index + 1) / 256, (index + 1) % 256);
        node.addresses = {{"cluster", {entered<IpAddress>("10.20." + host)}},
                          {"storage", {entered<IpAddress>("10.30." + host)}}};
        node.macs = {
            {entered<InterfaceName>("eth1"),
             entered<MacAddress>(std::format("52:54:00:01:{:02x}:{:02x}", (index + 1) / 256, (index + 1) % 256))},
            {entered<InterfaceName>("eth2"),
             entered<MacAddress>(std::format("52:54:00:02:{:02x}:{:02x}", (index + 1) / 256, (index + 1) % 256))}};
        profile.nodes = std::move(profile.nodes).push_back(node);
    }
    project.profiles = project.profiles.push_back(profile);
    return project;
}

} // namespace n3x::test
