// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/cli/program_run.h"
#include "tests/core/workspace/failing_file_system.h"

#include <cerrno>

using namespace n3x;
using namespace n3x::test;

namespace {

namespace fs = std::filesystem;

// An export of three files into a project that had none, ended before the second was in its place.
void interrupt(const fs::path& folder)
{
    FailingFileSystem disk;
    bool stopped = false;
    disk.before = [&](const char* call, const std::string& name) {
        stopped = stopped || (std::string_view(call) == "renameNew" && name == "README.md");
        return stopped ? EIO : 0;
    };
    auto workspace = Workspace::open(folder, Access::Write, disk);
    const MapSource outputs({{".gitignore", "new\n"}, {"README.md", "new\n"}, {"flake.nix", "new\n"}});
    if (!workspace || workspace->exportOutputs(outputs) || !stopped) qFatal("the export came to its end");
}

} // namespace

// What a person reads in the terminal when an export was ended half way, and of files that the program leaves alone.
class InterruptedTest final : public QObject {
    Q_OBJECT

private slots:
    void aDecidedExportIsSaidAndFinished()
    {
        const ProjectScratch reference;
        QCOMPARE(runN3x(reference.path(), {"export"}).status, 0);
        const ProjectScratch project;
        QVERIFY(!runN3x(project.path(), {"check"}).out.contains("N3X7014"));
        interrupt(project.path());
        QCOMPARE(read(project.path() / ".gitignore"), "new\n");
        const Files halfway = allFiles(project.path());
        for (int round = 0; round < 2; ++round) { // looking is no matter of it
            const Run checked = runN3x(project.path(), {"check"});
            QCOMPARE(checked.status, 0);
            QVERIFY2(checked.out.contains("warning: An export into this folder was interrupted. [N3X7014]"),
                     checked.out.constData());
            QVERIFY(runN3x(project.path(), {"check", "--format", "json"}).out.contains("\"N3X7014\""));
            QCOMPARE(allFiles(project.path()), halfway);
        }
        const Run finished = runN3x(project.path(), {"export"});
        QCOMPARE(finished.status, 0);
        QVERIFY2(finished.notes.contains("An interrupted export was finished (4 files)."), finished.notes.constData());
        QCOMPARE(filesAtRest(project.path()), filesAtRest(reference.path()));
        QVERIFY(!runN3x(project.path(), {"check"}).out.contains("N3X7014"));
        QVERIFY(!runN3x(project.path(), {"export"}).notes.contains("interrupted"));
    }

    void whatWasOnlyWrittenBesideIsUndone()
    {
        const ProjectScratch project;
        put(project.path(), ".n3x/staging/0", "half");
        QVERIFY(!runN3x(project.path(), {"check"}).out.contains("N3X7014")); // no file is another than before
        const Run undone = runN3x(project.path(), {"export"});
        QCOMPARE(undone.status, 0);
        QVERIFY2(undone.notes.contains("An interrupted export was undone (1 file)."), undone.notes.constData());
        QVERIFY(!fs::exists(project.path() / ".n3x/staging"));
    }

    void whatSomebodyWroteMeanwhileIsKeptAndSaid()
    {
        const ProjectScratch project;
        interrupt(project.path());
        put(project.path(), "README.md", "somebody's own\n");
        const Run run = runN3x(project.path(), {"export"});
        QCOMPARE(run.status, 1); // they are to decide
        QVERIFY2(run.notes.contains("warning: README.md changed while an export was interrupted. [N3X7019]"),
                 run.notes.constData());
        QVERIFY(run.notes.contains("README.md was edited by hand since the last export. [N3X7010]"));
        QCOMPARE(read(project.path() / "README.md"), "somebody's own\n");
        QVERIFY(read(project.path() / "flake.nix").size() > 100);
    }

    void whatCannotBeReadIsSaid()
    {
        const ProjectScratch project;
        QVERIFY(!runN3x(project.path(), {"check"}).out.contains("N3X7002"));
        fs::create_directory(project.path() / ".n3x/approvals.yaml");
        const Run run = runN3x(project.path(), {"check"});
        QCOMPARE(run.status, 1);
        QVERIFY2(run.out.contains("error: .n3x/approvals.yaml cannot be read: Is a directory. [N3X7002]"),
                 run.out.constData());
        fs::remove(project.path() / ".n3x/approvals.yaml");
        fs::remove_all(project.path() / "profiles");
        put(project.path(), "profiles", "mine\n");
        const Run elsewhere = runN3x(project.path(), {"check"});
        QCOMPARE(elsewhere.status, 3);
        QVERIFY2(elsewhere.notes.contains("error: profiles is no folder, and the project keeps one there. [N3X7002]"),
                 elsewhere.notes.constData());
    }

    void whatStoodThereBeforeStays()
    {
        const ProjectScratch project;
        put(project.path(), "README.md", "mine\n");
        const Run run = runN3x(project.path(), {"export"});
        QCOMPARE(run.status, 1);
        QVERIFY2(run.notes.contains("warning: README.md was not made by an export and differs from it. [N3X7011]"),
                 run.notes.constData());
        QCOMPARE(read(project.path() / "README.md"), "mine\n");
        fs::remove(project.path() / "README.md");
        const Run next = runN3x(project.path(), {"export"});
        QVERIFY2(next.status == 0 && !next.notes.contains("N3X7011"), next.notes.constData());
    }
};

QTEST_GUILESS_MAIN(InterruptedTest)
#include "interrupted_test.moc"
