// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/canvas/canvas_menu.h"
#include "app/canvas/facts.h"
#include "core/edits/networks.h"
#include "core/edits/uplinks.h"
#include "tests/app/canvas/canvas_stage.h"

#include <QMenu>

using namespace n3x;
using namespace n3x::test;

// The same without a mouse.
class CanvasKeysTest : public QObject {
    Q_OBJECT

private slots:
    void arrowsGoFromObjectToObject()
    {
        const CanvasStage stage;
        stage.key(Qt::Key_Right);
        QCOMPARE(stage.selected(), QStringList{QStringLiteral("server-1")});
        stage.key(Qt::Key_Right);
        QCOMPARE(stage.selected(), QStringList{QStringLiteral("server-2")});
        stage.key(Qt::Key_Down);
        QCOMPARE(stage.selected(), QStringList{QStringLiteral("cluster")});
        stage.key(Qt::Key_Down);
        QCOMPARE(stage.selected(), QStringList{QStringLiteral("storage")});
        stage.key(Qt::Key_Down);
        QCOMPARE(stage.selected(), QStringList{QStringLiteral("storage")});
        stage.key(Qt::Key_Up);
        stage.key(Qt::Key_Up);
        QCOMPARE(stage.session().focused().kind, HitKind::Card);
    }

    void shiftExtendsAndSpaceToggles()
    {
        const CanvasStage stage;
        stage.key(Qt::Key_Right);
        stage.key(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(stage.selected().size(), 2);
        stage.key(Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(stage.selected().size(), 2);
        stage.key(Qt::Key_Space);
        QCOMPARE(stage.selected().size(), 3);
        stage.key(Qt::Key_Space);
        QCOMPARE(stage.selected().size(), 2);
    }

    void deleteRemovesInOneStep()
    {
        CanvasStage stage;
        stage.key(Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(stage.selected().size(), 4);
        stage.key(Qt::Key_Delete);
        QVERIFY(stage.profile().nodes.empty());
        QVERIFY(stage.session().isEmpty());
        stage.document.undo();
        QCOMPARE(stage.profile().nodes.size(), std::size_t(4));
    }

    // A reload may come while a menu is open.
    void menuKnowsItsObjectByName()
    {
        CanvasStage stage;
        stage.document.select({ObjectPath("profiles/bonding-vlans/nodes/agent-2")});
        Hit renamed;
        int asked = 0;
        const auto rename = [&](const Hit& hit) {
            renamed = hit;
            ++asked;
        };
        const auto choose = [](const QMenu& menu, const QString& text) {
            for (QAction* action : menu.actions())
                if (action->text() == text) return action->trigger();
            QFAIL(qPrintable(text));
        };
        QMenu ofNode;
        fillCanvasMenu(ofNode, stage.session(), rename);
        stage.document.select({ObjectPath("profiles/bonding-vlans/networks/cluster")});
        QMenu ofLane;
        fillCanvasMenu(ofLane, stage.session(), rename);

        stage.document.apply(edits::removeNode("bonding-vlans", "server-1"));
        stage.document.apply(edits::addNetwork(stage.document.project(), "bonding-vlans"));
        stage.document.apply(edits::moveNetwork("bonding-vlans", "storage", 0));
        choose(ofNode, QStringLiteral("Rename"));
        QCOMPARE(asked, 1);
        QCOMPARE(stage.session().pathOf(renamed), ObjectPath("profiles/bonding-vlans/nodes/agent-2"));
        choose(ofLane, QStringLiteral("Move down"));
        QCOMPARE(stage.lane(QStringLiteral("cluster")).index, 2);
        choose(ofNode, QStringLiteral("Duplicate"));
        QVERIFY(stage.node("agent-3") != nullptr);

        stage.document.reset(Project());
        for (const QMenu* menu : {&ofNode, &ofLane})
            for (const char* text : {"Rename", "Duplicate"}) choose(*menu, QString::fromLatin1(text));
        choose(ofLane, QStringLiteral("Move down"));
        QCOMPARE(asked, 1);
        QVERIFY(stage.document.project() == Project());
    }

    void theMenuOfABondMovesItsUplink()
    {
        CanvasStage stage;
        stage.document.apply(edits::addUplink(stage.document.project(), "bonding-vlans"));
        stage.document.select({ObjectPath("profiles/bonding-vlans/uplinks/trunk")});
        QMenu menu;
        fillCanvasMenu(menu, stage.session(), {});
        QStringList offered;
        for (QAction* action : menu.actions()) {
            if (action->isEnabled()) offered << action->text();
            if (action->text() == QStringLiteral("Move down")) action->trigger();
        }
        QVERIFY(offered.contains(QStringLiteral("Move down")) && !offered.contains(QStringLiteral("Move up")));
        QCOMPARE(stage.profile().uplinks[1]->name.text(), std::string("trunk"));
        QCOMPARE(stage.selected(), QStringList{QStringLiteral("trunk")});
    }

    void enterRenames()
    {
        const CanvasStage stage;
        stage.click(stage.lane(QStringLiteral("storage")));
        stage.key(Qt::Key_Return);
        QVERIFY(stage.view().isRenaming());
        stage.key(Qt::Key_Escape);
        QVERIFY(!stage.view().isRenaming());
        stage.key(Qt::Key_F2);
        QTest::keyClicks(stage.widget(), QStringLiteral("disks"));
        stage.key(Qt::Key_Return);
        QVERIFY(find(stage.profile().networks, "disks"));
    }

    void theMenuKeyAsksForTheMenu()
    {
        const CanvasStage stage;
        QSignalSpy asked(&stage.view(), &CanvasView::menuRequested);
        stage.key(Qt::Key_Right);
        stage.key(Qt::Key_Menu);
        QCOMPARE(asked.size(), 1);
    }

    void bondsAreReachedToo()
    {
        const CanvasStage stage;
        stage.key(Qt::Key_Right);
        stage.key(Qt::Key_B);
        QCOMPARE(stage.selected(), QStringList{QStringLiteral("trunk")});
        QCOMPARE(stage.session().scene().fanned, (CableSpot{0, 0})); // focus shows it from inside
        stage.key(Qt::Key_B);
        QCOMPARE(stage.selected(), QStringList{QStringLiteral("server-1")});
    }

    // What is in hand may go by an edit made elsewhere; the keys then mean the card, or nothing, and nothing else.
    void aBondInHandMayGo_data()
    {
        QTest::addColumn<int>("by");
        QTest::newRow("its uplink is removed") << 0;
        QTest::newRow("the steps that made it are undone") << 1;
        QTest::newRow("it is dissolved") << 2;
        QTest::newRow("an uplink before it is removed") << 3;
    }
    void aBondInHandMayGo()
    {
        QFETCH(int, by);
        CanvasStage stage;
        stage.document.apply(edits::addUplink(stage.document.project(), "bonding-vlans"));
        const std::string uplink = stage.profile().uplinks.back()->name.text();
        stage.document.apply(edits::makeBond("bonding-vlans", uplink, {"eth3", "eth4"}));
        stage.key(Qt::Key_Right);
        stage.key(Qt::Key_B);
        stage.key(Qt::Key_B);
        QCOMPARE(stage.session().focused(), (Hit{HitKind::Bond, 0, 1}));
        QSignalSpy asked(&stage.view(), &CanvasView::menuRequested);
        if (by == 0) stage.document.apply(edits::removeUplink("bonding-vlans", uplink));
        if (by == 1)
            for (int steps = 0; steps < 2; ++steps) stage.document.undo();
        if (by == 2) stage.key(Qt::Key_Backspace);
        if (by == 3) stage.document.apply(edits::removeUplink("bonding-vlans", "trunk"));
        QCOMPARE(stage.session().focused(), by == 3 ? (Hit{HitKind::Bond, 0, 0}) : (Hit{HitKind::Card, 0}));
        stage.key(Qt::Key_F2);
        QVERIFY(stage.view().isRenaming());
        QCOMPARE(stage.view().renamedName(), by == 3 ? QStringLiteral("bond1") : QStringLiteral("server-1"));
        stage.key(Qt::Key_Escape);
        stage.key(Qt::Key_Menu);
        QCOMPARE(asked.size(), 1);
        QVERIFY(!spokenName(stage.session().settled(), stage.session().focused()).isEmpty());
    }

    void aNodeInHandMayGo()
    {
        CanvasStage stage;
        stage.click(stage.card(QStringLiteral("agent-1")));
        stage.document.apply(edits::removeNode("bonding-vlans", "server-1")); // it stands at another place now
        stage.key(Qt::Key_F2);
        QCOMPARE(stage.view().renamedName(), QStringLiteral("agent-1"));
        stage.key(Qt::Key_Escape);
        stage.document.apply(edits::renameNode("bonding-vlans", "agent-1", "worker"));
        QCOMPARE(stage.session().focused(), stage.card(QStringLiteral("worker")));
        stage.document.apply(edits::removeNode("bonding-vlans", "worker"));
        QCOMPARE(stage.session().focused(), Hit());
        stage.key(Qt::Key_F2);
        QVERIFY(!stage.view().isRenaming());
        stage.key(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(stage.profile().nodes.size(), std::size_t(2)); // not another one like its neighbour
    }

    // A bond becomes one port by either key, and stays an uplink when the key is held down.
    void deleteDissolvesABond()
    {
        CanvasStage stage;
        for (const Qt::Key key : {Qt::Key_Delete, Qt::Key_Backspace}) {
            stage.document.select({});
            stage.session().setFocused({HitKind::Card, 0});
            stage.key(Qt::Key_B);
            QCOMPARE(stage.selected(), QStringList{QStringLiteral("trunk")});
            stage.key(key);
            stage.key(key);
            const Uplink* trunk = find(stage.profile().uplinks, "trunk");
            QVERIFY(trunk && !trunk->bond);
            QCOMPARE(stage.profile().networks.size(), std::size_t(2));
            QCOMPARE(stage.document.historyPosition(), 1);
            stage.document.undo();
        }
    }

    void altMovesCards()
    {
        const CanvasStage stage;
        stage.click(stage.card(QStringLiteral("agent-2")));
        const QRectF before = rectOf(stage.session().settled(), stage.card(QStringLiteral("agent-2")));
        stage.key(Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(rectOf(stage.session().settled(), stage.card(QStringLiteral("agent-2"))).left(), before.left() + 24);
        stage.key(Qt::Key_Down, Qt::AltModifier);
        const QRectF below = rectOf(stage.session().settled(), stage.card(QStringLiteral("agent-2")));
        QVERIFY(below.top() > before.bottom());
        const int steps = stage.document.historyPosition();
        stage.key(Qt::Key_Down, Qt::AltModifier); // it would leave its row empty
        QCOMPARE(rectOf(stage.session().settled(), stage.card(QStringLiteral("agent-2"))), below);
        QCOMPARE(stage.document.historyPosition(), steps);
    }

    void zooming()
    {
        const CanvasStage stage;
        const qreal before = stage.view().zoom();
        stage.key(Qt::Key_Plus);
        QVERIFY(stage.view().zoom() > before);
        stage.key(Qt::Key_Minus);
        stage.key(Qt::Key_Minus);
        QVERIFY(stage.view().zoom() < before);
        stage.key(Qt::Key_0);
        QCOMPARE(stage.view().zoom(), 1.0);
        stage.key(Qt::Key_F);
        QCOMPARE(stage.view().zoom(), before);
    }

    // With nothing in hand the menu is that of the canvas, in the middle of it.
    void theMenuKeyHasAlwaysAPlace()
    {
        const CanvasStage stage;
        QSignalSpy asked(&stage.view(), &CanvasView::menuRequested);
        stage.key(Qt::Key_Menu);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.takeFirst().first().toPointF(), QPointF(stage.view().width(), stage.view().height()) / 2);
        stage.click(stage.card(QStringLiteral("agent-1")));
        stage.view().pan(5000, 0); // what is in hand is out of sight
        stage.key(Qt::Key_F10, Qt::ShiftModifier);
        const QPointF at = asked.takeFirst().first().toPointF();
        QVERIFY(QRectF(0, 0, stage.view().width(), stage.view().height()).contains(at));
        if (QWidget* menu = QApplication::activePopupWidget()) menu->close();
    }

    // The focus is shown where the keyboard is, and nowhere else.
    void theFocusGoesWithTheKeyboard()
    {
        const CanvasStage stage;
        const Hit card = stage.card(QStringLiteral("agent-1"));
        stage.click(card);
        const auto isMarked = [&] {
            return stage.session().settled().cards[static_cast<std::size_t>(card.index)].isFocused;
        };
        QVERIFY(isMarked());
        stage.widget()->clearFocus();
        QVERIFY(!isMarked());
        stage.widget()->setFocus();
        QVERIFY(isMarked());
    }

    void aFocusedBondSaysWhatItIs()
    {
        const CanvasStage stage;
        stage.click(stage.card(QStringLiteral("agent-1")));
        stage.key(Qt::Key_B);
        const ShapeModel::Row row = stage.session().rowOf(stage.session().focused());
        for (const char* word : {"active-backup", "primary eth1", "link check 100 ms", "cluster, storage"})
            QVERIFY2(row.description.contains(QLatin1String(word)), qPrintable(row.description));
    }

    // One after the other by Tab: the palette's and the zoom bar's buttons.
    void tabReachesTheButtons()
    {
        const CanvasStage stage;
        QStringList names;
        for (int step = 0; step < 40; ++step) {
            stage.key(Qt::Key_Tab);
            if (const QQuickItem* item = stage.view().window()->activeFocusItem())
                names << item->property("hint").toString();
        }
        QVERIFY(names.contains(QStringLiteral("Zoom in")));
        QVERIFY(names.contains(QStringLiteral("Add network")));
    }
};

QTEST_MAIN(CanvasKeysTest)
#include "canvas_keys_test.moc"
