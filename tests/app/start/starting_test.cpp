// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/window/banner.h"
#include "tests/app/support/window_stage.h"

#include <QFileDialog>
#include <QListWidget>

using namespace n3x;

// From the start page into a project, in the whole window.
class StartingTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { WindowStage::dress(); }
    void init() { stage_ = std::make_unique<WindowStage>(); }
    void cleanup() { stage_.reset(); }
    void anotherTemplateThanTheFirst();
    void whatWasOpenBeforeIsOpenedByAClick();
    void aFolderIsOpened_data();
    void aFolderIsOpened();
    void returnMakesTheTemplate();
    void aFailureIsToldUntilAnotherThingIsTried_data();
    void aFailureIsToldUntilAnotherThingIsTried();

private:
    void closeProject()
    {
        stage_->search(QStringLiteral("close project"));
        N3X_EVENTUALLY(!stage_->session().isOpen());
    }

    std::unique_ptr<WindowStage> stage_;
};

void StartingTest::anotherTemplateThanTheFirst()
{
    auto* templates = stage_->control<QListWidget>(QStringLiteral("Template"));
    QVERIFY(templates != nullptr);
    const auto found = templates->findItems(QStringLiteral("bonding-vlans"), Qt::MatchExactly);
    QCOMPARE(found.size(), 1);
    QTest::mouseClick(templates->viewport(), Qt::LeftButton, {}, templates->visualItemRect(found.first()).center());
    stage_->makeSample();
    QCOMPARE(stage_->document().project().profiles.size(), std::size_t(1));
    QCOMPARE(stage_->document().currentProfile(), QStringLiteral("bonding-vlans"));
    QVERIFY(stage_->read(QStringLiteral("profiles/bonding-vlans.yaml")).contains(QStringLiteral("bond0")));
    QVERIFY(stage_->read(QStringLiteral("profiles/vlans.yaml")).isEmpty());
}

void StartingTest::whatWasOpenBeforeIsOpenedByAClick()
{
    stage_->makeSample();
    const QString folder = stage_->session().folder().path();
    const Project made = stage_->document().project();
    closeProject();
    auto* recent = stage_->control<QListWidget>(QStringLiteral("Recent projects"));
    QVERIFY(recent != nullptr);
    QCOMPARE(recent->count(), 1);
    QCOMPARE(recent->item(0)->text(), QStringLiteral("lab"));
    QTest::mouseClick(recent->viewport(), Qt::LeftButton, {}, recent->visualItemRect(recent->item(0)).center());
    QVERIFY(stage_->settled());
    QCOMPARE(stage_->session().folder().path(), folder);
    QVERIFY(stage_->document().project() == made);
}

void StartingTest::aFolderIsOpened_data()
{
    QTest::addColumn<bool>("isProject");
    QTest::newRow("of a project") << true;
    QTest::newRow("of something else") << false;
}

void StartingTest::aFolderIsOpened()
{
    QFETCH(bool, isProject);
    stage_->makeSample();
    closeProject();
    clickOn(stage_->control<QPushButton>(QStringLiteral("Open folder")));
    QFileDialog* dialog = nullptr;
    N3X_EVENTUALLY((dialog = stage_->window().findChild<QFileDialog*>()) != nullptr && dialog->isVisible());
    auto* typed = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
    QVERIFY(typed != nullptr);
    QVERIFY(QDir().mkpath(stage_->pathOf(QStringLiteral("elsewhere"))));
    typed->setText(stage_->pathOf(isProject ? QStringLiteral("lab") : QStringLiteral("elsewhere")));
    QTest::keyClick(typed, Qt::Key_Return);
    if (isProject) {
        QVERIFY(stage_->settled());
        QCOMPARE(stage_->session().folder().path(), stage_->pathOf(QStringLiteral("lab")));
    } else {
        const auto* banners = stage_->window().findChild<BannerArea*>();
        N3X_EVENTUALLY(banners->textOf(QStringLiteral("open")).contains(QStringLiteral("elsewhere")));
        QVERIFY(!stage_->session().isOpen());
        QVERIFY(stage_->control(QStringLiteral("Create project")) != nullptr);
    }
}

void StartingTest::returnMakesTheTemplate()
{
    auto* folder = stage_->control<QLineEdit>(QStringLiteral("Project folder"));
    folder->selectAll();
    QTest::keyClicks(folder, stage_->pathOf(QStringLiteral("lab")));
    auto* templates = stage_->control<QListWidget>(QStringLiteral("Template"));
    templates->setFocus();
    QTest::keyClick(templates, Qt::Key_End);
    QTest::keyClick(templates, Qt::Key_Return);
    QVERIFY(stage_->settled());
    QCOMPARE(stage_->document().currentProfile(), QStringLiteral("dhcp-simple"));
}

void StartingTest::aFailureIsToldUntilAnotherThingIsTried_data()
{
    QTest::addColumn<QString>("tried");
    QTest::newRow("another folder") << "Project folder";
    QTest::newRow("another name") << "Project name";
    QTest::newRow("opening") << "Open folder";
}

void StartingTest::aFailureIsToldUntilAnotherThingIsTried()
{
    QFETCH(QString, tried);
    stage_->makeSample();
    closeProject();
    const auto failure = [this] { return stage_->window().findChild<BannerArea*>()->textOf(QStringLiteral("open")); };
    clickOn(stage_->control(QStringLiteral("Create project"))); // where one is already
    N3X_EVENTUALLY(failure().contains(QStringLiteral("already")));
    QWidget* control = stage_->control(tried);
    QVERIFY(control != nullptr);
    if (qobject_cast<QLineEdit*>(control) == nullptr)
        clickOn(control);
    else
        QTest::keyClicks(control, QStringLiteral("2"));
    QCOMPARE(failure(), QString());
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("n3x-studio-starting"));
    StartingTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "starting_test.moc"
