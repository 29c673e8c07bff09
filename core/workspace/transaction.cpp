// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/workspace/transaction.h"

#include "core/workspace/staging.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <set>

namespace n3x {
namespace {

// Up to here each file and folder is flushed by itself; beyond, the whole file system in one call. One call is much
// cheaper than thousands, but it also waits for what other programs are writing.
constexpr std::size_t mostSingleFlushes = 32;

std::int64_t nanoseconds(const struct stat& status)
{
    return std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec;
}

int flushFolder(FileSystem& disk, int root, const std::string& path)
{
    const OpenFile folder(disk, disk.open(root, path.empty() ? "." : path.c_str(), O_RDONLY | O_DIRECTORY, 0));
    if (!folder) return errno == ENOENT || errno == EACCES ? 0 : errno; // gone again, or not ours to read
    return disk.flush(folder.get()) == 0 ? 0 : errno;
}

int flushAll(FileSystem& disk, int file) { return disk.flushFileSystem(file) == 0 ? 0 : errno; }

} // namespace

Before Before::of(const struct stat& status, const Sha256& sum)
{
    return {sum, status.st_ino, status.st_size, nanoseconds(status), status.st_mode & 07777U};
}

void Transaction::write(std::string_view path, std::string_view text, const Sha256& sum, const Before& before)
{
    steps_.push_back({std::string(path), text, true, sum, before, std::to_string(steps_.size())});
}

void Transaction::remove(std::string_view path, const Before& before)
{
    steps_.push_back({std::string(path), {}, false, {}, before, {}});
}

std::expected<void, DiskError> Transaction::stage()
{
    struct stat status = {};
    if (disk_.status(own_, journalName, status) == 0) return std::unexpected(DiskError{EEXIST, ".n3x/journal"});
    if (errno != ENOENT) return std::unexpected(DiskError{errno, ".n3x/journal"});
    const int refused = stageAll();
    if (refused == 0) return {};
    // A journal without what it names could never be finished: it goes first, and for good.
    if (!wroteJournal_ || (disk_.removeFile(own_, journalName) == 0 && disk_.flush(own_) == 0))
        static_cast<void>(undoStaging(disk_, root_, own_));
    return std::unexpected(DiskError{refused, failedAt_});
}

int Transaction::stageAll()
{
    failedAt_ = ".n3x";
    if (disk_.makeFolder(own_, stagingName) != 0 && errno != EEXIST) return errno;
    const OpenFile staging(disk_, disk_.open(own_, stagingName, O_RDONLY | O_DIRECTORY, 0));
    if (!staging) return errno;
    if (const int refused = findNewFolders()) return refused;
    if (!newFolders_.empty()) {
        failedAt_ = ".n3x/staging";
        const std::string list = foldersText(newFolders_);
        if (const int refused = writeNewFile(disk_, staging.get(), foldersName, list, false)) return refused;
        if (const int refused = makeNewFolders()) return refused;
    }
    const bool single = steps_.size() <= mostSingleFlushes;
    for (const Step& step : steps_) {
        if (!step.isWrite) continue;
        failedAt_ = step.path;
        const mode_t mode = step.before.sum ? step.before.mode : 0; // rights that somebody set outlive the contents
        if (const int refused = writeNewFile(disk_, staging.get(), step.number.c_str(), step.text, single, mode))
            return refused;
    }
    failedAt_ = ".n3x/journal";
    if (const int refused = writeNewFile(disk_, staging.get(), planName, journalText(), single)) return refused;
    if (single && disk_.flush(staging.get()) != 0) return errno;
    if (!single)
        if (const int refused = flushAll(disk_, own_)) return refused;
    if (disk_.rename(staging.get(), planName, own_, journalName) != 0) return errno;
    wroteJournal_ = true;
    return disk_.flush(own_) == 0 ? 0 : errno;
}

int Transaction::findNewFolders()
{
    std::set<std::string, std::less<>> known;
    std::vector<std::string> missing;
    for (const Step& step : steps_) {
        if (!step.isWrite) continue;
        std::string folder(folderOf(step.path));
        while (!folder.empty() && !known.contains(folder)) {
            known.insert(folder);
            const OpenFile there(disk_, disk_.open(root_, folder.c_str(), O_PATH | O_DIRECTORY, 0));
            if (!there && errno != ENOENT) {
                failedAt_ = folder;
                return errno;
            }
            if (!there) missing.push_back(folder);
            folder = std::string(folderOf(folder));
        }
    }
    std::ranges::sort(missing); // outer folders come before what they hold
    newFolders_ = std::move(missing);
    return 0;
}

int Transaction::makeNewFolders()
{
    FolderCursor parents(disk_, root_);
    for (const std::string& folder : newFolders_) {
        failedAt_ = folder;
        const int parent = parents.open(folderOf(folder));
        if (parent < 0) return errno;
        if (disk_.makeFolder(parent, std::string(nameOf(folder)).c_str()) != 0 && errno != EEXIST) return errno;
    }
    return 0;
}

std::expected<std::vector<std::string>, DiskError> Transaction::apply()
{
    const auto failed = [&](int number) { return std::unexpected(DiskError{number, failedAt_}); };
    failedAt_ = ".n3x/staging";
    const OpenFile staging(disk_, disk_.open(own_, stagingName, O_RDONLY | O_DIRECTORY, 0));
    if (!staging) return failed(errno);
    if (fromJournal_)
        if (const int refused = makeNewFolders()) return failed(refused);
    FolderCursor folders(disk_, root_);
    std::vector<std::string> kept;
    for (const Step& step : steps_) {
        failedAt_ = step.path;
        const int folder = folders.open(folderOf(step.path));
        if (folder < 0) {
            // A folder that somebody removed or replaced by a link since: its files are not ours to write any more.
            if (errno != ENOENT && errno != ELOOP && errno != ENOTDIR && errno != EXDEV) return failed(errno);
            if (step.isWrite) kept.push_back(step.path);
            continue;
        }
        switch (put(step, folder, staging.get())) {
        case Outcome::Done: break;
        case Outcome::Kept: kept.push_back(step.path); break;
        case Outcome::Failed: return failed(errno);
        }
    }
    if (const int refused = finish()) return failed(refused);
    return kept;
}

Transaction::Outcome Transaction::put(const Step& step, int folder, int staging)
{
    const std::string name(nameOf(step.path));
    if (step.isWrite && fromJournal_) {
        const auto there = readFile(disk_, folder, name.c_str(), largestReplaced);
        if (there && sha256(*there) == step.after) return Outcome::Done; // it was put in place before
        const auto staged = readFile(disk_, staging, step.number.c_str(), largestReplaced);
        if (!staged && staged.error() != ENOENT) {
            errno = staged.error();
            return Outcome::Failed;
        }
        // Lost, or from a disk that did not flush what it said it flushed; or somebody wrote over it since.
        if (!staged || sha256(*staged) != step.after) return Outcome::Kept;
    }
    if (step.isWrite && !step.before.sum) return putNew(step, folder, staging);
    if (!isAsBefore(step, folder)) {
        if (errno == ENOENT && !step.isWrite) return Outcome::Done;
        const bool isOther = errno == 0 || errno == ENOENT || errno == ELOOP || errno == EISDIR || errno == EINVAL;
        return isOther ? Outcome::Kept : Outcome::Failed;
    }
    const int result = step.isWrite ? disk_.rename(staging, step.number.c_str(), folder, name.c_str())
                                    : disk_.removeFile(folder, name.c_str());
    if (result == 0) return Outcome::Done;
    return step.isWrite && errno == EXDEV && copyAcross(step, folder, staging) == 0 ? Outcome::Done : Outcome::Failed;
}

Transaction::Outcome Transaction::putNew(const Step& step, int folder, int staging)
{
    const std::string name(nameOf(step.path));
    if (disk_.renameNew(staging, step.number.c_str(), folder, name.c_str()) == 0) return Outcome::Done;
    if (errno == EEXIST) return Outcome::Kept;
    if (errno != EINVAL && errno != ENOSYS && errno != EXDEV) return Outcome::Failed;
    const bool across = errno == EXDEV;
    struct stat status = {};
    if (disk_.status(folder, name.c_str(), status) == 0) return Outcome::Kept;
    if (errno != ENOENT) return Outcome::Failed;
    const int result =
        across ? copyAcross(step, folder, staging) : disk_.rename(staging, step.number.c_str(), folder, name.c_str());
    return result == 0 ? Outcome::Done : Outcome::Failed;
}

// With errno 0 where it can be told that it is not, ENOENT where there is no file at all.
bool Transaction::isAsBefore(const Step& step, int folder)
{
    const std::string name(nameOf(step.path));
    if (fromJournal_) {
        const auto text = readFile(disk_, folder, name.c_str(), largestReplaced);
        errno = text ? 0 : text.error();
        return text && step.before.sum == sha256(*text);
    }
    struct stat status = {};
    if (disk_.status(folder, name.c_str(), status) != 0) return false;
    errno = 0;
    return S_ISREG(status.st_mode) && status.st_ino == step.before.inode && status.st_size == step.before.size &&
           nanoseconds(status) == step.before.modified;
}

// A folder of the project may be a mount of its own. Renaming does not reach it, so the text is written beside the
// old one there.
int Transaction::copyAcross(const Step& step, int folder, int staging)
{
    const std::string name(nameOf(step.path));
    const std::string beside = "." + name + ".n3x-new";
    const auto text = readFile(disk_, staging, step.number.c_str(), largestReplaced);
    struct stat status = {};
    if (!text || disk_.status(staging, step.number.c_str(), status) != 0) {
        if (!text) errno = text.error();
        return -1;
    }
    disk_.removeFile(folder, beside.c_str()); // of an earlier try
    int refused = writeNewFile(disk_, folder, beside.c_str(), *text, true, status.st_mode & 07777U);
    if (refused == 0 && disk_.rename(folder, beside.c_str(), folder, name.c_str()) != 0) refused = errno;
    if (refused == 0) return 0;
    disk_.removeFile(folder, beside.c_str());
    errno = refused;
    return -1;
}

int Transaction::finish()
{
    std::set<std::string> touched;
    std::set<std::string> emptied;
    for (const Step& step : steps_) {
        touched.emplace(folderOf(step.path));
        if (!step.isWrite) emptied.emplace(folderOf(step.path));
    }
    for (const std::string& folder : newFolders_) touched.emplace(folderOf(folder));
    // A folder that held nothing but removed files goes too, and what held nothing but that folder.
    for (auto folder = emptied.rbegin(); folder != emptied.rend(); ++folder)
        for (std::string path = *folder; !path.empty(); path = std::string(folderOf(path))) {
            FolderCursor parent(disk_, root_);
            const int open = parent.open(folderOf(path));
            const bool removed = open >= 0 && disk_.removeFolder(open, std::string(nameOf(path)).c_str()) == 0;
            // Gone already: by an earlier try that was interrupted, and what is around it may be empty still.
            if (!removed && errno != ENOENT) break;
            if (removed) touched.emplace(folderOf(path));
        }
    failedAt_ = ".n3x/journal";
    if (touched.size() <= mostSingleFlushes) {
        for (const std::string& folder : touched)
            if (const int refused = flushFolder(disk_, root_, folder)) return refused;
    } else if (const int refused = flushAll(disk_, own_)) {
        return refused;
    }
    if (disk_.removeFile(own_, journalName) != 0 && errno != ENOENT) return errno;
    if (disk_.flush(own_) != 0) return errno;
    return clearStaging(disk_, own_);
}

std::string Transaction::journalText() const
{
    std::string text = "n3x journal/1\n";
    for (const std::string& folder : newFolders_) text += "folder " + folder + "\n";
    for (const Step& step : steps_) {
        const std::string before = step.before.sum ? hexText(*step.before.sum) : "-";
        if (step.isWrite)
            text += "write " + step.number + " " + before + " " + hexText(step.after) + " " + step.path + "\n";
        else
            text += "remove " + before + " " + step.path + "\n";
    }
    return text + "end\n";
}

std::optional<Transaction> Transaction::fromJournal(FileSystem& disk, int root, int own, std::string_view text)
{
    if (!text.starts_with("n3x journal/1\n") || !text.ends_with("\nend\n")) return {};
    Transaction transaction(disk, root, own);
    transaction.fromJournal_ = true;
    bool ended = false;
    text.remove_prefix(text.find('\n') + 1);
    while (!text.empty() && !ended) {
        std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(line.size() + 1);
        const auto word = [&] {
            const std::string_view first = line.substr(0, line.find(' '));
            line.remove_prefix(std::min(line.size(), first.size() + 1));
            return first;
        };
        const std::string_view verb = word();
        if (verb == "end") {
            ended = true;
        } else if (verb == "folder") {
            if (!isSafePath(line)) return {};
            transaction.newFolders_.emplace_back(line);
        } else if (verb == "write" || verb == "remove") {
            Step step;
            step.isWrite = verb == "write";
            if (step.isWrite) step.number = word();
            const std::string_view before = word();
            step.before.sum = parseSha256(before);
            if (!step.before.sum && !(step.isWrite && before == "-")) return {};
            if (step.isWrite) {
                const auto after = parseSha256(word());
                if (!after || !std::ranges::all_of(step.number, [](char c) { return c >= '0' && c <= '9'; })) return {};
                step.after = *after;
            }
            if (!isSafePath(line)) return {};
            step.path = line;
            transaction.steps_.push_back(std::move(step));
        } else {
            return {};
        }
    }
    return ended && text.empty() ? std::optional(std::move(transaction)) : std::nullopt;
}

} // namespace n3x
