// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/model/inherited_settings.h"

#include <algorithm>
#include <tuple>
#include <vector>

namespace n3x {
namespace {

// Nodes are upgraded one after the other, and some have no way out to a registry.
constexpr std::tuple ofNodes{&K3sSettings::version, &K3sSettings::images};

// One for the whole profile, whoever says it: networks and addresses are held against them.
constexpr std::tuple ofProfiles{&K3sSettings::clusterCidr, &K3sSettings::serviceCidr, &K3sSettings::apiAddress};

constexpr std::tuple ofServers{&K3sSettings::flannelBackend, &K3sSettings::disable, &K3sSettings::addons,
                               &K3sSettings::longhornPaths};

template <class Visit> void forEachMember(const auto& members, Visit&& visit)
{
    std::apply([&](auto... member) { (visit(member), ...); }, members);
}

} // namespace

K3sSettings inheriting(K3sSettings own, const K3sSettings& outer)
{
    const auto inherit = [&](auto member) {
        if (!(own.*member)) own.*member = outer.*member;
    };
    forEachMember(ofNodes, inherit);
    forEachMember(ofProfiles, inherit);
    forEachMember(ofServers, inherit);
    return own;
}

bool hasServerSettings(const K3sSettings& settings)
{
    const auto saysAny = [&](auto... member) { return ((settings.*member).has_value() || ...); };
    return std::apply(saysAny, ofProfiles) || std::apply(saysAny, ofServers);
}

K3sSettings withoutDifferences(K3sSettings settings, const K3sSettings& shared)
{
    const auto drop = [&](auto member) {
        if (settings.*member != shared.*member) (settings.*member).reset();
    };
    forEachMember(ofProfiles, drop);
    forEachMember(ofServers, drop);
    return settings;
}

K3sSettings agreedSettings(std::span<const Node* const> servers)
{
    K3sSettings agreed;
    if (servers.empty()) return agreed;
    forEachMember(ofServers, [&](auto member) {
        const auto& first = servers.front()->k3s.*member;
        if (first && std::ranges::all_of(servers, [&](const Node* one) { return one->k3s.*member == first; }))
            agreed.*member = first;
    });
    return agreed;
}

K3sSettings agreedSettings(const Profile& profile)
{
    std::vector<const Node*> servers;
    for (const auto& node : profile.nodes) {
        if (!isServer(*node)) continue;
        if (!hasServerSettings(node->k3s)) return {}; // as nearly everywhere
        servers.push_back(&node.get());
    }
    return agreedSettings(servers);
}

} // namespace n3x
