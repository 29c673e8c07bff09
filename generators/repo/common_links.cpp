// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/repo/common_links.h"

#include "core/plan/plan_parts.h"

#include <algorithm>
#include <ranges>
#include <unordered_set>

namespace n3x {
namespace {

// Of more than these, nodes attach to a few each, or there are few nodes: saying all of them first would be longer.
constexpr std::size_t mostNetworks = 64;

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

// Where two uplinks share a port, a node on all networks may have two VLANs of one name, which no real node has.
void dropSecondOfEachName(std::vector<LinkPlan>& links)
{
    std::unordered_set<std::string_view> names;
    names.reserve(links.size());
    std::vector<std::size_t> seconds;
    for (std::size_t at = 0; at < links.size(); ++at)
        if (!names.insert(links[at].name).second) seconds.push_back(at);
    for (const std::size_t at : seconds | std::views::reverse)
        links.erase(links.begin() + static_cast<std::ptrdiff_t>(at));
}

} // namespace

std::vector<LinkPlan> commonLinks(const ProfilePlan& shared, std::string_view target)
{
    if (shared.networks.size() > mostNetworks) return {};
    std::vector<LinkPlan> links = planning::planLinks(shared, attachedToAll(shared, target));
    for (LinkPlan& link : links) {
        link.mac.reset();
        link.addresses.clear();
        link.reservations.clear();
    }
    dropSecondOfEachName(links);
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

std::vector<LinkPlan>& KeptCommonLinks::of(std::string_view target)
{
    const auto known = byTarget_.find(target);
    if (known != byTarget_.end()) return known->second;
    return byTarget_.emplace(target, commonLinks(shared_, target)).first->second;
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
