// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/nixos/firewall.h"

#include <algorithm>

namespace n3x {
namespace {

bool carries(const NetworkPlan& network, Traffic traffic)
{
    return std::ranges::find(network.carries, traffic) != network.carries.end();
}

bool anyCarries(const ProfilePlan& shared, Traffic traffic)
{
    return std::ranges::any_of(shared.networks, [&](const NetworkPlan& network) { return carries(network, traffic); });
}

bool usesLonghorn(const K3sPlan& k3s) { return std::ranges::find(k3s.addons, "longhorn") != k3s.addons.end(); }

// Storage has its own network, or it runs beside K3s where the cluster uses Longhorn at all.
bool carriesStorage(const NodePlan& node, const ProfilePlan& shared, const NetworkPlan& network)
{
    if (carries(network, Traffic::Storage)) return true;
    return carries(network, Traffic::K3s) && usesLonghorn(node.k3s) && !anyCarries(shared, Traffic::Storage);
}

} // namespace

OpenPorts openPorts(const NodePlan& node, const ProfilePlan& shared, const NetworkPlan& network)
{
    const bool k3s = carries(network, Traffic::K3s);
    const bool server = node.role == Role::Server;
    const bool storage = carriesStorage(node, shared, network);
    OpenPorts ports;
    if (k3s && server && shared.servers.size() > 1) // a lone server keeps SQLite and has no etcd
        for (std::uint16_t etcd = 2379; etcd <= 2380; ++etcd) ports.tcp.add(etcd);
    if (storage) ports.tcp.add(3260); // iSCSI
    if (k3s && server) ports.tcp.add(6443);
    if (storage)
        for (std::uint16_t longhorn = 9500; longhorn <= 9504; ++longhorn) ports.tcp.add(longhorn);
    if (k3s) ports.tcp.add(10250); // kubelet
    if (k3s && node.k3s.flannelBackend == FlannelBackend::Vxlan) ports.udp.add(8472);
    if (k3s && node.k3s.flannelBackend == FlannelBackend::WireguardNative)
        for (std::uint16_t wireguard = 51820; wireguard <= 51821; ++wireguard) ports.udp.add(wireguard); // IPv4, IPv6
    return ports;
}

FewOf<std::string_view, 3> podInterfaces(const K3sPlan& k3s)
{
    const auto has = [&](Family family) {
        return std::ranges::any_of(k3s.clusterCidr, [&](const Subnet& range) { return range.family() == family; });
    };
    // Only servers are told the ranges; agents learn them, so they trust both links.
    const bool any = k3s.clusterCidr.empty();
    FewOf<std::string_view, 3> names;
    if (k3s.flannelBackend == FlannelBackend::None) return names;
    names.add("cni0");
    if (k3s.flannelBackend == FlannelBackend::Vxlan) {
        if (any || has(Family::IPv4)) names.add("flannel.1");
        if (any || has(Family::IPv6)) names.add("flannel-v6.1");
    } else if (k3s.flannelBackend == FlannelBackend::WireguardNative) {
        if (any || has(Family::IPv4)) names.add("flannel-wg");
        if (any || has(Family::IPv6)) names.add("flannel-wg-v6");
    }
    return names;
}

} // namespace n3x
