// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/workspace/manifest.h"
#include "tests/core/workspace/scratch.h"

#include <QTest>
#include <rapidcheck.h>

#include <algorithm>
#include <sys/stat.h>

using namespace n3x;
using namespace n3x::test;

namespace {

Workspace opened(const std::filesystem::path& folder)
{
    auto workspace = Workspace::open(folder, Access::Write);
    if (!workspace) qFatal("%s", workspace.error().what.english().c_str());
    return *std::move(workspace);
}

ExportReport exported(const std::filesystem::path& folder, const OutputMap& files, const Decisions& decisions = {})
{
    auto report = opened(folder).exportOutputs(MapSource(files), decisions);
    if (!report) qFatal("%s", report.error().front().what.english().c_str());
    return *std::move(report);
}

// What stands at one path, as the last export, this one and the disk see it: an index of a text, 0 for none.
struct Place {
    int exported;
    int now;
    int disk;
};

// The rules of changes.h, written down once more in the plainest way.
Change expected(const std::string& path, const Place& place)
{
    using enum ChangeKind;
    if (place.now == 0) {
        if (place.disk == place.exported) return {path, Remove, ConflictReason::None};
        return {path, Conflict, ConflictReason::EditedThenDropped};
    }
    if (place.disk == place.now) return {path, Unchanged, ConflictReason::None};
    if (place.disk == 0) return {path, Add, ConflictReason::None};
    if (place.exported == 0) return {path, Conflict, ConflictReason::NotOurs};
    if (place.disk == place.exported) return {path, ChangeKind::Change, ConflictReason::None};
    return {path, Conflict, ConflictReason::EditedByHand};
}

class CompareTest final : public QObject {
    Q_OBJECT

private slots:
    void everyCombinationAtManyPaths()
    {
        const bool held = rc::check("an export does what the comparison said, and a second one nothing", [] {
            const Scratch scratch;
            putProject(scratch.path());
            OutputMap before;
            OutputMap after;
            std::map<std::string, Place> places;
            const int count = *rc::gen::inRange(1, 30);
            for (int i = 0; i < count; ++i) {
                const Place place = {*rc::gen::inRange(0, 3), *rc::gen::inRange(0, 3), *rc::gen::inRange(0, 3)};
                std::string path = "f" + std::to_string(i);
                for (int depth = *rc::gen::inRange(0, 3); depth > 0; --depth)
                    path = "d" + std::to_string(depth) + "/" + path;
                places.insert_or_assign(path, place);
            }
            const auto text = [](int index) { return "text " + std::to_string(index); };
            for (const auto& [path, place] : places) {
                if (place.exported != 0) before[path] = text(place.exported);
                if (place.now != 0) after[path] = text(place.now);
            }
            exported(scratch.path(), before);
            for (const auto& [path, place] : places) {
                if (place.disk == 0)
                    std::filesystem::remove(scratch.path() / path);
                else
                    put(scratch.path(), path, text(place.disk));
            }

            std::vector<Change> wanted;
            for (const auto& [path, place] : places) {
                if (place.now == 0 && (place.exported == 0 || place.disk == 0)) continue;
                wanted.push_back(expected(path, place));
                if (wanted.back().kind == ChangeKind::Conflict) wanted.back().onDisk = sha256(text(place.disk));
            }
            const auto changes = opened(scratch.path()).compare(MapSource(after));
            RC_ASSERT(changes.has_value());
            std::vector<Change> files = changes->files;
            const bool listOnly = std::erase_if(files, [](const Change& one) { return one.path == manifestPath; }) > 0;
            RC_ASSERT(files == wanted);
            const bool writesNone = std::ranges::all_of(wanted, [](const Change& change) {
                return change.kind == ChangeKind::Unchanged || change.kind == ChangeKind::Conflict;
            });
            RC_ASSERT(writesNone || !listOnly); // else it goes without saying

            Decisions decisions;
            for (const Change& change : wanted)
                if (change.kind == ChangeKind::Conflict)
                    if (const int decision = *rc::gen::inRange(0, 3))
                        decisions[change.path] = decision == 1 ? Decision::Keep : Decision::Overwrite;
            const Files disk = filesAtRest(scratch.path());
            const ExportReport report = exported(scratch.path(), after, decisions);
            if (writesNone && decisions.empty()) RC_ASSERT(report.writeCount == (listOnly ? 1U : 0U));
            const Files now = filesAtRest(scratch.path());
            for (const Change& change : wanted) {
                const auto decided = decisions.find(change.path);
                const bool overwrites = decided != decisions.end() && decided->second.decision == Decision::Overwrite;
                const auto there = now.find(change.path);
                if (change.kind == ChangeKind::Conflict && !overwrites) {
                    RC_ASSERT(there != now.end() && there->second == disk.at(change.path));
                } else if (const auto wantedText = after.find(change.path); wantedText != after.end()) {
                    RC_ASSERT(there != now.end() && there->second == wantedText->second);
                } else {
                    RC_ASSERT(there == now.end());
                }
            }
            // The user's own files are as they were.
            for (const auto& [path, place] : places)
                if (place.exported == 0 && place.now == 0 && place.disk != 0)
                    RC_ASSERT(now.at(path) == text(place.disk));

            const ExportReport again = exported(scratch.path(), after);
            RC_ASSERT(again.writeCount == 0U);
            RC_ASSERT(filesAtRest(scratch.path()) == now);
        });
        QVERIFY(held);
    }

    void aDecisionIsOnWhatStoodThere()
    {
        const Scratch scratch;
        putProject(scratch.path());
        exported(scratch.path(), {{"dropped", "one"}, {"unit", "one"}});
        put(scratch.path(), "dropped", "by hand");
        put(scratch.path(), "unit", "by hand");
        const OutputMap files = {{"unit", "two"}};
        const Decisions decided = {{"dropped", {Decision::Keep, sha256("by hand")}},
                                   {"unit", {Decision::Overwrite, sha256("by hand")}}};
        put(scratch.path(), "dropped", "by hand, later");
        put(scratch.path(), "unit", "by hand, later");
        QCOMPARE(exported(scratch.path(), files, decided).kept.size(), 2U);
        QCOMPARE(filesAtRest(scratch.path()).at("unit"), std::string("by hand, later"));
        // Nobody decided on this one: it is asked about again.
        QCOMPARE(opened(scratch.path()).compare(MapSource(files))->count(ChangeKind::Conflict), 2U);
        put(scratch.path(), "unit", "by hand");
        exported(scratch.path(), files, decided);
        QCOMPARE(filesAtRest(scratch.path()).at("unit"), std::string("two"));
        // A decision without a content is on whatever stands there.
        put(scratch.path(), "unit", "by hand, once more");
        exported(scratch.path(), files, {{"unit", Decision::Overwrite}});
        QCOMPARE(filesAtRest(scratch.path()).at("unit"), std::string("two"));
    }

    void secondExportTouchesNothing()
    {
        const Scratch scratch;
        putProject(scratch.path());
        const OutputMap files = {{"a/b", "one"}, {"c", "two"}};
        QCOMPARE(exported(scratch.path(), files).writeCount, 3U);
        struct stat before = {};
        QCOMPARE(::stat((scratch.path() / "a/b").c_str(), &before), 0);
        const ExportReport again = exported(scratch.path(), files);
        struct stat after = {};
        QCOMPARE(::stat((scratch.path() / "a/b").c_str(), &after), 0);
        QCOMPARE(again.writeCount, 0U);
        QCOMPARE(after.st_ino, before.st_ino);
        QCOMPARE(opened(scratch.path()).compare(MapSource(files))->count(ChangeKind::Unchanged), 2U);
    }

    void symbolicLinksAreNeverFollowed()
    {
        const Scratch scratch;
        const Scratch elsewhere;
        putProject(scratch.path());
        put(elsewhere.path(), "target", "precious");
        std::filesystem::create_symlink(elsewhere.path(), scratch.path() / "linked");
        std::filesystem::create_symlink(elsewhere.path() / "target", scratch.path() / "file");
        std::filesystem::create_symlink(elsewhere.path() / "not-there", scratch.path() / "dangling");
        std::filesystem::create_directories(scratch.path() / "deep");
        std::filesystem::create_symlink("../..", scratch.path() / "deep/up");
        const OutputMap files = {
            {"dangling", "x"}, {"deep/up/x", "x"}, {"file", "x"}, {"linked/new", "x"}, {"linked/target", "x"}};
        Decisions overwriteAll;
        for (const auto& [path, text] : files) overwriteAll[path] = Decision::Overwrite;
        const ExportReport report = exported(scratch.path(), files, overwriteAll);
        QCOMPARE(report.kept.size(), files.size());
        for (const Change& change : report.kept) QVERIFY(change.reason == ConflictReason::NotAFile);
        QCOMPARE(allFiles(elsewhere.path()), (Files{{"target", "precious"}}));
        QVERIFY(std::filesystem::is_symlink(scratch.path() / "file"));
    }

    void otherThingsInTheWay()
    {
        const Scratch scratch;
        putProject(scratch.path());
        std::filesystem::create_directories(scratch.path() / "folder");
        QCOMPARE(::mkfifo((scratch.path() / "pipe").c_str(), 0600), 0);
        put(scratch.path(), "file", "a file where a folder should be");
        const OutputMap files = {{"file/inside", "x"}, {"folder", "x"}, {"pipe", "x"}};
        const ExportReport report = exported(scratch.path(), files);
        QCOMPARE(report.kept.size(), 3U);
        for (const Change& change : report.kept) QVERIFY(change.reason == ConflictReason::NotAFile);
    }

    void pathsThatLeaveTheFolderAreRefused_data()
    {
        QTest::addColumn<QByteArray>("path");
        for (const char* path :
             {"../out", "/etc/passwd", "a/../../out", "a//b", "./a", "", "a/", ".git/hooks/x", "sub/.GIT/config",
              "line\nbreak", ".n3x/manifest.json", "n3x.yaml", "profiles/simple.yaml"})
            QTest::newRow(path) << QByteArray(path);
    }
    void pathsThatLeaveTheFolderAreRefused()
    {
        QFETCH(QByteArray, path);
        const Scratch scratch;
        putProject(scratch.path());
        const Files before = filesAtRest(scratch.path());
        const auto report = opened(scratch.path()).exportOutputs(MapSource({{"fine", "x"}, {path.toStdString(), "x"}}));
        QVERIFY(!report.has_value());
        QCOMPARE(report.error().front().code, std::string_view("N3X7006"));
        QCOMPARE(filesAtRest(scratch.path()), before);
    }

    // Whoever can write the manifest must not be able to let an export remove something else.
    void aManifestCannotRemoveOthersFiles()
    {
        const Scratch outer;
        const auto folder = outer.path() / "project";
        putProject(folder);
        put(outer.path(), "victim", "precious");
        const Manifest forged = {{"../victim", sha256("precious")},
                                 {"n3x.yaml", sha256(read(folder / "n3x.yaml"))},
                                 {".git/config", sha256("git")}};
        put(folder, ".git/config", "git");
        put(folder, ".n3x/manifest.json", manifestText(forged));
        auto workspace = opened(folder);
        const auto report = workspace.exportOutputs(MapSource({}));
        QVERIFY(report.has_value());
        QVERIFY(report->removed.empty());
        QCOMPARE(read(outer.path() / "victim"), std::string("precious"));
        QVERIFY(std::filesystem::exists(folder / "n3x.yaml"));
        QCOMPARE(read(folder / ".git/config"), std::string("git"));
    }

    // Written anew, it would own nothing of what an earlier export left here: what is dropped now stayed for good.
    void anUnreadableManifestIsKept_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("a merge") << QByteArray("<<<<<<< HEAD\n{}");
        QTest::newRow("a newer studio") << QByteArray(R"({"n3x": "manifest/2", "files": {}})");
    }
    void anUnreadableManifestIsKept()
    {
        QFETCH(QByteArray, text);
        const Scratch scratch;
        putProject(scratch.path());
        exported(scratch.path(), {{"a", "one"}, {"dropped", "one"}});
        const std::string good = read(scratch.path() / manifestPath);
        put(scratch.path(), std::string(manifestPath), text.toStdString());
        const Files before = filesAtRest(scratch.path());
        const OutputMap files = {{"a", "two"}, {"new", "one"}};
        const auto changes = opened(scratch.path()).compare(MapSource(files));
        const Change* list = changes->find(manifestPath);
        QVERIFY(list != nullptr && list->kind == ChangeKind::Conflict);
        QVERIFY(list->reason == ConflictReason::Unreadable);
        QCOMPARE(conflictProblem(*list).code, std::string_view("N3X7013"));
        // Whatever is decided on other files, or on this one as it stood at another time.
        for (const Decisions& decided : {Decisions(), Decisions{{"a", Decision::Overwrite}},
                                         Decisions{{std::string(manifestPath), {Decision::Overwrite, sha256(good)}}}}) {
            const auto refused = opened(scratch.path()).exportOutputs(MapSource(files), decided);
            QVERIFY(!refused.has_value());
            QCOMPARE(refused.error().front().code, std::string_view("N3X7013"));
            QCOMPARE(refused.error().front().severity, Severity::Error);
            QCOMPARE(filesAtRest(scratch.path()), before);
        }

        const ExportReport report =
            exported(scratch.path(), files, {{std::string(manifestPath), {Decision::Overwrite, list->onDisk}}});
        QCOMPARE(report.kept.size(), 1U);
        QVERIFY(report.kept.front().reason == ConflictReason::NotOurs);
        QVERIFY(report.warnings.empty());
        QVERIFY(std::ranges::contains(report.changed, manifestPath));
        QCOMPARE(read(scratch.path() / "a"), std::string("one"));
        QVERIFY(parseManifest(read(scratch.path() / manifestPath))->contains("new"));
        QCOMPARE(opened(scratch.path()).compare(MapSource(files))->find(manifestPath), nullptr);
    }

    // The outputs of a profile with errors are neither given nor removed.
    void heldFilesStay()
    {
        class Holding final : public OutputSource {
            void forEach(const Visit& visit) const override { visit("b", "two"); }
            bool isHeld(std::string_view path) const override { return path == "a"; }
        };
        const Scratch scratch;
        putProject(scratch.path());
        exported(scratch.path(), {{"a", "one"}, {"b", "one"}});
        QVERIFY(opened(scratch.path()).exportOutputs(Holding()).has_value());
        QCOMPARE(read(scratch.path() / "a"), std::string("one"));
        QCOMPARE(read(scratch.path() / "b"), std::string("two"));
        // It is still known as ours afterwards.
        QCOMPARE(exported(scratch.path(), {{"b", "two"}}).removed, std::vector<std::string>{"a"});
    }

    void whatIsWrittenOnceIsTheirsOnceItDiffers()
    {
        class Once final : public OutputSource {
        public:
            explicit Once(std::string_view text) : text_(text) {}
            void forEach(const Visit& visit) const override { visit("lock", text_); }
            bool isWrittenOnce(std::string_view path) const override { return path == "lock"; }

        private:
            std::string_view text_;
        };
        const Scratch scratch;
        putProject(scratch.path());
        const auto exports = [&](std::string_view text) {
            auto report = opened(scratch.path()).exportOutputs(Once(text));
            if (!report) qFatal("%s", report.error().front().what.english().c_str());
            return *std::move(report);
        };
        const auto stands = [&] { return read(scratch.path() / "lock"); };
        exports("one");
        exports("two");
        QCOMPARE(stands(), std::string("two")); // as we left it, it is ours

        put(scratch.path(), "lock", "theirs");
        QCOMPARE(opened(scratch.path()).compare(Once("two"))->count(ChangeKind::Unchanged), 1U);
        for (const std::string_view text : {"two", "three"}) {
            const ExportReport report = exports(text);
            QVERIFY(report.kept.empty() && report.writeCount == 0);
            QCOMPARE(stands(), std::string("theirs"));
        }

        put(scratch.path(), "lock", "two"); // they took it back
        exports("three");
        QCOMPARE(stands(), std::string("three"));
        std::filesystem::remove(scratch.path() / "lock");
        exports("three");
        QCOMPARE(stands(), std::string("three"));

        const Scratch other; // and where it was there before
        putProject(other.path());
        put(other.path(), "lock", "theirs");
        const auto first = opened(other.path()).exportOutputs(Once("one"));
        QVERIFY(first.has_value() && first->kept.empty());
        QCOMPARE(read(other.path() / "lock"), std::string("theirs"));
    }

    void rightsOutliveTheContents()
    {
        const Scratch scratch;
        putProject(scratch.path());
        exported(scratch.path(), {{"script", "one"}});
        std::filesystem::permissions(scratch.path() / "script", std::filesystem::perms(0750));
        exported(scratch.path(), {{"script", "two"}});
        QCOMPARE(std::filesystem::status(scratch.path() / "script").permissions(), std::filesystem::perms(0750));
    }

    void manifestRoundTrip()
    {
        const bool held = rc::check("a manifest reads back", [](const std::map<std::string, std::string>& files) {
            Manifest manifest;
            for (const auto& [path, text] : files) {
                std::string clean;
                for (const char c : path) clean += static_cast<char>(c & 0x7f);
                manifest[clean] = sha256(text);
            }
            RC_ASSERT(parseManifest(manifestText(manifest)) == manifest);
        });
        QVERIFY(held);
        QVERIFY(!parseManifest("{}"));
        QVERIFY(!parseManifest(R"({"n3x":"manifest/2","files":{}})"));
        QVERIFY(!parseManifest(R"({"n3x":"manifest/1","files":{"a":"xyz"}})"));
        QVERIFY(parseManifest(R"({"n3x":"manifest/1","files":{}})"));
    }
};

} // namespace

QTEST_GUILESS_MAIN(CompareTest)
#include "compare_test.moc"
