// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/canvas/canvas_stage.h"

#include <QAbstractItemModelTester>
#include <QMenu>

#include <algorithm>

using namespace n3x;
using namespace n3x::test;

namespace {

// What stands over the canvas with a hint that begins like this.
const QQuickItem* hinting(const QQuickItem& above, const QString& hint)
{
    if (above.property("hint").toString().startsWith(hint)) return &above;
    for (const QQuickItem* child : above.childItems())
        if (const QQuickItem* found = hinting(*child, hint)) return found;
    return nullptr;
}

const QQuickItem* paletteOf(const CanvasStage& stage)
{
    for (const QQuickItem* item : stage.view().findChildren<QQuickItem*>())
        if (item->property("targets").isValid() && item->property("isOpen").toBool()) return item;
    return nullptr;
}

QPoint middleOf(const QQuickItem& item) { return item.mapToScene({item.width() / 2, item.height() / 2}).toPoint(); }

} // namespace

// What a person does on the canvas with a mouse.
class CanvasMouseTest : public QObject {
    Q_OBJECT

private slots:
    void aClickSelects()
    {
        const CanvasStage stage;
        stage.click(stage.card(QStringLiteral("agent-1")));
        QCOMPARE(stage.selected(), QStringList{QStringLiteral("agent-1")});
        stage.click(stage.lane(QStringLiteral("storage")));
        QCOMPARE(stage.selected(), QStringList{QStringLiteral("storage")});
        stage.click({HitKind::Bond, 0, 0});
        QCOMPARE(stage.selected(), QStringList{QStringLiteral("trunk")});
        QTest::mouseClick(stage.widget(), Qt::LeftButton, {}, {4, stage.widget()->height() - 4});
        QCOMPARE(stage.selected(), QStringList());
    }

    void controlAddsAndTakesAway()
    {
        const CanvasStage stage;
        stage.click(stage.card(QStringLiteral("agent-1")));
        stage.click(stage.card(QStringLiteral("server-1")), Qt::ControlModifier);
        QCOMPARE(stage.selected(), (QStringList{QStringLiteral("agent-1"), QStringLiteral("server-1")}));
        stage.click(stage.card(QStringLiteral("agent-1")), Qt::ControlModifier);
        QCOMPARE(stage.selected(), QStringList{QStringLiteral("server-1")});
        stage.click(stage.lane(QStringLiteral("storage")), Qt::ShiftModifier);
        QCOMPARE(stage.selected().size(), 2);
    }

    void theMenuArrangesAgain()
    {
        CanvasStage stage;
        const Hit card = stage.card(QStringLiteral("agent-2"));
        const QRectF before = rectOf(stage.session().settled(), card);
        stage.drag(stage.at(card), stage.at(card) + QPoint(64, 0));
        const QRectF dragged = rectOf(stage.session().settled(), card);
        const QPoint empty = stage.at(stage.card(QStringLiteral("server-1"))) - QPoint(0, 60);
        QTest::mouseClick(stage.widget(), Qt::LeftButton, {}, empty);
        QTest::mouseClick(stage.widget(), Qt::RightButton, {}, empty);
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        const auto actions = menu->actions();
        const auto found = std::ranges::find(actions, QStringLiteral("Arrange automatically"), &QAction::text);
        QVERIFY(found != actions.end());
        menu->setActiveAction(*found);
        QTest::keyClick(menu, Qt::Key_Return);
        QCOMPARE(rectOf(stage.session().settled(), card), before);
        QVERIFY(stage.document.views().empty()); // it stands there by itself
        stage.document.undo();
        QCOMPARE(rectOf(stage.session().settled(), card), dragged);
        stage.document.redo();
        QCOMPARE(rectOf(stage.session().settled(), card), before);
    }

    void keysGoToTheCanvasAgainAfterItsMenu()
    {
        const CanvasStage stage;
        stage.click(stage.card(QStringLiteral("agent-2")));
        QTest::mouseClick(stage.widget(), Qt::RightButton, {}, stage.at(stage.card(QStringLiteral("agent-2"))));
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        // As a platform takes the keyboard from a scene below a menu.
        stage.view().setFocus(false);
        QTest::keyClick(menu, Qt::Key_Escape);
        QVERIFY(QTest::qWaitFor([&] { return stage.view().hasFocus(); }));
        stage.panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(stage.panel.get()));
        stage.key(Qt::Key_Delete);
        QVERIFY(!stage.node("agent-2"));
    }

    void doubleClickRenamesInPlace()
    {
        const CanvasStage stage;
        QTest::mouseDClick(stage.widget(), Qt::LeftButton, {}, stage.at(stage.card(QStringLiteral("agent-1"))));
        QVERIFY(stage.view().isRenaming());
        QTest::keyClicks(stage.widget(), QStringLiteral("Worker"));
        stage.key(Qt::Key_Return);
        QVERIFY2(stage.view().isRenaming(), "a name that is refused stays in the field");
        stage.key(Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(stage.widget(), QStringLiteral("worker"));
        stage.key(Qt::Key_Return);
        QVERIFY(!stage.view().isRenaming());
        QVERIFY(stage.node("worker"));
        QVERIFY(!stage.node("agent-1"));
    }

    // On a card that shows it, the field for a name is no wider, however long the name.
    void theFieldForANameStaysOnItsCard()
    {
        CanvasStage stage;
        stage.document.apply(edits::renameNode("bonding-vlans", "agent-1", "agent-of-the-rack-in-the-north-1"));
        for (const qreal zoom : {1.0, 0.6, 0.45, 0.35}) {
            stage.view().setCamera({.origin = {100, 200}, .zoom = zoom});
            const Hit card = stage.card(QStringLiteral("agent-of-the-rack-in-the-north-1"));
            stage.view().beginRename(card);
            const QQuickItem* field = nullptr;
            for (const QQuickItem* item : stage.view().findChildren<QQuickItem*>())
                if (item->property("refusal").isValid() && item->isVisible()) field = item;
            QVERIFY(field != nullptr);
            const QRectF rect = stage.view().camera().toItem(rectOf(stage.session().settled(), card));
            const QRectF covers = field->mapRectToItem(&stage.view(), QRectF(0, 0, field->width(), field->height()));
            QVERIFY(covers.width() > 40 && covers.height() >= 18);
            QVERIFY2(rect.contains(covers), qPrintable(QString::number(zoom)));
            stage.view().cancelRename();
        }
    }

    void aNewNodeIsDraggedFromThePalette()
    {
        const CanvasStage stage;
        const std::size_t before = stage.profile().nodes.size();
        const QQuickItem* entry = hinting(stage.view(), QStringLiteral("Add agent on"));
        QVERIFY(entry);
        const QPoint from = middleOf(*entry);
        const QPoint to = stage.at(stage.card(QStringLiteral("agent-2"))) + QPoint(0, 150);
        stage.beginDrag(from, to);
        QVERIFY(stage.session().isStaged());
        QCOMPARE(stage.session().scene().view.nodes.size(), before + 1); // the ghost, with its name and address
        QCOMPARE(stage.profile().nodes.size(), before);
        QTest::mouseRelease(stage.widget(), Qt::LeftButton, {}, to);
        QCOMPARE(stage.profile().nodes.size(), before + 1);
        QCOMPARE(stage.selected(), QStringList{QStringLiteral("agent-3")});
        QCOMPARE(stage.session()
                     .settled()
                     .layout.cards[static_cast<std::size_t>(stage.card(QStringLiteral("agent-3")).index)]
                     ->place.row,
                 1);
    }

    void aClickInThePaletteAdds()
    {
        const CanvasStage stage;
        const QQuickItem* agent = hinting(stage.view(), QStringLiteral("Add agent on"));
        const QQuickItem* network = hinting(stage.view(), QStringLiteral("Add network"));
        QVERIFY(agent && network);
        QTest::mouseClick(stage.widget(), Qt::LeftButton, {}, middleOf(*agent));
        QVERIFY(stage.node("agent-3"));
        QTest::mouseClick(stage.widget(), Qt::LeftButton, {}, middleOf(*network));
        QCOMPARE(stage.profile().networks.size(), std::size_t(3));
    }

    void whatIsDroppedOnThePaletteIsPutBack()
    {
        const CanvasStage stage;
        const QQuickItem* entry = hinting(stage.view(), QStringLiteral("Add agent on"));
        const QQuickItem* palette = paletteOf(stage);
        QVERIFY(entry && palette);
        const QPoint away = stage.at(stage.card(QStringLiteral("agent-2"))) + QPoint(0, 150);
        const QPoint home = palette->mapToScene(QPointF(30, palette->height() / 2)).toPoint();
        stage.beginDrag(middleOf(*entry), away);
        QVERIFY(stage.session().isStaged());
        QVERIFY(palette->opacity() < 0.5); // what is below is where it may go
        QTest::mouseMove(stage.widget(), home);
        QTest::mouseRelease(stage.widget(), Qt::LeftButton, {}, home);
        QVERIFY(!stage.session().isStaged());
        QVERIFY(!stage.document.isDirty());
        QCOMPARE(palette->opacity(), 1.0);
    }

    void controlsOverTheCanvasExplainThemselves()
    {
        const CanvasStage stage;
        const QQuickItem* button = hinting(stage.view(), QStringLiteral("Fit the profile"));
        QVERIFY(button != nullptr);
        const QPoint at = middleOf(*button);
        QTest::mouseMove(stage.widget(), at - QPoint(1, 0));
        QTest::mouseMove(stage.widget(), at);
        QVERIFY(!stage.view().showsFacts()); // not at once
        QVERIFY(QTest::qWaitFor([&] { return stage.view().showsFacts(); }, 5000));
        QCOMPARE(stage.view().factsTitle(), QStringLiteral("Fit the profile into the view (F)"));
        QTest::mouseMove(stage.widget(), QPoint(30, stage.widget()->height() - 30));
        QVERIFY(QTest::qWaitFor([&] { return !stage.view().showsFacts(); }, 5000));
    }

    // What the palette covers is not pointed at.
    void thePaletteHidesWhatIsBelow()
    {
        const CanvasStage stage;
        const QQuickItem* palette = paletteOf(stage);
        QVERIFY(palette != nullptr);
        const QPointF middle = palette->mapToScene(QPointF(20, palette->height() / 2));
        const Hit card = stage.card(QStringLiteral("agent-2"));
        const QRectF rect = stage.view().camera().toItem(rectOf(stage.session().settled(), card));
        stage.view().pan(middle.x() - rect.center().x(), middle.y() - rect.center().y());
        QTest::mouseMove(stage.widget(), middle.toPoint() - QPoint(1, 0));
        QTest::mouseMove(stage.widget(), middle.toPoint());
        QTest::qWait(30);
        QCOMPARE(stage.session().hovered().kind, HitKind::Nothing);
    }

    void theWheelPansAndZooms()
    {
        const CanvasStage stage;
        const Camera before = stage.view().camera();
        const auto wheel = [&](Qt::KeyboardModifiers modifiers) {
            const QPointF at(300, 300);
            QWheelEvent event(at, stage.widget()->mapToGlobal(at), {}, {0, 120}, {}, modifiers, Qt::NoScrollPhase,
                              false);
            QApplication::sendEvent(stage.widget(), &event);
        };
        wheel({});
        QCOMPARE(stage.view().camera().zoom, before.zoom);
        QVERIFY(stage.view().camera().origin.y() > before.origin.y());
        const QPointF under = stage.view().camera().toScene({300, 300});
        wheel(Qt::ControlModifier);
        QVERIFY(stage.view().camera().zoom > before.zoom);
        QVERIFY((stage.view().camera().toScene({300, 300}) - under).manhattanLength() <
                0.01); // what is under the pointer stays there
    }

    void theMiddleButtonPans()
    {
        const CanvasStage stage;
        const Camera before = stage.view().camera();
        QTest::mousePress(stage.widget(), Qt::MiddleButton, {}, {400, 300});
        QTest::mouseMove(stage.widget(), {440, 330});
        QTest::mouseRelease(stage.widget(), Qt::MiddleButton, {}, {440, 330});
        QCOMPARE(stage.view().camera().origin, before.origin + QPointF(40, 30));
        QCOMPARE(stage.selected(), QStringList());
    }

    void hoveringSaysFacts()
    {
        const CanvasStage stage;
        QTest::mouseMove(stage.widget(), stage.at(stage.card(QStringLiteral("server-1"))) - QPoint(3, 3));
        QTest::mouseMove(stage.widget(), stage.at(stage.card(QStringLiteral("server-1"))));
        QVERIFY(!stage.view().showsFacts());
        QVERIFY(QTest::qWaitFor([&] { return stage.view().showsFacts(); }));
        QVERIFY(stage.view().factsTitle().startsWith(QStringLiteral("server-1")));
        QVERIFY(stage.view().factsText().contains(QStringLiteral(".200.1")));
    }

    // The window moves below a pointer that rests, as the canvas does when panels come beside it.
    void factsAreOfWhatIsUnderThePointerNow()
    {
        const CanvasStage stage;
        stage.panel->move(0, 0);
        QTest::mouseMove(stage.widget(), stage.at(stage.card(QStringLiteral("server-1"))) - QPoint(3, 3));
        QTest::mouseMove(stage.widget(), stage.at(stage.card(QStringLiteral("server-1"))));
        QCOMPARE(stage.session().hovered(), stage.card(QStringLiteral("server-1")));
        const QPoint by =
            stage.at(stage.card(QStringLiteral("server-1"))) - stage.at(stage.card(QStringLiteral("agent-1")));
        stage.panel->move(by);
        QVERIFY(QTest::qWaitFor([&] { return stage.view().showsFacts(); }));
        QVERIFY(stage.view().factsTitle().startsWith(QStringLiteral("agent-1")));
    }

    void handlesFollowTheProject()
    {
        CanvasStage stage;
        const QAbstractItemModelTester cards(stage.view().cards(),
                                             QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QAbstractItemModelTester lanes(stage.view().lanes(),
                                             QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(QTest::qWaitFor([&] { return stage.view().cards()->rowCount() == 4; }));
        QVERIFY(QTest::qWaitFor([&] { return stage.view().lanes()->rowCount() == 2; }));
        stage.view().addServer({});
        QVERIFY(QTest::qWaitFor([&] { return stage.view().cards()->rowCount() == 5; }));
        stage.document.undo();
        QVERIFY(QTest::qWaitFor([&] { return stage.view().cards()->rowCount() == 4; }));
        stage.document.setCurrentProfile(QStringLiteral("simple"));
        QVERIFY(QTest::qWaitFor([&] {
            return stage.view()
                .lanes()
                ->index(0, 0)
                .data(ShapeModel::Name)
                .toString()
                .startsWith(QStringLiteral("Network"));
        }));
    }
};

QTEST_MAIN(CanvasMouseTest)
#include "canvas_mouse_test.moc"
