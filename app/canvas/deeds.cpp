// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/canvas/deeds.h"

#include "app/canvas/words.h"
#include "app/document/document.h"
#include "app/document/translated.h"
#include "core/edits/networks.h"
#include "core/edits/nodes.h"
#include "core/edits/uplinks.h"
#include "core/edits/values.h"

#include <algorithm>

namespace n3x::deeds {
namespace {

std::string utf8(const QString& text) { return text.toStdString(); }

const Profile* profileOf(const CanvasSession& session) { return session.document().profile(); }
std::string profileName(const CanvasSession& session) { return utf8(session.settled().view.profile); }

std::string nameAt(const CanvasSession& session, const Hit& hit)
{
    const std::vector<std::string> names = session.pathOf(hit).names();
    return names.size() >= 4 ? names[3] : std::string();
}

struct Removals {
    std::vector<Edit> edits;
    std::size_t count = 0; // of objects
};

Removals removals(const Document& document)
{
    Removals found;
    const Profile* profile = document.profile();
    if (!profile) return found;
    const std::string in = profile->name.text();
    std::vector<std::string> nodes;
    for (const ObjectPath& path : document.selection()) {
        const std::vector<std::string> names = path.names();
        if (names.size() < 4 || names[0] != "profiles" || names[1] != in) continue;
        const Uplink* uplink = names[2] == "uplinks" ? find(profile->uplinks, names[3]) : nullptr;
        if (names[2] == "nodes")
            nodes.push_back(names[3]);
        else if (names[2] == "networks")
            found.edits.push_back(edits::removeNetwork(in, names[3]));
        else if (uplink && uplink->bond)
            found.edits.push_back(edits::dissolveBond(in, names[3]));
    }
    found.count = found.edits.size() + nodes.size();
    if (nodes.size() == 1)
        found.edits.push_back(edits::removeNode(in, nodes.front()));
    else if (!nodes.empty())
        found.edits.push_back(edits::removeNodes(in, nodes));
    return found;
}

// Several edits as one step.
Edit together(Text name, std::vector<Edit> edits)
{
    return {.name = std::move(name), .apply = [edits = std::move(edits)](const Project& project) {
                Project result = project;
                for (const Edit& edit : edits) result = edit.apply(result);
                return result;
            }};
}

} // namespace

std::optional<NewNode> newNode(const CanvasSession& session, Role role, const QString& target)
{
    const Profile* profile = profileOf(session);
    if (!profile) return {};
    return NewNode{.edit = edits::addNode(session.document().project(), profileName(session), role, utf8(target)),
                   .name = QString::fromStdString(edits::nextNodeName(*profile, role))};
}

void addNode(CanvasSession& session, Role role, const QString& target, std::optional<Place> place)
{
    const auto node = newNode(session, role, target);
    if (!node) return;
    if (place) { // in one step, so that the card appears where it was dropped and undoing forgets where that was
        Places places = session.settled().layout.places();
        places.at.insert(node->name, *place);
        session.document().apply(node->edit, {}, [&](Views& views) {
            auto& cards = views[profileName(session)].cards;
            for (const auto& [name, at] : places.at.asKeyValueRange())
                cards[utf8(name)] = {pointOf(at).x(), pointOf(at).y()};
        });
    } else {
        session.document().apply(node->edit);
    }
    session.document().select({ObjectPath::of({"profiles", profileName(session), "nodes", utf8(node->name)})});
}

std::optional<Edit> newNetwork(const CanvasSession& session, std::optional<std::size_t> index)
{
    const Profile* profile = profileOf(session);
    if (!profile) return {};
    const std::string name = profileName(session);
    const Project& project = session.document().project();
    std::vector<Edit> steps;
    Project then = project;
    if (profile->uplinks.empty()) {
        steps.push_back(edits::addUplink(project, name));
        then = steps.back().apply(then);
    }
    steps.push_back(edits::addNetwork(then, name));
    then = steps.back().apply(then);
    const Profile* after = find(then.profiles, name);
    if (index && after && !after->networks.empty() && *index + 1 < after->networks.size())
        steps.push_back(edits::moveNetwork(name, after->networks[after->networks.size() - 1]->name.text(), *index));
    if (steps.size() == 1) return steps.front();
    const Text title = steps[profile->uplinks.empty() ? 1 : 0].name;
    return together(title, std::move(steps));
}

void addNetwork(CanvasSession& session, std::optional<std::size_t> index)
{
    const auto edit = newNetwork(session, index);
    if (!edit) return;
    const Sequence<Network> before = profileOf(session)->networks;
    session.document().apply(*edit);
    const Profile* after = profileOf(session);
    if (!after) return;
    for (const auto& network : after->networks)
        if (!find(before, network->name.text()))
            session.document().select(
                {ObjectPath::of({"profiles", profileName(session), "networks", network->name.text()})});
}

void duplicate(CanvasSession& session, const Hit& hit)
{
    if (hit.kind == HitKind::Card)
        session.document().apply(edits::duplicateNode(profileName(session), nameAt(session, hit)));
    if (hit.kind == HitKind::Lane)
        session.document().apply(edits::duplicateNetwork(profileName(session), nameAt(session, hit)));
}

QString nameOf(const CanvasSession& session, const Hit& hit)
{
    const Scene& scene = session.settled();
    switch (hit.kind) {
    case HitKind::Lane: return scene.view.networks[static_cast<std::size_t>(hit.index)].name;
    case HitKind::Bond:
        return scene.view.nodes[static_cast<std::size_t>(hit.index)]->cables[static_cast<std::size_t>(hit.part)].bond;
    case HitKind::Card: return scene.view.nodes[static_cast<std::size_t>(hit.index)]->name;
    default: return {};
    }
}

QString renameRefusal(const CanvasSession& session, const Hit& hit, const QString& name)
{
    const auto told = [](const Refusal& refusal) {
        return translated(refusal.what) + u' ' + translated(refusal.advice);
    };
    if (hit.kind == HitKind::Bond) {
        const auto parsed = InterfaceName::parse(utf8(name));
        return parsed ? QString() : told(parsed.error());
    }
    if (const auto parsed = DnsLabel::parse(utf8(name)); !parsed) return told(parsed.error());
    const Scene& scene = session.settled();
    const bool isTaken = hit.kind == HitKind::Lane
                             ? std::ranges::any_of(scene.view.networks,
                                                   [&](const NetworkView& network) {
                                                       return network.name == name && name != nameOf(session, hit);
                                                   })
                             : std::ranges::any_of(scene.view.nodes, [&](const auto& node) {
                                   return node->name == name && name != nameOf(session, hit);
                               });
    return isTaken ? Words::tr("Another one is called %1. Choose a name that is free.").arg(name) : QString();
}

void rename(CanvasSession& session, const Hit& hit, const QString& name)
{
    if (name == nameOf(session, hit) || !renameRefusal(session, hit, name).isEmpty()) return;
    const std::string profile = profileName(session);
    if (hit.kind == HitKind::Card)
        session.document().apply(edits::renameNode(profile, nameAt(session, hit), utf8(name)));
    if (hit.kind == HitKind::Lane)
        session.document().apply(edits::renameNetwork(profile, nameAt(session, hit), utf8(name)));
    if (hit.kind == HitKind::Bond) session.document().apply(edits::setValue(session.pathOf(hit) / "bond", utf8(name)));
}

void select(CanvasSession& session, const std::vector<Hit>& hits)
{
    QList<ObjectPath> paths;
    for (const Hit& hit : hits)
        if (const ObjectPath path = session.pathOf(hit); !path.empty() && !paths.contains(path)) paths << path;
    session.document().select(paths);
}

bool canRemoveSelected(const Document& document) { return removals(document).count > 0; }

void removeSelected(Document& document)
{
    Removals found = removals(document);
    if (found.edits.empty()) return;
    document.apply(found.edits.size() == 1 ? found.edits.front()
                                           : together({N3X_TEXT("Remove %1 objects"), {std::to_string(found.count)}},
                                                      std::move(found.edits)));
}

} // namespace n3x::deeds
