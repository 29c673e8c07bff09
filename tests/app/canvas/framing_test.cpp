// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/canvas/canvas_stage.h"

using namespace n3x;
using namespace n3x::test;

// What of a profile is in sight before somebody zooms or pans.
class FramingTest : public QObject {
    Q_OBJECT

    static CanvasStage stageOf(std::size_t nodes, QSize size = {715, 455})
    {
        const Edit more = edits::addNodes("bonding-vlans", Role::Agent, "n100", nodes - 4);
        return CanvasStage(more.apply(templateProject("sample")), QStringLiteral("bonding-vlans"), size);
    }
    static bool isInSight(const CanvasStage& stage, const QRectF& part)
    {
        return QRectF(QPointF(), stage.widget()->size()).contains(stage.view().camera().toItem(part));
    }

private slots:
    // Forty on a small screen: names can be read and all columns are in sight; F shows all rows.
    void fortyNodesOpenWithTheirNames()
    {
        const CanvasStage stage = stageOf(40);
        QCOMPARE(detailAt(stage.view().zoom()), Detail::Name);
        const Layout& layout = stage.session().settled().layout;
        for (std::size_t at = 0; at < 16; ++at) QVERIFY(isInSight(stage, layout.cards[at]->card));
        QVERIFY(!isInSight(stage, layout.bounds));
        const Camera first = stage.view().camera();
        stage.panel->resize(1000, 700);
        QVERIFY(stage.view().zoom() > first.zoom);
        stage.panel->resize(715, 455);
        QCOMPARE(stage.view().camera(), first);
        stage.key(Qt::Key_F);
        QVERIFY(isInSight(stage, layout.bounds));
    }

    void whatCannotBeReadIsShownWhole()
    {
        const CanvasStage stage = stageOf(400);
        QVERIFY(isInSight(stage, stage.session().settled().layout.bounds));
    }

    // The menu and the field for the name open where somebody points, not in the first row.
    void aLaneOfALowerRowIsTakenWhereItIs()
    {
        const CanvasStage stage = stageOf(40);
        const Scene& scene = stage.session().settled();
        const Hit lane = stage.lane(QStringLiteral("cluster"));
        const int last = static_cast<int>(scene.layout.banks.size()) - 1;
        QVERIFY(last > 2);
        stage.view().pan(0, -(rectOf(scene, lane, last).center().y() - rectOf(scene, lane, 0).center().y()) *
                                stage.view().zoom());
        const Camera before = stage.view().camera();
        const QRectF stretch = before.toItem(rectOf(scene, lane, last));
        const QPoint at = (stretch.topLeft() + QPointF(40, 6)).toPoint();
        QVERIFY(stage.widget()->rect().contains(at));
        connect(&stage.view(), &CanvasView::menuRequested, this, [] {
            QTimer::singleShot(0, [] {
                if (QWidget* menu = QApplication::activePopupWidget()) menu->close();
            });
        });
        QTest::mouseClick(stage.widget(), Qt::RightButton, {}, at);
        QCOMPARE(stage.selected(), QStringList{QStringLiteral("cluster")});
        QCOMPARE(stage.view().camera(), before);
        QTest::mouseDClick(stage.widget(), Qt::LeftButton, {}, at);
        QVERIFY(stage.view().isRenaming());
        QCOMPARE(stage.view().camera(), before);
        QVERIFY(stretch.intersects(stage.view().renamedRect()));
    }

    void undoGoesBackFromWhatWasAdded_data()
    {
        QTest::addColumn<bool>("isWhole");
        QTest::newRow("as it opened") << false;
        QTest::newRow("fitted") << true;
    }
    void undoGoesBackFromWhatWasAdded()
    {
        QFETCH(bool, isWhole);
        CanvasStage stage = stageOf(40);
        if (isWhole) stage.key(Qt::Key_F);
        const Camera before = stage.view().camera();
        for (int added = 0; added < 9; ++added) stage.view().addAgent({});
        QVERIFY(stage.view().camera() != before);
        QVERIFY(isInSight(stage, rectOf(stage.session().settled(), stage.session().focused())));
        for (int added = 0; added < 9; ++added) stage.document.undo();
        QCOMPARE(stage.view().camera(), before);

        for (int added = 0; added < 9; ++added) stage.view().addAgent({});
        stage.view().pan(-10, -10); // somebody looks around: nothing scrolls by itself
        const Camera own = stage.view().camera();
        for (int added = 0; added < 9; ++added) stage.document.undo();
        QCOMPARE(stage.view().camera(), own);
    }
};

QTEST_MAIN(FramingTest)
#include "framing_test.moc"
