// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/edits/nodes.h"

#include "core/edits/change.h"
#include "core/edits/newcomers.h"
#include "core/edits/target_ports.h"

#include <ranges>

namespace n3x::edits {
namespace {

// Behind the last of its role, so that servers stay together; else where its role belongs.
std::size_t placeFor(const Profile& profile, Role role)
{
    std::size_t place = role == Role::Server ? 0 : profile.nodes.size();
    std::size_t index = 0;
    for (const auto& node : profile.nodes) {
        ++index;
        if (node->role && node->role.value().kind() == role) place = index;
    }
    return place;
}

// Puts an attachment where its network stands in the profile.
void insertAttachment(const Profile& profile, Node& node, Attachment attachment)
{
    const auto rank = [&](const Attachment& one) {
        return indexOf(profile.networks, one.network).value_or(profile.networks.size());
    };
    const auto place =
        std::ranges::find_if(node.addresses, [&](const Attachment& one) { return rank(one) > rank(attachment); });
    node.addresses.insert(place, std::move(attachment));
}

void giveTarget(const Project& project, Profile& profile, const std::string& node, const std::string& target)
{
    const Node* before = find(profile.nodes, node);
    if (before == nullptr || before->target == target) return;
    const HardwareTarget* from = findTarget(project, before->target);
    const HardwareTarget* to = findTarget(project, target);
    profile.uplinks = mappedPorts(profile.uplinks, project, before->target, target);
    profile.nodes = changed(profile.nodes, node, [&](Node& n) {
        n.target = target;
        n.macs = mappedMacs(n.macs, profile.uplinks, from, to);
        if (to != nullptr && n.backend &&
            !std::ranges::any_of(to->backends, [&](const auto& b) { return b == *n.backend; }))
            n.backend.reset();
    });
}

// Of one node by its name, of several by their number.
Text named(const std::vector<std::string>& nodes, std::string_view one, std::string_view several,
           std::string_view what = {})
{
    const bool isOne = nodes.size() == 1;
    Text name(isOne ? one : several, {isOne ? nodes.front() : std::to_string(nodes.size())});
    if (!what.empty()) name.arguments.emplace_back(what);
    return name;
}

} // namespace

std::string nextNodeName(const Profile& profile, Role role)
{
    std::unordered_set<std::string> names;
    for (const auto& node : profile.nodes) names.insert(node->name.text());
    const std::string_view stem = Choice(role).word();
    return numberedName(stem, nextNumber(names, stem));
}

Edit addNode(const Project& project, std::string_view profile, Role role, std::string_view target)
{
    const Profile* found = find(project.profiles, profile);
    Edit edit = addNodes(profile, role, target, 1);
    edit.name = {N3X_TEXT("Add %1"),
                 {found == nullptr ? std::string(Choice(role).word()) : nextNodeName(*found, role)}};
    return edit;
}

Edit addNodes(std::string_view profile, Role role, std::string_view target, std::size_t count)
{
    const Text name = role == Role::Server
                          ? Text(N3X_TEXT("Add %1 servers to %2"), {std::to_string(count), std::string(profile)})
                          : Text(N3X_TEXT("Add %1 agents to %2"), {std::to_string(count), std::string(profile)});
    return {name, [profile = std::string(profile), role, target = std::string(target), count](const Project& before) {
                return withProfile(before, profile, [&](Profile& p) {
                    if (!target.empty()) p.uplinks = mappedPorts(p.uplinks, before, usualTarget(p), target);
                    const Profile old = p;
                    Newcomers newcomers(before, old);
                    std::size_t place = placeFor(p, role);
                    for (std::size_t added = 0; added < count; ++added)
                        p.nodes = p.nodes.insert(place++, newcomers.like(role, target));
                });
            }};
}

Edit duplicateNode(std::string_view profile, std::string_view node)
{
    return {{N3X_TEXT("Duplicate %1"), {std::string(node)}},
            [profile = std::string(profile), node = std::string(node)](const Project& before) {
                return withProfile(before, profile, [&](Profile& p) {
                    const auto index = indexOf(p.nodes, node);
                    if (!index) return;
                    const Profile old = p;
                    p.nodes = p.nodes.insert(*index + 1, Newcomers(before, old).copyOf(*old.nodes[*index]));
                });
            }};
}

Edit renameNode(std::string_view profile, std::string_view node, std::string_view newName)
{
    return {{N3X_TEXT("Rename %1 to %2"), {std::string(node), std::string(newName)}},
            [profile = std::string(profile), node = std::string(node),
             newName = std::string(newName)](const Project& project) {
                return withProfile(project, profile, [&](Profile& p) {
                    if (!indexOf(p.nodes, node) || indexOf(p.nodes, newName)) return;
                    p.nodes = changed(p.nodes, node, [&](Node& n) { n.name = Entered<DnsLabel>::from(newName); });
                    if (p.initServer == node) p.initServer = newName;
                });
            }};
}

Edit removeNode(std::string_view profile, std::string_view node)
{
    Edit edit = removeNodes(profile, {std::string(node)});
    edit.name = {N3X_TEXT("Remove %1"), {std::string(node)}};
    return edit;
}

Edit removeNodes(std::string_view profile, const std::vector<std::string>& nodes)
{
    return {{N3X_TEXT("Remove %1 nodes from %2"), {std::to_string(nodes.size()), std::string(profile)}},
            [profile = std::string(profile), nodes](const Project& project) {
                return withProfile(project, profile, [&](Profile& p) {
                    for (const std::string& node : nodes) {
                        p.nodes = without(p.nodes, node);
                        if (p.initServer == node && !indexOf(p.nodes, node)) p.initServer.reset();
                    }
                });
            }};
}

Edit moveNode(std::string_view profile, std::string_view node, std::size_t index)
{
    return {{N3X_TEXT("Move %1"), {std::string(node)}},
            [profile = std::string(profile), node = std::string(node), index](const Project& project) {
                return withProfile(project, profile, [&](Profile& p) { p.nodes = moved(p.nodes, node, index); });
            }};
}

Edit setRole(std::string_view profile, std::string_view node, Role role)
{
    return setRoles(profile, {std::string(node)}, role);
}

Edit setRoles(std::string_view profile, const std::vector<std::string>& nodes, Role role)
{
    const std::string_view one = role == Role::Server ? N3X_TEXT("Make %1 a server") : N3X_TEXT("Make %1 an agent");
    const std::string_view several =
        role == Role::Server ? N3X_TEXT("Make %1 nodes servers") : N3X_TEXT("Make %1 nodes agents");
    return {named(nodes, one, several), [profile = std::string(profile), nodes, role](const Project& project) {
                return withProfile(project, profile, [&](Profile& p) {
                    for (const std::string& node : nodes) {
                        p.nodes = changed(p.nodes, node, [&](Node& n) { n.role = Choice(role); });
                        if (role == Role::Agent && p.initServer == node) p.initServer.reset();
                    }
                });
            }};
}

Edit swapTarget(std::string_view profile, std::string_view node, std::string_view target)
{
    return swapTargets(profile, {std::string(node)}, target);
}

Edit swapTargets(std::string_view profile, const std::vector<std::string>& nodes, std::string_view target)
{
    return {
        named(nodes, N3X_TEXT("Change hardware of %1 to %2"), N3X_TEXT("Change hardware of %1 nodes to %2"), target),
        [profile = std::string(profile), nodes, target = std::string(target)](const Project& project) {
            return withProfile(project, profile, [&](Profile& p) {
                for (const std::string& node : nodes) giveTarget(project, p, node, target);
            });
        }};
}

Edit attach(std::string_view profile, std::string_view node, std::string_view network)
{
    return attachNodes(profile, {std::string(node)}, network);
}

Edit attachNodes(std::string_view profile, const std::vector<std::string>& nodes, std::string_view network)
{
    return {named(nodes, N3X_TEXT("Attach %1 to %2"), N3X_TEXT("Attach %1 nodes to %2"), network),
            [profile = std::string(profile), nodes, network = std::string(network)](const Project& project) {
                return withProfile(project, profile, [&](Profile& p) {
                    const Network* to = find(p.networks, network);
                    if (to == nullptr) return;
                    const bool isDhcp =
                        to->addressing && *to->addressing && to->addressing->value().kind() == Addressing::Dhcp;
                    const Profile old = p;
                    Newcomers newcomers(project, old);
                    const auto attached = [&](Node& n) {
                        if (std::ranges::contains(n.addresses, network, &Attachment::network)) return;
                        const auto part = newcomers.hostPartOf(n);
                        insertAttachment(
                            old, n,
                            {network, isDhcp ? std::vector<Entered<IpAddress>>() : newcomers.takeAddresses(*to, part)});
                    };
                    for (const std::string& node : nodes) p.nodes = changed(p.nodes, node, attached);
                });
            }};
}

Edit detach(std::string_view profile, std::string_view node, std::string_view network)
{
    return detachNodes(profile, {std::string(node)}, network);
}

Edit detachNodes(std::string_view profile, const std::vector<std::string>& nodes, std::string_view network)
{
    return {named(nodes, N3X_TEXT("Detach %1 from %2"), N3X_TEXT("Detach %1 nodes from %2"), network),
            [profile = std::string(profile), nodes, network = std::string(network)](const Project& project) {
                return withProfile(project, profile, [&](Profile& p) {
                    for (const std::string& node : nodes)
                        p.nodes = changed(p.nodes, node, [&](Node& n) {
                            std::erase_if(n.addresses, [&](const Attachment& one) { return one.network == network; });
                            std::erase_if(n.overrides,
                                          [&](const NetworkOverride& one) { return one.network == network; });
                        });
                });
            }};
}

} // namespace n3x::edits
