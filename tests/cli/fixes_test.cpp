// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/cli/program_run.h"

using namespace n3x;
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
        QCOMPARE(again.status, 1);
        QVERIFY(again.notes.contains("N3X7009") && again.out.contains("4095"));
        QCOMPARE(filesAtRest(project.path()), before);
    }

    // The name that a fix would give a profile may be that of a file which n3x.yaml does not list.
    void anUnlistedProfileIsNotOverwritten()
    {
        const ProjectScratch project(QStringLiteral("sample"));
        const auto profiles = project.path() / "profiles";
        std::filesystem::rename(profiles / "vlans.yaml", profiles / "Vlans.yaml");
        replaceIn(profiles / "Vlans.yaml", "name: vlans", "name: Vlans");
        replaceIn(project.path() / "n3x.yaml", "simple, vlans,", "simple, Vlans,");
        replaceIn(project.path() / "n3x.yaml", "deploy: vlans", "deploy: Vlans");
        const std::string theirs = "n3x: profile/1\nname: vlans\nsummary: theirs\n";
        put(profiles, "vlans.yaml", theirs);
        replaceIn(profiles / "bonding-vlans.yaml", "vlan: 100", "vlan: 4095");
        const std::string ours = read(profiles / "Vlans.yaml");
        const Run run = runN3x(project.path(), {"check", "--fix"});
        QCOMPARE(run.status, 1);
        QVERIFY2(run.notes.contains("profiles/vlans.yaml") && run.notes.contains("N3X7026"), run.notes.constData());
        QCOMPARE(read(profiles / "vlans.yaml"), theirs);
        QCOMPARE(read(profiles / "Vlans.yaml"), ours);
        QVERIFY(!read(profiles / "bonding-vlans.yaml").contains("4095")); // the others are mended all the same
        std::filesystem::remove(profiles / "vlans.yaml");
        const Run again = runN3x(project.path(), {"check", "--fix"});
        QVERIFY2(again.notes.contains("Fixed: ") && !again.notes.contains("N3X7026"), again.notes.constData());
        QVERIFY(read(profiles / "vlans.yaml").contains("cluster"));
    }

    // Cards stand where they stood, whatever their profile and node are called now.
    void placesFollowWhatAFixRenames()
    {
        const ProjectScratch project;
        const auto profiles = project.path() / "profiles";
        std::filesystem::rename(profiles / "vlans.yaml", profiles / "Vlans.yaml");
        replaceIn(profiles / "Vlans.yaml", "name: vlans", "name: Vlans");
        replaceIn(profiles / "Vlans.yaml", "  agent-1:\n", "  Agent-1:\n");
        replaceIn(project.path() / "n3x.yaml", "[vlans]", "[Vlans]");
        replaceIn(project.path() / "n3x.yaml", "deploy: vlans", "deploy: Vlans");
        const View view = {.cards = {{"Agent-1", {120.25, -80}}, {"server-1", {7, 8}}}, .colours = {{"storage", 2}}};
        put(project.path(), ".n3x/view/Vlans.yaml", viewText(view));
        QCOMPARE(runN3x(project.path(), {"check", "--fix"}).status, 0);
        View renamed = view;
        renamed.cards = {{"agent-1", {120.25, -80}}, {"server-1", {7, 8}}};
        const Files after = filesAtRest(project.path());
        QVERIFY(after.contains(".n3x/view/vlans.yaml") && !after.contains(".n3x/view/Vlans.yaml"));
        QCOMPARE(after.at(".n3x/view/vlans.yaml"), viewText(renamed));
    }

    // What waits for a decision is a problem, and the option that decides is named; a disk that refuses is none.
    void refusalsTellTheirKind_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::newRow("fmt") << QStringList{"fmt"};
        QTest::newRow("check --fix") << QStringList{"check", "--fix"};
    }
    void refusalsTellTheirKind()
    {
        QFETCH(QStringList, command);
        const ProjectScratch project;
        replaceIn(project.path() / "profiles/vlans.yaml", "vlan: 100", "vlan: 4095 # why");
        const Files before = filesAtRest(project.path());
        const Run lossy = runN3x(project.path(), command);
        QCOMPARE(lossy.status, 1);
        QVERIFY2(lossy.notes.contains("N3X7008"), lossy.notes.constData());
        QVERIFY2(lossy.notes.contains("n3x: --allow-losing-comments "), lossy.notes.constData());
        QCOMPARE(filesAtRest(project.path()), before);
#ifdef __SANITIZE_THREAD__
        QSKIP("the thread sanitizer writes a file of its own before main(), which the limit ends");
#endif
        const QStringList allowing = command + QStringList{"--allow-losing-comments"};
        const Run full =
            runProgram("sh", {"-c", "ulimit -f 0 && exec " + program() + " " + allowing.join(' ')}, project.path());
        QVERIFY2(full.status == 3 && full.notes.contains("N3X7017"), full.notes.constData());
        QCOMPARE(filesAtRest(project.path()), before);
        QCOMPARE(runN3x(project.path(), allowing).status, 0);
    }

    // It is saved, but Git could not be told: somebody has to know.
    void warningsOfSavingAreSaid()
    {
        const ProjectScratch project;
        QCOMPARE(runProgram("git", {"init", "-q"}, project.path()).status, 0);
        put(project.path(), ".git/index.lock", "");
        replaceIn(project.path() / "profiles/vlans.yaml", "vlan: 100", "vlan: 4095");
        const Run mended = runN3x(project.path(), {"check", "--fix"});
        QCOMPARE(mended.status, 0);
        QVERIFY2(mended.notes.contains("N3X7015"), mended.notes.constData());
        put(project.path(), "profiles/vlans.yaml", read(project.path() / "profiles/vlans.yaml") + "\n\n");
        const Run formatted = runN3x(project.path(), {"fmt"});
        QCOMPARE(formatted.status, 0);
        QVERIFY2(formatted.notes.contains("N3X7015"), formatted.notes.constData());
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
