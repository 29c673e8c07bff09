// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/frame.h"

#include "core/model/defaults.h"
#include "core/model/dhcp_server_mac.h"
#include "core/model/inherited_settings.h"

#include <algorithm>
#include <array>
#include <map>

namespace n3x::checks {
namespace {

UplinkFrame frameOf(const Uplink& uplink)
{
    const Mtu* mtu = valueOf(uplink.mtu);
    return {uplink.name.text(), mtu == nullptr ? defaults::mtu : mtu->number(), &uplink};
}

NetworkFrame frameOf(const Network& network, const Frame& frame)
{
    NetworkFrame result;
    result.said = &network;
    result.name = network.name.text();
    result.uplink = frame.findUplink(network.uplink);
    result.isTagged = network.vlan.has_value();
    if (const VlanId* vlan = valueOf(network.vlan)) result.vlan = vlan->number();
    if (const Mtu* mtu = valueOf(network.mtu))
        result.mtu = mtu->number();
    else if (!network.mtu && result.uplink != none)
        result.mtu = frame.uplinks[result.uplink].mtu;
    result.isDhcp = kindOf(network.addressing, defaults::addressing) == Addressing::Dhcp;
    result.carriesK3s = contains(network.carries, Traffic::K3s);
    for (const auto& subnet : network.subnet) {
        if (subnet)
            result.subnets.emplace_back(subnet.value());
        else
            result.allSubnetsKnown = false;
    }
    for (const auto& gateway : network.gateway)
        if (gateway) result.gateways.push_back(gateway.value());
    for (const Family family : {Family::IPv4, Family::IPv6})
        result.hasDefault[family == Family::IPv6] =
            std::ranges::contains(result.gateways, family, &IpAddress::family) ||
            std::ranges::any_of(network.routes, [&](const Route& one) { return isDefaultRoute(one, family); });
    if (network.dhcp) {
        if (const IpAddress* server = valueOf(network.dhcp->server)) result.dhcpServer = *server;
        const auto& range = network.dhcp->range;
        if (range.size() == 2 && range[0] && range[1]) result.dhcpRange = {range[0].value(), range[1].value()};
    }
    return result;
}

Index lookUp(const NameMap<Index>& map, std::string_view name)
{
    const auto found = map.find(name);
    return found == map.end() ? none : found->second;
}

void addTargets(Frame& frame, const Sequence<HardwareTarget>& targets)
{
    for (const auto& target : targets) {
        const std::string name = target->name.text();
        if (frame.targetIndex.contains(name)) continue;
        frame.targetIndex.emplace(name, static_cast<Index>(frame.targets.size()));
        const auto* arch = target->arch.get();
        frame.targets.push_back({name, &target.get(), arch == nullptr ? std::nullopt : std::optional(arch->kind())});
    }
}

bool routesMeet(const Frame& frame)
{
    std::map<Subnet, const NetworkFrame*> seen;
    for (const NetworkFrame& network : frame.networks)
        for (const Route& route : network.said->routes)
            if (route.to && seen.try_emplace(route.to.value(), &network).first->second != &network) return true;
    return false;
}

} // namespace

bool NetworkFrame::has(Family family) const
{
    return std::ranges::any_of(subnets, [&](const SubnetFrame& one) { return one.subnet.family() == family; });
}

bool NetworkFrame::contains(const IpAddress& address) const
{
    return std::ranges::any_of(subnets, [&](const SubnetFrame& one) { return one.contains(address); });
}

bool NetworkFrame::holds(const Subnet& range) const
{
    return std::ranges::any_of(subnets, [&](const SubnetFrame& one) {
        return one.subnet.prefixLength() <= range.prefixLength() && one.subnet.overlaps(range);
    });
}

Index Frame::findNetwork(std::string_view name) const { return lookUp(networkIndex, name); }

Index Frame::findUplink(std::string_view name) const { return lookUp(uplinkIndex, name); }

Index Frame::findTarget(std::string_view name) const { return lookUp(targetIndex, name); }

bool isOfK3s(std::string_view link)
{
    constexpr std::array<std::string_view, 6> names{"cni0",       "flannel.1",     "flannel-v6.1",
                                                    "flannel-wg", "flannel-wg-v6", "kube-ipvs0"};
    return std::ranges::contains(names, link);
}

Frame makeFrame(const Project& project, const Profile& profile)
{
    Frame frame;
    frame.profileName = profile.name.text();
    frame.path = ObjectPath::of({"profiles", frame.profileName});
    for (const auto& uplink : profile.uplinks) {
        frame.uplinkIndex.emplace(uplink->name.text(), static_cast<Index>(frame.uplinks.size()));
        frame.uplinks.push_back(frameOf(*uplink));
    }
    std::size_t k3sNetworks = 0;
    for (const auto& network : profile.networks) {
        const auto index = static_cast<Index>(frame.networks.size());
        frame.networkIndex.emplace(network->name.text(), index);
        frame.networks.push_back(frameOf(*network, frame));
        if (network->dhcp && frame.networks.back().isDhcp)
            if (const auto mac = dhcpServerMac(*network->dhcp, index)) frame.dhcpMacs.push_back(*mac);
        if (frame.networks.back().carriesK3s && ++k3sNetworks == 1) frame.k3sNetwork = index;
    }
    if (k3sNetworks != 1) frame.k3sNetwork = none;
    for (Index index = 0; index < frame.networks.size() && frame.storageNetwork == none; ++index)
        if (index != frame.k3sNetwork && contains(frame.networks[index].said->carries, Traffic::Storage))
            frame.storageNetwork = index;
    frame.agreed = agreedSettings(profile);
    frame.k3s = withDefaultRanges(inheriting(frame.agreed, inheriting(profile.k3s, project.k3s)));
    if (const IpAddress* api = valueOf(frame.k3s.apiAddress)) frame.apiAddress = *api;
    const auto addNameServers = [&](const std::vector<Entered<IpAddress>>& said) {
        for (const auto& server : said)
            if (server) frame.nameServers.push_back(server.value());
    };
    addNameServers(project.nameservers);
    for (const auto& network : profile.networks) addNameServers(network->nameservers);
    frame.routesMeet = routesMeet(frame);
    addTargets(frame, project.hardware); // before the built-in ones, which they may hide
    addTargets(frame, builtInHardware());
    return frame;
}

} // namespace n3x::checks
