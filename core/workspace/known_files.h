// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/workspace/file_system.h"
#include "core/workspace/sha256.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace n3x {

// What the disk says of a file without opening it. Whoever changes the contents changes this too, except within one
// tick of the disk's clock.
struct FileSignature {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::int64_t size = 0;
    std::int64_t modified = 0; // nanoseconds
    std::int64_t changed = 0;  // nanoseconds; of contents or anything else, and nobody can set it

    [[nodiscard]] static FileSignature of(const struct stat& status);
    friend bool operator==(const FileSignature&, const FileSignature&) = default;
};

// A note beside a large project, `.n3x/cache/files`: the files whose contents were read after the last export, with
// what the disk said of them just before. One that the disk still says the same of need not be read again. Losing the
// note costs time and nothing else; it is this machine's own and never committed.
class KnownFiles {
public:
    struct File {
        std::string_view path; // in a text that the note keeps, or whoever writes it
        FileSignature signature;
        Sha256 sum = {};
    };

    // From how many files on there is a note: few are read sooner than it is kept up.
    static constexpr std::size_t fewest = 512;

    // Nothing is known where there is no note, or where it is not whole.
    [[nodiscard]] static KnownFiles read(FileSystem& disk, int root);

    [[nodiscard]] const File* find(std::string_view path) const;
    [[nodiscard]] std::size_t size() const { return files_.size(); }

    // The disk's own clock once it has gone on, from a file that is made for it below `own`, the open `.n3x`: a file
    // that was changed before then and is read after it cannot change again without a new signature. Waits for 50 ms
    // at most; a coarser clock gives the time it stands at. Nothing where the disk refuses.
    [[nodiscard]] static std::optional<std::int64_t> nextDiskTime(FileSystem& disk, int own);
    // `files` in byte order of their paths. What the disk refuses is let go: there is no note then.
    static void write(FileSystem& disk, int own, const std::vector<File>& files);

private:
    std::string text_;
    std::vector<File> files_;
};

} // namespace n3x
