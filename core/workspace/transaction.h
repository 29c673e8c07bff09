// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/workspace/file_system.h"
#include "core/workspace/sha256.h"

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Many files replaced as one step. What stands where after a crash:
//
//   .n3x/staging/          the new texts, numbered, and the plan. Without a journal nothing has been touched yet:
//                          the next writer throws it away.
//   .n3x/journal           the plan, moved here after everything in staging was flushed. From then on the step
//                          will be done: the next writer moves what is left in staging into its place.
//
// Each file is replaced by one rename, so a reader sees the old text or the new one.
namespace n3x {

// What stood at a path when the step was decided. Somebody else's change in between is never overwritten.
struct Before {
    std::optional<Sha256> sum; // nothing: there was no file
    std::uint64_t inode = 0;
    std::int64_t size = 0;
    std::int64_t modified = 0; // nanoseconds
    mode_t mode = 0;

    [[nodiscard]] static Before of(const struct stat& status, const Sha256& sum);
};

class Transaction {
public:
    // `root` is the project's open folder, `own` its open `.n3x`; both outlive the transaction.
    Transaction(FileSystem& disk, int root, int own) : disk_(disk), root_(root), own_(own) {}

    // `text` stays valid until stage() returns. Paths are safe ones, each at most once.
    void write(std::string_view path, std::string_view text, const Sha256& sum, const Before& before);
    void remove(std::string_view path, const Before& before);
    [[nodiscard]] std::size_t size() const { return steps_.size(); }

    // Writes and flushes everything beside the old files. Where that fails nothing was touched and nothing is left
    // over, unless the journal cannot be taken back: then the next recover() goes on. Refused while a journal stands,
    // which is somebody else's and stays.
    [[nodiscard]] std::expected<void, DiskError> stage();

    // Puts it in place. Gives the paths that somebody changed since and that were left alone; where it fails the next
    // recover() goes on.
    [[nodiscard]] std::expected<std::vector<std::string>, DiskError> apply();

    // The step of a journal; nothing where the text is no whole journal.
    [[nodiscard]] static std::optional<Transaction> fromJournal(FileSystem& disk, int root, int own,
                                                                std::string_view text);

private:
    struct Step {
        std::string path;
        std::string_view text; // of a write, until it is staged
        bool isWrite = true;
        Sha256 after = {};
        Before before;
        std::string number; // its name in staging
    };
    enum class Outcome : std::uint8_t { Done, Kept, Failed };

    [[nodiscard]] int stageAll();
    [[nodiscard]] int findNewFolders();
    [[nodiscard]] int makeNewFolders();
    [[nodiscard]] Outcome put(const Step& step, int folder, int staging);
    [[nodiscard]] Outcome putNew(const Step& step, int folder, int staging);
    [[nodiscard]] bool isAsBefore(const Step& step, int folder);
    [[nodiscard]] int copyAcross(const Step& step, int folder, int staging);
    [[nodiscard]] int finish();
    [[nodiscard]] std::string journalText() const;

    FileSystem& disk_;
    int root_;
    int own_;
    std::vector<Step> steps_;
    std::vector<std::string> newFolders_; // outermost first
    std::string failedAt_;
    bool wroteJournal_ = false;
    bool fromJournal_ = false; // compare by content: the process that knew inodes and times is gone
};

// What recover() found and did.
struct Recovered {
    bool finished = false; // else undone
    std::size_t fileCount = 0;
    std::vector<std::string> kept;
};

// Whether a step was interrupted after it was decided; reads only.
[[nodiscard]] bool hasJournal(FileSystem& disk, int own);

// Finishes or undoes what an earlier process left; nothing where nothing was left.
[[nodiscard]] std::expected<std::optional<Recovered>, DiskError> recover(FileSystem& disk, int root, int own);

} // namespace n3x
