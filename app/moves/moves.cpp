// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/moves/moves.h"

#include "app/document/editing.h"
#include "core/edits/hardware.h"
#include "core/edits/networks.h"
#include "core/edits/nodes.h"
#include "core/edits/profiles.h"
#include "core/edits/uplinks.h"

#include <QCoreApplication>
#include <QMenu>

#include <functional>

namespace n3x {
namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Moves)
};

// Where an object stands among its like, and what puts it elsewhere.
struct Standing {
    std::size_t at = 0;
    std::size_t count = 0;
    std::function<Edit(std::size_t)> move;
};

template <class T, class Move>
std::optional<Standing> standingIn(const Sequence<T>& objects, const std::string& name, Move&& move)
{
    const auto at = indexOf(objects, name);
    if (!at) return {};
    return Standing{*at, objects.size(), std::forward<Move>(move)};
}

std::optional<Standing> standingOf(const Project& project, const ObjectPath& object)
{
    const std::vector<std::string> names = object.names();
    if (names.size() < 2) return {};
    const std::string& first = names[1];
    if (names[0] == "hardware")
        return standingIn(project.hardware, first, [=](std::size_t to) { return edits::moveTarget(first, to); });
    if (names[0] != "profiles") return {};
    if (names.size() < 4)
        return standingIn(project.profiles, first, [=](std::size_t to) { return edits::moveProfile(first, to); });
    const Profile* profile = find(project.profiles, first);
    if (profile == nullptr) return {};
    const std::string& name = names[3];
    if (names[2] == "nodes")
        return standingIn(profile->nodes, name, [=](std::size_t to) { return edits::moveNode(first, name, to); });
    if (names[2] == "networks")
        return standingIn(profile->networks, name, [=](std::size_t to) { return edits::moveNetwork(first, name, to); });
    if (names[2] == "uplinks")
        return standingIn(profile->uplinks, name, [=](std::size_t to) { return edits::moveUplink(first, name, to); });
    return {};
}

bool isUp(Step step) { return step == Step::Up; }

// Why it cannot be moved that way; empty where it can.
QString moveRefusal(const Document& document, const ObjectPath& object, Step step)
{
    const auto standing = standingOf(document.project(), object);
    if (!standing && object.isWithin(ObjectPath("hardware")) && object != ObjectPath("hardware"))
        return Tr::tr("What is built in stands behind the project's own targets.");
    if (!standing) return Tr::tr("This has no place in an order.");
    if (isUp(step) && standing->at == 0) return Tr::tr("It is the first already.");
    if (!isUp(step) && standing->at + 1 == standing->count) return Tr::tr("It is the last already.");
    return {};
}

// Of nodes the order means something.
QString moveTip(const Document& document, const ObjectPath& object, Step step)
{
    const std::vector<std::string> names = object.names();
    const Profile* profile = names.size() < 4 ? nullptr : find(document.project().profiles, names[1]);
    if (profile != nullptr && names[2] == "nodes" && !profile->initServer)
        return isUp(step) ? Tr::tr("One place earlier in its list; the first server founds the cluster")
                          : Tr::tr("One place later in its list; the first server founds the cluster");
    return isUp(step) ? Tr::tr("One place earlier in its list") : Tr::tr("One place later in its list");
}

} // namespace

QKeySequence moveKeys(Step step)
{
    return QKeySequence(Qt::CTRL | Qt::SHIFT | (isUp(step) ? Qt::Key_Up : Qt::Key_Down));
}

void moveObject(Document& document, const ObjectPath& object, Step step)
{
    if (!moveRefusal(document, object, step).isEmpty()) return;
    const auto standing = standingOf(document.project(), object);
    document.apply(standing->move(isUp(step) ? standing->at - 1 : standing->at + 1));
}

std::optional<ObjectPath> objectInHand(const Document& document)
{
    if (document.selection().size() != 1) return {};
    return document.selection().front();
}

void showMove(QAction& action, const Document& document, const ObjectPath& object, Step step)
{
    const QString refusal = moveRefusal(document, object, step);
    action.setEnabled(refusal.isEmpty());
    action.setToolTip(refusal.isEmpty() ? moveTip(document, object, step) : refusal);
    disableIfReadOnly(action, document);
    action.setStatusTip(action.toolTip());
}

void addMoves(QMenu& menu, Document& document, const ObjectPath& object)
{
    menu.setToolTipsVisible(true);
    for (const Step step : {Step::Up, Step::Down}) {
        QAction* action = menu.addAction(isUp(step) ? Tr::tr("Move up") : Tr::tr("Move down"),
                                         [&document, object, step] { moveObject(document, object, step); });
        action->setShortcut(moveKeys(step));
        showMove(*action, document, object, step);
    }
}

} // namespace n3x
