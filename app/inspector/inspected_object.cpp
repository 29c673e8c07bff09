// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/inspector/inspected_object.h"

#include "app/document/translated.h"
#include "core/edits/hardware.h"
#include "core/edits/networks.h"
#include "core/edits/nodes.h"
#include "core/edits/profiles.h"
#include "core/edits/uplinks.h"
#include "core/edits/values.h"

#include <QCoreApplication>

#include <algorithm>

namespace n3x {
namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Inspector)
};

const Profile* profileOf(const Project& project, const std::vector<std::string>& names)
{
    return names.size() < 2 ? nullptr : find(project.profiles, names[1]);
}

template <class Predicate> qsizetype countNodes(const Profile& profile, Predicate&& holds)
{
    qsizetype count = 0;
    for (const auto& node : profile.nodes)
        if (holds(*node)) ++count;
    return count;
}

// One more of a list of objects, begun with its first value.
Edit begin(Text name, const ObjectPath& element, std::string_view key, const std::string& value)
{
    return {std::move(name), edits::setValue(element / key, value).apply};
}

bool attaches(const Node& node, std::string_view network)
{
    return std::ranges::any_of(node.addresses, [&](const Attachment& each) { return each.network == network; });
}

void addNodeActions(std::vector<InspectorAction>& actions, const Profile& profile, const Node& node)
{
    const std::string profileName = profile.name.text();
    const std::string name = node.name.text();
    for (const auto& network : profile.networks) {
        const std::string other = network->name.text();
        const QString shown = QString::fromStdString(other);
        if (attaches(node, other))
            actions.push_back({Tr::tr("Detach from %1").arg(shown), Tr::tr("Give the node's address there back"),
                               edits::detach(profileName, name, other)});
        else
            actions.push_back({Tr::tr("Attach to %1").arg(shown), Tr::tr("Take the next free address there"),
                               edits::attach(profileName, name, other)});
    }
    actions.push_back({Tr::tr("Duplicate"), Tr::tr("A node like this one, with the next free name, addresses and MACs"),
                       edits::duplicateNode(profileName, name)});
    actions.push_back(
        {Tr::tr("Remove node"), Tr::tr("Its addresses become free"), edits::removeNode(profileName, name)});
}

void addUplinkActions(std::vector<InspectorAction>& actions, const Project& project, const Profile& profile,
                      const Uplink& uplink)
{
    const std::string profileName = profile.name.text();
    const std::string name = uplink.name.text();
    if (uplink.bond) {
        actions.push_back({Tr::tr("Dissolve bond"), Tr::tr("Back to the primary or first member alone"),
                           edits::dissolveBond(profileName, name)});
    } else if (const auto partner = edits::partnerNic(project, profile, uplink)) {
        actions.push_back({Tr::tr("Make a bond"), Tr::tr("Join this NIC and %1").arg(QString::fromStdString(*partner)),
                           edits::makeBond(profileName, name, {uplink.nic->text(), *partner})});
    }
    actions.push_back({Tr::tr("Add network"), Tr::tr("A network on this uplink, with the next free VLAN and subnet"),
                       edits::addNetwork(project, profileName, name)});
    actions.push_back(
        {Tr::tr("Remove uplink"), Tr::tr("With the networks on it"), edits::removeUplink(profileName, name)});
}

void addNetworkActions(std::vector<InspectorAction>& actions, const Profile& profile, const Network& network)
{
    const std::string profileName = profile.name.text();
    const std::string name = network.name.text();
    if (network.vlan)
        actions.push_back({Tr::tr("Untag"), Tr::tr("Carry it without a VLAN id"), edits::untag(profileName, name)});
    else
        actions.push_back({Tr::tr("Tag"), Tr::tr("Give it the next free VLAN id"), edits::tag(profileName, name, "")});
    actions.push_back(
        {Tr::tr("Add route"), Tr::tr("Another range that is reached through this network"),
         begin({N3X_TEXT("Add a route to %1"), {name}},
               ObjectPath::of({"profiles", profileName, "networks", name, "routes"}) / network.routes.size(), "to",
               "10.0.0.0/8")});
    actions.push_back({Tr::tr("Duplicate"), Tr::tr("The same nodes in the next free subnet and VLAN"),
                       edits::duplicateNetwork(profileName, name)});
    actions.push_back(
        {Tr::tr("Remove network"), Tr::tr("With every node's address in it"), edits::removeNetwork(profileName, name)});
}

// Begins with the target's own first ports, so that there is something to change.
InspectorAdder otherPorts(const Project& project, const ObjectPath& object, const Uplink& uplink)
{
    InspectorAdder adder{.prompt = Tr::tr("Other ports on a hardware target…"), .offers = {}, .begin = {}};
    const auto offer = [&](const HardwareTarget& target) {
        const bool has = std::ranges::any_of(uplink.targets,
                                             [&](const TargetPorts& ports) { return target.name.reads(ports.target); });
        if (const QString name = QString::fromStdString(target.name.text()); !has && !adder.offers.contains(name))
            adder.offers << name;
    };
    for (const auto& target : project.hardware) offer(*target);
    for (const auto& target : builtInHardware()) offer(*target);
    adder.begin = [project, object, isBond = uplink.bond.has_value()](const std::string& target) {
        std::string ports;
        if (const HardwareTarget* found = findTarget(project, target))
            for (std::size_t at = 0; at < found->nics.size() && at < (isBond ? 2U : 1U); ++at)
                ports += (at == 0 ? "" : "\n") + found->nics[at].name.text();
        return edits::setValue(object / "targets" / std::string_view(target) / (isBond ? "members" : "nic"), ports);
    };
    return adder;
}

InspectorAdder otherNetworkValues(const Profile& profile, const ObjectPath& object, const Node& node)
{
    InspectorAdder adder{.prompt = Tr::tr("Differ from the profile in a network…"), .offers = {}, .begin = {}};
    for (const Attachment& attachment : node.addresses)
        if (std::ranges::none_of(node.overrides,
                                 [&](const NetworkOverride& each) { return each.network == attachment.network; }))
            adder.offers << QString::fromStdString(attachment.network);
    adder.begin = [profile, object](const std::string& name) {
        const Network* network = find(profile.networks, name);
        const bool isTagged = network != nullptr && network->vlan.has_value();
        return edits::setValue(object / "overrides" / "networks" / std::string_view(name) / (isTagged ? "vlan" : "mtu"),
                               isTagged ? network->vlan->text() : "1500");
    };
    return adder;
}

} // namespace

ObjectKind kindOf(const ObjectPath& object)
{
    const auto names = object.names();
    if (names.empty()) return ObjectKind::Project;
    if (names[0] == "hardware") return ObjectKind::Hardware;
    if (names.size() < 4) return ObjectKind::Profile;
    if (names[2] == "uplinks") return ObjectKind::Uplink;
    return names[2] == "networks" ? ObjectKind::Network : ObjectKind::Node;
}

bool isBuiltIn(const Project& project, const ObjectPath& object)
{
    return kindOf(object) == ObjectKind::Hardware && find(project.hardware, object.names()[1]) == nullptr;
}

Project shownProject(const Project& project, const ObjectPath& object)
{
    if (!isBuiltIn(project, object)) return project;
    Project shown = project;
    if (const HardwareTarget* target = findTarget(project, object.names()[1]))
        shown.hardware = shown.hardware.push_back(*target);
    return shown;
}

QString titleOf(const Project& project, const ObjectPath& object)
{
    const auto names = object.names();
    const QString name =
        names.empty() ? QString::fromStdString(project.name.text()) : QString::fromStdString(names.back());
    switch (kindOf(object)) {
    case ObjectKind::Project: return Tr::tr("Project %1").arg(name);
    case ObjectKind::Hardware: return Tr::tr("Hardware %1").arg(name);
    case ObjectKind::Profile: return Tr::tr("Profile %1").arg(name);
    case ObjectKind::Uplink: return Tr::tr("Uplink %1").arg(name);
    case ObjectKind::Network: return Tr::tr("Network %1").arg(name);
    case ObjectKind::Node: return Tr::tr("Node %1").arg(name);
    }
    return name;
}

QString usageOf(const Project& project, const ObjectPath& object)
{
    const auto names = object.names();
    const Profile* profile = profileOf(project, names);
    switch (kindOf(object)) {
    case ObjectKind::Network:
        if (profile == nullptr) return {};
        return Tr::tr("used by %n node(s)", nullptr, static_cast<int>(countNodes(*profile, [&](const Node& node) {
                          return attaches(node, names[3]);
                      })));
    case ObjectKind::Uplink: {
        if (profile == nullptr) return {};
        int count = 0;
        for (const auto& network : profile->networks)
            if (network->uplink == names[3]) ++count;
        return Tr::tr("carries %n network(s)", nullptr, count);
    }
    case ObjectKind::Profile:
        return profile == nullptr ? QString() : Tr::tr("%n node(s)", nullptr, static_cast<int>(profile->nodes.size()));
    case ObjectKind::Hardware: {
        qsizetype count = 0;
        for (const auto& each : project.profiles)
            count += countNodes(*each, [&](const Node& node) { return node.target == names[1]; });
        const QString used = Tr::tr("used by %n node(s)", nullptr, static_cast<int>(count));
        return isBuiltIn(project, object) ? Tr::tr("built in, %1").arg(used) : used;
    }
    default: return {};
    }
}

ObjectPath newObject(const Project& older, const Project& newer, const ObjectPath& object)
{
    ObjectPath found;
    const auto look = [&](const ObjectPath& list, const auto& before, const auto& after) {
        for (const auto& each : after)
            if (const std::string name = each->name.text(); !find(before, name)) found = list / std::string_view(name);
    };
    look(ObjectPath("hardware"), older.hardware, newer.hardware);
    look(ObjectPath("profiles"), older.profiles, newer.profiles);
    const auto names = object.names();
    const Profile* before = profileOf(older, names);
    const Profile* after = profileOf(newer, names);
    if (before == nullptr || after == nullptr) return found;
    const ObjectPath profile = ObjectPath::of({names[0], names[1]});
    look(profile / "uplinks", before->uplinks, after->uplinks);
    look(profile / "networks", before->networks, after->networks);
    look(profile / "nodes", before->nodes, after->nodes);
    return found;
}

std::vector<InspectorAction> actionsOf(const Project& project, const ObjectPath& object)
{
    std::vector<InspectorAction> actions;
    const auto names = object.names();
    const Profile* profile = profileOf(project, names);
    switch (kindOf(object)) {
    case ObjectKind::Project:
        actions.push_back({Tr::tr("Add remote builder"), Tr::tr("Another machine that Nix builds on"),
                           begin(N3X_TEXT("Add a remote builder"), ObjectPath("builders") / project.builders.size(),
                                 "host", "builder.example"),
                           Tr::tr("Deployment")});
        break;
    case ObjectKind::Hardware:
        if (const HardwareTarget* own = find(project.hardware, names[1]))
            actions.push_back({Tr::tr("Add port"), Tr::tr("Another port, named as the kernel names it"),
                               begin({N3X_TEXT("Add a port to %1"), {names[1]}}, object / "nics" / own->nics.size(),
                                     "name", "eth" + std::to_string(own->nics.size()))});
        actions.push_back(
            {Tr::tr("Duplicate"), Tr::tr("An own target that can be changed"), edits::duplicateTarget(names[1])});
        if (find(project.hardware, names[1]) != nullptr)
            actions.push_back({Tr::tr("Remove target"), {}, edits::removeTarget(names[1])});
        break;
    case ObjectKind::Profile:
        if (project.deploy != names[1])
            actions.push_back(
                {Tr::tr("Deploy this profile"), Tr::tr("The real machines run it"), edits::setDeploy(names[1])});
        actions.push_back(
            {Tr::tr("Add uplink"), Tr::tr("On the next NIC that no uplink uses"), edits::addUplink(project, names[1])});
        actions.push_back({Tr::tr("Duplicate"), {}, edits::duplicateProfile(names[1])});
        actions.push_back({Tr::tr("Remove profile"), {}, edits::removeProfile(names[1])});
        break;
    case ObjectKind::Uplink:
        if (const Uplink* uplink = profile == nullptr ? nullptr : find(profile->uplinks, names[3]))
            addUplinkActions(actions, project, *profile, *uplink);
        break;
    case ObjectKind::Network:
        if (const Network* network = profile == nullptr ? nullptr : find(profile->networks, names[3]))
            addNetworkActions(actions, *profile, *network);
        break;
    case ObjectKind::Node:
        if (const Node* node = profile == nullptr ? nullptr : find(profile->nodes, names[3]))
            addNodeActions(actions, *profile, *node);
        break;
    }
    return actions;
}

std::optional<InspectorAdder> adderOf(const Project& project, const ObjectPath& object)
{
    const auto names = object.names();
    const Profile* profile = profileOf(project, names);
    if (profile == nullptr || names.size() < 4) return {};
    std::optional<InspectorAdder> adder;
    if (const Uplink* uplink = names[2] == "uplinks" ? find(profile->uplinks, names[3]) : nullptr)
        adder = otherPorts(project, object, *uplink);
    else if (const Node* node = names[2] == "nodes" ? find(profile->nodes, names[3]) : nullptr)
        adder = otherNetworkValues(*profile, object, *node);
    return adder && !adder->offers.isEmpty() ? std::move(adder) : std::nullopt;
}

} // namespace n3x
