// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/window/cluster_edits.h"

#include "app/document/document.h"
#include "core/edits/networks.h"
#include "core/edits/nodes.h"
#include "core/edits/profiles.h"
#include "core/edits/uplinks.h"

#include <algorithm>

namespace n3x {

namespace {

enum class Part : std::uint8_t { Node, Network, Uplink };

struct Selected {
    Part part;
    std::string name;
};

std::vector<Selected> selectedParts(const Document& document)
{
    std::vector<Selected> parts;
    for (const ObjectPath& path : document.selection()) {
        const std::vector<std::string> names = path.names();
        if (names.size() < 4 || names[0] != "profiles" || QString::fromStdString(names[1]) != document.currentProfile())
            continue;
        if (names[2] == "nodes") parts.push_back({Part::Node, names[3]});
        if (names[2] == "networks") parts.push_back({Part::Network, names[3]});
        if (names[2] == "uplinks") parts.push_back({Part::Uplink, names[3]});
    }
    return parts;
}

template <class T> std::vector<std::string> namesOf(const Sequence<T>& objects)
{
    std::vector<std::string> names;
    for (const auto& object : objects) names.push_back(object->name.text());
    return names;
}

template <class T> QList<ObjectPath> added(const Sequence<T>& objects, const std::vector<std::string>& before,
                                           const ObjectPath& list)
{
    QList<ObjectPath> paths;
    for (const std::string& name : namesOf(objects))
        if (std::ranges::find(before, name) == before.end()) paths << list / name;
    return paths;
}

// Applies the edit and selects the objects of one kind that it made.
template <class T> void applyAndSelect(Document& document, const Edit& edit, Sequence<T> Profile::* list,
                                       std::string_view listName)
{
    const std::vector<std::string> before = namesOf(document.profile()->*list);
    document.apply(edit);
    if (const Profile* profile = document.profile())
        if (const auto paths = added(profile->*list, before, currentProfilePath(document) / listName); !paths.isEmpty())
            document.select(paths);
}

// Several edits as one step of the history, each made of the project that the one before it left.
using MakeEdit = std::function<Edit(const Project&)>;
Edit together(Text name, std::vector<MakeEdit> edits)
{
    return {std::move(name), [edits = std::move(edits)](const Project& project) {
                Project result = project;
                for (const MakeEdit& edit : edits) result = edit(result).apply(result);
                return result;
            }};
}

void applyTogether(Document& document, const Text& name, const std::vector<MakeEdit>& edits)
{
    if (edits.size() == 1)
        document.apply(edits.front()(document.project()));
    else if (!edits.empty())
        document.apply(together(name, edits));
}

std::string current(const Document& document) { return document.currentProfile().toStdString(); }

} // namespace

ObjectPath currentProfilePath(const Document& document)
{
    return ObjectPath("profiles") / document.currentProfile().toStdString();
}

void addNode(Document& document, Role role)
{
    if (document.profile() == nullptr) return;
    applyAndSelect(document, edits::addNode(document.project(), current(document), role), &Profile::nodes, "nodes");
}

void addNetwork(Document& document)
{
    const Profile* profile = document.profile();
    if (profile == nullptr) return;
    // On the uplink of what is selected, when that says one.
    std::string uplink;
    for (const Selected& selected : selectedParts(document)) {
        if (selected.part == Part::Uplink) uplink = selected.name;
        if (const Network* network = find(profile->networks, selected.name);
            selected.part == Part::Network && network != nullptr)
            uplink = network->uplink;
    }
    applyAndSelect(document, edits::addNetwork(document.project(), current(document), uplink), &Profile::networks,
                   "networks");
}

void addUplink(Document& document)
{
    if (document.profile() == nullptr) return;
    applyAndSelect(document, edits::addUplink(document.project(), current(document)), &Profile::uplinks, "uplinks");
}

bool canDuplicateSelected(const Document& document)
{
    return std::ranges::any_of(selectedParts(document),
                               [](const Selected& selected) { return selected.part != Part::Uplink; });
}

void duplicateSelected(Document& document)
{
    const std::string profile = current(document);
    std::vector<MakeEdit> edits;
    for (const Selected& selected : selectedParts(document)) {
        const std::string& name = selected.name;
        if (selected.part == Part::Node)
            edits.push_back([=](const Project&) { return edits::duplicateNode(profile, name); });
        if (selected.part == Part::Network)
            edits.push_back([=](const Project&) { return edits::duplicateNetwork(profile, name); });
    }
    if (edits.empty()) return;
    const std::vector<std::string> nodes = namesOf(document.profile()->nodes);
    const std::vector<std::string> networks = namesOf(document.profile()->networks);
    applyTogether(document, N3X_TEXT("Duplicate selection"), edits);
    if (const Profile* now = document.profile())
        document.select(added(now->nodes, nodes, currentProfilePath(document) / "nodes") +
                        added(now->networks, networks, currentProfilePath(document) / "networks"));
}

void selectAllNodes(Document& document)
{
    QList<ObjectPath> paths;
    if (const Profile* profile = document.profile())
        for (const auto& node : profile->nodes) paths << currentProfilePath(document) / "nodes" / node->name.text();
    document.select(paths);
}

namespace {

// Shows the profile that an edit made.
void applyAndShow(Document& document, const Edit& edit)
{
    const std::vector<std::string> before = namesOf(document.project().profiles);
    document.apply(edit);
    for (const std::string& name : namesOf(document.project().profiles))
        if (std::ranges::find(before, name) == before.end()) document.setCurrentProfile(QString::fromStdString(name));
}

} // namespace

void addProfile(Document& document) { applyAndShow(document, edits::addProfile("profile")); }

void duplicateProfile(Document& document) { applyAndShow(document, edits::duplicateProfile(current(document))); }

void removeProfile(Document& document) { document.apply(edits::removeProfile(current(document))); }

void deployProfile(Document& document, bool deploy)
{
    document.apply(edits::setDeploy(deploy ? current(document) : std::string()));
}

void showProfileBeside(Document& document, int step)
{
    const auto& profiles = document.project().profiles;
    if (profiles.empty()) return;
    const auto count = static_cast<int>(profiles.size());
    const int now = static_cast<int>(indexOf(profiles, current(document)).value_or(0));
    const auto next = static_cast<std::size_t>((now + step + count) % count);
    document.setCurrentProfile(QString::fromStdString(profiles[next]->name.text()));
}

} // namespace n3x
