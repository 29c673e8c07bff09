// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/node_checks.h"

#include <algorithm>
#include <map>

namespace n3x::checks {
namespace {

// Whether the node reaches routers of that family in the network. Static ones need an address of it.
bool reaches(const NetworkFrame& network, const Attachment& attachment, Family family)
{
    if (network.isDhcp) return network.has(family);
    return std::ranges::any_of(attachment.addresses,
                               [&](const auto& one) { return one && one.value().family() == family; });
}

// A node that is the next hop itself has no such route, nor one that does not reach it, as the plan has it.
bool hasRoute(const NetworkFrame& network, const Attachment& attachment, const Route& route)
{
    return route.via && reaches(network, attachment, route.via.value().family()) &&
           !std::ranges::contains(attachment.addresses, route.via);
}

// Whether the node has a link in a subnet that holds all of it.
bool isIn(const Frame& frame, const Node& node, const Subnet& range)
{
    return std::ranges::any_of(node.addresses, [&](const Attachment& attachment) {
        const Index index = frame.findNetwork(attachment.network);
        return index != none && frame.networks[index].holds(range) &&
               reaches(frame.networks[index], attachment, range.family());
    });
}

// Whether the node takes a default gateway from the network.
bool takesDefault(const NetworkFrame& network, const Attachment& attachment, Family family)
{
    if (!network.hasDefault[family == Family::IPv6]) return false;
    if (std::ranges::contains(network.gateways, family, &IpAddress::family))
        return reaches(network, attachment, family);
    return std::ranges::any_of(network.said->routes, [&](const Route& one) {
        return isDefaultRoute(one, family) && hasRoute(network, attachment, one);
    });
}

void noteDefaults(const Frame& frame, const Node& node, Family family, NodeFacts& facts)
{
    Index first = none;
    for (const Attachment& attachment : node.addresses) {
        const Index index = frame.findNetwork(attachment.network);
        if (index == none || index == first) continue;
        const NetworkFrame& network = frame.networks[index];
        const bool takes = takesDefault(network, attachment, family);
        const bool mayBeGivenOne = network.isDhcp && !network.said->dhcp && network.has(family);
        facts.hasWayOut[family == Family::IPv6] |= takes || mayBeGivenOne;
        if (!takes) continue;
        if (first == none)
            first = index;
        else
            facts.clashes.push_back({std::min(first, index), std::max(first, index), family});
    }
}

// The default gateways are above, and what one network says twice is told of the network.
void noteRoutes(const Frame& frame, const Node& node, NodeFacts& facts)
{
    if (!frame.routesMeet) return;
    std::map<Subnet, Index> first;
    for (const Attachment& attachment : node.addresses) {
        const Index index = frame.findNetwork(attachment.network);
        if (index == none) continue;
        const NetworkFrame& network = frame.networks[index];
        for (const Route& route : network.said->routes) {
            if (!route.to || route.to.value().prefixLength() == 0 || !hasRoute(network, attachment, route) ||
                isIn(frame, node, route.to.value()))
                continue;
            const auto [before, isNew] = first.try_emplace(route.to.value(), index);
            if (isNew || before->second == index) continue;
            facts.routeClashes.push_back(
                {std::min(before->second, index), std::max(before->second, index), route.to.value()});
        }
    }
}

} // namespace

void noteWays(const Frame& frame, const Node& node, NodeFacts& facts)
{
    for (const Family family : {Family::IPv4, Family::IPv6}) noteDefaults(frame, node, family, facts);
    noteRoutes(frame, node, facts);
}

} // namespace n3x::checks
