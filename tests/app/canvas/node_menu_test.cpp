// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/edits/networks.h"
#include "tests/app/canvas/canvas_stage.h"

#include <QMenu>

using namespace n3x;
using namespace n3x::test;

namespace {

QStringList textsOf(const QMenu& menu)
{
    QStringList texts;
    for (const QAction* action : menu.actions())
        if (!action->isSeparator()) texts << action->text();
    return texts;
}

// Asked for with the mouse, chosen with the keys: "Attach to", "storage".
void choose(const CanvasStage& stage, const Hit& at, const QStringList& path)
{
    QTest::mouseClick(stage.widget(), Qt::RightButton, {}, stage.at(at));
    for (const QString& text : path) {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        const QStringList texts = textsOf(*menu);
        QVERIFY2(texts.contains(text), qPrintable(texts.join(QStringLiteral(", "))));
        for (QAction* action : menu->actions())
            if (action->text() == text) {
                QVERIFY2(action->isEnabled(), qPrintable(text));
                menu->setActiveAction(action);
            }
        QTest::keyClick(menu, Qt::Key_Return);
    }
    QVERIFY(QApplication::activePopupWidget() == nullptr);
}

} // namespace

// What the menu does with several nodes at once.
class NodeMenuTest : public QObject {
    Q_OBJECT

    static void selectAgentsAndServer(const CanvasStage& stage)
    {
        stage.click(stage.card(QStringLiteral("agent-1")));
        stage.click(stage.card(QStringLiteral("agent-2")), Qt::ControlModifier);
        stage.click(stage.card(QStringLiteral("server-1")), Qt::ControlModifier);
    }
    static QStringList on(const CanvasStage& stage, std::string_view network)
    {
        QStringList nodes;
        for (const auto& node : stage.profile().nodes)
            if (std::ranges::contains(node->addresses, network, &Attachment::network))
                nodes << QString::fromStdString(node->name.text());
        return nodes;
    }

private slots:
    void attachesAndDetachesAllOfThem()
    {
        CanvasStage stage;
        stage.document.apply(edits::addNetwork(stage.document.project(), "bonding-vlans"));
        stage.document.apply(edits::attach("bonding-vlans", "agent-2", "network"));
        selectAgentsAndServer(stage);
        const int steps = stage.document.historyPosition();
        const Hit card = stage.card(QStringLiteral("agent-1"));
        choose(stage, card, {QStringLiteral("Attach to"), QStringLiteral("network (2 node(s))")});
        QCOMPARE(stage.document.undoName(), QStringLiteral("Attach 2 nodes to network"));
        QCOMPARE(on(stage, "network"),
                 (QStringList{QStringLiteral("server-1"), QStringLiteral("agent-1"), QStringLiteral("agent-2")}));
        QCOMPARE(stage.selected().size(), 3);
        choose(stage, card, {QStringLiteral("Detach from"), QStringLiteral("network")});
        QCOMPARE(stage.document.undoName(), QStringLiteral("Detach 3 nodes from network"));
        QCOMPARE(on(stage, "network"), QStringList());
        QCOMPARE(stage.document.historyPosition(), steps + 2);
        stage.document.undo();
        QCOMPARE(on(stage, "network").size(), 3);
    }

    void givesThemAllARoleAndHardware()
    {
        const CanvasStage stage;
        selectAgentsAndServer(stage);
        const Hit card = stage.card(QStringLiteral("agent-1"));
        choose(stage, card, {QStringLiteral("Make 2 node(s) servers")});
        QCOMPARE(stage.document.undoName(), QStringLiteral("Make 2 nodes servers"));
        choose(stage, card, {QStringLiteral("Make 3 node(s) agents")});
        choose(stage, card, {QStringLiteral("Hardware target"), QStringLiteral("Intel N100 mini PC")});
        QCOMPARE(stage.document.undoName(), QStringLiteral("Change hardware of 3 nodes to n100"));
        for (const char* name : {"agent-1", "agent-2", "server-1"}) {
            QCOMPARE(stage.node(name)->target, std::string("n100"));
            QVERIFY(stage.node(name)->role == Entered(Choice(Role::Agent)));
        }
        QVERIFY(stage.node("server-2")->target != "n100");
    }

    // With lanes among what is selected, the nodes are meant.
    void lanesAmongThemAreLeftOut()
    {
        const CanvasStage stage;
        selectAgentsAndServer(stage);
        stage.click(stage.lane(QStringLiteral("storage")), Qt::ControlModifier);
        choose(stage, stage.card(QStringLiteral("agent-1")),
               {QStringLiteral("Detach from"), QStringLiteral("cluster")});
        QCOMPARE(on(stage, "cluster"), QStringList{QStringLiteral("server-2")});
    }

    void aLaneTakesAllNodes()
    {
        CanvasStage stage;
        stage.document.apply(edits::addNetwork(stage.document.project(), "bonding-vlans"));
        stage.document.apply(edits::attach("bonding-vlans", "agent-2", "network"));
        const Hit lane = stage.lane(QStringLiteral("network"));
        choose(stage, lane, {QStringLiteral("Attach all nodes (3 node(s))")});
        QCOMPARE(stage.document.undoName(), QStringLiteral("Attach 3 nodes to network"));
        QCOMPARE(on(stage, "network").size(), 4);
        QTest::mouseClick(stage.widget(), Qt::RightButton, {}, stage.at(lane));
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        for (const QAction* action : menu->actions())
            if (action->text() == QStringLiteral("Attach all nodes")) QVERIFY(!action->isEnabled());
        QVERIFY(textsOf(*menu).contains(QStringLiteral("Attach all nodes")));
        menu->close();
    }
};

QTEST_MAIN(NodeMenuTest)
#include "node_menu_test.moc"
