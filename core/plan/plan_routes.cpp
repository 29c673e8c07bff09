// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/plan/plan_parts.h"

#include <algorithm>

namespace n3x::planning {
namespace {

bool takes(DhcpFamilies families, Family family)
{
    return families == DhcpFamilies::Both ||
           families == (family == Family::IPv4 ? DhcpFamilies::IPv4 : DhcpFamilies::IPv6);
}

void add(DhcpFamilies& families, Family family)
{
    const DhcpFamilies one = family == Family::IPv4 ? DhcpFamilies::IPv4 : DhcpFamilies::IPv6;
    families = families == DhcpFamilies::None || families == one ? one : DhcpFamilies::Both;
}

bool hasDefault(const LinkPlan& link, Family family)
{
    return std::ranges::contains(link.gateways, family, &IpAddress::family) ||
           std::ranges::any_of(link.routes, [&](const RoutePlan& route) {
               return route.to.family() == family && route.to.prefixLength() == 0;
           });
}

// Whether the link has an address in a subnet that holds all of it.
bool isIn(const ProfilePlan& shared, const LinkPlan& link, const Subnet& range)
{
    const auto holds = [&](const Subnet& subnet) {
        return subnet.prefixLength() <= range.prefixLength() && subnet.overlaps(range);
    };
    if (link.dhcp == DhcpFamilies::None)
        return std::ranges::any_of(link.addresses, [&](const AddressPlan& one) {
            const auto subnet = Subnet::around(one.address, one.prefixLength);
            return subnet && holds(*subnet);
        });
    const auto network = std::ranges::find(shared.networks, link.network, &NetworkPlan::name);
    return network != shared.networks.end() && std::ranges::any_of(network->subnets, holds);
}

// Whether a link comes before another when the project names no gateway and both leases may bring one.
bool comesBefore(const LinkPlan* one, const LinkPlan* other)
{
    return !other || (one->requiredForOnline && !other->requiredForOnline);
}

} // namespace

void leaveOutRoutesHome(const ProfilePlan& shared, std::vector<LinkPlan>& links)
{
    for (LinkPlan& link : links)
        std::erase_if(link.routes, [&](const RoutePlan& route) {
            return std::ranges::any_of(links, [&](const LinkPlan& other) { return isIn(shared, other, route.to); });
        });
}

void planDefaultRoutes(const ProfilePlan& shared, std::vector<LinkPlan>& links)
{
    if (std::ranges::all_of(links, [](const LinkPlan& link) { return link.dhcp == DhcpFamilies::None; })) return;
    for (const Family family : {Family::IPv4, Family::IPv6}) {
        // What the project says goes before what a server of somebody else's may say.
        bool isSaid = std::ranges::any_of(links, [&](const LinkPlan& link) { return hasDefault(link, family); });
        LinkPlan* foreign = nullptr;
        for (const NetworkPlan& network : shared.networks) {
            const auto link = std::ranges::find(links, network.name, &LinkPlan::network);
            if (link == links.end() || !takes(link->dhcp, family)) continue;
            if (std::ranges::contains(network.gateways, family, &IpAddress::family)) {
                add(link->dhcpRoutes, family);
                isSaid = true;
            } else if (!network.dhcp && comesBefore(&*link, foreign)) {
                foreign = &*link;
            }
        }
        if (foreign && !isSaid) add(foreign->dhcpRoutes, family);
    }
}

} // namespace n3x::planning
