// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/repo/common_links.h"

#include "core/plan/plan_parts.h"

#include <algorithm>
#include <set>
#include <string>

namespace n3x {
namespace {

// Addresses of every family of every network: with them come gateways, and IPv6 where there is any.
Node attachedToAll(const ProfilePlan& shared, std::string_view target)
{
    Node node;
    node.target = target;
    node.addresses.reserve(shared.networks.size());
    for (const NetworkPlan& network : shared.networks) {
        Attachment& attachment = node.addresses.emplace_back();
        attachment.network = network.name;
        for (const Subnet& subnet : network.subnets) attachment.addresses.emplace_back(subnet.network());
    }
    return node;
}

} // namespace

std::vector<LinkPlan> commonLinks(const ProfilePlan& shared, std::string_view target)
{
    std::vector<LinkPlan> links = planning::planLinks(shared, attachedToAll(shared, target));
    for (LinkPlan& link : links) {
        link.mac.reset();
        link.addresses.clear();
        link.reservations.clear();
    }
    std::set<std::string> names; // a second link of a name has nothing in common with anything
    std::erase_if(links, [&](const LinkPlan& link) { return !names.insert(link.name).second; });
    return links;
}

std::vector<std::string_view> targetsWithOwnPorts(const ProfilePlan& shared)
{
    std::vector<std::string_view> targets;
    for (const auto& uplink : shared.uplinks)
        for (const TargetPorts& ports : uplink->targets)
            if (!std::ranges::contains(targets, ports.target)) targets.push_back(ports.target);
    std::ranges::sort(targets);
    return targets;
}

bool CommonLinks::extendedBy(const LinkPlan& link)
{
    const auto likely = links_.begin() + static_cast<std::ptrdiff_t>(next_);
    const auto named = [&](const LinkPlan& one) { return one.name == link.name; };
    auto found = std::find_if(likely, links_.end(), named);
    if (found == links_.end()) found = std::find_if(links_.begin(), likely, named);
    if (found == links_.end()) return false;
    next_ = static_cast<std::size_t>(found - links_.begin()) + 1;
    found->mac = link.mac;
    found->addresses = link.addresses;
    found->reservations = link.reservations;
    return *found == link;
}

} // namespace n3x
