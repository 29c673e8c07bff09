// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/model/defaults.h"
#include "core/model/inherited_settings.h"
#include "core/plan/plan_parts.h"
#include "core/plan/plan_values.h"

#include <algorithm>

namespace n3x::planning {
namespace {

template <class T> std::vector<T> listOf(const std::optional<std::vector<Entered<T>>>& said)
{
    return said ? valuesOf(*said) : std::vector<T>();
}

template <class T> std::vector<std::string> wordsOf(const std::optional<std::vector<Entered<T>>>& said)
{
    std::vector<std::string> words;
    if (!said) return words;
    words.reserve(said->size());
    for (const auto& word : *said)
        if (word) words.push_back(word.value().text());
    return words;
}

// What a server says itself, else what its profile and project say. An agent takes what the servers do.
template <class Member> const auto& setting(const ProfilePlan& shared, const Node& node, Member member)
{
    const auto& own = node.k3s.*member;
    return own && isServer(node) ? own : shared.k3s.*member;
}

void planServer(K3sPlan& plan, const ProfilePlan& shared, const Node& node)
{
    plan.clusterInit = shared.servers.size() > 1 && node.name.reads(shared.initServer);
    plan.tlsNames = shared.serverNames;
    plan.clusterCidr = listOf(setting(shared, node, &K3sSettings::clusterCidr));
    plan.serviceCidr = listOf(setting(shared, node, &K3sSettings::serviceCidr));
    // The API's own service gets an address of the first range, and the API server wants one of that family.
    const Family family = plan.serviceCidr.empty() ? Family::IPv4 : plan.serviceCidr.front().family();
    const auto own = std::ranges::find(plan.nodeAddresses, family, &IpAddress::family);
    if (own != plan.nodeAddresses.end())
        plan.advertiseAddress = *own;
    else if (!plan.nodeAddresses.empty())
        plan.advertiseAddress = plan.nodeAddresses.front();
    plan.disable = wordsOf(setting(shared, node, &K3sSettings::disable));
}

} // namespace

K3sPlan planK3s(const ProfilePlan& shared, const Node& node, std::span<const LinkPlan> links)
{
    K3sPlan plan;
    const bool founds = node.name.reads(shared.initServer);
    if (!founds) plan.joinUrl = shared.serverApi;
    plan.nodeAddresses = clusterAddresses(shared, node);
    const auto link = std::ranges::find_if(links, [&](const LinkPlan& one) { return one.requiredForOnline; });
    if (link != links.end()) plan.flannelInterface = link->name;
    plan.flannelBackend =
        valueOr(setting(shared, node, &K3sSettings::flannelBackend), Choice(defaults::flannelBackend)).kind();
    plan.addons = wordsOf(setting(shared, node, &K3sSettings::addons));
    plan.images = imagesOf(node.k3s.images ? node.k3s : shared.k3s);
    if (isServer(node)) planServer(plan, shared, node);
    plan.labels.reserve(node.labels.size());
    for (const Label& label : node.labels)
        if (label.key && label.value)
            plan.labels.push_back(label.key.value().text() + "=" + label.value.value().text());
    plan.taints.reserve(node.taints.size());
    for (const auto& taint : node.taints)
        if (taint) plan.taints.push_back(taint.value().text());
    if (const IpAddress* api = valueOf(setting(shared, node, &K3sSettings::apiAddress))) plan.apiAddress = *api;
    if (const K3sVersion* version = valueOf(node.k3s.version ? node.k3s.version : shared.k3s.version))
        plan.version = version->text();
    return plan;
}

} // namespace n3x::planning
