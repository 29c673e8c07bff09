// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/canvas/canvas_panel.h"
#include "app/canvas/canvas_view.h"
#include "app/window/banner.h"
#include "core/edits/values.h"
#include "core/workspace/codes.h"
#include "tests/app/support/window_stage.h"

#include <QDir>
#include <QMessageBox>
#include <QToolButton>

#include <cerrno>

using namespace n3x;

// Nothing that somebody did is lost without a question: leaving, reloading, opening another project.
class LeavingTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { WindowStage::dress(); }
    void init() { stage_ = std::make_unique<WindowStage>(); }
    void cleanup() { stage_.reset(); }
    void reloadAsksFromTheBannerToo();
    void whatIsTypedIsSaved();
    void whatIsTypedIsAskedAbout();
    void whatIsTypedInAPanelByItselfCountsToo();
    void whatIsDoneWhileItIsSavedIsAskedAbout();
    void discardedWorkIsNotOffered();
    void nothingIsEditedWhileAnotherProjectOpens();
    void aProjectForReadingIsNotEdited();
    void workOfACrashKnowsWhatItStartedFrom();
    void losingCommentsIsNotTheFirstAnswer();
    void whatCannotBeSavedIsToldAtOnce();
    void zoomStandsInTheMenu();

private:
    // The field of agent-1's name with "worker" in it, and the keyboard still there.
    [[nodiscard]] QLineEdit* typedName()
    {
        stage_->document().setCurrentProfile(QStringLiteral("vlans"));
        stage_->document().select({ObjectPath("profiles/vlans/nodes/agent-1")});
        auto* name = waitForControl<QLineEdit>(QStringLiteral("Name"));
        if (name == nullptr) return nullptr;
        name->setFocus();
        name->selectAll();
        QTest::keyClicks(name, QStringLiteral("worker"));
        return name;
    }
    [[nodiscard]] QStringList kept() const
    {
        return QDir(stage_->pathOf(QStringLiteral("data/unsaved"))).entryList({QStringLiteral("*.json")});
    }

    std::unique_ptr<WindowStage> stage_;
};

void LeavingTest::reloadAsksFromTheBannerToo()
{
    stage_->makeSample();
    clickOn(stage_->control<QToolButton>(QStringLiteral("Add agent")));
    const Project mine = stage_->document().project();
    QString text = stage_->read(QStringLiteral("profiles/vlans.yaml"));
    stage_->write(QStringLiteral("profiles/vlans.yaml"),
                  text.replace(QStringLiteral("vlan: 100"), QStringLiteral("vlan: 177")).toUtf8());
    clickOn(waitForControl<QPushButton>(QStringLiteral("Reload")));
    clickOn(waitForControl<QPushButton>(QStringLiteral("Cancel")));
    QTest::qWait(100);
    QVERIFY(stage_->document().project() == mine);
}

void LeavingTest::whatIsTypedIsSaved()
{
    stage_->makeSample();
    QLineEdit* name = typedName();
    QVERIFY(name != nullptr);
    QTest::keyClick(name, Qt::Key_S, Qt::ControlModifier);
    N3X_EVENTUALLY(stage_->read(QStringLiteral("profiles/vlans.yaml")).contains(QStringLiteral("worker")));
    N3X_EVENTUALLY(!stage_->document().isDirty());
}

void LeavingTest::whatIsTypedIsAskedAbout()
{
    stage_->makeSample();
    QVERIFY(typedName() != nullptr);
    stage_->window().close();
    QVERIFY(stage_->window().isVisible());
    clickOn(waitForControl<QPushButton>(QStringLiteral("Save")));
    N3X_EVENTUALLY(!stage_->window().isVisible());
    QVERIFY(stage_->read(QStringLiteral("profiles/vlans.yaml")).contains(QStringLiteral("worker")));
}

// A floating panel is a window of its own.
void LeavingTest::whatIsTypedInAPanelByItselfCountsToo()
{
    stage_->makeSample();
    QLineEdit* name = typedName();
    QVERIFY(name != nullptr);
    QTest::keyClick(name, Qt::Key_F6, Qt::ControlModifier | Qt::ShiftModifier);
    N3X_EVENTUALLY(name->window() != &stage_->window() && name->hasFocus()); // which finished the first name
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("farmer"));
    QTest::keyClick(name, Qt::Key_S, Qt::ControlModifier);
    N3X_EVENTUALLY(stage_->read(QStringLiteral("profiles/vlans.yaml")).contains(QStringLiteral("farmer")));
    N3X_EVENTUALLY(!stage_->session().folder().isBusy());
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("miller"));
    stage_->window().close();
    QVERIFY(stage_->window().isVisible());
    QVERIFY(waitForControl<QPushButton>(QStringLiteral("Save")) != nullptr);
}

void LeavingTest::whatIsDoneWhileItIsSavedIsAskedAbout()
{
    stage_->makeSample();
    clickOn(stage_->control<QToolButton>(QStringLiteral("Add agent")));
    stage_->window().close();
    clickOn(waitForControl<QPushButton>(QStringLiteral("Save")));
    QVERIFY(stage_->session().folder().isBusy());
    clickOn(stage_->control<QToolButton>(QStringLiteral("Add agent")));
    auto* again = waitForControl<QPushButton>(QStringLiteral("Save"));
    QVERIFY(again != nullptr && stage_->window().isVisible());
    clickOn(again);
    N3X_EVENTUALLY(!stage_->window().isVisible());
    QVERIFY(stage_->read(QStringLiteral("profiles/vlans.yaml")).contains(QStringLiteral("agent-4")));
}

void LeavingTest::discardedWorkIsNotOffered()
{
    stage_->makeSample();
    clickOn(stage_->control<QToolButton>(QStringLiteral("Add agent")));
    N3X_EVENTUALLY(kept().size() == 1);
    clickOn(stage_->control<QToolButton>(QStringLiteral("Add agent"))); // not kept yet when it is discarded
    stage_->window().close();
    clickOn(waitForControl<QPushButton>(QStringLiteral("Discard")));
    N3X_EVENTUALLY(!stage_->window().isVisible());
    QTest::qWait(300);
    stage_->session().unsavedWork().flush();
    QCOMPARE(kept().size(), 0);
}

// What is discarded for another project is let go of when that one stands there, and not before.
void LeavingTest::nothingIsEditedWhileAnotherProjectOpens()
{
    stage_->makeSample();
    clickOn(stage_->control<QToolButton>(QStringLiteral("Add agent")));
    N3X_EVENTUALLY(kept().size() == 1);
    stage_->window().openFolder(stage_->pathOf(QStringLiteral("nowhere")));
    clickOn(waitForControl<QPushButton>(QStringLiteral("Discard")));
    N3X_EVENTUALLY(!stage_->window().findChild<BannerArea*>()->textOf(QStringLiteral("open")).isEmpty());
    QCOMPARE(kept().size(), 1);
    QVERIFY(stage_->document().isDirty());

    auto* add = stage_->control<QToolButton>(QStringLiteral("Add agent"));
    QVERIFY(add->isEnabled());
    stage_->session().folder().reload();
    QVERIFY(!add->isEnabled());
    QVERIFY(!stage_->control<QTabBar>(QStringLiteral("Profiles"))->isEnabled());
    N3X_EVENTUALLY(!stage_->session().folder().isOpening());
    QVERIFY(add->isEnabled());
    QVERIFY(stage_->control<QTabBar>(QStringLiteral("Profiles"))->isEnabled());
}

// Nothing that could not be saved is taken on, by none of the ways to edit; and so there is nothing to ask.
void LeavingTest::aProjectForReadingIsNotEdited()
{
    stage_->makeSample();
    const QString folder = stage_->session().folder().path();
    stage_->session().close();
    // Neither finished nor undone, whatever was to be put in place; then as a folder in which nothing may be written.
    emit stage_->session().folder().openFailed(folder, {workspace_problems::stoppedHalfway({EBADMSG, ".n3x/journal"})});
    QVERIFY(waitForControl<QPushButton>(QStringLiteral("Open for reading")) != nullptr);
    clickOn(waitForControl<QPushButton>(QStringLiteral("Dismiss")));
    emit stage_->session().folder().openFailed(folder, {workspace_problems::unwritable({EACCES, ".n3x"})});
    clickOn(waitForControl<QPushButton>(QStringLiteral("Open for reading")));
    QVERIFY(stage_->settled());
    QVERIFY(stage_->session().folder().isReadOnly());
    Document& document = stage_->document();
    const Project before = document.project();
    document.setCurrentProfile(QStringLiteral("vlans"));
    auto* add = stage_->control<QToolButton>(QStringLiteral("Add agent"));
    QVERIFY(!add->isEnabled());
    QVERIFY(add->toolTip().contains(QStringLiteral("reading only")));
    document.select({ObjectPath("profiles/vlans/networks/storage")});
    QVERIFY(!stage_->control<QLineEdit>(QStringLiteral("VLAN"))->isEnabled());
    stage_->picture(QStringLiteral("reading-only"));
    const auto* duplicate = stage_->control<QPushButton>(QStringLiteral("Duplicate"));
    QVERIFY(!duplicate->isEnabled());
    QCOMPARE(duplicate->toolTip(), document.whyReadOnly());
    QVERIFY(!stage_->control<QTabBar>(QStringLiteral("Profiles"))->isMovable());
    CanvasView* canvas = stage_->window().findChild<CanvasPanel*>()->view();
    canvas->addServer({});
    canvas->beginNetwork();
    QVERIFY(!canvas->hasGesture());
    canvas->beginRename({HitKind::Card, 0});
    QVERIFY(!canvas->isRenaming());
    document.apply(edits::setValue(ObjectPath("profiles/vlans/networks/storage/vlan"), "150"));
    document.setPositions(QStringLiteral("vlans"), {{QStringLiteral("agent-1"), {500, 0}}});
    QVERIFY(document.project() == before);
    QVERIFY(!document.isDirty());

    // Opened for writing, the same window edits again.
    stage_->session().open(folder);
    N3X_EVENTUALLY(add->isEnabled());
    QVERIFY(!add->toolTip().contains(QStringLiteral("reading only")));
    document.select({ObjectPath("profiles/vlans/networks/storage")});
    QVERIFY(stage_->control<QLineEdit>(QStringLiteral("VLAN"))->isEnabled());
    stage_->window().close();
    N3X_EVENTUALLY(!stage_->window().isVisible());
}

// By what the files say, not by when they were written: a checkout may bring back old times.
void LeavingTest::workOfACrashKnowsWhatItStartedFrom()
{
    stage_->makeSample();
    clickOn(stage_->control<QToolButton>(QStringLiteral("Add agent")));
    const Project unsaved = stage_->document().project();
    N3X_EVENTUALLY(kept().size() == 1);
    const QString folder = stage_->session().folder().path();
    stage_->openAnew();
    const QString path = QStringLiteral("profiles/vlans.yaml");
    stage_->write(path, stage_->read(path).replace(QStringLiteral("vlan: 100"), QStringLiteral("vlan: 177")).toUtf8());
    QFile written(folder + u'/' + path);
    QVERIFY(written.open(QIODevice::ReadWrite));
    QVERIFY(written.setFileTime(QDateTime(QDate(2020, 1, 1), QTime(0, 0)), QFileDevice::FileModificationTime));
    written.close();
    stage_->window().openFolder(folder);
    auto* restore = waitForControl<QPushButton>(QStringLiteral("Restore"));
    QVERIFY(restore != nullptr);
    QVERIFY(stage_->window()
                .findChild<BannerArea*>()
                ->textOf(QStringLiteral("unsaved"))
                .contains(QStringLiteral("not those that it started from")));
    clickOn(restore);
    stage_->press(Qt::Key_S, Qt::ControlModifier);
    auto* overwrite = waitForControl<QPushButton>(QStringLiteral("Overwrite"));
    QVERIFY(overwrite != nullptr);
    QVERIFY(stage_->read(path).contains(QStringLiteral("vlan: 177")));
    clickOn(overwrite);
    N3X_EVENTUALLY(!stage_->document().isDirty());
    QVERIFY(stage_->document().project() == unsaved);
    QVERIFY(!stage_->read(path).contains(QStringLiteral("vlan: 177")));
}

void LeavingTest::losingCommentsIsNotTheFirstAnswer()
{
    stage_->makeSample();
    stage_->write(QStringLiteral("profiles/vlans.yaml"),
                  "# kept by hand\n" + stage_->read(QStringLiteral("profiles/vlans.yaml")).toUtf8());
    clickOn(waitForControl<QPushButton>(QStringLiteral("Reload")));
    N3X_EVENTUALLY(!stage_->session().folder().isOpening());
    QVERIFY(stage_->settled());
    stage_->document().apply(edits::setValue(ObjectPath("profiles/vlans/networks/storage/vlan"), "150"));
    stage_->press(Qt::Key_S, Qt::ControlModifier);
    auto* cancel = waitForControl<QPushButton>(QStringLiteral("Cancel"));
    QVERIFY(cancel != nullptr && cancel->isDefault());
    QTest::keyClick(cancel->window(), Qt::Key_Return);
    QTest::qWait(100);
    QVERIFY(stage_->read(QStringLiteral("profiles/vlans.yaml")).startsWith(QStringLiteral("# kept by hand")));
}

void LeavingTest::whatCannotBeSavedIsToldAtOnce()
{
    stage_->makeSample();
    const QString file = QStringLiteral("profiles/simple.yaml");
    const QByteArray text = stage_->read(file).toUtf8();
    stage_->write(file, text + "later: 1\n");
    clickOn(waitForControl<QPushButton>(QStringLiteral("Reload")));
    const auto* banners = stage_->window().findChild<BannerArea*>();
    const auto told = [&] { return banners->textOf(QStringLiteral("unkept")); };
    N3X_EVENTUALLY(!stage_->session().folder().isOpening());
    QVERIFY(stage_->settled());
    stage_->chooseProfile(QStringLiteral("vlans"));
    clickOn(stage_->control<QToolButton>(QStringLiteral("Add agent"))); // of another file
    QCOMPARE(told(), QString());
    stage_->chooseProfile(QStringLiteral("simple"));
    clickOn(stage_->control<QToolButton>(QStringLiteral("Add agent")));
    QVERIFY2(told().contains(file), qPrintable(told()));
    clickOn(stage_->control<QToolButton>(QStringLiteral("Undo")));
    QCOMPARE(told(), QString());
    stage_->press(Qt::Key_S, Qt::ControlModifier);
    N3X_EVENTUALLY(!stage_->document().isDirty());
    clickOn(stage_->control<QToolButton>(QStringLiteral("Redo")));
    QVERIFY(!told().isEmpty());
    stage_->search(QStringLiteral("close project"));
    clickOn(waitForControl<QPushButton>(QStringLiteral("Discard")));
    N3X_EVENTUALLY(!stage_->session().isOpen());
    QCOMPARE(told(), QString()); // it goes with the project
}

void LeavingTest::zoomStandsInTheMenu()
{
    stage_->makeSample();
    for (const char* name : {"zoom-in", "zoom-out", "actual-size", "fit"}) {
        auto* action = stage_->window().findChild<QAction*>(QString::fromLatin1(name));
        QVERIFY2(action != nullptr && action->isEnabled() && !action->shortcut().isEmpty(), name);
        action->trigger();
    }
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("n3x-studio-leaving"));
    LeavingTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "leaving_test.moc"
