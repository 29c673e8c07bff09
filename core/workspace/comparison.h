// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/problem.h"
#include "core/workspace/changes.h"
#include "core/workspace/known_files.h"
#include "core/workspace/manifest.h"
#include "core/workspace/transaction.h"

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace n3x {

// A change with what an export needs to carry it out.
struct ComparedFile {
    Change change;
    Sha256 after = {}; // of the new text; not of a removal
    Before before;     // only where the file is there and differs
    bool isTheirs = false;             // written once, and somebody else's since
    std::optional<FileSignature> seen; // just before it was read, and found unchanged
};

struct Comparison {
    std::vector<ComparedFile> files; // in byte order of paths
    Manifest manifest;               // as the last export left it
    Manifest sources;                // the project's own files that the outputs follow from
    Manifest held;                   // the part of it that is neither written nor removed this time
    std::optional<std::string> manifestOnDisk;
    bool manifestIsReadable = true;

    [[nodiscard]] Changes changes() const;
    // The manifest as a conflict, where it says something that this version cannot read.
    [[nodiscard]] std::optional<Change> unreadableManifest() const;
};

// The new texts, the last manifest and the disk side by side. Problems are for paths that nothing may be written to,
// and for files that cannot be read.
[[nodiscard]] std::expected<Comparison, Problems> compareOutputs(FileSystem& disk, int root,
                                                                 const OutputSource& outputs);

// Reads what was exported once more, and notes what need not be read again until it changes.
void noteKnownFiles(FileSystem& disk, int root, int own, const OutputSource& outputs);

// What the manifest says after an export in which these decisions were taken.
[[nodiscard]] Manifest manifestAfter(const Comparison& comparison, const Decisions& decisions);

// Whether an export does something with the file: a conflict only where that was decided and is possible.
[[nodiscard]] bool isWritten(const Change& change, const Decisions& decisions);

// Whether the file belongs to the project itself (its sources, what stands in .n3x) and never to an export.
[[nodiscard]] bool isProjectFile(std::string_view path);

// A regular file as it stands, with what tells later whether it is still the same; nothing where there is none.
struct FileOnDisk {
    std::string text;
    Before before;
};
[[nodiscard]] std::expected<std::optional<FileOnDisk>, int> readWithState(FileSystem& disk, int folder,
                                                                          const char* name);

} // namespace n3x
