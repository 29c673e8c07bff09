// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/core/workspace/failing_file_system.h"
#include "tests/core/workspace/scratch.h"

#include <QTest>

#include <csignal>
#include <random>
#include <sys/wait.h>
#include <unistd.h>

using namespace n3x;
using namespace n3x::test;

namespace {

// How many times a process is killed; the full size is N3X_CRASH_POINTS=500.
int pointCount()
{
    bool said = false;
    const int points = qEnvironmentVariableIntValue("N3X_CRASH_POINTS", &said);
    return said ? points : 60;
}

// Two states of a repository that differ in every way that an export knows.
OutputMap oldOutputs()
{
    OutputMap files;
    for (int i = 0; i < 16; ++i) {
        const std::string number = std::to_string(i);
        files["same/" + number] = "the same " + number;
        files["changed/" + number + "/unit.network"] = std::string(200, 'o') + number;
        files["gone/" + number] = "going " + number;
    }
    files["gone-folder/deep/er/file"] = "going";
    return files;
}

OutputMap newOutputs()
{
    OutputMap files;
    for (int i = 0; i < 16; ++i) {
        const std::string number = std::to_string(i);
        files["same/" + number] = "the same " + number;
        files["changed/" + number + "/unit.network"] = std::string(300, 'n') + number;
        files["added/" + number + "/new.nix"] = "new " + number;
    }
    return files;
}

void putBefore(const std::filesystem::path& folder)
{
    putProject(folder, smallProject("before"));
    auto workspace = Workspace::open(folder, Access::Write);
    if (!workspace || !workspace->exportOutputs(MapSource(oldOutputs()))) std::abort();
}

// What the killed processes do: save and export in one step.
bool saveAndExport(const std::filesystem::path& folder, FileSystem& disk)
{
    auto workspace = Workspace::open(folder, Access::Write, disk);
    if (!workspace || !workspace->load()) return false;
    const Project project = smallProject("after");
    const Views views;
    const SaveRequest save{project, views};
    return workspace->exportOutputs(MapSource(newOutputs()), {}, &save).has_value();
}

// Runs `work` in a process of its own that is killed at its `point`th change of the disk.
// Gives false when it ended before that point.
bool killedAt(int point, const std::function<void(FileSystem&)>& work)
{
    const pid_t child = ::fork();
    if (child == 0) {
        FailingFileSystem disk;
        int count = 0;
        disk.before = [&](const char*, const std::string&) {
            if (count++ == point) ::kill(::getpid(), SIGKILL);
            return 0;
        };
        work(disk);
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
}

// Runs `work` in a process of its own that is killed after a time.
void killedAfter(std::chrono::microseconds time, const std::function<void(FileSystem&)>& work)
{
    const pid_t child = ::fork();
    if (child == 0) {
        FailingFileSystem disk;
        work(disk);
        ::_exit(0);
    }
    ::usleep(static_cast<useconds_t>(time.count()));
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
}

class CrashTest final : public QObject {
    Q_OBJECT

private:
    Files before_;
    Files after_;

    // Each file on its own is whole: the old text or the new one. Looked at without repairing anything.
    void nothingIsTorn(const std::filesystem::path& folder)
    {
        for (const auto& [path, text] : allFiles(folder)) {
            if (path == ".n3x/lock" || path == ".n3x/journal" || path.starts_with(".n3x/staging") ||
                path.ends_with('/'))
                continue;
            const auto older = before_.find(path);
            const auto newer = after_.find(path);
            const bool whole =
                (older != before_.end() && older->second == text) || (newer != after_.end() && newer->second == text);
            QVERIFY2(whole, ("torn: " + path).c_str());
        }
        for (const auto& [path, text] : before_)
            if (after_.contains(path)) QVERIFY2(std::filesystem::exists(folder / path), ("lost: " + path).c_str());
    }

    // All old or all new, and nothing left over.
    void isOneOrTheOther(const std::filesystem::path& folder, bool emptyFoldersCount = true)
    {
        Files now = filesAtRest(folder);
        if (!emptyFoldersCount) std::erase_if(now, [](const auto& file) { return file.first.ends_with('/'); });
        if (now == before_ || now == after_) return;
        for (const auto& [path, text] : now) qWarning("%s (%zu bytes)", path.c_str(), text.size());
        QFAIL("neither the state before nor the one after");
    }

private slots:
    void initTestCase()
    {
        const Scratch one;
        putBefore(one.path());
        before_ = filesAtRest(one.path());
        FailingFileSystem disk;
        QVERIFY(saveAndExport(one.path(), disk));
        after_ = filesAtRest(one.path());
        QVERIFY(before_ != after_);
    }

    void killedAtEveryChangeOfTheDisk()
    {
        int last = 0;
        {
            const Scratch scratch;
            putBefore(scratch.path());
            FailingFileSystem disk;
            disk.before = [&](const char*, const std::string&) { return ++last, 0; };
            QVERIFY(saveAndExport(scratch.path(), disk));
        }
        QVERIFY(last > 100);
        int finished = 0;
        int undone = 0;
        for (int point = 0; point < last; ++point) {
            const Scratch scratch;
            putBefore(scratch.path());
            QVERIFY(killedAt(point, [&](FileSystem& disk) { static_cast<void>(saveAndExport(scratch.path(), disk)); }));
            nothingIsTorn(scratch.path());
            if (QTest::currentTestFailed()) return;
            {
                const auto workspace = Workspace::open(scratch.path(), Access::Write);
                QVERIFY2(workspace.has_value(), qPrintable(QString::number(point)));
                if (workspace->recovery())
                    ++(workspace->recovery()->kind == Recovery::Kind::Finished ? finished : undone);
            }
            isOneOrTheOther(scratch.path());
            if (QTest::currentTestFailed()) {
                qWarning("killed at change %d of %d", point, last);
                return;
            }
        }
        // Both ways were really taken.
        QVERIFY(finished > 0);
        QVERIFY(undone > 0);
    }

    void killedAgainWhileRecovering()
    {
        std::mt19937 random(20260); // the same points in every run
        for (int i = 0; i < pointCount(); ++i) {
            const Scratch scratch;
            putBefore(scratch.path());
            static_cast<void>(killedAt(static_cast<int>(random() % 230), [&](FileSystem& disk) {
                static_cast<void>(saveAndExport(scratch.path(), disk));
            }));
            static_cast<void>(killedAt(static_cast<int>(random() % 60), [&](FileSystem& disk) {
                static_cast<void>(Workspace::open(scratch.path(), Access::Write, disk));
            }));
            nothingIsTorn(scratch.path());
            QVERIFY(Workspace::open(scratch.path(), Access::Write).has_value());
            isOneOrTheOther(scratch.path());
            if (QTest::currentTestFailed()) return;
        }
    }

    void killedAtAnyTime()
    {
        std::mt19937 random(4711);
        for (int i = 0; i < pointCount(); ++i) {
            const Scratch scratch;
            putBefore(scratch.path());
            killedAfter(std::chrono::microseconds(random() % 12'000),
                        [&](FileSystem& disk) { static_cast<void>(saveAndExport(scratch.path(), disk)); });
            nothingIsTorn(scratch.path());
            QVERIFY(Workspace::open(scratch.path(), Access::Write).has_value());
            isOneOrTheOther(scratch.path());
            if (QTest::currentTestFailed()) return;
        }
    }

    // A full disk, a broken one, lost rights: at each call, and what is left is whole and can be tried again.
    void refusedAtEveryCall()
    {
        for (const int number : {ENOSPC, EIO, EACCES}) {
            int last = 0;
            for (int point = 0;; point += 1 + point / pointCount()) {
                const Scratch scratch;
                putBefore(scratch.path());
                FailingFileSystem disk;
                disk.changesOnly = false;
                int count = 0;
                bool refused = false;
                disk.before = [&](const char*, const std::string&) {
                    if (count++ != point) return 0;
                    refused = true;
                    return number;
                };
                static_cast<void>(saveAndExport(scratch.path(), disk));
                last = std::max(last, count);
                if (!refused) break;
                nothingIsTorn(scratch.path());
                QVERIFY(Workspace::open(scratch.path(), Access::Write).has_value());
                isOneOrTheOther(scratch.path(), false); // one that the disk would not let go is nothing to stop for
                if (QTest::currentTestFailed()) {
                    qWarning("call %d refused with %d", point, number);
                    return;
                }
            }
            QVERIFY(last > 100);
        }
    }

    // The same in a window that stays open: the next try in the same workspace ends what was begun, and goes on.
    void refusedAndTriedAgain()
    {
        for (const int number : {ENOSPC, EIO}) {
            int last = 0;
            bool halfway = false;
            for (int point = 0;; point += 1 + point / pointCount()) {
                const Scratch scratch;
                putBefore(scratch.path());
                int count = 0; // outlives the workspace, which still asks the disk as it goes
                FailingFileSystem disk;
                disk.changesOnly = false;
                auto workspace = Workspace::open(scratch.path(), Access::Write, disk);
                QVERIFY(workspace && workspace->load());
                disk.before = [&](const char*, const std::string&) { return count++ == point ? number : 0; };
                const Project project = smallProject("after");
                const Views views;
                const SaveRequest save{project, views};
                static_cast<void>(workspace->exportOutputs(MapSource(newOutputs()), {}, &save));
                last = std::max(last, count);
                if (count <= point) break;
                disk.before = [](const char*, const std::string&) { return 0; };
                halfway = halfway || std::filesystem::exists(scratch.path() / ".n3x/journal");
                // Another project first: what stopped halfway may not be lost for something else.
                if (point % 2 == 0) {
                    const Project other = smallProject("other");
                    const auto saved = workspace->save({other, views});
                    QVERIFY2(saved, saved ? "" : saved.error().front().what.english().c_str());
                }
                const auto again = workspace->exportOutputs(MapSource(newOutputs()), {}, &save);
                QVERIFY2(again, again ? "" : again.error().front().what.english().c_str());
                QVERIFY(again->kept.empty() && again->keptSources.empty());
                QVERIFY(workspace->foreignChanges().empty());
                Files now = filesAtRest(scratch.path());
                std::erase_if(now, [](const auto& file) { return file.first.ends_with('/'); });
                if (now != after_) {
                    qWarning("call %d refused with %d", point, number);
                    QCOMPARE(now, after_);
                }
            }
            QVERIFY(last > 100);
            QVERIFY(halfway);
        }
    }

    // What a power cut needs and a kill does not: everything is flushed before the first file is replaced, and every
    // folder before the journal goes.
    void flushesBeforeItReplaces()
    {
        const Scratch scratch;
        putBefore(scratch.path());
        FailingFileSystem disk;
        std::vector<std::string> calls;
        disk.before = [&](const char* call, const std::string& name) {
            return calls.push_back(std::string(call) + " " + name), 0;
        };
        QVERIFY(saveAndExport(scratch.path(), disk));
        const auto at = [&](const std::string& call, std::ptrdiff_t from) {
            return std::find(calls.begin() + from, calls.end(), call) - calls.begin();
        };
        const auto size = static_cast<std::ptrdiff_t>(calls.size());
        const auto written = at("create plan", 0);
        const auto flushed = at("flushFileSystem ", written);
        const auto decided = at("rename journal", flushed);
        const auto decidedForGood = at("flush ", decided);
        const auto replaced = at("rename unit.network", 0);
        const auto flushedAgain = at("flushFileSystem ", replaced);
        const auto done = at("removeFile journal", replaced);
        QVERIFY(written < flushed && flushed < decided && decided < decidedForGood && decidedForGood < replaced);
        QVERIFY(replaced < flushedAgain && flushedAgain < done && done < size);
    }
};

} // namespace

QTEST_GUILESS_MAIN(CrashTest)
#include "crash_test.moc"
