// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/canvas/canvas_stage.h"

using namespace n3x;
using namespace n3x::test;

// What a pointer does on the canvas between press and release.
class GesturesTest : public QObject {
    Q_OBJECT

private slots:
    void aRubberBandSelectsWhatItTouches()
    {
        const CanvasStage stage;
        const QPoint above = stage.at(stage.card(QStringLiteral("server-1"))) - QPoint(0, 60);
        const QPoint across = stage.at(stage.card(QStringLiteral("server-2"))) + QPoint(10, 5);
        stage.beginDrag(above - QPoint(100, 0), across);
        QVERIFY(stage.session().scene().rubber.has_value());
        QTest::mouseRelease(stage.widget(), Qt::LeftButton, {}, across);
        QCOMPARE(stage.selected(), (QStringList{QStringLiteral("server-1"), QStringLiteral("server-2")}));
        QVERIFY(!stage.session().isStaged());
    }

    void draggingMovesACardAndKeepsItsPlace()
    {
        CanvasStage stage;
        const Hit card = stage.card(QStringLiteral("agent-2"));
        const QRectF before = rectOf(stage.session().settled(), card);
        stage.drag(stage.at(card), stage.at(card) + QPoint(64, 0));
        const QRectF after = rectOf(stage.session().settled(), card);
        QVERIFY(after.left() > before.left() + 30);
        const auto kept = stage.document.position(QStringLiteral("bonding-vlans"), QStringLiteral("agent-2"));
        QVERIFY(kept.has_value());
        QCOMPARE(kept->x(), after.left());
        QVERIFY(stage.document.isDirty());
        stage.document.undo();
        QCOMPARE(rectOf(stage.session().settled(), card), before);
        QVERIFY(!stage.document.isDirty());
        stage.document.redo();
        QCOMPARE(rectOf(stage.session().settled(), card), after);
    }

    // Alone in its row, down and up again: no empty row is left over it, and a drop does what was drawn.
    void aDraggedCardHangsAtThePointer()
    {
        CanvasStage stage;
        const Hit card = stage.card(QStringLiteral("agent-2"));
        const auto rows = [&] { return stage.session().scene().layout.banks.front().rows.size(); };
        stage.drag(stage.at(card), stage.at(card) + QPoint(0, 130));
        QCOMPARE(rows(), std::size_t(2));
        const QRectF before = rectOf(stage.session().settled(), card);
        const int steps = stage.document.historyPosition();
        for (const QPoint by : {QPoint(-40, 100), QPoint(-90, -170)}) {
            const QPoint from = stage.at(card);
            const QPointF grip =
                rectOf(stage.session().settled(), card).topLeft() - stage.view().camera().toScene(from);
            const QImage empty = stage.painted();
            QTest::mousePress(stage.widget(), Qt::LeftButton, {}, from);
            for (int step = 1; step <= 10; ++step) {
                const QPoint to = from + by * step / 10;
                QTest::mouseMove(stage.widget(), to);
                const Scene& shown = stage.session().scene();
                QCOMPARE(shown.carried.size(), std::size_t(1));
                const QPointF corner = stage.view().camera().toScene(to) + grip;
                QVERIFY((shown.carried.front().corner - corner).manhattanLength() < 0.01);
                const QRectF name(corner + QPointF(36, 9), QSizeF(60, 18));
                QVERIFY(differing(empty, stage.painted(), stage.inPicture(name)) >= 10);
                if (by.y() > 0) QCOMPARE(rectOf(shown, card).top(), before.top());
                if (by.y() > 0) QCOMPARE(rows(), std::size_t(2));
            }
            const QRectF outlined = rectOf(stage.session().scene(), card);
            QTest::mouseRelease(stage.widget(), Qt::LeftButton, {}, from + by);
            QCOMPARE(rectOf(stage.session().settled(), card), outlined);
        }
        QCOMPARE(rows(), std::size_t(1));
        QCOMPARE(stage.document.historyPosition(), steps + 2);
    }

    // Between the rows lie the lanes that it is on already.
    void aCardGoesOverItsLanes()
    {
        const CanvasStage stage;
        const Hit card = stage.card(QStringLiteral("agent-2"));
        stage.beginDrag(stage.at(card), stage.at(stage.lane(QStringLiteral("cluster"))) + QPoint(300, 0));
        QCOMPARE(stage.session().scene().carried.size(), std::size_t(1));
        QVERIFY(stage.session().scene().tip.isEmpty());
        stage.key(Qt::Key_Escape);
    }

    // Several cards keep their rows, wherever the one in hand goes.
    void cardsOfSeveralRowsStaySo()
    {
        const Edit more = edits::addNodes("bonding-vlans", Role::Agent, "n100", 12);
        const CanvasStage stage(more.apply(templateProject("sample")));
        const auto rowOf = [&](const QString& name) {
            const Layout& layout = stage.session().settled().layout;
            return layout.cards[static_cast<std::size_t>(stage.card(name).index)]->place.row;
        };
        const QString above = QStringLiteral("server-1");
        const QString below = QStringLiteral("agent-9");
        const int between = rowOf(below) - rowOf(above);
        QVERIFY(between > 0);
        stage.click(stage.card(above));
        stage.click(stage.card(below), Qt::ControlModifier);
        const int before = rowOf(above);
        const QPoint from = stage.at(stage.card(above));
        stage.drag(from, QPoint(from.x() + 40, stage.at(stage.card(below)).y()));
        QCOMPARE(rowOf(above), before + between);
        QCOMPARE(rowOf(below), before + 2 * between);
    }

    // And does not fly there from where it was taken.
    void aDroppedCardStaysInSight()
    {
        const CanvasStage stage;
        stage.session().setReducedMotion(false);
        const Hit card = stage.card(QStringLiteral("agent-2"));
        stage.beginDrag(stage.at(card), stage.at(card) + QPoint(150, 0));
        const QRectF outlined = rectOf(stage.session().scene(), card);
        QTest::mouseRelease(stage.widget(), Qt::LeftButton, {}, stage.at(card) + QPoint(150, 0));
        QVERIFY(std::abs(rectOf(stage.session().scene(), card).left() - outlined.left()) <= layout::grid);
        QVERIFY(QTest::qWaitFor([&] { return rectOf(stage.session().scene(), card) == outlined; }));
    }

    void aCardThatIsPutBackWasNotMoved()
    {
        const CanvasStage stage;
        const QPoint at = stage.at(stage.card(QStringLiteral("agent-2")));
        stage.beginDrag(at, at + QPoint(90, 0));
        QTest::mouseMove(stage.widget(), at);
        QTest::mouseRelease(stage.widget(), Qt::LeftButton, {}, at);
        QVERIFY(!stage.document.canUndo());
    }

    void undoingADropForgetsWhereItWas()
    {
        CanvasStage stage;
        stage.view().beginAgent({});
        stage.view().dragTo(stage.at(stage.card(QStringLiteral("server-1"))) - QPointF(200, 0));
        stage.view().drop();
        QVERIFY(stage.document.position(QStringLiteral("bonding-vlans"), QStringLiteral("agent-3")));
        stage.document.undo(); // one step
        QVERIFY(stage.document.views().empty());
        QVERIFY(!stage.document.isDirty());
    }

    void escapeUndoesADrag()
    {
        const CanvasStage stage;
        const Hit card = stage.card(QStringLiteral("agent-2"));
        const QRectF before = rectOf(stage.session().settled(), card);
        stage.beginDrag(stage.at(card), stage.at(card) + QPoint(90, 0));
        QVERIFY(stage.session().isStaged());
        stage.key(Qt::Key_Escape);
        QVERIFY(!stage.session().isStaged());
        QTest::mouseRelease(stage.widget(), Qt::LeftButton, {}, stage.at(card) + QPoint(90, 0));
        QCOMPARE(rectOf(stage.session().settled(), card), before);
        QVERIFY(!stage.document.isDirty());
    }

    void draggingFromAPortAttaches()
    {
        CanvasStage stage;
        stage.document.apply(edits::detach("bonding-vlans", "agent-1", "storage"));
        QCOMPARE(stage.node("agent-1")->addresses.size(), std::size_t(1));
        const Hit port{HitKind::Port, stage.card(QStringLiteral("agent-1")).index, 0};
        const QPoint storage = stage.at(stage.lane(QStringLiteral("storage"))) + QPoint(320, 10);
        stage.beginDrag(stage.at(port), storage);
        // The lane that can take it is lit, the other says why not, and what a drop will do is drawn.
        const Scene& shown = stage.session().scene();
        QCOMPARE(shown.lanes[static_cast<std::size_t>(stage.lane(QStringLiteral("storage")).index)].emphasis,
                 Emphasis::Lit);
        const Mark& other = shown.lanes[static_cast<std::size_t>(stage.lane(QStringLiteral("cluster")).index)];
        QCOMPARE(other.emphasis, Emphasis::Dimmed);
        QVERIFY(!other.reason.isEmpty());
        QCOMPARE(shown.layout.cards[static_cast<std::size_t>(port.index)]->cables.front().strands.size(),
                 std::size_t(2));
        QTest::mouseRelease(stage.widget(), Qt::LeftButton, {}, storage);
        QCOMPARE(stage.node("agent-1")->addresses.size(), std::size_t(2));
        QVERIFY(stage.document.canUndo());
    }

    void draggingFromALaneToACardAttaches()
    {
        CanvasStage stage;
        stage.document.apply(edits::detach("bonding-vlans", "agent-1", "storage"));
        stage.drag(stage.at(stage.lane(QStringLiteral("storage"))), stage.at(stage.card(QStringLiteral("agent-1"))));
        QCOMPARE(stage.node("agent-1")->addresses.size(), std::size_t(2));
    }

    void aDropThatIsRefusedDoesNothing()
    {
        const CanvasStage stage;
        const Hit port{HitKind::Port, 0, 0};
        stage.drag(stage.at(port), stage.at(stage.lane(QStringLiteral("cluster"))) + QPoint(300, 10));
        QVERIFY(!stage.document.canUndo());
    }
};

QTEST_MAIN(GesturesTest)
#include "gestures_test.moc"
