// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/cli/program_run.h"

using namespace n3x::test;

namespace {

class FixesTest final : public QObject {
    Q_OBJECT

private slots:
    void fixesAreSaved()
    {
        const ProjectScratch project;
        replaceIn(project.path() / "profiles/vlans.yaml", "vlan: 100", "vlan: 4095");
        const Run run = runN3x(project.path(), {"check", "--fix"});
        QVERIFY2(run.status == 0, run.out.constData());
        QVERIFY(run.notes.contains("Fixed: "));
        QVERIFY(!read(project.path() / "profiles/vlans.yaml").contains("4095"));
        QCOMPARE(runN3x(project.path(), {"check"}).status, 0);
        const Files mended = filesAtRest(project.path());
        const Run again = runN3x(project.path(), {"check", "--fix"});
        QVERIFY2(!again.notes.contains("Fixed"), again.notes.constData());
        QCOMPARE(filesAtRest(project.path()), mended);
    }

    // A file that cannot be saved whole does not keep the others from being mended.
    void whatCanBeSavedIsMended()
    {
        const ProjectScratch project(QStringLiteral("sample"));
        replaceIn(project.path() / "profiles/vlans.yaml", "vlan: 100", "vlan: 4095");
        const std::string vlans = read(project.path() / "profiles/vlans.yaml") + "colour: red\n"; // no such key
        put(project.path(), "profiles/vlans.yaml", vlans);
        replaceIn(project.path() / "profiles/bonding-vlans.yaml", "vlan: 100", "vlan: 4095");
        const Run run = runN3x(project.path(), {"check", "--fix"});
        QCOMPARE(run.status, 1);
        QCOMPARE(run.notes.count("Fixed: "), 1);
        QVERIFY2(run.notes.contains("profiles/vlans.yaml") && run.notes.contains("N3X7009"), run.notes.constData());
        QCOMPARE(read(project.path() / "profiles/vlans.yaml"), vlans);
        QVERIFY(!read(project.path() / "profiles/bonding-vlans.yaml").contains("4095"));
        // Alone it is refused, and nothing is written.
        const Files before = filesAtRest(project.path());
        const Run again = runN3x(project.path(), {"check", "--fix"});
        QCOMPARE(again.status, 3);
        QCOMPARE(filesAtRest(project.path()), before);
    }

    void acceptedFindingsAreNotMended()
    {
        const ProjectScratch project;
        replaceIn(project.path() / "profiles/vlans.yaml", "vlan: 100", "vlan: 4095"); // an error cannot be accepted
        put(project.path(), "profiles/vlans.yaml",
            read(project.path() / "profiles/vlans.yaml") + "k3s: { disable: [treafik] }\n");
        put(project.path(), ".n3x/approvals.yaml",
            "n3x: approvals/1\napprovals:\n- {code: N3X5018, object: profiles/vlans, who: Anna, why: a test}\n");
        QCOMPARE(runN3x(project.path(), {"check", "--fix"}).status, 0);
        QVERIFY(read(project.path() / "profiles/vlans.yaml").contains("treafik"));
        QVERIFY(!read(project.path() / "profiles/vlans.yaml").contains("4095"));
        std::filesystem::remove(project.path() / ".n3x/approvals.yaml");
        QCOMPARE(runN3x(project.path(), {"check", "--fix"}).status, 0);
        QVERIFY(!read(project.path() / "profiles/vlans.yaml").contains("treafik"));
    }

    // What may be meant is told, and nobody's to change: overrides, an even number of servers.
    void decisionsAreNotMended()
    {
        const ProjectScratch project;
        replaceIn(project.path() / "profiles/vlans.yaml", "  agent-1:\n",
                  "  agent-1:\n    overrides: { networks: { cluster: { vlan: 201 } } }\n");
        QCOMPARE(runN3x(project.path(), {"fmt"}).status, 0);
        const Files before = filesAtRest(project.path());
        const Run run = runN3x(project.path(), {"check", "--fix"});
        QVERIFY2(run.out.contains("N3X3007") && run.out.contains("N3X5004"), run.out.constData());
        QCOMPARE(filesAtRest(project.path()), before);
    }
};

} // namespace

QTEST_GUILESS_MAIN(FixesTest)
#include "fixes_test.moc"
