// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/core/workspace/failing_file_system.h"
#include "tests/core/workspace/scratch.h"

#include "core/files/templates.h"
#include "core/workspace/manifest.h"

#include <QProcess>
#include <QTest>

#include <csignal>
#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace n3x;
using namespace n3x::test;

namespace {

// Runs `work` in a process of its own whose mounts are its own; gives its exit status, 77 where that is not allowed.
int withOwnMounts(const std::function<int()>& work)
{
    const pid_t child = ::fork();
    if (child == 0) {
        if (::unshare(CLONE_NEWNS) != 0 || ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
            ::_exit(77);
        ::_exit(work());
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

QByteArray git(const std::filesystem::path& folder, QStringList arguments)
{
    QProcess process;
    process.setProcessEnvironment([] {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert("GIT_CONFIG_GLOBAL", "/dev/null");
        environment.insert("GIT_CONFIG_SYSTEM", "/dev/null");
        return environment;
    }());
    process.start("git", QStringList{"-C", QString::fromStdString(folder.string()), "-c", "user.name=n", "-c",
                                     "user.email=e@x", "-c", "init.defaultBranch=main"} +
                             arguments);
    if (!process.waitForFinished() || process.exitCode() != 0)
        qFatal("git %s: %s", qPrintable(arguments.join(' ')), process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

Project withSummary(Project project, std::size_t index, std::string_view summary)
{
    Profile profile = project.profiles[index].get();
    profile.summary = Entered<Line>::from(summary);
    project.profiles = project.profiles.set(index, profile);
    return project;
}

class WorkspaceTest final : public QObject {
    Q_OBJECT

private slots:
    void whatIsCancelledWritesNothing()
    {
        const Scratch scratch;
        putProject(scratch.path());
        const OutputMap files = {{"a/b", "one"}};
        auto workspace = *Workspace::open(scratch.path(), Access::Write);
        const auto report = workspace.exportOutputs(MapSource(files), {}, nullptr, [] { return true; });
        QVERIFY(!report && report.error().empty());
        QVERIFY(!std::filesystem::exists(scratch.path() / "a"));
        QVERIFY(!std::filesystem::exists(scratch.path() / manifestPath));
    }

    void savesAndLoadsTheSample()
    {
        const Scratch scratch;
        const Project sample = templateProject("sample");
        putProject(scratch.path(), sample);
        auto workspace = Workspace::open(scratch.path(), Access::Write);
        QVERIFY(workspace.has_value());
        const auto loaded = workspace->load();
        QVERIFY(loaded.has_value());
        QVERIFY(loaded->problems.empty());
        QVERIFY(loaded->project == sample);
        const Views views;
        const auto again = workspace->save({loaded->project, views});
        QVERIFY(again.has_value());
        QVERIFY(again->written.empty() && again->removed.empty());
    }

    void onlyWhatChangedIsWritten()
    {
        const Scratch scratch;
        putProject(scratch.path(), templateProject("sample"));
        auto workspace = *Workspace::open(scratch.path(), Access::Write);
        const Project project = workspace.load()->project;
        const Views views;
        const auto saved = workspace.save({withSummary(project, 1, "another"), views});
        QVERIFY(saved.has_value());
        QCOMPARE(saved->written, std::vector<std::string>{"profiles/" + project.profiles[1]->name.text() + ".yaml"});
        QVERIFY(workspace.foreignChanges().empty());
        Project fewer = project;
        fewer.profiles = fewer.profiles.erase(1);
        fewer.deploy.reset();
        const auto removed = workspace.save({fewer, views});
        QVERIFY(removed.has_value());
        QCOMPARE(removed->removed, std::vector<std::string>{"profiles/" + project.profiles[1]->name.text() + ".yaml"});
        QVERIFY(workspace.load()->project == fewer);
    }

    void foreignChangesAreNoticedAndNotOverwritten()
    {
        const Scratch scratch;
        putProject(scratch.path(), templateProject("sample"));
        auto workspace = *Workspace::open(scratch.path(), Access::Write);
        const Project project = workspace.load()->project;
        const std::string path = "profiles/" + project.profiles[0]->name.text() + ".yaml";
        const std::string theirs = read(scratch.path() / path) + "\n# theirs\n";
        put(scratch.path(), path, theirs);
        QCOMPARE(workspace.foreignChanges(), std::vector<std::string>{path});

        const Views views;
        const Project mine = withSummary(project, 0, "mine");
        const auto refused = workspace.save({mine, views});
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().front().code, std::string_view("N3X7007"));
        QCOMPARE(read(scratch.path() / path), theirs);
        // A change of another file is nobody else's business.
        QVERIFY(workspace.save({withSummary(project, 1, "mine"), views}).has_value());
        QCOMPARE(read(scratch.path() / path), theirs);

        SaveRequest force{mine, views};
        force.overwriteForeignChanges = true;
        QVERIFY(workspace.save(force).has_value());
        QVERIFY(read(scratch.path() / path) != theirs);
        QVERIFY(workspace.foreignChanges().empty());

        std::filesystem::remove(scratch.path() / path);
        QCOMPARE(workspace.foreignChanges(), std::vector<std::string>{path});
        QVERIFY(!workspace.save({withSummary(mine, 0, "again"), views}).has_value());
    }

    void viewsAreKept()
    {
        const Scratch scratch;
        const Project sample = templateProject("sample");
        putProject(scratch.path(), sample);
        const std::string profile = sample.profiles[0]->name.text();
        const Views views = {
            {profile, {.cards = {{"server-1", {120.25, -80}}, {"no", {0, 1e300}}}, .colours = {{"storage", 2}}}}};
        auto workspace = *Workspace::open(scratch.path(), Access::Write);
        const Project project = workspace.load()->project;
        QVERIFY(workspace.save({project, views}).has_value());
        auto later = workspace.load();
        QCOMPARE(workspace.views().at(profile).cards.at("server-1"), (ViewPosition{120.25, -80}));
        QCOMPARE(workspace.views().at(profile).colours.at("storage"), 2UZ);
        QVERIFY(workspace.save({project, workspace.views()})->written.empty());
        QVERIFY(parseView("nonsense: [") == std::nullopt);
    }

    void theSecondProcessIsToldWhoHoldsTheProject()
    {
        const Scratch scratch;
        putProject(scratch.path());
        int ready[2] = {};
        QCOMPARE(::pipe(ready), 0);
        const pid_t holder = ::fork();
        if (holder == 0) {
            const auto workspace = Workspace::open(scratch.path(), Access::Write);
            static_cast<void>(::write(ready[1], workspace ? "y" : "n", 1));
            ::pause();
            ::_exit(0);
        }
        char answer = 0;
        QCOMPARE(::read(ready[0], &answer, 1), 1);
        QCOMPARE(answer, 'y');
        const auto refused = Workspace::open(scratch.path(), Access::Write);
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().code, std::string_view("N3X7005"));
        const std::string sentence = refused.error().what.english();
        QVERIFY2(sentence.contains("process " + std::to_string(holder)), sentence.c_str());
        auto reader = Workspace::open(scratch.path(), Access::ReadOnly);
        QVERIFY(reader.has_value());
        const Project project = smallProject("other");
        const Views views;
        QCOMPARE(reader->save({project, views}).error().front().code, std::string_view("N3X7022"));

        // However the holder ends, its lock goes with it.
        ::kill(holder, SIGKILL);
        ::waitpid(holder, nullptr, 0);
        QVERIFY(Workspace::open(scratch.path(), Access::Write).has_value());
        QVERIFY(!std::filesystem::exists(scratch.path() / ".n3x/lock"));
        ::close(ready[0]);
        ::close(ready[1]);
    }

    void readOnlyFolderIsToldClearly()
    {
        const Scratch scratch;
        putProject(scratch.path());
        const Files before = filesAtRest(scratch.path());
        const int status = withOwnMounts([&] {
            const auto path = scratch.path().string();
            if (::mount(path.c_str(), path.c_str(), nullptr, MS_BIND, nullptr) != 0) return 77;
            if (::mount("none", path.c_str(), nullptr, MS_BIND | MS_REMOUNT | MS_RDONLY, nullptr) != 0) return 77;
            const auto refused = Workspace::open(scratch.path(), Access::Write);
            if (refused || refused.error().code != "N3X7003") return 1;
            return Workspace::open(scratch.path(), Access::ReadOnly) ? 0 : 2;
        });
        if (status == 77) QSKIP("no right to mount here");
        QCOMPARE(status, 0);
        QCOMPARE(filesAtRest(scratch.path()), before);
    }

    void fullDiskLeavesTheOldFiles()
    {
        const Scratch scratch;
        const int status = withOwnMounts([&] {
            if (::mount("tmpfs", scratch.path().c_str(), "tmpfs", 0, "size=256k") != 0) return 77;
            putProject(scratch.path());
            {
                auto workspace = Workspace::open(scratch.path(), Access::Write);
                if (!workspace || !workspace->exportOutputs(MapSource({{"a", "old"}, {"b", "old"}}))) return 1;
            }
            const Files before = filesAtRest(scratch.path());
            OutputMap large = {{"a", "new"}, {"b", "new"}};
            for (int i = 0; i < 100; ++i) large["more/" + std::to_string(i)] = std::string(8192, 'x');
            {
                auto workspace = Workspace::open(scratch.path(), Access::Write);
                const auto refused = workspace->exportOutputs(MapSource(large));
                if (refused || refused.error().front().code != "N3X7004") return 2;
            }
            if (filesAtRest(scratch.path()) != before) return 3;
            auto workspace = Workspace::open(scratch.path(), Access::Write);
            if (!workspace || workspace->recovery()) return 4; // nothing was left to put right
            return workspace->exportOutputs(MapSource({{"a", "new"}})) ? 0 : 5;
        });
        if (status == 77) QSKIP("no right to mount here");
        QCOMPARE(status, 0);
    }

    void aMountInsideTheProjectIsReached()
    {
        const Scratch scratch;
        putProject(scratch.path());
        const int status = withOwnMounts([&] {
            std::filesystem::create_directory(scratch.path() / "other");
            if (::mount("tmpfs", (scratch.path() / "other").c_str(), "tmpfs", 0, "size=256k") != 0) return 77;
            auto workspace = Workspace::open(scratch.path(), Access::Write);
            if (!workspace || !workspace->exportOutputs(MapSource({{"other/a", "one"}, {"here", "one"}}))) return 1;
            if (!workspace->exportOutputs(MapSource({{"other/a", "two"}}))) return 2;
            return allFiles(scratch.path() / "other") == Files{{"a", "two"}} ? 0 : 3;
        });
        if (status == 77) QSKIP("no right to mount here");
        QCOMPARE(status, 0);
    }

    void changedBetweenComparingAndReplacing()
    {
        const Scratch scratch;
        putProject(scratch.path());
        QVERIFY(Workspace::open(scratch.path(), Access::Write)->exportOutputs(MapSource({{"a", "one"}})).has_value());
        FailingFileSystem disk;
        disk.before = [&](const char* call, const std::string& name) {
            if (std::string_view(call) == "rename" && name == "journal") {
                put(scratch.path(), "a", "somebody's own");
                put(scratch.path(), "b", "somebody's own");
            }
            return 0;
        };
        auto workspace = Workspace::open(scratch.path(), Access::Write, disk);
        const auto report = workspace->exportOutputs(MapSource({{"a", "two"}, {"b", "two"}}));
        QVERIFY(report.has_value());
        QCOMPARE(report->kept.size(), 2U);
        QCOMPARE(read(scratch.path() / "a"), std::string("somebody's own"));
        QCOMPARE(read(scratch.path() / "b"), std::string("somebody's own"));
    }

    void gitKnowsTheNewFiles_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char* kind : {"checkout", "folder of a checkout", "worktree"}) QTest::newRow(kind) << kind;
    }
    void gitKnowsTheNewFiles()
    {
        QFETCH(QString, kind);
        const Scratch scratch;
        const auto top = scratch.path() / "top";
        std::filesystem::create_directory(top);
        git(top, {"init", "-q"});
        put(top, "staged", "staged");
        put(top, "committed", "committed");
        git(top, {"add", "committed"});
        git(top, {"commit", "-qm", "first"});
        auto tree = top;
        if (kind == "worktree") {
            git(top, {"worktree", "add", "-q", "../tree"});
            tree = scratch.path() / "tree";
            put(tree, "staged", "staged");
        }
        git(tree, {"add", "staged"});
        put(tree, "committed", "changed, not staged");
        put(tree, "theirs", "untracked and not ours");
        put(tree, ".gitignore", "*.ignored\n");
        const auto folder = kind.startsWith("folder") ? tree / "sub/project" : tree;
        const QByteArray prefix = kind.startsWith("folder") ? "sub/project/" : "";

        putProject(folder);
        QCOMPARE(git(tree, {"ls-files", prefix + "n3x.yaml"}), prefix + "n3x.yaml\n");
        const OutputMap files = {{"lib/a.nix", "a"}, {"x.ignored", "x"}};
        {
            auto workspace = Workspace::open(folder, Access::Write);
            const auto report = workspace->exportOutputs(MapSource(files));
            QVERIFY(report.has_value());
            QCOMPARE(report->warnings.size(), 1UZ); // of the file that Git ignores
        }
        const QByteArray listed = git(tree, {"ls-files"});
        for (const char* path : {"lib/a.nix", ".n3x/manifest.json", "n3x.yaml"})
            QVERIFY2(listed.contains(prefix + path + "\n"), path);
        QVERIFY(!listed.contains("ignored") && !listed.contains("theirs") && !listed.contains("lock"));
        // An intent, not a staged text; and what others staged is as it was.
        QVERIFY(git(tree, {"diff", "--name-only"}).contains(prefix + "lib/a.nix\n"));
        QCOMPARE(git(tree, {"diff", "--cached", "--name-status"}), QByteArray("A\tstaged\n"));
        QCOMPARE(git(tree, {"show", ":committed"}), QByteArray("committed"));
        git(tree, {"fsck", "--strict"});
        // What git itself would have done is the same.
        const QByteArray ours = git(tree, {"ls-files", "--stage", prefix + "lib/a.nix"});
        git(tree, {"rm", "-q", "--cached", "-f", prefix + "lib/a.nix"});
        git(tree, {"add", "-N", prefix + "lib/a.nix"});
        QCOMPARE(git(tree, {"ls-files", "--stage", prefix + "lib/a.nix"}), ours);

        QVERIFY(Workspace::open(folder, Access::Write)->exportOutputs(MapSource({})).has_value());
        QVERIFY(!git(tree, {"ls-files"}).contains("lib/a.nix"));
    }

    // A flake would miss them, and nobody could tell why.
    void filesThatGitIgnoresAreTold()
    {
        const Scratch scratch;
        git(scratch.path(), {"init", "-q"});
        putProject(scratch.path());
        const OutputMap files = {{"a.nix", "a"}, {"lib/a.nix", "a"}, {"lib/b.nix", "b"}};
        const auto told = [&](const std::string& rules) {
            put(scratch.path(), ".git/info/exclude", rules);
            auto workspace = Workspace::open(scratch.path(), Access::Write);
            const Problems warnings = workspace->exportOutputs(MapSource(files))->warnings;
            for (const Problem& problem : warnings)
                if (problem.code != "N3X7015" || problem.severity != Severity::Warning) return std::string("another");
            return warnings.empty() ? std::string() : warnings.front().what.english();
        };
        QCOMPARE(told("lib/\n"), "Git ignores lib/a.nix and other files that were written.");
        QCOMPARE(told("b.nix\n"), "Git ignores lib/b.nix, which was written.");
        QCOMPARE(told(".n3x/view/\n*.md\n"), std::string());
        QCOMPARE(told("*.nix\n"), std::string()); // which Git knows by now, ignored or not
        QCOMPARE(git(scratch.path(), {"ls-files", "lib"}), QByteArray("lib/a.nix\nlib/b.nix\n"));
    }

    void aLockedIndexIsAWarning()
    {
        const Scratch scratch;
        git(scratch.path(), {"init", "-q"});
        putProject(scratch.path());
        put(scratch.path(), ".git/index.lock", "");
        auto workspace = Workspace::open(scratch.path(), Access::Write);
        const auto report = workspace->exportOutputs(MapSource({{"a", "one"}}));
        QVERIFY(report.has_value());
        QCOMPARE(report->warnings.front().code, std::string_view("N3X7015"));
        QCOMPARE(read(scratch.path() / "a"), std::string("one"));
    }

    void aProjectIsFoundFromBelow()
    {
        const Scratch scratch;
        putProject(scratch.path() / "project");
        std::filesystem::create_directories(scratch.path() / "project/a/b");
        QCOMPARE(Workspace::find(scratch.path() / "project/a/b")->string(), (scratch.path() / "project").string());
        QVERIFY(!Workspace::find(scratch.path()));
        QCOMPARE(Workspace::open(scratch.path(), Access::ReadOnly).error().code, std::string_view("N3X7001"));
        QCOMPARE(Workspace::create(scratch.path() / "project").error().code, std::string_view("N3X7016"));
    }
};

} // namespace

QTEST_GUILESS_MAIN(WorkspaceTest)
#include "workspace_test.moc"
