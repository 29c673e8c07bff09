// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/window/banner.h"
#include "core/workspace/codes.h"
#include "tests/app/support/window_stage.h"

#include <QMessageBox>
#include <QToolButton>

#include <cerrno>

using namespace n3x;

// Whatever an answer leads to, unsaved work is asked about before it goes.
class AskingTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { WindowStage::dress(); }
    void init() { stage_ = std::make_unique<WindowStage>(); }
    void cleanup() { stage_.reset(); }
    void openingForReadingAsks();
    void reloadingInPlaceOfOverwritingAsks();
    void tryingAgainAllowsNoMoreThanBefore();
    void questionsShowWhatReturnAnswers();
    void whatIsOlderThanRestoredWorkIsSaidSo();

private:
    std::unique_ptr<WindowStage> stage_;
};

void AskingTest::openingForReadingAsks()
{
    const QString other = stage_->pathOf(QStringLiteral("other"));
    stage_->session().create(other, "sample", QStringLiteral("other"));
    N3X_EVENTUALLY(stage_->session().isOpen());
    stage_->session().close();
    stage_->makeSample();
    const auto holder = Workspace::open(other.toStdString(), Access::Write);
    QVERIFY(holder.has_value());
    stage_->window().openFolder(other);
    auto* reading = waitForControl<QPushButton>(QStringLiteral("Open for reading"));
    clickOn(stage_->control<QToolButton>(QStringLiteral("Add agent"))); // meanwhile
    const Project mine = stage_->document().project();
    clickOn(reading);
    clickOn(waitForControl<QPushButton>(QStringLiteral("Cancel")));
    QTest::qWait(100);
    QVERIFY(stage_->document().project() == mine);

    stage_->window().openFolder(other);
    clickOn(waitForControl<QPushButton>(QStringLiteral("Discard")));
    clickOn(waitForControl<QPushButton>(QStringLiteral("Open for reading")));
    clickOn(waitForControl<QPushButton>(QStringLiteral("Discard")));
    N3X_EVENTUALLY(stage_->session().folder().isReadOnly());
    QCOMPARE(stage_->session().folder().path(), other);
}

void AskingTest::reloadingInPlaceOfOverwritingAsks()
{
    stage_->makeSample();
    clickOn(stage_->control<QToolButton>(QStringLiteral("Add agent")));
    const Project mine = stage_->document().project();
    const QString path = QStringLiteral("profiles/vlans.yaml");
    stage_->write(path, stage_->read(path).replace(QStringLiteral("vlan: 100"), QStringLiteral("vlan: 177")).toUtf8());
    clickOn(waitForControl<QPushButton>(QStringLiteral("Keep mine")));
    stage_->press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(waitForControl<QPushButton>(QStringLiteral("Overwrite")) != nullptr);
    clickOn(waitForControl<QPushButton>(QStringLiteral("Reload")));
    auto* cancel = waitForControl<QPushButton>(QStringLiteral("Cancel"));
    QVERIFY(cancel != nullptr && cancel->isDefault());
    clickOn(cancel);
    QTest::qWait(100);
    QVERIFY(stage_->document().project() == mine);
}

// What was allowed for a save meanwhile counts for that save only.
void AskingTest::tryingAgainAllowsNoMoreThanBefore()
{
    stage_->makeSample();
    emit stage_->session().folder().exportRefused({workspace_problems::unwritable({EACCES, ".n3x"})});
    auto* again = waitForControl<QPushButton>(QStringLiteral("Try again"));
    QVERIFY(again != nullptr);
    const QString path = QStringLiteral("profiles/vlans.yaml");
    const QString text = stage_->read(path);
    const auto writeVlan = [&](const QString& vlan) {
        stage_->write(path,
                      QString(text).replace(QStringLiteral("vlan: 100"), QStringLiteral("vlan: ") + vlan).toUtf8());
    };
    clickOn(stage_->control<QToolButton>(QStringLiteral("Add agent")));
    writeVlan(QStringLiteral("177"));
    stage_->press(Qt::Key_S, Qt::ControlModifier);
    clickOn(waitForControl<QPushButton>(QStringLiteral("Overwrite")));
    N3X_EVENTUALLY(!stage_->document().isDirty());
    writeVlan(QStringLiteral("188"));
    clickOn(stage_->control<QToolButton>(QStringLiteral("Add agent")));
    clickOn(again);
    QVERIFY(waitForControl<QPushButton>(QStringLiteral("Overwrite")) != nullptr);
    QVERIFY(stage_->read(path).contains(QStringLiteral("vlan: 188")));
}

// And bear the program's name.
void AskingTest::questionsShowWhatReturnAnswers()
{
    stage_->makeSample();
    clickOn(stage_->control<QToolButton>(QStringLiteral("Add agent")));
    stage_->window().close();
    auto* save = waitForControl<QPushButton>(QStringLiteral("Save"));
    QVERIFY(save != nullptr);
    QCOMPARE(save->window()->windowTitle(), QStringLiteral("n3x Studio"));
    N3X_EVENTUALLY(save->hasFocus() && save->isDefault());
    const QImage marked = save->grab().toImage();
    save->setDefault(false);
    QVERIFY(save->grab().toImage() != marked);
    clickOn(waitForControl<QPushButton>(QStringLiteral("Cancel")));
}

void AskingTest::whatIsOlderThanRestoredWorkIsSaidSo()
{
    stage_->makeSample();
    const QString folder = stage_->session().folder().path();
    clickOn(stage_->control<QToolButton>(QStringLiteral("Add agent")));
    const QString path = QStringLiteral("profiles/vlans.yaml");
    const QString text = stage_->read(path);
    stage_->openAnew(); // after a crash
    stage_->write(path, QString(text).replace(QStringLiteral("vlan: 100"), QStringLiteral("vlan: 177")).toUtf8());
    stage_->window().openFolder(folder);
    clickOn(waitForControl<QPushButton>(QStringLiteral("Restore")));
    stage_->press(Qt::Key_S, Qt::ControlModifier);
    auto* overwrite = waitForControl<QPushButton>(QStringLiteral("Overwrite"));
    QVERIFY(overwrite != nullptr);
    const auto* question = qobject_cast<QMessageBox*>(overwrite->window());
    QVERIFY(question != nullptr);
    QCOMPARE(question->informativeText(),
             QStringLiteral("profiles/vlans.yaml was changed by someone else after the restored work was begun."));
    clickOn(waitForControl<QPushButton>(QStringLiteral("Cancel")));
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("n3x-studio-asking"));
    QApplication::setApplicationDisplayName(QStringLiteral("n3x Studio"));
    AskingTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "asking_test.moc"
