// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/document/document.h"
#include "core/edits/networks.h"
#include "core/edits/nodes.h"
#include "core/edits/values.h"
#include "core/files/templates.h"

#include <QTest>

using namespace n3x;

// Five hundred steps: as many as a day has, and none of them is forgotten.
class LongHistoryTest : public QObject {
    Q_OBJECT

    static constexpr int count = 500;

    // The one that a person might do as the step of that number.
    static Edit step(int number, const Project& project)
    {
        const std::string value = std::to_string(100 + number);
        switch (number % 5) {
        case 0: return edits::addNode(project, "vlans", number % 2 == 0 ? Role::Agent : Role::Server);
        case 1: return edits::setValue(ObjectPath("profiles/vlans/networks/storage/vlan"), value);
        case 2: return edits::setValue(ObjectPath("profiles/simple/summary"), "Summary " + value);
        case 3: return edits::setValue(ObjectPath("profiles/vlans/nodes/agent-1/labels/rack"), value);
        default: return edits::addNetwork(project, "bonding-vlans");
        }
    }

private slots:
    void everyStepIsTakenBackAndDoneAgain()
    {
        Document document(templateProject("sample"));
        std::vector<Project> states{document.project()};
        for (int number = 0; number < count; ++number) {
            document.apply(step(number, document.project()));
            QVERIFY(document.project() != states.back());
            states.push_back(document.project());
        }
        QCOMPARE(document.historyNames().size(), count);
        QCOMPARE(document.historyPosition(), count);
        const QStringList names = document.historyNames();
        for (int at = count; at-- > 0;) {
            QCOMPARE(document.undoName(), names.at(at));
            document.undo();
            QVERIFY2(document.project() == states[static_cast<std::size_t>(at)], qPrintable(QString::number(at)));
        }
        QVERIFY(!document.canUndo() && !document.isDirty());
        for (int at = 1; at <= count; ++at) {
            document.redo();
            QVERIFY2(document.project() == states[static_cast<std::size_t>(at)], qPrintable(QString::number(at)));
        }
        QVERIFY(!document.canRedo());
        for (const int position : {0, 250, 499, 1, count}) {
            document.goToHistory(position);
            QVERIFY(document.project() == states[static_cast<std::size_t>(position)]);
        }
        QCOMPARE(document.historyNames(), names);
    }

    // Typing is one step however long it goes on, and what stood before comes back in one.
    void typingMergesWithoutAnEnd()
    {
        Document document(templateProject("sample"));
        const Project before = document.project();
        std::string text;
        for (int letter = 0; letter < count; ++letter) {
            text += static_cast<char>('a' + letter % 26);
            document.apply(edits::setValue(ObjectPath("profiles/vlans/summary"), text), QStringLiteral("summary"));
        }
        QCOMPARE(document.historyNames().size(), 1);
        QCOMPARE(find(document.project().profiles, "vlans")->summary.text(), text);
        document.undo();
        QVERIFY(document.project() == before);
        document.redo();
        QCOMPARE(find(document.project().profiles, "vlans")->summary.text(), text);
    }
};

QTEST_GUILESS_MAIN(LongHistoryTest)
#include "long_history_test.moc"
