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
    if (carries(network, Traffic::Ingress)) { // an ingress controller in the node's own network: HTTP and HTTPS
        ports.tcp.add(80);
        ports.tcp.add(443);
    }
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

FewOf<std::string_view, 3> podInterfaces(const NodePlan& node, const ProfilePlan& shared)
{
    // Agents learn the pods' ranges from their servers, so their own plan has none.
    const auto has = [&](Family family) {
        return std::ranges::contains(node.k3s.clusterCidr, family, &Subnet::family) ||
               (shared.k3s.clusterCidr &&
                std::ranges::any_of(*shared.k3s.clusterCidr, [&](const Entered<Subnet>& range) {
                    return range && range.value().family() == family;
                }));
    };
    const FlannelBackend backend = node.k3s.flannelBackend;
    FewOf<std::string_view, 3> names;
    if (backend == FlannelBackend::None) return names;
    names.add("cni0");
    if (backend == FlannelBackend::Vxlan) {
        if (has(Family::IPv4)) names.add("flannel.1");
        if (has(Family::IPv6)) names.add("flannel-v6.1");
    } else if (backend == FlannelBackend::WireguardNative) {
        if (has(Family::IPv4)) names.add("flannel-wg");
        if (has(Family::IPv6)) names.add("flannel-wg-v6");
    }
    return names;
}

} // namespace n3x
