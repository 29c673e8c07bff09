// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/canvas/canvas_view.h"
#include "app/canvas/facts.h"
#include "app/canvas/session.h"
#include "app/document/document.h"
#include "core/edits/networks.h"
#include "core/edits/nodes.h"
#include "core/edits/values.h"
#include "core/files/templates.h"

#include <QtTest>

using namespace n3x;

class SessionTest : public QObject {
    Q_OBJECT

    static Hit card(const CanvasSession& session, std::string_view name)
    {
        return session.hitOf(ObjectPath("profiles/vlans/nodes") / name);
    }
    static Hit lane(const CanvasSession& session, std::string_view name)
    {
        return session.hitOf(ObjectPath("profiles/vlans/networks") / name);
    }
    static const Mark& markOf(const CanvasSession& session, const Hit& hit)
    {
        return hit.kind == HitKind::Lane ? session.scene().lanes.at(static_cast<std::size_t>(hit.index))
                                         : session.scene().cards.at(static_cast<std::size_t>(hit.index));
    }

private slots:
    void whatChangedIsMarkedUntilItIsSaved()
    {
        Document document(templateProject("vlans"));
        CanvasSession session(document);
        session.setReducedMotion(true);
        QVERIFY(!markOf(session, card(session, "agent-1")).isChanged);
        document.apply(edits::setRole("vlans", "agent-1", Role::Server));
        document.apply(edits::tag("vlans", "storage", "150"));
        QVERIFY(markOf(session, card(session, "agent-1")).isChanged);
        QVERIFY(!markOf(session, card(session, "agent-2")).isChanged);
        QVERIFY(markOf(session, lane(session, "storage")).isChanged);
        QVERIFY(!markOf(session, lane(session, "cluster")).isChanged);
        document.undo();
        QVERIFY(!markOf(session, lane(session, "storage")).isChanged);
        document.markSaved(document.project(), document.views());
        QVERIFY(!markOf(session, card(session, "agent-1")).isChanged);
    }

    void whatWasEditedWhileItWasSavedStaysMarked()
    {
        Document document(templateProject("vlans"));
        CanvasSession session(document);
        document.apply(edits::setRole("vlans", "agent-1", Role::Server));
        const Project written = document.project();
        document.apply(edits::tag("vlans", "storage", "150"));
        document.markSaved(written, document.views());
        QVERIFY(!markOf(session, card(session, "agent-1")).isChanged);
        QVERIFY(markOf(session, lane(session, "storage")).isChanged);
    }

    void problemsOfAnUplinkAreOnItsCables()
    {
        Document document(templateProject("bonding-vlans"));
        CanvasSession session(document);
        const Hit ring = session.hitOf(ObjectPath("profiles/bonding-vlans/uplinks/trunk"));
        const Hit node = session.hitOf(ObjectPath("profiles/bonding-vlans/nodes/agent-1"));
        QVERIFY(!session.scene().uplinks.contains(QStringLiteral("trunk")));
        document.apply(edits::setValue(ObjectPath("profiles/bonding-vlans/uplinks/trunk/primary"), "eth9"));
        QVERIFY(
            QTest::qWaitFor([&] { return session.scene().uplinks.value(QStringLiteral("trunk")) == Severity::Error; }));
        QVERIFY(!markOf(session, node).worst); // not the node's own
        QVERIFY(spokenDescription(session.settled(), ring).contains(QStringLiteral("has errors")));
        QVERIFY(spokenDescription(session.settled(), node).contains(QStringLiteral("uplink trunk has errors")));
        const Hit port{HitKind::Port, node.index, 1};
        QVERIFY(factsOf(session, port).lines.join(u'\n').contains(QStringLiteral("eth9")));
        document.undo();
        QVERIFY(QTest::qWaitFor([&] { return session.scene().uplinks.isEmpty(); }));
    }

    void problemsAreMarkedWhereTheyAre()
    {
        Document document(templateProject("vlans"));
        CanvasSession session(document);
        document.apply(edits::setValue(ObjectPath("profiles/vlans/networks/storage/vlan"), "4095"));
        QVERIFY(QTest::qWaitFor([&] { return markOf(session, lane(session, "storage")).worst == Severity::Error; }));
        QVERIFY(!session.settled().view.networks.at(1).vlanIsValid);
        const Facts facts = factsOf(session, lane(session, "storage"));
        QVERIFY(facts.lines.join(u'\n').contains(QStringLiteral("4095")));
        document.undo();
        QVERIFY(QTest::qWaitFor([&] { return !markOf(session, lane(session, "storage")).worst; }));
    }

    void aRenamedNodeStaysWhereItStood()
    {
        Document document(templateProject("vlans"));
        CanvasSession session(document);
        session.setReducedMotion(true);
        const QRectF before = rectOf(session.scene(), card(session, "agent-1"));
        document.apply(edits::renameNode("vlans", "agent-1", "worker"));
        QCOMPARE(rectOf(session.scene(), card(session, "worker")), before);
        document.apply(edits::removeNode("vlans", "server-2"));
        QCOMPARE(rectOf(session.scene(), card(session, "worker")), before);
    }

    void motionTakesItsTimeAndEndsWhereItShould()
    {
        Document document(templateProject("vlans"));
        CanvasSession session(document);
        const QRectF before = rectOf(session.scene(), card(session, "agent-2"));
        document.setPositions(QStringLiteral("vlans"), {{QStringLiteral("agent-2"), {1000, 0}}});
        QVERIFY(rectOf(session.scene(), card(session, "agent-2")).left() < 1000);
        QVERIFY(
            QTest::qWaitFor([&] { return rectOf(session.scene(), card(session, "agent-2")).left() == 1000; }, 1000));
        session.setReducedMotion(true);
        document.setPositions(QStringLiteral("vlans"), {{QStringLiteral("agent-2"), {before.left(), 0}}});
        QCOMPARE(rectOf(session.scene(), card(session, "agent-2")), before);
    }

    void aViewListensToItsOwnSessionOnly()
    {
        Document before(templateProject("vlans"));
        Document document(templateProject("vlans"));
        auto old = std::make_unique<CanvasSession>(before);
        CanvasSession session(document);
        CanvasView view;
        view.setSession(old.get());
        view.setSession(&session);
        view.beginRename(card(session, "agent-1"));
        before.apply(edits::removeNode("vlans", "agent-2"));
        QVERIFY(view.isRenaming());
        view.setSession(old.get());
        old.reset();
        QVERIFY(view.session() == nullptr);
        before.select({ObjectPath("profiles/vlans/nodes/agent-1")}); // nobody looks
        document.apply(edits::removeNode("vlans", "agent-2"));
    }

    void onlyAPlaceThatIsNoneIsForgotten()
    {
        QCOMPARE(placeOf(pointOf({.x = 72, .row = 3})), (Place{.x = 72, .row = 3}));
        QCOMPARE(placeOf({std::numeric_limits<qreal>::quiet_NaN(), -1e300}), (Place{.x = 0, .row = 0}));
    }

    void attachingIsRefusedWithAReason()
    {
        Document document(templateProject("bonding-vlans"));
        document.apply(edits::detach("bonding-vlans", "agent-1", "storage"));
        CanvasSession session(document);
        const int node = session.hitOf(ObjectPath("profiles/bonding-vlans/nodes/agent-1")).index;
        QVERIFY(!attachRefusal(session.settled().view, node, 0).isEmpty()); // it is there already
        QVERIFY(attachRefusal(session.settled().view, node, 1).isEmpty());
        QVERIFY(attachRefusal(session.settled().view, node, 1, 0).isEmpty());
    }

    void whatIsSaidNamesTheThings()
    {
        Document document(templateProject("vlans"));
        const CanvasSession session(document);
        QCOMPARE(spokenName(session.settled(), card(session, "server-1")), QStringLiteral("Server server-1"));
        QCOMPARE(spokenName(session.settled(), lane(session, "storage")), QStringLiteral("Network storage"));
        QVERIFY(spokenDescription(session.settled(), card(session, "server-1")).contains(QStringLiteral("cluster")));
        QVERIFY(spokenDescription(session.settled(), lane(session, "storage")).contains(QStringLiteral("VLAN 100")));
    }
};

QTEST_MAIN(SessionTest)
#include "session_test.moc"
