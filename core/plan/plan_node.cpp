// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/model/defaults.h"
#include "core/model/inherited_settings.h"
#include "core/plan/plan.h"
#include "core/plan/plan_parts.h"
#include "core/plan/plan_values.h"

#include <immer/flex_vector_transient.hpp>

#include <algorithm>
#include <ranges>

namespace n3x {
namespace {

const immer::box<HardwareTarget>& targetOf(const Project& project, std::string_view name)
{
    for (const Sequence<HardwareTarget>* targets : {&project.hardware, &builtInHardware()})
        for (const immer::box<HardwareTarget>& target : *targets)
            if (target->name.reads(name)) return target;
    static const immer::box<HardwareTarget> unknown; // an error elsewhere
    return unknown;
}

// Every target that a node may name, each name once.
Sequence<HardwareTarget> targetsOf(const Project& project)
{
    Sequence<HardwareTarget> targets = builtInHardware();
    for (const immer::box<HardwareTarget>& own : project.hardware) {
        if (!own->name) continue;
        const auto namesake = indexOf(targets, own->name.text());
        if (!namesake)
            targets = targets.push_back(own);
        else if (*namesake < builtInHardware().size())
            targets = targets.set(*namesake, own);
    }
    return targets;
}

Backend backendOf(const Node& node, const HardwareTarget& target)
{
    if (const Choice<Backend>* said = planning::valueOf(node.backend)) return said->kind();
    for (const auto& backend : target.backends)
        if (backend) return backend.value().kind();
    return Backend::Nixos;
}

} // namespace

NodePlan planNode(const Project& project, const ProfilePlan& shared, const Node& node)
{
    const immer::box<HardwareTarget>& target = targetOf(project, node.target);
    const std::string name = node.name.text();
    std::string variant;
    variant.reserve(shared.profile.size() + 1 + name.size());
    variant.append(shared.profile).append("-").append(name);
    std::vector<LinkPlan> links = planning::planLinks(shared, node);
    K3sPlan k3s = planning::planK3s(shared, node, links);
    const AgeRecipient* age = planning::valueOf(node.age);
    return NodePlan{.name = name,
                    .role = isServer(node) ? Role::Server : Role::Agent,
                    .backend = backendOf(node, *target),
                    .variant = std::move(variant),
                    .target = target,
                    .links = std::move(links),
                    .k3s = std::move(k3s),
                    .age = age ? std::optional(age->text()) : std::nullopt};
}

ClusterPlan planCluster(const Project& project, const Profile& profile)
{
    const auto shared = std::make_shared<const ProfilePlan>(planProfile(project, profile));
    auto nodes = NodePlans().transient();
    for (const auto& node : profile.nodes)
        nodes.push_back(std::make_shared<const NodePlan>(planNode(project, *shared, *node)));
    return {shared, nodes.persistent()};
}

bool operator==(const ClusterPlan& one, const ClusterPlan& two)
{
    const auto same = [](const auto& left, const auto& right) { return left == right || *left == *right; };
    return same(one.shared, two.shared) && std::ranges::equal(one.nodes, two.nodes, same);
}

namespace {

bool sameKeys(const Sequence<Node>& before, const Sequence<Node>& after)
{
    return std::ranges::equal(before, after, [](const immer::box<Node>& one, const immer::box<Node>& other) {
        return &one.get() == &other.get() ||
               (one->name == other->name && one->role == other->role && one->age == other->age);
    });
}

std::vector<ProjectPlan::Recipient> recipientsOf(const Sequence<Node>& nodes, KeyLookup* last)
{
    if (last && sameKeys(last->nodes, nodes)) {
        last->nodes = nodes;
        return last->recipients;
    }
    std::vector<ProjectPlan::Recipient> recipients;
    for (const auto& node : nodes)
        if (const AgeRecipient* age = planning::valueOf(node->age); age && node->name)
            recipients.push_back({node->name.text(), isServer(*node) ? Role::Server : Role::Agent, age->text()});
    if (last) *last = {nodes, recipients};
    return recipients;
}

} // namespace

ProjectPlan planProject(const Project& project, std::vector<std::string> profiles, KeyLookup* last)
{
    ProjectPlan plan;
    plan.cluster = project.name.text();
    if (const DnsName* domain = planning::valueOf(project.domain)) plan.domain = domain->text();
    plan.nameservers = planning::valuesOf(project.nameservers);
    plan.caches = project.caches;
    plan.builders = project.builders;
    plan.admins = project.admins;
    plan.profiles = std::move(profiles);
    for (const auto& profile : project.profiles) {
        std::string name = profile->name.text();
        if (profile->name && !std::ranges::contains(plan.profiles, name) && !std::ranges::contains(plan.held, name))
            plan.held.push_back(std::move(name));
    }
    for (const auto* names : {&plan.profiles, &plan.held})
        if (project.deploy && std::ranges::contains(*names, *project.deploy)) plan.deploy = project.deploy;
    plan.k3sVersion = planning::valueOr(project.k3s.version, *K3sVersion::parse(defaults::k3sVersion)).text();
    plan.hardware = targetsOf(project);
    plan.tuning = project.tuning;
    if (plan.deploy) plan.recipients = recipientsOf(find(project.profiles, *plan.deploy)->nodes, last);
    return plan;
}

} // namespace n3x
