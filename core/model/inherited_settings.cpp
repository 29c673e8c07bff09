// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/model/inherited_settings.h"

#include "core/model/defaults.h"

#include <algorithm>
#include <tuple>
#include <utility>
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

// Of these settings what all of the servers say alike.
K3sSettings saidByAll(const auto& members, std::span<const Node* const> servers)
{
    K3sSettings said;
    if (servers.empty()) return said;
    forEachMember(members, [&](auto member) {
        const auto& first = servers.front()->k3s.*member;
        if (first && std::ranges::all_of(servers, [&](const Node* one) { return one->k3s.*member == first; }))
            said.*member = first;
    });
    return said;
}

// The servers, or none where one of them leaves all to its profile, as nearly everywhere.
std::vector<const Node*> sayingServers(const Profile& profile)
{
    std::vector<const Node*> servers;
    for (const auto& node : profile.nodes) {
        if (!isServer(*node)) continue;
        if (!hasServerSettings(node->k3s)) return {};
        servers.push_back(&node.get());
    }
    return servers;
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

K3sSettings withDefaultRanges(K3sSettings said)
{
    if (!said.clusterCidr) said.clusterCidr = {Entered<Subnet>::from(defaults::clusterCidr)};
    if (!said.serviceCidr) said.serviceCidr = {Entered<Subnet>::from(defaults::serviceCidr)};
    return said;
}

K3sSettings withDefaults(K3sSettings said)
{
    said = withDefaultRanges(std::move(said));
    if (!said.version) said.version = Entered<K3sVersion>::from(defaults::k3sVersion);
    if (!said.flannelBackend) said.flannelBackend = Choice(defaults::flannelBackend);
    if (!said.disable) said.disable.emplace();
    if (!said.addons) said.addons.emplace();
    return said;
}

ImageSource imagesOf(const K3sSettings& said)
{
    return said.images && *said.images ? said.images->value().kind() : defaults::images;
}

bool hasServerSettings(const K3sSettings& settings)
{
    const auto saysAny = [&](auto... member) { return ((settings.*member).has_value() || ...); };
    return std::apply(saysAny, ofProfiles) || std::apply(saysAny, ofServers);
}

bool differs(const K3sSettings& own, const K3sSettings& shared)
{
    bool found = false;
    const auto compare = [&](auto member) { found |= own.*member && own.*member != shared.*member; };
    forEachMember(ofProfiles, compare);
    forEachMember(ofServers, compare);
    return found;
}

K3sSettings agreedSettings(std::span<const Node* const> servers) { return saidByAll(ofServers, servers); }

K3sSettings agreedSettings(const Profile& profile) { return agreedSettings(sayingServers(profile)); }

K3sSettings agreedForProfile(std::span<const Node* const> servers) { return saidByAll(ofProfiles, servers); }

Profile sayingWhatServersSay(Profile profile)
{
    const K3sSettings said = agreedForProfile(sayingServers(profile));
    const auto move = [&](auto member) {
        if (!(said.*member) || profile.k3s.*member) return;
        profile.k3s.*member = said.*member;
        for (std::size_t at = 0; at < profile.nodes.size(); ++at) {
            if (!isServer(*profile.nodes[at])) continue;
            Node server = *profile.nodes[at];
            (server.k3s.*member).reset();
            profile.nodes = profile.nodes.set(at, std::move(server));
        }
    };
    forEachMember(ofProfiles, move);
    return profile;
}

} // namespace n3x
