// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/frame.h"

#include "core/model/defaults.h"
#include "core/types/reserved_ranges.h"

#include <algorithm>
#include <set>

namespace n3x::checks {
namespace {

// An IPv6 router goes by its link-local address too, whatever the subnet (RFC 4861 §2.2).
bool isNeighbour(const NetworkFrame& network, const IpAddress& router)
{
    return network.contains(router) ||
           (router.family() == Family::IPv6 && isLinkLocal(router) && network.has(Family::IPv6));
}

const SubnetFrame* subnetOf(const NetworkFrame& network, const IpAddress& address)
{
    const auto in =
        std::ranges::find_if(network.subnets, [&](const SubnetFrame& one) { return one.contains(address); });
    return in == network.subnets.end() ? nullptr : &*in;
}

void checkGateways(const NetworkFrame& network, const ObjectPath& path, Finder& finder)
{
    if (!network.allSubnetsKnown || network.subnets.empty()) return;
    const auto& said = network.said->gateway;
    for (std::size_t at = 0; at < said.size(); ++at) {
        if (!said[at]) continue;
        const IpAddress& gateway = said[at].value();
        const SubnetFrame* in = subnetOf(network, gateway);
        if (isNeighbour(network, gateway) && in == nullptr) continue;
        if (in == nullptr)
            finder.add(codes::gatewayOutside, path / "gateway" / at,
                       {N3X_TEXT("The gateway %1 of %2 is outside %3."),
                        {gateway.text(), network.name, network.subnets[0].subnet.text()}},
                       N3X_TEXT("Use an address of the network's own subnet: a gateway is reached without another."));
        else if (in->isReserved(gateway))
            finder.add(codes::addressOfNetwork, path / "gateway" / at,
                       {N3X_TEXT("The gateway %1 of %2 is the network or broadcast address of %3."),
                        {gateway.text(), network.name, in->subnet.text()}},
                       N3X_TEXT("Use the address of a host."));
        else if (network.isInDhcpRange(gateway))
            finder.add(codes::addressInDhcpRange, path / "gateway" / at,
                       {N3X_TEXT("The gateway %1 of %2 is inside the DHCP range."), {gateway.text(), network.name}},
                       N3X_TEXT("Use an address beside the range, which DHCP may give to somebody else."));
        else if (network.isDhcp && gateway.family() == Family::IPv6)
            finder.add(codes::gatewayByAdvertisement, path / "gateway" / at,
                       {N3X_TEXT("The nodes of %1 learn of the gateway %2 by router advertisements alone."),
                        {network.name, gateway.text()}},
                       N3X_TEXT("Let it send them on that wire: DHCPv6 names no router."));
    }
}

void checkRoutes(const NetworkFrame& network, const ObjectPath& path, Finder& finder)
{
    for (const Family family : {Family::IPv4, Family::IPv6}) {
        bool hasOne = std::ranges::contains(network.gateways, family, &IpAddress::family);
        for (std::size_t at = 0; at < network.said->routes.size(); ++at) {
            const Route& route = network.said->routes[at];
            if (!isDefaultRoute(route, family)) continue;
            if (hasOne)
                finder.add(
                    codes::gatewayTwice, path / "routes" / at / "to",
                    {N3X_TEXT("The route of %1 to %2 is a second default gateway."), {network.name, route.to.text()}},
                    N3X_TEXT("Keep one of them: say what this route is to reach, or name no gateway."));
            hasOne = true;
        }
    }
    for (std::size_t at = 0; at < network.said->routes.size(); ++at) {
        const Route& route = network.said->routes[at];
        if (!route.via || !route.to) continue;
        const ObjectPath via = path / "routes" / at / "via";
        if (route.to.value().family() != route.via.value().family())
            finder.add(codes::routeFamilies, via,
                       {N3X_TEXT("The route of %1 to %2 goes via %3, which is of the other address family."),
                        {network.name, route.to.text(), route.via.text()}},
                       N3X_TEXT("Name a next hop of the same family."));
        else if (network.allSubnetsKnown && !isNeighbour(network, route.via.value()))
            finder.add(codes::routeUnreachable, via,
                       {N3X_TEXT("The next hop %1 of the route to %2 is not on %3."),
                        {route.via.text(), route.to.text(), network.name}},
                       N3X_TEXT("Name an address of this network, or put the route on the network that reaches it."));
        else if (const SubnetFrame* in = subnetOf(network, route.via.value()); in && in->isReserved(route.via.value()))
            finder.add(codes::addressOfNetwork, via,
                       {N3X_TEXT("The next hop %1 of the route to %2 is the network or broadcast address of %3."),
                        {route.via.text(), route.to.text(), in->subnet.text()}},
                       N3X_TEXT("Use the address of a host."));
    }
}

void checkDestinations(const Frame& frame, const NetworkFrame& network, const ObjectPath& path, Finder& finder)
{
    // Who leads pods' packets without Flannel may do so by routes.
    const bool isFlannels = kindOf(frame.k3s.flannelBackend, defaults::flannelBackend) != FlannelBackend::None;
    std::set<Subnet> seen;
    for (std::size_t at = 0; at < network.said->routes.size(); ++at) {
        const auto& said = network.said->routes[at].to;
        if (!said || said.value().prefixLength() == 0) continue; // a default gateway, told of above
        const Subnet& to = said.value();
        const ObjectPath where = path / "routes" / at / "to";
        if (!seen.insert(to).second)
            finder.add(codes::routeTwice, where, {N3X_TEXT("%1 has two routes to %2."), {network.name, to.text()}},
                       N3X_TEXT("Keep one: a node goes one way to a destination."));
        if (network.holds(to))
            finder.add(
                codes::routeHome, where,
                {N3X_TEXT("The route of %1 to %2 leads to where its nodes are themselves."), {network.name, to.text()}},
                N3X_TEXT("Remove it, or take a subnet that ends before what is behind the next hop."));
        for (const auto& pods : *frame.k3s.clusterCidr)
            if (isFlannels && pods && to.prefixLength() >= pods.value().prefixLength() && pods.value().overlaps(to))
                finder.add(codes::subnetOverlapsCluster, where,
                           {N3X_TEXT("The route of %1 to %2 leads into the cluster CIDR, %3, past Flannel."),
                            {network.name, to.text(), pods.text()}},
                           N3X_TEXT("Remove it, or give K3s another range: Flannel has a route to each node's pods."));
    }
}

} // namespace

void checkNameServers(const std::vector<Entered<IpAddress>>& said, const ObjectPath& path, Finder& finder)
{
    for (std::size_t at = 0; at < said.size(); ++at) {
        if (!said[at] || isLinkLocal(said[at].value())) continue; // of the link that it is said for
        const auto kept = unusableRangeIn(*Subnet::around(said[at].value(), said[at].value().bitCount()));
        if (!kept) continue;
        finder.add(
            codes::nameServerUnreached, path / at,
            {N3X_TEXT("The name server %1 is in %2, where no other machine is."), {said[at].text(), kept->text()}},
            N3X_TEXT("Name a server that nodes and pods reach, such as the router's address."));
    }
}

void checkRouters(const Frame& frame, const NetworkFrame& network, const ObjectPath& path, Finder& finder)
{
    checkGateways(network, path, finder);
    checkRoutes(network, path, finder);
    checkDestinations(frame, network, path, finder);
}

} // namespace n3x::checks
