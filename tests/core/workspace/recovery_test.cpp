// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/core/workspace/failing_file_system.h"
#include "tests/core/workspace/scratch.h"

#include <QTest>

#include <algorithm>
#include <cerrno>

using namespace n3x;
using namespace n3x::test;

namespace {

namespace fs = std::filesystem;
using Paths = std::vector<std::string>;

// A project whose files a, b and c say "old".
void putOld(const fs::path& folder)
{
    putProject(folder);
    auto workspace = Workspace::open(folder, Access::Write);
    if (!workspace || !workspace->exportOutputs(MapSource({{"a", "old"}, {"b", "old"}, {"c", "old"}}))) std::abort();
}

// An export of "new" that ends at the first call of that kind with that name; whether it did.
bool stoppedAt(const fs::path& folder, const std::string& stop)
{
    FailingFileSystem disk;
    bool stopped = false;
    disk.before = [&](const char* call, const std::string& name) {
        stopped = stopped || call + (" " + name) == stop;
        return stopped ? EIO : 0;
    };
    auto workspace = Workspace::open(folder, Access::Write, disk);
    return workspace && !workspace->exportOutputs(MapSource({{"a", "new"}, {"b", "new"}, {"c", "new"}})) && stopped;
}

// The file in staging that is to become `path`.
fs::path stagedFor(const fs::path& folder, const std::string& path)
{
    const std::string journal = read(folder / ".n3x/journal");
    const std::size_t end = journal.find(" " + path + "\n");
    const std::size_t start = journal.rfind("\nwrite ", end) + 7;
    if (end == std::string::npos) qFatal("the journal does not name %s", path.c_str());
    return folder / ".n3x/staging" / journal.substr(start, journal.find(' ', start) - start);
}

class RecoveryTest final : public QObject {
    Q_OBJECT

private slots:
    void whatIsMissingInStagingWasNotDone()
    {
        const Scratch scratch;
        putOld(scratch.path());
        QVERIFY(stoppedAt(scratch.path(), "rename b"));
        QVERIFY(fs::remove(stagedFor(scratch.path(), "b")));
        const auto workspace = Workspace::open(scratch.path(), Access::Write);
        QVERIFY(workspace && workspace->recovery());
        QCOMPARE(workspace->recovery()->kept, Paths{"b"});
        QCOMPARE(read(scratch.path() / "a"), "new");
        QCOMPARE(read(scratch.path() / "b"), "old");
        QCOMPARE(read(scratch.path() / "c"), "new");
    }

    // Done before the interruption, and then written by somebody else: theirs stays, and they are told.
    void whatWasDoneAndChangedSinceIsKept()
    {
        const Scratch scratch;
        putOld(scratch.path());
        QVERIFY(stoppedAt(scratch.path(), "rename b"));
        put(scratch.path(), "a", "somebody's own");
        const auto workspace = Workspace::open(scratch.path(), Access::Write);
        QVERIFY(workspace && workspace->recovery());
        QCOMPARE(workspace->recovery()->kept, Paths{"a"});
        QCOMPARE(read(scratch.path() / "a"), "somebody's own");
        QCOMPARE(read(scratch.path() / "b"), "new");
    }

    // Somebody has to decide, and is told how; looking is no matter of it.
    void aJournalThatCannotBeReadIsSaid()
    {
        const Scratch scratch;
        putOld(scratch.path());
        put(scratch.path(), ".n3x/journal", "nonsense");
        const auto refused = Workspace::open(scratch.path(), Access::Write);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, std::string_view("N3X7018"));
        QVERIFY(refused.error().advice.english().contains("remove .n3x/journal"));
        QVERIFY(Workspace::open(scratch.path(), Access::ReadOnly).has_value());
        QVERIFY(fs::remove(scratch.path() / ".n3x/journal"));
        QVERIFY(Workspace::open(scratch.path(), Access::Write).has_value());
    }

    // As after a copy to another file system, where the staged text stays.
    void whatIsInPlaceAlreadyIsDone()
    {
        const Scratch scratch;
        putOld(scratch.path());
        QVERIFY(stoppedAt(scratch.path(), "rename b"));
        put(scratch.path(), "b", "new");
        const auto workspace = Workspace::open(scratch.path(), Access::Write);
        QVERIFY(workspace && workspace->recovery());
        QCOMPARE(workspace->recovery()->kept, Paths{});
        QVERIFY(!fs::exists(scratch.path() / ".n3x/staging"));
    }

    // A power cut must not bring the journal back when what it names is gone.
    void theJournalIsGoneForGoodBeforeWhatItNames()
    {
        const Scratch scratch;
        putOld(scratch.path());
        FailingFileSystem disk;
        std::vector<std::string> calls;
        bool refused = false;
        disk.before = [&](const char* call, const std::string& name) {
            calls.push_back(call + (" " + name));
            const bool decided = calls.size() > 1 && calls[calls.size() - 2] == "rename journal";
            refused = refused || decided;
            return decided ? EIO : 0;
        };
        auto workspace = Workspace::open(scratch.path(), Access::Write, disk);
        QVERIFY(workspace && !workspace->exportOutputs(MapSource({{"a", "new"}})) && refused);
        const auto removed = std::ranges::find(calls, "removeFile journal");
        QVERIFY(removed != calls.end() && removed + 1 != calls.end());
        QCOMPARE(*(removed + 1), "flush ");
        QVERIFY(std::ranges::none_of(calls.begin(), removed,
                                     [](const std::string& call) { return call.starts_with("removeFolder"); }));
        QCOMPARE(read(scratch.path() / "a"), "old");
    }

    void rightsOutliveACopyToAnotherFileSystem()
    {
        const Scratch scratch;
        putOld(scratch.path());
        fs::permissions(scratch.path() / "a", fs::perms(0750));
        FailingFileSystem disk;
        int renames = 0;
        disk.before = [&](const char* call, const std::string& name) {
            return std::string_view(call) == "rename" && name == "a" && renames++ == 0 ? EXDEV : 0;
        };
        auto workspace = Workspace::open(scratch.path(), Access::Write, disk);
        QVERIFY(workspace && workspace->exportOutputs(MapSource({{"a", "new"}, {"b", "old"}, {"c", "old"}})));
        QCOMPARE(renames, 2);
        QCOMPARE(read(scratch.path() / "a"), "new");
        QCOMPARE(fs::status(scratch.path() / "a").permissions(), fs::perms(0750));
    }

    void aCopyThatFailsLeavesNothingBehind()
    {
        const Scratch scratch;
        putOld(scratch.path());
        FailingFileSystem disk;
        int renames = 0;
        disk.before = [&](const char* call, const std::string& name) {
            if (std::string_view(call) != "rename" || name != "a") return 0;
            return renames++ == 0 ? EXDEV : EIO;
        };
        auto workspace = Workspace::open(scratch.path(), Access::Write, disk);
        QVERIFY(workspace && !workspace->exportOutputs(MapSource({{"a", "new"}})));
        QCOMPARE(renames, 2);
        QVERIFY(!fs::exists(scratch.path() / ".a.n3x-new"));
        QCOMPARE(read(scratch.path() / "a"), "old");
    }
};

} // namespace

QTEST_GUILESS_MAIN(RecoveryTest)
#include "recovery_test.moc"
