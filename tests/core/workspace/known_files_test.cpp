// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/workspace/known_files.h"

#include "tests/core/workspace/failing_file_system.h"
#include "tests/core/workspace/scratch.h"

#include <QTest>

#include <fcntl.h>
#include <fstream>
#include <sys/stat.h>

using namespace n3x;
using namespace n3x::test;

namespace {

constexpr int count = static_cast<int>(KnownFiles::fewest) + 100;

std::string pathOf(int file) { return std::format("out/{}/{}.network", file % 7, file); }

OutputMap outputs()
{
    OutputMap files;
    for (int file = 0; file < count; ++file) files[pathOf(file)] = std::format("[Match]\nName=e{:04}\n", file);
    return files;
}

// A disk whose clock stands still until it has been asked once, as on a machine that is too busy to keep it.
class LateClock final : public FileSystem {
public:
    int open(int folder, const char* path, int flags, mode_t mode) override
    {
        isAsked_ = path == std::string_view("files.new");
        asked_ += isAsked_ ? 1 : 0;
        return FileSystem::open(folder, path, flags, mode);
    }
    int status(int folder, const char* name, struct stat& into) override
    {
        return told(FileSystem::status(folder, name, into), into);
    }
    int status(int file, struct stat& into) override { return told(FileSystem::status(file, into), into); }
    [[nodiscard]] bool allowsThreads() const override { return false; }

private:
    int told(int result, struct stat& into) const
    {
        into.st_mtim = into.st_ctim = {.tv_sec = isAsked_ && asked_ > 1 ? 2 : 1, .tv_nsec = 0};
        return result;
    }

    bool isAsked_ = false;
    int asked_ = 0;
};

class KnownFilesTest final : public QObject {
    Q_OBJECT

private slots:
    void unchangedFilesAreNotOpened()
    {
        const Scratch scratch;
        exportInto(scratch);
        QVERIFY(std::filesystem::exists(scratch.path() / ".n3x/cache/files"));
        QCOMPARE(read(scratch, ".n3x/cache/.gitignore"), std::string("*\n"));
        QVERIFY2(opened(scratch) < 10, "files were opened although nothing changed");
        std::filesystem::remove_all(scratch.path() / ".n3x/cache");
        QVERIFY(opened(scratch) >= count);
    }

    // However late the disk's clock goes on, the files that were put in place last are noted too.
    void aLateClockIsWaitedFor()
    {
        const Scratch scratch;
        LateClock disk;
        exportInto(scratch, outputs(), disk);
        const OpenFile root(disk, ::open(scratch.path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        QCOMPARE(KnownFiles::read(disk, root.get()).size(), std::size_t{count});
    }

    void nothingIsWritten()
    {
        const Scratch scratch;
        exportInto(scratch);
        const auto before = std::filesystem::last_write_time(scratch.path() / ".n3x/cache/files");
        QCOMPARE(exportInto(scratch).writeCount, std::size_t{0});
        QVERIFY(std::filesystem::last_write_time(scratch.path() / ".n3x/cache/files") == before);
    }

    // In the same second, of the same size, in place: what a person or a tool does right after an export.
    void everyEditIsSeen_data()
    {
        QTest::addColumn<int>("way");
        QTest::newRow("in place") << 0;
        QTest::newRow("another file of that name") << 1;
        QTest::newRow("in place, its time set back") << 2;
        QTest::newRow("another file, its time set back") << 3;
        QTest::newRow("a link to the same text") << 4;
        QTest::newRow("taken away") << 5;
    }
    void everyEditIsSeen()
    {
        QFETCH(int, way);
        const Scratch scratch;
        exportInto(scratch);
        for (const int file : {0, 1, count / 2, count - 1}) {
            const auto path = scratch.path() / pathOf(file);
            struct stat before = {};
            QCOMPARE(::stat(path.c_str(), &before), 0);
            const std::string same = std::format("[Match]\nName=x{:04}\n", file);
            const auto put = [&](const std::filesystem::path& where) { std::ofstream(where) << same; };
            if (way == 0 || way == 2) put(path);
            if (way == 1 || way == 3) {
                put(path.string() + ".new");
                std::filesystem::rename(path.string() + ".new", path);
            }
            if (way == 2 || way == 3) {
                const struct timespec times[2] = {before.st_atim, before.st_mtim};
                QCOMPARE(::utimensat(AT_FDCWD, path.c_str(), times, 0), 0);
            }
            if (way == 4) {
                std::filesystem::rename(path, scratch.path() / "elsewhere");
                std::filesystem::create_symlink(scratch.path() / "elsewhere", path);
            }
            if (way == 5) std::filesystem::remove(path);
            const auto changes = comparedWith(scratch, outputs());
            const Change* change = changes.find(pathOf(file));
            QVERIFY(change != nullptr);
            QCOMPARE(change->kind, way == 5 ? ChangeKind::Add : ChangeKind::Conflict);
            if (way < 4) QCOMPARE(change->reason, ConflictReason::EditedByHand);
            QCOMPARE(changes.count(ChangeKind::Unchanged), std::size_t{count} - 1);
            std::filesystem::remove(path);
            exportInto(scratch);
            QCOMPARE(comparedWith(scratch, outputs()).count(ChangeKind::Unchanged), std::size_t{count});
        }
    }

    void newTextsAreSeen()
    {
        const Scratch scratch;
        exportInto(scratch);
        OutputMap files = outputs();
        files[pathOf(3)][10] = 'Z';
        QCOMPARE(comparedWith(scratch, files).find(pathOf(3))->kind, ChangeKind::Change);
        QCOMPARE(exportInto(scratch, files).changed, std::vector{pathOf(3)});
        QCOMPARE(comparedWith(scratch, files).count(ChangeKind::Unchanged), std::size_t{count});
        QCOMPARE(comparedWith(scratch, outputs()).find(pathOf(3))->kind, ChangeKind::Change);
        QVERIFY2(opened(scratch, files) < 10, "the note was not brought up to date");
    }

    // A note that is cut off, spoilt, or not to be had costs time and nothing else.
    void aSpoiltNoteIsNotBelieved()
    {
        const Scratch scratch;
        exportInto(scratch);
        const std::string whole = read(scratch, ".n3x/cache/files");
        for (const std::size_t at :
             {std::size_t{0}, std::size_t{5}, std::size_t{13}, whole.size() / 2, whole.size() - 1}) {
            std::string spoilt = whole;
            spoilt[at] = static_cast<char>(spoilt[at] ^ 1);
            for (const std::string& text : {spoilt, whole.substr(0, at)}) {
                std::ofstream(scratch.path() / ".n3x/cache/files") << text;
                QVERIFY(opened(scratch) >= count);
                QCOMPARE(comparedWith(scratch, outputs()).count(ChangeKind::Unchanged), std::size_t{count});
            }
        }
    }

    void aDiskThatRefusesItIsNoHindrance()
    {
        const Scratch scratch;
        FailingFileSystem disk;
        disk.before = [](const char*, const std::string& name) {
            return name.starts_with("cache") || name.starts_with("files") ? ENOSPC : 0;
        };
        auto workspace = Workspace::create(scratch.path(), disk);
        QVERIFY(workspace.has_value());
        const auto report = workspace->exportOutputs(MapSource(outputs()));
        QVERIFY(report.has_value());
        QCOMPARE(report->added.size(), std::size_t{count});
    }

private:
    static std::string read(const Scratch& scratch, const char* path)
    {
        std::ifstream file(scratch.path() / path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

    static ExportReport exportInto(const Scratch& scratch, const OutputMap& files = outputs(),
                                   FileSystem& disk = realFileSystem())
    {
        auto workspace = std::filesystem::exists(scratch.path() / "n3x.yaml")
                             ? Workspace::open(scratch.path(), Access::Write, disk)
                             : Workspace::create(scratch.path(), disk);
        if (!workspace) qFatal("%s", workspace.error().what.english().c_str());
        if (!std::filesystem::exists(scratch.path() / "n3x.yaml")) {
            Project project;
            project.name = Entered<DnsLabel>::from("known");
            if (!workspace->save({project, Views()})) qFatal("the project could not be saved");
        } else if (!workspace->load()) {
            qFatal("the project could not be loaded");
        }
        auto report = workspace->exportOutputs(MapSource(files));
        if (!report) qFatal("%s", report.error().front().what.english().c_str());
        return *std::move(report);
    }

    static Changes comparedWith(const Scratch& scratch, const OutputMap& files)
    {
        auto workspace = Workspace::open(scratch.path(), Access::ReadOnly);
        if (!workspace) qFatal("%s", workspace.error().what.english().c_str());
        auto changes = workspace->compare(MapSource(files));
        if (!changes) qFatal("%s", changes.error().front().what.english().c_str());
        return *std::move(changes);
    }

    // How many generated files a comparison opens.
    static int opened(const Scratch& scratch, const OutputMap& files = outputs())
    {
        FailingFileSystem disk;
        disk.changesOnly = false;
        int opened = 0;
        disk.before = [&](const char* call, const std::string& name) {
            opened += call == std::string_view("open") && name.ends_with(".network") ? 1 : 0;
            return 0;
        };
        auto workspace = Workspace::open(scratch.path(), Access::ReadOnly, disk);
        if (!workspace || !workspace->compare(MapSource(files))) qFatal("the project could not be compared");
        return opened;
    }
};

} // namespace

QTEST_GUILESS_MAIN(KnownFilesTest)
#include "known_files_test.moc"
