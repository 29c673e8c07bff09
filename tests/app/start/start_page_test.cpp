// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/start/recent_projects.h"
#include "app/start/start_page.h"
#include "core/files/templates.h"
#include "tests/app/support/find_control.h"

#include <QDir>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace n3x;

class StartPageTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setApplicationName(QStringLiteral("n3x-studio-start"));
    }
    void aFolderIsMeantAsItIsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("made"); // empty: nothing can be made there
        QTest::newRow("whole") << "/srv/lab" << "/srv/lab";
        QTest::newRow("home") << "~/work/lab" << QDir::homePath() + "/work/lab";
        QTest::newRow("blanks around, a slash behind") << " /srv/lab/ " << "/srv/lab";
        QTest::newRow("from nowhere") << "lab" << "";
        QTest::newRow("somebody else's") << "~lab/site" << "";
        QTest::newRow("none") << " " << "";
    }
    void aFolderIsMeantAsItIsTyped()
    {
        QFETCH(QString, typed);
        QFETCH(QString, made);
        StartPage page;
        page.show();
        const QSignalSpy requested(&page, &StartPage::newRequested);
        auto* folder = findControl<QLineEdit>(page, QStringLiteral("Project folder"));
        folder->setFocus();
        folder->selectAll();
        QTest::keyClicks(folder, typed);
        clickOn(findControl<QPushButton>(page, QStringLiteral("Create project")));
        QCOMPARE(requested.size(), made.isEmpty() ? 0 : 1);
        if (!made.isEmpty()) QCOMPARE(requested[0][2].toString(), made);
    }

    void theTemplateThatIsChosenIsMade_data()
    {
        QTest::addColumn<bool>("byKey");
        QTest::newRow("by mouse") << false;
        QTest::newRow("by key") << true;
    }
    void theTemplateThatIsChosenIsMade()
    {
        QFETCH(bool, byKey);
        StartPage page;
        page.resize(1000, 700);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        const QSignalSpy requested(&page, &StartPage::newRequested);
        auto* templates = findControl<QListWidget>(page, QStringLiteral("Template"));
        QCOMPARE(templates->count(), static_cast<int>(templateNames().size()));
        for (int row = templates->count() - 1; row >= 0; --row) {
            if (byKey) {
                templates->setFocus();
                QTest::keyClick(templates, row == templates->count() - 1 ? Qt::Key_End : Qt::Key_Up);
            } else {
                const QRect place = templates->visualItemRect(templates->item(row));
                QTest::mouseClick(templates->viewport(), Qt::LeftButton, {}, place.center());
            }
            clickOn(findControl<QPushButton>(page, QStringLiteral("Create project")));
        }
        QCOMPARE(requested.size(), templates->count());
        for (int made = 0; made < requested.size(); ++made)
            QCOMPARE(requested[made][0].toString().toStdString(),
                     templateNames()[static_cast<std::size_t>(requested.size() - 1 - made)]);
    }

    void aRecentProjectIsOpened_data()
    {
        QTest::addColumn<bool>("byKey");
        QTest::newRow("by mouse") << false;
        QTest::newRow("by key") << true;
    }
    void aRecentProjectIsOpened()
    {
        QFETCH(bool, byKey);
        QSettings().clear();
        for (const char* name : {"oldest", "older", "newest"})
            rememberProject(QStringLiteral("/srv/%1").arg(QLatin1String(name)), QString::fromLatin1(name));
        StartPage page;
        page.resize(1000, 700);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        const QSignalSpy requested(&page, &StartPage::openRequested);
        auto* recent = findControl<QListWidget>(page, QStringLiteral("Recent projects"));
        QVERIFY(recent != nullptr);
        QCOMPARE(recent->count(), 3);
        if (byKey) {
            recent->setFocus();
            QTest::keyClick(recent, Qt::Key_Home);
            QTest::keyClick(recent, Qt::Key_Down);
            QTest::keyClick(recent, Qt::Key_Return);
        } else {
            const QRect place = recent->visualItemRect(recent->item(1));
            QTest::mouseClick(recent->viewport(), Qt::LeftButton, {}, place.center());
        }
        QCOMPARE(requested.size(), 1);
        QCOMPARE(requested[0][0].toString(), QStringLiteral("/srv/older"));
    }

    void withoutRecentProjectsItSaysWhatToDo()
    {
        QSettings().clear();
        StartPage page;
        page.show();
        QVERIFY(findControl<QListWidget>(page, QStringLiteral("Recent projects")) == nullptr);
        const QSignalSpy asked(&page, &StartPage::chooseFolderRequested);
        clickOn(findControl<QPushButton>(page, QStringLiteral("Open folder")));
        QCOMPARE(asked.size(), 1);
    }
};

QTEST_MAIN(StartPageTest)
#include "start_page_test.moc"
