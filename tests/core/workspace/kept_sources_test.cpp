// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/edits/profiles.h"
#include "core/edits/values.h"
#include "core/files/templates.h"
#include "tests/core/workspace/failing_file_system.h"
#include "tests/core/workspace/scratch.h"

#include <QTest>

#include <algorithm>
#include <sys/stat.h>

using namespace n3x;
using namespace n3x::test;

namespace {

using Paths = std::vector<std::string>;

// What a save leaves alone although it would have something to say there.
class KeptSourcesTest final : public QObject {
    Q_OBJECT

private slots:
    void commentsAreNotLostInSilence()
    {
        const Scratch scratch;
        putProject(scratch.path(), templateProject("sample"));
        const std::string text = read(scratch.path() / "n3x.yaml") + "# why this is so\n";
        put(scratch.path(), "n3x.yaml", text);
        auto workspace = *Workspace::open(scratch.path(), Access::Write);
        Project project = workspace.load()->project;
        const Views views;
        // Another file may be saved.
        QVERIFY(
            workspace
                .save({edits::setValue(ObjectPath("profiles/" + project.profiles[0]->name.text() + "/summary"), "other")
                           .apply(project),
                       views})
                .has_value());
        project = workspace.load()->project;
        project.name = Entered<DnsLabel>::from("renamed");
        const auto refused = workspace.save({project, views});
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().front().code, std::string_view("N3X7008"));
        QCOMPARE(read(scratch.path() / "n3x.yaml"), text);
        SaveRequest allowed{project, views};
        allowed.allowLosingComments = true;
        QVERIFY(workspace.save(allowed).has_value());
        QVERIFY(workspace.load()->project == project);
    }

    // Its contents go on in another file, without the comments.
    void commentsOfARenamedProfileAreNotLostInSilence()
    {
        const Scratch scratch;
        putProject(scratch.path(), templateProject("vlans"));
        const std::string text = read(scratch.path() / "profiles/vlans.yaml") + "# why this is so\n";
        put(scratch.path(), "profiles/vlans.yaml", text);
        auto workspace = *Workspace::open(scratch.path(), Access::Write);
        const Project renamed = edits::renameProfile("vlans", "lanes").apply(workspace.load()->project);
        const Views views;
        const auto refused = workspace.save({renamed, views});
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().front().code, std::string_view("N3X7008"));
        QCOMPARE(read(scratch.path() / "profiles/vlans.yaml"), text);
        QVERIFY(!std::filesystem::exists(scratch.path() / "profiles/lanes.yaml"));
        SaveRequest allowed{renamed, views};
        allowed.allowLosingComments = true;
        QVERIFY(workspace.save(allowed).has_value());
        QVERIFY(!std::filesystem::exists(scratch.path() / "profiles/vlans.yaml"));
    }

    void unknownContentsAreNotLost()
    {
        const Scratch scratch;
        putProject(scratch.path(), templateProject("sample"));
        put(scratch.path(), "n3x.yaml", read(scratch.path() / "n3x.yaml") + "unheardOf: 1\n");
        auto workspace = *Workspace::open(scratch.path(), Access::Write);
        Project project = workspace.load()->project;
        project.name = Entered<DnsLabel>::from("renamed");
        const Views views;
        SaveRequest request{project, views, true, true};
        const auto refused = workspace.save(request);
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().front().code, std::string_view("N3X7009"));
    }

    void aMissingProfileIsNotWrittenEmpty()
    {
        const Scratch scratch;
        putProject(scratch.path(), templateProject("vlans"));
        std::filesystem::remove(scratch.path() / "profiles/vlans.yaml");
        auto workspace = *Workspace::open(scratch.path(), Access::Write);
        const Project project = workspace.load()->project;
        const Views views;
        const auto refused = workspace.save({project, views, true, true});
        QVERIFY(!refused.has_value());
        QVERIFY(refused.error().front().what.english().contains("is not there"));
        QVERIFY(!std::filesystem::exists(scratch.path() / "profiles/vlans.yaml"));
    }

    // A file in profiles/ that n3x.yaml does not list is somebody's own, whatever a profile comes to be called.
    void anUnlistedProfileIsNotOverwritten()
    {
        const Scratch scratch;
        putProject(scratch.path(), templateProject("vlans"));
        const std::string theirs = "n3x: profile/1\nname: lanes\nsummary: theirs\n";
        put(scratch.path(), "profiles/lanes.yaml", theirs);
        auto workspace = *Workspace::open(scratch.path(), Access::Write);
        const Project project = workspace.load()->project;
        const Files before = filesAtRest(scratch.path());
        const Views views;
        const Project renamed = edits::renameProfile("vlans", "lanes").apply(project);
        for (const Project& wanted : {renamed, edits::addProfile("lanes").apply(project)})
            for (const bool overwriting : {false, true}) {
                const auto refused =
                    workspace.save({.project = wanted, .views = views, .overwriteForeignChanges = overwriting});
                QVERIFY(!refused.has_value());
                QCOMPARE(refused.error().front().code, std::string_view("N3X7026"));
                QCOMPARE(refused.error().front().severity, Severity::Error);
                QCOMPARE(filesAtRest(scratch.path()), before);
            }
        // Another name is free, and so is this one once that file is gone.
        QVERIFY(workspace.save({edits::renameProfile("vlans", "roads").apply(project), views}).has_value());
        QCOMPARE(read(scratch.path() / "profiles/lanes.yaml"), theirs);
        std::filesystem::remove(scratch.path() / "profiles/lanes.yaml");
        QVERIFY(workspace.load().has_value());
        QVERIFY(workspace.save({renamed, views}).has_value());
    }

    void positionsThatCannotBeReadAreToldAndKept()
    {
        const Scratch scratch;
        const Project sample = templateProject("sample");
        putProject(scratch.path(), sample);
        const std::string profile = sample.profiles[0]->name.text();
        const std::string path = ".n3x/view/" + profile + ".yaml";
        put(scratch.path(), path, "nonsense: [");

        auto workspace = *Workspace::open(scratch.path(), Access::Write);
        const auto loaded = workspace.load();
        QVERIFY(loaded && loaded->problems.size() == 1);
        QCOMPARE(loaded->problems.front().code, "N3X7023");
        QCOMPARE(loaded->problems.front().severity, Severity::Warning);
        QVERIFY(loaded->problems.front().what.english().contains(path));

        // Neither new positions nor none at all are a reason to write over it.
        for (const Views& views : {Views{{profile, {{{"server-1", {1, 2}}}, {}}}}, Views{}}) {
            const auto saved = workspace.save({loaded->project, views});
            QVERIFY(saved && saved->written.empty() && saved->removed.empty());
            QCOMPARE(read(scratch.path() / path), "nonsense: [");
        }
        // Where somebody put it right, it is a view as any other.
        put(scratch.path(), path, viewText({{{"server-1", {5, 6}}}, {}}));
        QVERIFY(workspace.load()->problems.empty());
        QVERIFY(workspace.save({loaded->project, Views{{profile, {{{"server-1", {1, 2}}}, {}}}}}));
        QCOMPARE(read(scratch.path() / path), viewText({{{"server-1", {1, 2}}}, {}}));
    }

    // One such thing must not keep people from everything else that stands in the project.
    void whatIsNoFileIsToldAndTheRestIsRead()
    {
        const Scratch scratch;
        const Project sample = templateProject("sample");
        putProject(scratch.path(), sample);
        const auto profiles = scratch.path() / "profiles";
        std::filesystem::create_directory(profiles / "folder.yaml");
        QCOMPARE(mkfifo((profiles / "pipe.yaml").c_str(), 0600), 0);
        std::filesystem::create_symlink("/tmp", profiles / "link.yaml");
        put(scratch.path(), "profiles/hardware/rack.yaml", "n3x: hardware/1\n");
        put(scratch.path(), "profiles/hardware/README.md", "");

        auto workspace = *Workspace::open(scratch.path(), Access::Write);
        const auto loaded = workspace.load();
        QVERIFY(loaded.has_value());
        QVERIFY(loaded->project == sample);
        std::vector<std::string> told;
        for (const Problem& problem : loaded->problems) {
            QCOMPARE(problem.severity, Severity::Warning);
            told.push_back(std::string(problem.code) + " " + problem.position->file);
        }
        QVERIFY((told == Paths{"N3X7024 profiles/folder.yaml", "N3X7024 profiles/link.yaml",
                               "N3X7024 profiles/pipe.yaml", "N3X7025 profiles/hardware/rack.yaml"}));
        QVERIFY(workspace.foreignChanges().empty());
        QVERIFY(workspace.save({sample, {}}));
    }

    // A file in the place of a folder is told as what it is; a link as a link.
    void aFolderThatIsNoneIsTold()
    {
        for (const std::string folder : {"profiles", ".n3x"})
            for (const bool isLink : {false, true}) {
                const Scratch scratch;
                putProject(scratch.path());
                std::filesystem::remove_all(scratch.path() / folder);
                if (isLink)
                    std::filesystem::create_symlink("/tmp", scratch.path() / folder);
                else
                    put(scratch.path(), folder, "a file");
                const auto told = [&](Access access) -> Problem {
                    auto workspace = Workspace::open(scratch.path(), access);
                    if (!workspace) return workspace.error();
                    const auto loaded = workspace->load();
                    if (!loaded) return loaded.error().front();
                    const auto changes = workspace->compare(MapSource({}));
                    return changes ? Problem() : changes.error().front();
                };
                for (const Access access : {Access::Write, Access::ReadOnly}) {
                    const Problem problem = told(access);
                    const std::string sentence = problem.what.english();
                    if (isLink)
                        QVERIFY2(problem.code == "N3X7006" && sentence.contains("symbolic link"), sentence.c_str());
                    else
                        QVERIFY2(sentence.starts_with(folder + " is no folder"), sentence.c_str());
                }
            }
    }

    // Between the look at a source and its replacement somebody may save it: theirs stays, and is told.
    void aSourceThatChangesMeanwhileIsNotSaved()
    {
        const Scratch scratch;
        const Project before = smallProject("before");
        putProject(scratch.path(), before);
        FailingFileSystem disk;
        disk.before = [&](const char* call, const std::string& name) {
            if (std::string_view(call) == "rename" && name == "journal") put(scratch.path(), "n3x.yaml", "theirs");
            return 0;
        };
        auto workspace = *Workspace::open(scratch.path(), Access::Write, disk);
        QVERIFY(workspace.load());
        const Project after = smallProject("after");
        const Views views;
        const SaveRequest save{after, views};
        const auto report = workspace.exportOutputs(MapSource({{"lib/a", "new"}}), {}, &save);
        QVERIFY(report);
        QCOMPARE(report->keptSources, Paths{"n3x.yaml"});
        QVERIFY(report->sources.empty());
        QVERIFY(report->kept.empty()); // which lists outputs
        QCOMPARE(report->added, Paths{"lib/a"});
        QCOMPARE(report->writeCount, 2UZ); // with the manifest
        QVERIFY(std::ranges::contains(report->warnings, "N3X7007", &Problem::code));
        QCOMPARE(read(scratch.path() / "n3x.yaml"), "theirs");
        QCOMPARE(read(scratch.path() / "lib/a"), "new");
        // And is noticed from then on as what it is.
        disk.before = [](const char*, const std::string&) { return 0; };
        QCOMPARE(workspace.foreignChanges(), Paths{"n3x.yaml"});
        QVERIFY(!workspace.save(save));
    }
};

} // namespace

QTEST_GUILESS_MAIN(KeptSourcesTest)
#include "kept_sources_test.moc"
