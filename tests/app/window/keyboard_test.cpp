// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/edits/renames.h"
#include "core/edits/values.h"
#include "tests/app/support/window_stage.h"

#include <QDockWidget>
#include <QLineEdit>
#include <QSet>
#include <QSignalSpy>
#include <QToolButton>

using namespace n3x;

// The keyboard between the panels, and what somebody has half typed when something else is pressed.
class KeyboardTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { WindowStage::dress(); }
    void init() { stage_ = std::make_unique<WindowStage>(); }
    void cleanup() { stage_.reset(); }
    void panelsAreEnteredAtWhatTheyShow();
    void thePanelInHandIsSeen();
    void panelsFloatByKeyboard();
    void openingPutsTheKeyboardOnTheCanvas();
    void aNewProfileIsNamedAtOnce();
    void whatWasFoundHasTheKeyboard();
    void aFieldInHandOutlivesNoSession_data();
    void aFieldInHandOutlivesNoSession();
    void undoTakesBackANameHalfTyped();

private:
    std::unique_ptr<WindowStage> stage_;
};

// Not at the buttons above it.
void KeyboardTest::panelsAreEnteredAtWhatTheyShow()
{
    stage_->makeSample();
    QStringList entered;
    for (int stop = 0; stop < 6; ++stop) {
        stage_->press(Qt::Key_F6);
        const QWidget* keyboard = QApplication::focusWidget();
        QVERIFY(keyboard != nullptr);
        QVERIFY2(!keyboard->inherits("QAbstractButton"), qPrintable(keyboard->accessibleName()));
        entered << keyboard->accessibleName();
    }
    QCOMPARE(QSet<QString>(entered.begin(), entered.end()).size(), 5); // and round to the first again
    QCOMPARE(entered.first(), entered.last());
    stage_->press(Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget()->accessibleName(), entered.at(4));
}

void KeyboardTest::thePanelInHandIsSeen()
{
    stage_->makeSample();
    stage_->control(QStringLiteral("Topology"))->setFocus();
    const auto docks = stage_->window().findChildren<QDockWidget*>();
    QHash<const QDockWidget*, QImage> quiet;
    for (const QDockWidget* dock : docks) quiet[dock] = dock->titleBarWidget()->grab().toImage();
    QSet<QString> seen;
    for (int stop = 0; stop < 5; ++stop) {
        stage_->press(Qt::Key_F6);
        for (const QDockWidget* dock : docks) {
            if (dock->visibleRegion().isEmpty()) continue;
            const bool isInHand = dock->isAncestorOf(QApplication::focusWidget());
            QCOMPARE(dock->titleBarWidget()->grab().toImage() != quiet[dock], isInHand);
            if (isInHand) seen << dock->objectName();
        }
        QVERIFY(stage_->window().testAttribute(Qt::WA_KeyboardFocusChange)); // what has the keyboard shows its ring
    }
    QCOMPARE(seen.size(), 4); // a list in front of the others, at the bottom
}

void KeyboardTest::panelsFloatByKeyboard()
{
    stage_->makeSample();
    QSet<QString> visited;
    const auto dockInHand = [this]() -> QDockWidget* {
        for (auto* dock : stage_->window().findChildren<QDockWidget*>())
            if (QApplication::focusWidget() != nullptr && dock->isAncestorOf(QApplication::focusWidget())) return dock;
        return nullptr;
    };
    for (int count = 0; count < 8; ++count) {
        stage_->press(Qt::Key_F6);
        if (const auto* dock = dockInHand()) visited << dock->objectName();
    }
    QVERIFY(visited.contains(QStringLiteral("project")));
    QVERIFY(visited.contains(QStringLiteral("inspector")));
    QVERIFY(visited.contains(QStringLiteral("preview")));
    while (dockInHand() == nullptr) stage_->press(Qt::Key_F6);
    auto* dock = dockInHand();
    stage_->press(Qt::Key_F6, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(dock->isFloating());
    N3X_EVENTUALLY(dockInHand() == dock);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!dock->isFloating());
}

// Also where what had it is gone: the start page, or its dialog.
void KeyboardTest::openingPutsTheKeyboardOnTheCanvas()
{
    const auto keyboard = [this]() -> QString {
        const QWidget* focused = stage_->window().focusWidget();
        return focused != nullptr && focused->isVisible() ? focused->accessibleName() : QString();
    };
    stage_->makeSample();
    const QString folder = stage_->session().folder().path();
    N3X_EVENTUALLY(keyboard() == QStringLiteral("Topology"));
    stage_->search(QStringLiteral("close project"));
    N3X_EVENTUALLY(!stage_->session().isOpen());
    stage_->control(QStringLiteral("Create project"))->setFocus();
    stage_->window().openFolder(folder);
    QVERIFY(stage_->settled());
    N3X_EVENTUALLY(keyboard() == QStringLiteral("Topology"));

    stage_->control(QStringLiteral("Problem list"))->setFocus(); // a reload leaves it where it is
    const QSignalSpy opened(&stage_->session(), &Session::opened);
    stage_->press(Qt::Key_F5, Qt::ShiftModifier);
    N3X_EVENTUALLY(opened.size() == 1 && !stage_->session().folder().isOpening());
    QCOMPARE(keyboard(), QStringLiteral("Problem list"));
}

void KeyboardTest::aNewProfileIsNamedAtOnce()
{
    stage_->makeSample();
    stage_->press(Qt::Key_T, Qt::ControlModifier);
    auto* name = stage_->control<QLineEdit>(QStringLiteral("Name of the profile"));
    QVERIFY(name != nullptr && name->hasFocus());
    QTest::keyClicks(name, QStringLiteral("edge"));
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(stage_->document().currentProfile(), QStringLiteral("edge"));
}

// A node on the canvas, a file in the preview, a page in the inspector; an action leaves it where it was.
void KeyboardTest::whatWasFoundHasTheKeyboard()
{
    stage_->makeSample();
    const auto keyboard = [this] {
        const QWidget* focused = stage_->window().focusWidget();
        return focused == nullptr ? QString() : focused->accessibleName();
    };
    stage_->control(QStringLiteral("Problem list"))->setFocus();
    stage_->search(QStringLiteral("agent-1"));
    QCOMPARE(stage_->document().selection().size(), 1);
    QCOMPARE(keyboard(), QStringLiteral("Topology"));
    stage_->search(QStringLiteral("20-vlan-storage.netdev"));
    QCOMPARE(keyboard(), QStringLiteral("Generated file"));
    stage_->search(QStringLiteral("storage"));
    QCOMPARE(keyboard(), QStringLiteral("Topology"));
    stage_->control(QStringLiteral("Problem list"))->setFocus();
    stage_->search(QStringLiteral("add netw"));
    QCOMPARE(keyboard(), QStringLiteral("Problem list"));
    stage_->search(QStringLiteral("K3s settings"));
    const auto* inspector = stage_->window().findChild<QDockWidget*>(QStringLiteral("inspector"));
    QVERIFY(inspector->isAncestorOf(stage_->window().focusWidget()));
}

void KeyboardTest::aFieldInHandOutlivesNoSession_data()
{
    QTest::addColumn<bool>("floats");
    QTest::newRow("in the window") << false;
    QTest::newRow("in a panel by itself") << true;
}

void KeyboardTest::aFieldInHandOutlivesNoSession()
{
    QFETCH(bool, floats);
    stage_->makeSample();
    stage_->search(QStringLiteral("storage"));
    auto* vlan = waitForControl<QLineEdit>(QStringLiteral("VLAN"));
    QVERIFY(vlan != nullptr);
    vlan->setFocus();
    if (floats) QTest::keyClick(vlan, Qt::Key_F6, Qt::ControlModifier | Qt::ShiftModifier);
    N3X_EVENTUALLY(vlan->hasFocus() && (vlan->window() != &stage_->window()) == floats);
    QTest::keyClicks(vlan, QStringLiteral("1"));
    stage_.reset(); // the window goes with the keyboard in it
}

// As if the name had been finished: redo brings it, undo takes it.
void KeyboardTest::undoTakesBackANameHalfTyped()
{
    stage_->makeSample();
    stage_->chooseProfile(QStringLiteral("vlans"));
    const ObjectPath agent("profiles/vlans/nodes/agent-1");
    Document& document = stage_->document();
    document.apply(edits::setValue(ObjectPath("profiles/vlans/summary"), "Another"));
    document.select({agent});
    auto* name = waitForControl<QLineEdit>(QStringLiteral("Name"));
    QVERIFY(name != nullptr);
    name->setFocus();
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("front"));
    clickOn(stage_->control<QToolButton>(QStringLiteral("Undo")));
    QCOMPARE(name->text(), QStringLiteral("agent-1"));
    QVERIFY(holds(document.project(), agent));
    QCOMPARE(document.profile()->summary.text(), std::string("Another"));
    clickOn(stage_->control<QToolButton>(QStringLiteral("Redo")));
    QCOMPARE(name->text(), QStringLiteral("front"));
}

QTEST_MAIN(KeyboardTest)
#include "keyboard_test.moc"
