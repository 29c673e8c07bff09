// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/canvas/canvas_menu.h"

#include "app/canvas/deeds.h"
#include "app/canvas/node_menu.h"
#include "app/canvas/session.h"
#include "app/canvas/words.h"
#include "app/document/document.h"
#include "app/moves/moves.h"
#include "app/theme/icons.h"
#include "core/edits/networks.h"

#include <QMenu>

#include <utility>

namespace n3x {
namespace {

// What is done with an object, wherever it stands by then: while a menu is open a reload may bring another profile.
template <class Deed> auto withObject(CanvasSession& session, const Hit& hit, Deed deed)
{
    return [target = &session, path = session.pathOf(hit), deed = std::move(deed)] {
        if (const Hit now = target->hitOf(path); now.kind != HitKind::Nothing) deed(now);
    };
}

void fillForLane(QMenu& menu, CanvasSession& session, const Hit& hit)
{
    const Scene& scene = session.settled();
    const NetworkView& network = scene.view.networks[static_cast<std::size_t>(hit.index)];
    const std::string profile = scene.view.profile.toStdString();
    const std::string name = network.name.toStdString();
    Document* document = &session.document();
    if (network.vlan.isEmpty())
        menu.addAction(Words::tr("Tag with the next free VLAN"),
                       [=] { document->apply(edits::tag(profile, name, "")); });
    else
        menu.addAction(Words::tr("Make it untagged"), [=] { document->apply(edits::untag(profile, name)); });
    addAttachAll(menu, *document, scene.view, hit.index);
}

void fillForCanvas(QMenu& menu, CanvasSession& session)
{
    CanvasSession* target = &session;
    menu.addAction(icon(QStringLiteral("server")), Words::tr("Add server"),
                   [=] { deeds::addNode(*target, Role::Server, {}); });
    menu.addAction(icon(QStringLiteral("agent")), Words::tr("Add agent"),
                   [=] { deeds::addNode(*target, Role::Agent, {}); });
    menu.addAction(icon(QStringLiteral("add-network")), Words::tr("Add network"), [=] { deeds::addNetwork(*target); });
    menu.addSeparator();
    menu.addAction(Words::tr("Arrange automatically"), [=] { target->arrange(); });
}

} // namespace

void fillCanvasMenu(QMenu& menu, CanvasSession& session, const std::function<void(const Hit&)>& rename)
{
    const std::vector<Hit> selected = session.selectedHits();
    if (!session.hasProfile()) return;
    if (selected.empty()) {
        fillForCanvas(menu, session);
        return;
    }
    CanvasSession* target = &session;
    if (selected.size() == 1) {
        const Hit hit = selected.front();
        QAction* action = menu.addAction(Words::tr("Rename"), withObject(session, hit, rename));
        action->setShortcut(QKeySequence(Qt::Key_F2));
        if (hit.kind == HitKind::Bond) {
            QAction* dissolve =
                menu.addAction(Words::tr("Dissolve bond"), [=] { deeds::removeSelected(target->document()); });
            dissolve->setShortcut(QKeySequence::Delete);
            addMoves(menu, session.document(), session.pathOf(hit));
            return;
        }
        QAction* copy =
            menu.addAction(icon(QStringLiteral("copy")), Words::tr("Duplicate"),
                           withObject(session, hit, [=](const Hit& now) { deeds::duplicate(*target, now); }));
        copy->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_D));
        menu.addSeparator();
        if (hit.kind == HitKind::Card)
            addForNodes(menu, session.document(), session.settled().view, {hit.index});
        else
            fillForLane(menu, session, hit);
        addMoves(menu, session.document(), session.pathOf(hit));
        menu.addSeparator();
    }
    std::vector<int> nodes;
    for (const Hit& hit : selected)
        if (hit.kind == HitKind::Card) nodes.push_back(hit.index);
    if (selected.size() > 1 && !nodes.empty()) {
        addForNodes(menu, session.document(), session.settled().view, nodes);
        menu.addSeparator();
    }
    QAction* action = menu.addAction(icon(QStringLiteral("trash")),
                                     selected.size() == 1
                                         ? Words::tr("Remove")
                                         : Words::tr("Remove %n object(s)", nullptr, static_cast<int>(selected.size())),
                                     [=] { deeds::removeSelected(target->document()); });
    action->setShortcut(QKeySequence::Delete);
}

} // namespace n3x
