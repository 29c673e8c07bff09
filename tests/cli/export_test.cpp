// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/cli/program_run.h"

#include "core/workspace/manifest.h"
#include "core/workspace/staging.h"

#include <csignal>
#include <format>
#include <random>

using namespace n3x;
using namespace n3x::test;

namespace {

const std::string moduleFile = "backends/nixos/nodes/vlans/server-1.nix";

class ExportTest final : public QObject {
    Q_OBJECT

private slots:
    void theStory()
    {
        const ProjectScratch project;
        const Run planned = runN3x(project.path(), {"export", "--dry-run"});
        QCOMPARE(planned.status, 0);
        QVERIFY(planned.out.contains(("A " + moduleFile + "\n").c_str()));
        QVERIFY(!std::filesystem::exists(project.path() / moduleFile));

        QCOMPARE(runN3x(project.path(), {"export"}).status, 0);
        const Files first = filesAtRest(project.path());
        QVERIFY(first.contains(moduleFile));
        const Run again = runN3x(project.path(), {"export", "--format", "json"});
        QCOMPARE(QJsonDocument::fromJson(again.out).object()["writes"].toInt(-1), 0);
        QCOMPARE(filesAtRest(project.path()), first);
        QCOMPARE(runN3x(project.path(), {"diff"}).status, 0);

        put(project.path(), moduleFile, first.at(moduleFile) + "# by hand\n");
        replaceIn(project.path() / "profiles/vlans.yaml", "vlan: 100", "vlan: 150");
        const Run kept = runN3x(project.path(), {"export"});
        QCOMPARE(kept.status, 1);
        QVERIFY(kept.out.contains(("C " + moduleFile + "\n").c_str()));
        QVERIFY(kept.notes.contains("N3X7010"));
        QVERIFY(read(project.path() / moduleFile).ends_with("# by hand\n"));
        QVERIFY(read(project.path() / "backends/nixos/nodes/vlans/server-2.nix").contains("150"));

        QCOMPARE(runN3x(project.path(), {"export", "--force", "backends/nixos/"}).status, 0);
        QVERIFY(!read(project.path() / moduleFile).contains("by hand"));
        QCOMPARE(runN3x(project.path(), {"diff"}).status, 0);
    }

    // What is not generated any more is removed, and said so before.
    void anEditedFileThatIsDroppedIsRemovedWhenForced()
    {
        const ProjectScratch project(QStringLiteral("sample"));
        QCOMPARE(runN3x(project.path(), {"export"}).status, 0);
        put(project.path(), moduleFile, read(project.path() / moduleFile) + "# by hand\n");
        std::filesystem::remove(project.path() / "profiles/vlans.yaml");
        replaceIn(project.path() / "n3x.yaml", "[simple, vlans, ", "[simple, ");
        const Run kept = runN3x(project.path(), {"export"});
        QVERIFY2(kept.notes.contains("--force PATH removes a file"), kept.notes);
        QVERIFY(!kept.notes.contains("--force PATH overwrites"));
        QVERIFY(std::filesystem::exists(project.path() / moduleFile));
        const Run forced = runN3x(project.path(), {"export", "--force", QString::fromStdString(moduleFile)});
        QVERIFY2(forced.out.contains(("D " + moduleFile + "\n").c_str()), forced.out);
        QVERIFY(!std::filesystem::exists(project.path() / moduleFile));
    }

    // Nix writes it whenever it locks an input.
    void theLockIsNixs()
    {
        const ProjectScratch project(QStringLiteral("sample"));
        QCOMPARE(runN3x(project.path(), {"export"}).status, 0);
        const std::string locked = read(project.path() / "flake.lock") + "\n";
        put(project.path(), "flake.lock", locked);
        QCOMPARE(runN3x(project.path(), {"diff"}).status, 0);
        const Run run = runN3x(project.path(), {"export", "--format", "json"});
        QCOMPARE(run.status, 0);
        QCOMPARE(QJsonDocument::fromJson(run.out).object()["writes"].toInt(-1), 0);
        QCOMPARE(read(project.path() / "flake.lock"), locked);
    }

    void anErrorHoldsItsProfileAlone()
    {
        const ProjectScratch project(QStringLiteral("sample"));
        QCOMPARE(runN3x(project.path(), {"export"}).status, 0);
        const Files before = filesAtRest(project.path());
        replaceIn(project.path() / "profiles/vlans.yaml", "vlan: 100", "vlan: 4095");
        const Run run = runN3x(project.path(), {"export"});
        QCOMPARE(run.status, 1);
        QVERIFY(run.notes.contains("N3X3001"));
        QVERIFY(run.notes.contains("Nothing is exported of the profile vlans, which has errors"));
        QVERIFY(!run.notes.contains("of the profile simple"));
        QCOMPARE(read(project.path() / moduleFile), before.at(moduleFile));
        const Run json = runN3x(project.path(), {"export", "--format", "json"});
        QCOMPARE(QJsonDocument::fromJson(json.out).object()["held"].toArray(), QJsonArray{"vlans"});
        replaceIn(project.path() / "profiles/vlans.yaml", "vlan: 4095", "vlan: 100");
        const Run mended = runN3x(project.path(), {"export", "--format", "json"});
        QCOMPARE(QJsonDocument::fromJson(mended.out).object()["held"].toArray(), QJsonArray());
    }

    // Nobody knows which profiles an n3x.yaml lists that cannot be read: their files stay.
    void anUnreadableProjectExportsNothing()
    {
        const ProjectScratch project(QStringLiteral("sample"));
        QCOMPARE(runN3x(project.path(), {"export"}).status, 0);
        const std::string good = read(project.path() / "n3x.yaml");
        for (const std::string& bad : {"<<<<<<< HEAD\n" + good, good + "=======\n", good + ">>>>>>> theirs\n",
                                       good + "colour: red\n", std::string(), std::string("n3x: project/2\n")}) {
            put(project.path(), "n3x.yaml", bad);
            const Files before = filesAtRest(project.path());
            for (const QStringList& arguments : {QStringList{"export"},
                                                 {"export", "--format", "json"},
                                                 {"diff"},
                                                 {"plan"},
                                                 {"plan", "--profile", "vlans"},
                                                 {"generate", "--output", "../out"}}) {
                const Run run = runN3x(project.path(), arguments);
                QVERIFY2(run.status == 1, run.notes.constData());
                QVERIFY2((run.notes + run.out).contains("N3X00"), run.notes.constData());
                QVERIFY(!run.out.contains("D backends"));
                QCOMPARE(filesAtRest(project.path()), before);
            }
            QVERIFY(!std::filesystem::exists(project.scratch.path() / "out"));
        }
    }

    // Nor is anything written of values that were refused, or without them as if nobody had said them.
    void faultyValuesOfTheProjectAreNotExported()
    {
        const ProjectScratch project(QStringLiteral("sample"));
        QCOMPARE(runN3x(project.path(), {"export"}).status, 0);
        const std::string good = read(project.path() / "n3x.yaml");
        const std::string name =
            good.substr(good.find("name: "), good.find('\n', good.find("name: ")) - good.find("name: "));
        for (const auto& [before, after] : std::vector<std::pair<std::string, std::string>>{
                 {name, "name: \"LAB; ${x} \\\" \""},
                 {"domain: edge.example", "domain: \"bad domain\""},
                 {name, name + "\ncaches: { substituters: [foo, \"https://good.example\"] }"},
                 {name, name + "\nbuilders: [{ host: \"a b\", systems: [x86_64-linux] }]"}}) {
            replaceIn(project.path() / "n3x.yaml", before, after);
            const Files there = filesAtRest(project.path());
            const Run difference = runN3x(project.path(), {"diff"});
            QVERIFY2(difference.status == 1 && difference.out.isEmpty(), difference.out.constData());
            const Run run = runN3x(project.path(), {"export"});
            QVERIFY2(run.status == 1 && run.out.isEmpty(), run.out.constData());
            QVERIFY(run.notes.contains("Nothing is exported of the profile vlans, which has errors"));
            QCOMPARE(filesAtRest(project.path()), there); // the manifest too: n3x.yaml is not what was exported
            std::filesystem::remove_all(project.scratch.path() / "out");
            QCOMPARE(runN3x(project.path(), {"generate", "--output", "../out"}).status, 1);
            QVERIFY(!std::filesystem::exists(project.scratch.path() / "out/lib/project.nix"));
            put(project.path(), "n3x.yaml", good);
        }
        // One of a target is an error of the profiles that use it, and the others are exported.
        put(project.path(), "n3x.yaml", good + "hardware:\n  box: { title: T, arch: x86_64, backends: [nixos] }\n");
        const Run target = runN3x(project.path(), {"export"});
        QVERIFY2(target.out.contains("M lib/project.nix\n"), target.notes.constData());
    }

    // A profile that lost something when it was read is one with errors, although what is left of it may be right.
    void aProfileNotReadWholeKeepsItsFiles()
    {
        const ProjectScratch project(QStringLiteral("sample"));
        QCOMPARE(runN3x(project.path(), {"export"}).status, 0);
        const Files before = filesAtRest(project.path());
        const std::string good = before.at("profiles/vlans.yaml");
        std::string other;
        for (const auto& [path, text] : before)
            if (path.starts_with("backends/nixos/nodes/simple/")) other = path;
        QVERIFY(!other.empty());
        std::string misspelt = good;
        misspelt.replace(misspelt.find("vlan: 200"), 4, "vlann");
        for (const std::string& bad : {misspelt, good + "colour: red\n", good + "<<<<<<< HEAD\n", std::string()}) {
            put(project.path(), "profiles/vlans.yaml", bad);
            std::filesystem::remove(project.path() / other);
            const Run difference = runN3x(project.path(), {"diff"});
            QVERIFY(difference.status == 1 && !difference.out.contains("/vlans/"));
            const Run run = runN3x(project.path(), {"export"});
            QVERIFY2(run.status == 1, run.notes.constData());
            QVERIFY2(run.notes.contains("N3X00"), run.notes.constData());
            const Files after = filesAtRest(project.path());
            QVERIFY(after.contains(other)); // the other profiles are exported
            for (const auto& [path, text] : before)
                if (path.contains("/vlans/")) QVERIFY2(after.contains(path) && after.at(path) == text, path.c_str());
            std::filesystem::remove_all(project.scratch.path() / "out");
            QCOMPARE(runN3x(project.path(), {"generate", "--output", "../out"}).status, 1);
            QVERIFY(!std::filesystem::exists(project.scratch.path() / "out" / moduleFile));
            QVERIFY(std::filesystem::exists(project.scratch.path() / "out" / other));
        }
        put(project.path(), "profiles/vlans.yaml", good);
        QCOMPARE(runN3x(project.path(), {"export"}).status, 0);
        QCOMPARE(filesAtRest(project.path()), before);
    }

    // What is there only for a moment, or after a crash, is nobody's to commit.
    void gitIgnoresWhatPasses()
    {
        const ProjectScratch project;
        QCOMPARE(runN3x(project.path(), {"export"}).status, 0);
        QCOMPARE(runProgram("git", {"init", "-q"}, project.path()).status, 0);
        const auto open = Workspace::open(project.path(), Access::Write);
        QVERIFY(open.has_value() && std::filesystem::exists(project.path() / ".n3x/lock"));
        put(project.path(), std::format(".n3x/{}", journalName), "");
        put(project.path(), std::format(".n3x/{}/0", stagingName), "");
        put(project.path(), "lib/.default.nix.n3x-new", "");
        QCOMPARE(runProgram("git", {"add", "-A"}, project.path()).status, 0);
        const QByteArray added = runProgram("git", {"ls-files"}, project.path()).out;
        QVERIFY(added.contains(".n3x/manifest.json\n") && added.contains("\nflake.nix\n"));
        for (const char* passing : {"n3x/lock", "n3x/journal", "n3x/staging", "n3x-new", "n3x/cache"})
            QVERIFY2(!added.contains(passing), passing);
    }

    void generatingReplacesNobodysFiles()
    {
        const ProjectScratch project(QStringLiteral("sample"));
        put(project.scratch.path() / "notes", "README.md", "mine\n");
        const Run refused = runN3x(project.path(), {"generate", "--output", "../notes"});
        QCOMPARE(refused.status, 2);
        QVERIFY(refused.notes.contains("../notes holds other files"));
        QCOMPARE(allFiles(project.scratch.path() / "notes"), (Files{{"README.md", "mine\n"}}));
        QCOMPARE(runN3x(project.path(), {"generate", "--output", "profiles"}).status, 2);
        // What it wrote itself is written anew.
        QCOMPARE(runN3x(project.path(), {"generate", "--output", "../out"}).status, 0);
        const Files before = allFiles(project.scratch.path() / "out");
        replaceIn(project.path() / "profiles/vlans.yaml", "vlan: 100", "vlan: 150");
        QCOMPARE(runN3x(project.path(), {"generate", "--output", "../out"}).status, 0);
        QVERIFY(allFiles(project.scratch.path() / "out") != before);
        // What it wrote of a profile that is gone stays, and is told.
        replaceIn(project.path() / "n3x.yaml", "[simple, vlans, ", "[simple, ");
        replaceIn(project.path() / "n3x.yaml", "deploy: vlans", "deploy: simple");
        std::filesystem::remove(project.path() / "profiles/vlans.yaml");
        const Run told = runN3x(project.path(), {"generate", "--output", "../out"});
        QVERIFY2(told.notes.contains("files that are not generated now: backends/debian/kas/network/vlans.yml"),
                 told.notes.constData());
    }

    void aLinkInPlaceOfAFolderIsToldOnce()
    {
        const ProjectScratch project(QStringLiteral("sample"));
        std::filesystem::create_directory(project.scratch.path() / "elsewhere");
        std::filesystem::create_symlink("../elsewhere", project.path() / "lib");
        const Run run = runN3x(project.path(), {"export"});
        QCOMPARE(run.status, 1);
        QVERIFY2(run.notes.contains("lib is a symbolic link or no folder"), run.notes.constData());
        QCOMPARE(run.notes.count("N3X7012"), 1);
        QVERIFY(std::filesystem::is_empty(project.scratch.path() / "elsewhere"));
    }

    void aRefusalIsADocumentToo()
    {
        const ProjectScratch project(QStringLiteral("sample"));
        for (const QStringList& arguments :
             {QStringList{"check", "nowhere", "--format", "json"}, QStringList{"check", "nowhere", "--format", "sarif"},
              QStringList{"export", "nowhere", "--format", "json"}}) {
            const Run run = runN3x(project.path(), arguments);
            QCOMPARE(run.status, 3);
            QVERIFY2(run.out.contains("N3X7001"), qPrintable(arguments.join(' ')));
            QVERIFY(QJsonDocument::fromJson(run.out).isObject());
        }
    }

    void generatedIsWhatIsExported()
    {
        const ProjectScratch project(QStringLiteral("sample"));
        QCOMPARE(runN3x(project.path(), {"generate", "--output", "../out"}).status, 0);
        QCOMPARE(runN3x(project.path(), {"export"}).status, 0);
        const Files exported = filesAtRest(project.path());
        const Files generated = allFiles(project.scratch.path() / "out");
        QVERIFY(generated.size() > 100);
        for (const auto& [path, text] : generated) QVERIFY2(exported.at(path) == text, path.c_str());
    }

    // The difference is one that patch(1) applies.
    void differencesApply()
    {
        const ProjectScratch project;
        QCOMPARE(runN3x(project.path(), {"export"}).status, 0);
        replaceIn(project.path() / "profiles/vlans.yaml", "vlan: 100", "vlan: 150");
        put(project.path(), moduleFile, "one\n" + read(project.path() / moduleFile) + "no line break");
        for (int turn = 0; turn < 2; ++turn) { // then of the list of what is exported
            const Run difference = runN3x(project.path(), {"diff"});
            QCOMPARE(difference.status, 1);
            const Run applied = runProgram("git", {"apply", "--unsafe-paths", "-"}, project.path(), difference.out);
            QVERIFY2(applied.status == 0, applied.notes.constData());
        }
        QCOMPARE(runN3x(project.path(), {"diff"}).status, 0);
        QVERIFY(runN3x(project.path(), {"diff", "--colour", "always"}).out.isEmpty());
    }

    void theSecondProcessIsRefusedByName()
    {
        const ProjectScratch project;
        const auto held = Workspace::open(project.path(), Access::Write);
        QVERIFY(held.has_value());
        const Run refused = runN3x(project.path(), {"export"});
        QCOMPARE(refused.status, 3);
        const QByteArray process = "process " + QByteArray::number(QCoreApplication::applicationPid());
        QVERIFY2(refused.notes.contains("N3X7005") && refused.notes.contains(process), refused.notes.constData());
        QCOMPARE(runN3x(project.path(), {"check"}).status, 0); // reading is always possible
    }

    // The program itself, killed at any time; the core's own test picks the points one by one.
    void killedWhileExporting()
    {
        bool said = false;
        const int wanted = qEnvironmentVariableIntValue("N3X_CRASH_POINTS", &said);
        std::mt19937 random(1);
        const ProjectScratch reference;
        QCOMPARE(runN3x(reference.path(), {"export"}).status, 0);
        const Files after = filesAtRest(reference.path());
        const ProjectScratch project;
        const Files before = filesAtRest(project.path());
        for (int i = 0; i < (said ? wanted : 30); ++i) {
            std::filesystem::remove_all(project.path());
            for (const auto& [path, text] : before) put(project.path(), path, text);
            QProcess process;
            process.setWorkingDirectory(QString::fromStdString(project.path().string()));
            process.start(program(), {"export"});
            QVERIFY(process.waitForStarted());
            QTest::qSleep(static_cast<int>(random() % 25));
            ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
            process.waitForFinished();
            for (const auto& [path, text] : allFiles(project.path())) {
                if (path.starts_with(".n3x/") || path.ends_with('/')) continue;
                const auto whole = after.find(path);
                QVERIFY2(whole != after.end() && whole->second == text, path.c_str());
            }
            const Run run = runN3x(project.path(), {"export"});
            QVERIFY2(run.status == 0, run.notes.constData());
            QCOMPARE(filesAtRest(project.path()), after);
        }
    }
};

} // namespace

QTEST_GUILESS_MAIN(ExportTest)
#include "export_test.moc"
