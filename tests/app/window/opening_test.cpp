// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/preview/preview_panel.h"
#include "tests/app/support/window_stage.h"

#include <QFileDialog>
#include <QListWidget>
#include <QSignalSpy>

using namespace n3x;

namespace {

class Presses final : public QObject {
public:
    int count = 0;

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        count += event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick ? 1 : 0;
        return false;
    }
};

} // namespace

// How people come to a project, and what of the one before stays behind.
class OpeningTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { WindowStage::dress(); }
    void init() { stage_ = std::make_unique<WindowStage>(); }
    void cleanup() { stage_.reset(); }
    void aDoubleClickOpensAndNoMore();
    void anotherProjectStandsWhereItWasLeft();
    void aProjectIsOpenedByItsFile_data();
    void aProjectIsOpenedByItsFile();
    void choosingATypedFolderNeedsOneClick();
    void aTypedFolderIsCompleted_data();
    void aTypedFolderIsCompleted();

private:
    void closeProject()
    {
        stage_->search(QStringLiteral("close project"));
        N3X_EVENTUALLY(!stage_->session().isOpen());
    }
    void openDialog()
    {
        stage_->press(Qt::Key_O, Qt::ControlModifier);
        N3X_EVENTUALLY((dialog_ = stage_->window().findChild<QFileDialog*>()) != nullptr && dialog_->isVisible());
        typed_ = dialog_->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
        QVERIFY(typed_ != nullptr);
        dialog_->activateWindow();
        typed_->setFocus();
        N3X_EVENTUALLY(typed_->hasFocus()); // else it follows the list
    }
    [[nodiscard]] QPushButton* chooseButton() const
    {
        for (auto* button : dialog_->findChildren<QPushButton*>())
            if (button->isVisible() && button->text().remove(u'&') == QStringLiteral("Choose")) return button;
        return nullptr;
    }

    std::unique_ptr<WindowStage> stage_;
    QFileDialog* dialog_ = nullptr;
    QLineEdit* typed_ = nullptr;
};

void OpeningTest::aDoubleClickOpensAndNoMore()
{
    const int interval = QApplication::doubleClickInterval();
    QApplication::setDoubleClickInterval(10'000); // however slow the machine is
    stage_->makeSample();
    closeProject();
    auto* recent = stage_->control<QListWidget>(QStringLiteral("Recent projects"));
    QVERIFY(recent != nullptr);
    const QPoint place = recent->visualItemRect(recent->item(0)).center();
    const QPoint onScreen = recent->viewport()->mapToGlobal(place);
    QTest::mouseClick(recent->viewport(), Qt::LeftButton, {}, place);
    QVERIFY(stage_->settled());
    auto* canvas = stage_->control(QStringLiteral("Topology"));
    Presses presses;
    canvas->installEventFilter(&presses);
    QTest::mouseDClick(canvas, Qt::LeftButton, {}, canvas->mapFromGlobal(onScreen));
    QCOMPARE(presses.count, 0);
    QTest::mouseClick(canvas, Qt::LeftButton, {}, canvas->mapFromGlobal(onScreen) + QPoint(60, 60));
    QCOMPARE(presses.count, 1);
    QApplication::setDoubleClickInterval(interval);
}

void OpeningTest::anotherProjectStandsWhereItWasLeft()
{
    const QString lab = stage_->pathOf(QStringLiteral("lab"));
    const QString other = stage_->pathOf(QStringLiteral("other"));
    const auto* preview = stage_->window().findChild<PreviewPanel*>();
    const auto open = [&](const QString& folder) {
        stage_->window().openFolder(folder);
        N3X_EVENTUALLY(stage_->session().folder().path() == folder);
        QVERIFY(stage_->settled());
    };
    stage_->makeSample();
    stage_->chooseProfile(QStringLiteral("bonding-vlans"));
    stage_->session().create(other, "sample", QStringLiteral("other"));
    N3X_EVENTUALLY(stage_->session().folder().path() == other);
    QVERIFY(stage_->settled());
    QCOMPARE(stage_->document().currentProfile(), QStringLiteral("vlans")); // that it deploys
    stage_->chooseProfile(QStringLiteral("simple"));
    stage_->document().select({ObjectPath("profiles/simple/nodes/agent-1")});
    const QString file = preview->path();
    QVERIFY(file.contains(QStringLiteral("agent-1")));

    stage_->session().folder().reload(); // leaves people where they are
    N3X_EVENTUALLY(!stage_->session().folder().isOpening() && stage_->document().selection().isEmpty());
    QVERIFY(stage_->settled());
    QCOMPARE(stage_->document().currentProfile(), QStringLiteral("simple"));
    QCOMPARE(preview->path(), file);

    open(lab);
    QCOMPARE(stage_->document().currentProfile(), QStringLiteral("bonding-vlans"));
    stage_->chooseProfile(QStringLiteral("simple"));
    stage_->document().select({ObjectPath("profiles/simple/nodes/agent-1")});
    open(other);
    QCOMPARE(stage_->document().currentProfile(), QStringLiteral("simple"));
    QVERIFY2(!preview->path().contains(QStringLiteral("agent-1")), qPrintable(preview->path()));
    closeProject();
    open(lab);
    QCOMPARE(stage_->document().currentProfile(), QStringLiteral("simple"));
}

void OpeningTest::aProjectIsOpenedByItsFile_data()
{
    QTest::addColumn<bool>("byKey");
    QTest::newRow("by mouse") << false;
    QTest::newRow("by key") << true;
}

void OpeningTest::aProjectIsOpenedByItsFile()
{
    QFETCH(bool, byKey);
    stage_->makeSample();
    closeProject();
    openDialog();
    typed_->selectAll();
    QTest::keyClicks(typed_, stage_->pathOf(QStringLiteral("lab/n3x.yaml")));
    if (byKey)
        QTest::keyClick(typed_, Qt::Key_Return);
    else
        clickOn(chooseButton());
    QVERIFY(stage_->settled());
    QCOMPARE(stage_->session().folder().path(), stage_->pathOf(QStringLiteral("lab")));
}

// A list that opens below what is typed would take the click for itself.
void OpeningTest::choosingATypedFolderNeedsOneClick()
{
    stage_->makeSample();
    closeProject();
    openDialog();
    typed_->selectAll();
    QTest::keyClicks(typed_, stage_->pathOf(QStringLiteral("la")));
    QVERIFY(!QTest::qWaitFor([] { return QApplication::activePopupWidget() != nullptr; }, 1000));
    N3X_EVENTUALLY([&] { // until what is in it is known
        typed_->selectAll();
        QTest::keyClicks(typed_, stage_->pathOf(QStringLiteral("lab/p")));
        QTest::qWait(20);
        return typed_->text().contains(QStringLiteral("lab/profiles"));
    }());
    typed_->selectAll();
    QTest::keyClicks(typed_, stage_->pathOf(QStringLiteral("lab/")));
    QCOMPARE(typed_->text(), stage_->pathOf(QStringLiteral("lab/"))); // not the first folder in it
    N3X_EVENTUALLY(chooseButton() != nullptr && chooseButton()->isEnabled());
    clickOn(chooseButton());
    QVERIFY(stage_->settled());
    QCOMPARE(stage_->session().folder().path(), stage_->pathOf(QStringLiteral("lab")));
}

void OpeningTest::aTypedFolderIsCompleted_data()
{
    QTest::addColumn<QString>("around"); // where the dialog stands, below the folder of all
    QTest::addColumn<bool>("isWhole");
    QTest::newRow("from / on") << "" << true;
    QTest::newRow("from / on, in another folder") << "lab/profiles" << true;
    QTest::newRow("from the folder in sight on") << "" << false;
}

void OpeningTest::aTypedFolderIsCompleted()
{
    QFETCH(QString, around);
    QFETCH(bool, isWhole);
    stage_->makeSample();
    closeProject();
    QVERIFY(QDir().mkpath(stage_->pathOf(QStringLiteral("laboratory"))));
    openDialog();
    dialog_->setDirectory(stage_->pathOf(around));
    const QString folder = isWhole ? stage_->pathOf(QStringLiteral("labor")) : QStringLiteral("labor");
    typed_->setFocus();
    N3X_EVENTUALLY([&] { // folders are read where nobody waits
        typed_->selectAll();
        QTest::keyClicks(typed_, folder);
        QTest::qWait(20);
        return typed_->text().startsWith(folder + QStringLiteral("atory"));
    }());
    QVERIFY(typed_->selectedText().startsWith(QStringLiteral("atory"))); // goes with the next key
    QVERIFY(QApplication::activePopupWidget() == nullptr);
    QTest::keyClick(typed_, Qt::Key_Backspace);
    QCOMPARE(typed_->text(), folder);
    QTest::keyClick(typed_, Qt::Key_Backspace);
    QTest::keyClick(typed_, Qt::Key_Backspace);
    QCOMPARE(typed_->text(), folder.chopped(2)); // there is such a folder, too
    N3X_EVENTUALLY(chooseButton() != nullptr && chooseButton()->isEnabled());
    clickOn(chooseButton());
    QVERIFY(stage_->settled());
    QCOMPARE(stage_->session().folder().path(), stage_->pathOf(QStringLiteral("lab")));
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("n3x-studio-opening"));
    OpeningTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "opening_test.moc"
