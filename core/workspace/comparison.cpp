// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/workspace/comparison.h"

#include "core/workspace/codes.h"
#include "core/workspace/staging.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <iterator>
#include <memory>
#include <thread>

namespace n3x {
namespace {

// Whether the file's bytes are exactly `text`: four calls of the system and no memory of its own. Nothing where that
// cannot be told this way, with errno.
std::optional<bool> isText(FileSystem& disk, int folder, const char* name, std::string_view text, std::string& buffer,
                           std::optional<FileSignature>& seen)
{
    const OpenFile file(disk, disk.open(folder, name, O_RDONLY | O_NONBLOCK | O_NOCTTY, 0));
    if (!file) return {};
    struct stat status = {};
    if (disk.status(file.get(), status) != 0) return {};
    seen = FileSignature::of(status);
    if (buffer.size() < text.size() + 1) buffer.resize(std::max(text.size() + 1, 2 * buffer.size()));
    // One byte more than there should be. POSIX gives less than was asked for only at the end of a regular file.
    while (true) {
        const ssize_t count = disk.read(file.get(), buffer.data(), text.size() + 1);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return {};
        const std::string_view there(buffer.data(), static_cast<std::size_t>(count));
        return there == text;
    }
}

class Comparer {
public:
    Comparer(FileSystem& disk, int root, const OutputSource& outputs, const Manifest& manifest, const KnownFiles& known)
        : disk_(disk), folders_(disk, root), outputs_(outputs), manifest_(manifest), known_(known)
    {
    }

    void compare(ComparedFile& file, std::string_view text)
    {
        const std::string_view path = file.change.path;
        if (!isSafePath(path) || isProjectFile(path)) {
            problems_.push_back(workspace_problems::unsafePath(path));
            return;
        }
        file.after = sha256(text);
        const int folder = folders_.open(folderOf(path));
        if (folder < 0) return missing(file, errno);
        name_ = nameOf(path);
        if (isKnown(file, folder)) return;
        const auto same = isText(disk_, folder, name_.c_str(), text, buffer_, file.seen);
        if (same == true) return;
        file.seen.reset();
        if (!same) return missing(file, errno);
        differs(file, folder);
    }

    // A file that an earlier export wrote and this one does not.
    void dropped(std::string_view path, const Sha256& exported, std::vector<ComparedFile>& into)
    {
        const int folder = folders_.open(folderOf(path));
        name_ = nameOf(path);
        const auto there = folder < 0 ? std::unexpected(errno) : readWithState(disk_, folder, name_.c_str());
        if (there && !*there) return; // gone already
        if (!there && there.error() == ENOENT) return;
        ComparedFile& file = into.emplace_back();
        file.change.path = path;
        file.change.kind = ChangeKind::Conflict;
        if (!there) {
            missing(file, there.error());
            return;
        }
        file.before = (*there)->before;
        file.change.reason = ConflictReason::EditedThenDropped;
        file.change.onDisk = file.before.sum;
        if (file.before.sum != exported) return;
        file.change = {std::string(path), ChangeKind::Remove, ConflictReason::None, {}};
    }

    Problems problems_;

private:
    // Whether it was read before, held the text then, and was not touched since.
    bool isKnown(ComparedFile& file, int folder)
    {
        const KnownFiles::File* known = known_.find(file.change.path);
        struct stat status = {};
        if (known == nullptr || known->sum != file.after || disk_.status(folder, name_.c_str(), status) != 0 ||
            !S_ISREG(status.st_mode) || FileSignature::of(status) != known->signature)
            return false;
        file.seen = known->signature;
        return true;
    }

    void missing(ComparedFile& file, int why)
    {
        switch (why) {
        case ENOENT: file.change.kind = ChangeKind::Add; return;
        case ELOOP:
        case ENOTDIR:
        case EXDEV:
        case EISDIR:
        case EINVAL:
        case ENXIO:
        case EAGAIN:
            file.change.kind = ChangeKind::Conflict;
            file.change.reason = ConflictReason::NotAFile;
            return;
        default: problems_.push_back(workspace_problems::unreadable(file.change.path, why));
        }
    }

    void differs(ComparedFile& file, int folder)
    {
        const auto there = readWithState(disk_, folder, name_.c_str());
        if (!there) return missing(file, there.error());
        if (!*there) return missing(file, ENOENT);
        file.before = (*there)->before;
        if (file.before.sum == file.after) return; // changed between our two looks, into what we would write
        const auto exported = manifest_.find(file.change.path);
        const bool ours = exported != manifest_.end();
        if (ours && file.before.sum == exported->second) {
            file.change.kind = ChangeKind::Change;
            return;
        }
        if (outputs_.isWrittenOnce(file.change.path)) {
            file.isTheirs = true;
            return;
        }
        file.change.kind = ChangeKind::Conflict;
        file.change.reason = ours ? ConflictReason::EditedByHand : ConflictReason::NotOurs;
        file.change.onDisk = file.before.sum;
    }

    FileSystem& disk_;
    FolderCursor folders_;
    const OutputSource& outputs_;
    const Manifest& manifest_;
    const KnownFiles& known_;
    std::string buffer_ = std::string(4096, '\0');
    std::string name_;
};

// Texts are compared by the batch: a source hands them out one after the other, several threads read the disk.
// What is waited for are thousands of small calls of the system, each far shorter than a thread takes to start.
class BatchComparer {
public:
    BatchComparer(FileSystem& disk, int root, const OutputSource& outputs, const Manifest& manifest,
                  const KnownFiles& known)
    {
        const unsigned threads = disk.allowsThreads() ? std::clamp(std::thread::hardware_concurrency(), 1U, 4U) : 1;
        for (unsigned i = 0; i < threads; ++i)
            comparers_.push_back(std::make_unique<Comparer>(disk, root, outputs, manifest, known));
    }

    void add(std::string_view path, std::string_view text)
    {
        files.emplace_back().change.path = path;
        texts_ += text;
        ends_.push_back(texts_.size());
        if (texts_.size() > largestBatch) compare();
    }

    // What is left of the last batch.
    void compare()
    {
        const std::size_t count = ends_.size();
        const std::size_t first = files.size() - count;
        const std::size_t parts = std::clamp<std::size_t>(count / smallestPart, 1, comparers_.size());
        const auto part = [&](std::size_t number) {
            for (std::size_t at = count * number / parts; at < count * (number + 1) / parts; ++at) {
                const std::size_t start = at == 0 ? 0 : ends_[at - 1];
                comparers_[number]->compare(files[first + at],
                                            std::string_view(texts_).substr(start, ends_[at] - start));
            }
        };
        {
            std::vector<std::jthread> threads;
            for (std::size_t number = 1; number < parts; ++number) threads.emplace_back(part, number);
            part(0);
        }
        texts_.clear();
        ends_.clear();
    }

    [[nodiscard]] Problems problems() const
    {
        Problems all;
        for (const auto& comparer : comparers_)
            all.insert(all.end(), comparer->problems_.begin(), comparer->problems_.end());
        return all;
    }

    std::vector<ComparedFile> files;

private:
    static constexpr std::size_t largestBatch = 16UZ * 1024 * 1024;
    static constexpr std::size_t smallestPart = 128; // files

    std::vector<std::unique_ptr<Comparer>> comparers_;
    std::string texts_;
    std::vector<std::size_t> ends_;
};

} // namespace

std::expected<std::optional<FileOnDisk>, int> readWithState(FileSystem& disk, int folder, const char* name)
{
    struct stat status = {};
    if (disk.status(folder, name, status) != 0) {
        if (errno == ENOENT) return std::nullopt;
        return std::unexpected(errno);
    }
    auto text = readFile(disk, folder, name, largestReplaced);
    if (!text) return std::unexpected(text.error());
    const Before before = Before::of(status, sha256(*text));
    return FileOnDisk{*std::move(text), before};
}

namespace {

std::expected<Comparison, Problems> compareWith(const KnownFiles& known, FileSystem& disk, int root,
                                                const OutputSource& outputs)
{
    Comparison comparison;
    auto manifest = readFile(disk, root, std::string(manifestPath).c_str(), largestReplaced);
    if (!manifest && manifest.error() != ENOENT)
        return std::unexpected(Problems{workspace_problems::unreadable(manifestPath, manifest.error())});
    if (manifest) {
        auto parsed = parseManifest(*manifest);
        comparison.manifestIsReadable = parsed.has_value();
        if (parsed) comparison.manifest = *std::move(parsed);
        comparison.manifestOnDisk = *std::move(manifest);
    }

    BatchComparer batches(disk, root, outputs, comparison.manifest, known);
    outputs.forEach([&](std::string_view path, std::string_view text) { batches.add(path, text); });
    batches.compare();
    if (Problems problems = batches.problems(); !problems.empty()) return std::unexpected(std::move(problems));
    comparison.files = std::move(batches.files);
    const std::size_t given = comparison.files.size();
    const auto byPath = [](const ComparedFile& file) -> std::string_view { return file.change.path; };
    if (!std::ranges::is_sorted(comparison.files, {}, byPath)) std::ranges::sort(comparison.files, {}, byPath);
    Comparer comparer(disk, root, outputs, comparison.manifest, known);
    std::vector<ComparedFile> dropped;
    std::size_t at = 0;
    for (const auto& [path, sum] : comparison.manifest) {
        while (at < given && comparison.files[at].change.path < path) ++at;
        if (at < given && comparison.files[at].change.path == path) continue;
        // A manifest is a file like any other and may say anything: nothing outside or of the project itself is
        // removed.
        if (!isSafePath(path) || isProjectFile(path)) continue;
        if (outputs.isHeld(path))
            comparison.held.emplace_hint(comparison.held.end(), path, sum);
        else
            comparer.dropped(path, sum, dropped);
    }
    if (!comparer.problems_.empty()) return std::unexpected(std::move(comparer.problems_));
    std::ranges::move(dropped, std::back_inserter(comparison.files));
    std::ranges::inplace_merge(comparison.files, comparison.files.begin() + static_cast<std::ptrdiff_t>(given), {},
                               byPath);
    return comparison;
}

} // namespace

std::expected<Comparison, Problems> compareOutputs(FileSystem& disk, int root, const OutputSource& outputs)
{
    return compareWith(KnownFiles::read(disk, root), disk, root, outputs);
}

void noteKnownFiles(FileSystem& disk, int root, int own, const OutputSource& outputs)
{
    const auto time = KnownFiles::nextDiskTime(disk, own);
    if (!time) return;
    const auto comparison = compareWith(KnownFiles::read(disk, root), disk, root, outputs);
    if (!comparison) return;
    std::vector<KnownFiles::File> known;
    // What was put in place within this tick of the clock could change once more and look the same.
    for (const ComparedFile& file : comparison->files)
        if (file.change.kind == ChangeKind::Unchanged && file.seen && file.seen->modified < *time &&
            file.seen->changed < *time)
            known.push_back({file.change.path, *file.seen, file.after});
    KnownFiles::write(disk, own, known);
}

Changes Comparison::changes() const
{
    Changes result;
    result.files.reserve(files.size());
    for (const ComparedFile& file : files) result.files.push_back(file.change);
    auto list = unreadableManifest();
    const std::size_t leftAlone = result.count(ChangeKind::Unchanged) + result.count(ChangeKind::Conflict);
    if (!list && leftAlone == files.size() && manifestAfter(*this, {}) != manifest)
        list = Change{std::string(manifestPath), manifestOnDisk ? ChangeKind::Change : ChangeKind::Add};
    if (list) {
        const auto place = std::ranges::lower_bound(result.files, list->path, {}, &Change::path);
        result.files.insert(place, *std::move(list));
        result.manifest = manifestText(manifestAfter(*this, {}));
    }
    return result;
}

std::optional<Change> Comparison::unreadableManifest() const
{
    if (manifestIsReadable) return {};
    return Change{std::string(manifestPath), ChangeKind::Conflict, ConflictReason::Unreadable, sha256(*manifestOnDisk)};
}

bool isWritten(const Change& change, const Decisions& decisions)
{
    if (change.kind == ChangeKind::Unchanged) return false;
    if (change.kind != ChangeKind::Conflict) return true;
    if (change.reason == ConflictReason::NotAFile) return false;
    return decisionOn(change, decisions) == Decision::Overwrite;
}

Manifest manifestAfter(const Comparison& comparison, const Decisions& decisions)
{
    Manifest after = comparison.held;
    const auto note = [&](const std::string& path, const Sha256& sum) {
        after.emplace_hint(comparison.held.empty() ? after.end() : after.upper_bound(path), path, sum);
    };
    auto old = comparison.manifest.begin();
    const auto end = comparison.manifest.end();
    // A file that is gone, and that nothing generates any more, is forgotten.
    for (const ComparedFile& file : comparison.files) {
        const Change& change = file.change;
        while (old != end && old->first < change.path) ++old;
        const bool wasOurs = old != end && old->first == change.path;
        const bool dropped = change.kind == ChangeKind::Remove || change.reason == ConflictReason::EditedThenDropped;
        if (dropped) {
            // Kept by decision, it is its editor's from now on; without a decision it is asked about again.
            if (change.kind == ChangeKind::Conflict && !decisionOn(change, decisions)) note(change.path, old->second);
        } else if (change.kind == ChangeKind::Conflict ? isWritten(change, decisions) : !file.isTheirs) {
            note(change.path, file.after);
        } else if (wasOurs) {
            note(change.path, old->second);
        }
    }
    after.insert(comparison.sources.begin(), comparison.sources.end());
    return after;
}

bool isProjectFile(std::string_view path)
{
    return path == "n3x.yaml" || path == "profiles" || path.starts_with("profiles/") || path == ".n3x" ||
           path.starts_with(".n3x/");
}

} // namespace n3x
