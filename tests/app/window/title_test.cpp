// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/edits/values.h"
#include "tests/app/support/window_stage.h"

using namespace n3x;

// What the desktop shows of the window: which project it is, and whether it holds work that is on no disk.
class TitleTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { WindowStage::dress(); }
    void init() { stage_ = std::make_unique<WindowStage>(); }
    void cleanup() { stage_.reset(); }
    void theNameOfTheProjectIsTheTitle();
    void theMarkSaysWhatIsNotSaved();

private:
    [[nodiscard]] bool isMarked() const { return stage_->window().isWindowModified(); }
    void save()
    {
        stage_->press(Qt::Key_S, Qt::ControlModifier);
        N3X_EVENTUALLY(!stage_->document().isDirty());
    }

    std::unique_ptr<WindowStage> stage_;
};

void TitleTest::theNameOfTheProjectIsTheTitle()
{
    QCOMPARE(stage_->window().windowTitle(), QStringLiteral("n3x Studio"));
    QVERIFY(!isMarked());
    stage_->makeSample();
    QCOMPARE(stage_->window().windowTitle(), QStringLiteral("lab[*] – n3x Studio"));
    QCOMPARE(stage_->window().windowFilePath(), stage_->session().folder().path());
    stage_->document().apply(edits::setValue(ObjectPath("name"), "edge"));
    QCOMPARE(stage_->window().windowTitle(), QStringLiteral("edge[*] – n3x Studio"));
    stage_->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(stage_->window().windowTitle(), QStringLiteral("lab[*] – n3x Studio"));
    stage_->search(QStringLiteral("close project"));
    N3X_EVENTUALLY(!stage_->session().isOpen());
    QCOMPARE(stage_->window().windowTitle(), QStringLiteral("n3x Studio"));
    QVERIFY(stage_->window().windowFilePath().isEmpty());
}

// The value decides, not the steps: what is undone to the saved state needs no mark.
void TitleTest::theMarkSaysWhatIsNotSaved()
{
    stage_->makeSample();
    QVERIFY(!isMarked());
    clickOn(stage_->control<QToolButton>(QStringLiteral("Add agent")));
    QVERIFY(isMarked());
    stage_->press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!isMarked());
    stage_->press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(isMarked());
    save();
    QVERIFY(!isMarked());
    stage_->press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(isMarked()); // before what is on disk
    save();
    QVERIFY(!isMarked());
    QVERIFY(!stage_->read(QStringLiteral("profiles/bonding-vlans.yaml")).contains(QStringLiteral("agent-3")));
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("n3x-studio-title"));
    TitleTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "title_test.moc"
