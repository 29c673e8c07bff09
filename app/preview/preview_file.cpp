// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/preview/preview_file.h"

#include "generators/output_paths.h"
#include "generators/writers/unit_name.h"

#include <algorithm>
#include <array>

namespace n3x {
namespace {

struct Folder {
    std::string_view path;
    bool hasNodes;
    Backend backend;
    bool isShared;
};

constexpr std::array folders{
    Folder{output_paths::networkdUnits, true, Backend::Debian, false},
    Folder{output_paths::k3sOptions, true, Backend::Debian, false},
    Folder{output_paths::nixosModules, true, Backend::Nixos, false},
    Folder{output_paths::kasNodes, true, Backend::Debian, false},
    Folder{output_paths::kasNetworks, false, Backend::Debian, false},
    Folder{output_paths::k3sFlags, true, Backend::Nixos, true},
    Folder{output_paths::profileData, false, Backend::Nixos, true},
};

std::string_view withoutEnding(std::string_view name) { return name.substr(0, name.rfind('.')); }

const ClusterPlan* planOf(const Generation& generation, std::string_view profile)
{
    const auto found = generation.plans.find(profile);
    return found == generation.plans.end() ? nullptr : found->second.get();
}

bool concerns(const LinkPlan& link, const PreviewSubject& subject)
{
    if (!subject.network.empty()) return link.network == subject.network;
    return !subject.uplink.empty() && link.uplink == subject.uplink;
}

bool concerns(const NodePlan& node, const PreviewSubject& subject)
{
    return std::ranges::any_of(node.links, [&](const LinkPlan& link) { return concerns(link, subject); });
}

const NodePlan* nodeOf(const ClusterPlan& plan, std::string_view name)
{
    for (const auto& node : plan.nodes)
        if (node->name == name) return node.get();
    return nullptr;
}

} // namespace

std::optional<OutputOwner> ownerOf(std::string_view path)
{
    for (const Folder& folder : folders) {
        if (!path.starts_with(folder.path)) continue;
        const std::string_view rest = path.substr(folder.path.size());
        OutputOwner owner{.backend = folder.backend, .isShared = folder.isShared};
        if (!folder.hasNodes) {
            owner.profile = withoutEnding(rest);
            return owner;
        }
        const std::size_t slash = rest.find('/');
        if (slash == std::string_view::npos) return {};
        owner.profile = rest.substr(0, slash);
        const std::string_view below = rest.substr(slash + 1);
        const std::size_t next = below.find('/');
        owner.node = next == std::string_view::npos ? withoutEnding(below) : below.substr(0, next);
        return owner;
    }
    return {};
}

std::optional<PreviewSubject> subjectOf(const Generation& generation, const std::vector<ObjectPath>& selection,
                                        std::string_view lastNode)
{
    for (const ObjectPath& path : selection) {
        const auto names = path.names();
        if (names.size() < 4 || names[0] != "profiles") continue;
        const ClusterPlan* plan = planOf(generation, names[1]);
        if (plan == nullptr) continue;
        PreviewSubject subject{.profile = names[1]};
        if (names[2] == "nodes") {
            if (nodeOf(*plan, names[3]) == nullptr) continue;
            subject.node = names[3];
            // One attachment or override of a node is about its network there.
            if (names.size() > 5 && names[4] == "addresses") subject.network = names[5];
            if (names.size() > 6 && names[4] == "overrides") subject.network = names[6];
            return subject;
        }
        if (names[2] == "networks")
            subject.network = names[3];
        else if (names[2] == "uplinks")
            subject.uplink = names[3];
        else
            continue;
        const NodePlan* shown = nodeOf(*plan, lastNode);
        if (shown == nullptr || !concerns(*shown, subject)) {
            const auto found =
                std::ranges::find_if(plan->nodes, [&](const auto& node) { return concerns(*node, subject); });
            if (found == plan->nodes.end()) continue;
            shown = found->get();
        }
        subject.node = shown->name;
        return subject;
    }
    return {};
}

std::string fileFor(const Generation& generation, const PreviewSubject& subject, std::string_view current,
                    std::optional<Backend> backend)
{
    const NodePlan* node = plannedNode(generation, subject.profile, subject.node);
    if (node == nullptr) return {};
    const Backend wanted = backend.value_or(node->backend);
    if (const auto owner = ownerOf(current);
        owner && owner->profile == subject.profile && owner->node == subject.node && generation.outputs.find(current)) {
        const bool rightBackend = !backend || (owner->backend == wanted && !owner->isShared);
        if (rightBackend && (subject.isWholeNode() || !linesFor(generation, subject, current).empty()))
            return std::string(current);
    }
    if (wanted == Backend::Debian) {
        if (std::string unit = unitPath(subject, firstUnitOf(*node, subject)); generation.outputs.find(unit))
            return unit;
    }
    std::string module = std::string(output_paths::nixosModules) + subject.profile + '/' + subject.node + ".nix";
    return generation.outputs.find(module) ? module : std::string();
}

std::string unitPath(const PreviewSubject& subject, std::string_view unit)
{
    std::string path(output_paths::networkdUnits);
    path.append(subject.profile).append("/").append(subject.node).append("/").append(unit);
    return path;
}

const NodePlan* plannedNode(const Generation& generation, std::string_view profile, std::string_view node)
{
    const ClusterPlan* plan = planOf(generation, profile);
    return plan == nullptr ? nullptr : nodeOf(*plan, node);
}

std::string firstUnitOf(const NodePlan& node, const PreviewSubject& subject)
{
    const auto isMember = [](const LinkPlan& link) { return !link.bond.empty(); };
    for (const LinkPlan& link : node.links) {
        if (!concerns(link, subject) || isMember(link)) continue;
        const bool isMade = link.kind == LinkKind::Vlan || (link.kind == LinkKind::Bond && link.network.empty());
        return isMade ? std::string(netdevUnit(link)) + ".netdev" : std::string(networkUnit(link)) + ".network";
    }
    for (const LinkPlan& link : node.links)
        if (link.kind != LinkKind::Vlan && !isMember(link)) return std::string(networkUnit(link)) + ".network";
    return {};
}

std::vector<LineRange> linesFor(const Generation& generation, const PreviewSubject& subject, std::string_view path)
{
    if (subject.isWholeNode()) return {};
    std::vector<LineRange> lines;
    for (const LineOrigin& origin : originsOf(generation, path)) {
        const bool ours = origin.node == subject.node &&
                          (subject.network.empty() ? origin.uplink == subject.uplink && origin.network.empty()
                                                   : origin.network == subject.network);
        if (!ours || origin.count == 0) continue;
        const int first = static_cast<int>(origin.line);
        const int last = static_cast<int>(origin.line + origin.count) - 1;
        if (!lines.empty() && lines.back().last >= first - 1)
            lines.back().last = std::max(last, lines.back().last);
        else
            lines.push_back({first, last});
    }
    return lines;
}

} // namespace n3x
