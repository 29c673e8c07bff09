// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/window/profile_tabs.h"

#include "app/document/document.h"
#include "app/theme/colours.h"
#include "app/theme/style.h"
#include "core/files/templates.h"

#include <QApplication>
#include <QTest>

using namespace n3x;

class ProfileTabsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QApplication::setPalette(lightPalette());
        QApplication::setStyle(new Style);
    }
    void oneDragIsOneStep();
};

void ProfileTabsTest::oneDragIsOneStep()
{
    Document document(templateProject("sample"));
    ProfileTabs tabs(document);
    tabs.resize(900, tabs.sizeHint().height());
    tabs.show();
    QVERIFY(QTest::qWaitForWindowExposed(&tabs));
    const Project before = document.project();
    const QString first = QString::fromStdString(before.profiles[0]->name.text());
    const auto drag = [&](QPoint from, QPoint to) {
        QTest::mousePress(&tabs, Qt::LeftButton, {}, from);
        for (int step = 1; step <= 40; ++step) QTest::mouseMove(&tabs, from + (to - from) * step / 40);
        QTest::mouseRelease(&tabs, Qt::LeftButton, {}, to);
    };
    drag(tabs.tabRect(0).center(), tabs.tabRect(3).center() + QPoint(40, 0));
    QCOMPARE(QString::fromStdString(document.project().profiles[3]->name.text()), first);
    QCOMPARE(document.historyNames().size(), 1);
    QVERIFY(QTest::qWaitFor([&] { return tabs.tabText(3) == first; }));
    QTest::qWait(400); // the tab has arrived
    drag(tabs.tabRect(0).center(), tabs.tabRect(1).center() + QPoint(40, 0));
    QCOMPARE(document.historyNames().size(), 2); // another drag, another step
    document.undo();
    document.undo();
    QVERIFY(document.project() == before);
}

QTEST_MAIN(ProfileTabsTest)
#include "profile_tabs_test.moc"
