// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/start/start_page.h"
#include "tests/app/support/find_control.h"

#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace n3x;

class StartPageTest : public QObject {
    Q_OBJECT

private slots:
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
};

QTEST_MAIN(StartPageTest)
#include "start_page_test.moc"
