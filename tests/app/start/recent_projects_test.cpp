// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/start/recent_projects.h"

#include <QSettings>
#include <QStandardPaths>
#include <QTest>

using namespace n3x;

class RecentProjectsTest : public QObject {
    Q_OBJECT

private slots:
    void theNewestComesFirstAndEachOnce();
    void onlySoManyAreRemembered();
};

void RecentProjectsTest::theNewestComesFirstAndEachOnce()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setApplicationName(QStringLiteral("n3x-studio-recent"));
    QSettings().clear();
    QCOMPARE(rememberedProfile(QStringLiteral("/one")), QString());
    rememberProject(QStringLiteral("/one"), QStringLiteral("one"));
    rememberProject(QStringLiteral("/two"), QStringLiteral("two"));
    rememberProject(QStringLiteral("/one"), QStringLiteral("renamed"));
    QCOMPARE(recentProjects(), (QList<RecentProject>{{QStringLiteral("/one"), QStringLiteral("renamed")},
                                                     {QStringLiteral("/two"), QStringLiteral("two")}}));
    rememberProfile(QStringLiteral("/two"), QStringLiteral("vlans"));
    rememberProfile(QStringLiteral("/three"), QStringLiteral("vlans"));
    QCOMPARE(recentProjects().size(), 2);
    QCOMPARE(rememberedProfile(QStringLiteral("/two")), QStringLiteral("vlans"));
    QCOMPARE(rememberedProfile(QStringLiteral("/three")), QString());
    rememberProject(QStringLiteral("/two"), QStringLiteral("two"));
    QCOMPARE(recentProjects().front().profile, QStringLiteral("vlans"));
}

void RecentProjectsTest::onlySoManyAreRemembered()
{
    QSettings().clear();
    for (int number = 0; number < 40; ++number)
        rememberProject(QStringLiteral("/p%1").arg(number), QStringLiteral("p"));
    const auto projects = recentProjects();
    QVERIFY(projects.size() >= 5 && projects.size() <= 20);
    QCOMPARE(projects.front().folder, QStringLiteral("/p39"));
}

QTEST_GUILESS_MAIN(RecentProjectsTest)
#include "recent_projects_test.moc"
