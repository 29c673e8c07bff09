// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/workspace/sha256.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace n3x {

// What an export writes: path in the repository → text. core knows no generators, so whoever holds an output
// tree adapts it. Paths come with '/', in byte order, each once.
class OutputSource {
public:
    virtual ~OutputSource() = default;

    using Visit = std::function<void(std::string_view path, std::string_view text)>;
    virtual void forEach(const Visit& visit) const = 0;

    // A file that is not given now only because its profile has errors: it is neither removed nor reported.
    [[nodiscard]] virtual bool isHeld(std::string_view path) const;
    // A file to begin with, that other programs write from then on: once it differs from what was exported it counts as
    // unchanged, whatever is given now. Asked from several threads.
    [[nodiscard]] virtual bool isWrittenOnce(std::string_view path) const;

protected:
    OutputSource() = default;
    OutputSource(const OutputSource&) = default;
    OutputSource& operator=(const OutputSource&) = default;
};

// The simplest source: a map.
using OutputMap = std::map<std::string, std::string, std::less<>>;
class MapSource final : public OutputSource {
public:
    explicit MapSource(OutputMap files) : files_(std::move(files)) {}
    void forEach(const Visit& visit) const override;

private:
    OutputMap files_;
};

enum class ChangeKind : std::uint8_t { Add, Change, Remove, Unchanged, Conflict };

// Why a file is a conflict: the export leaves it alone until somebody decides.
enum class ConflictReason : std::uint8_t {
    None,
    EditedByHand, // generated earlier, and what stands on disk is neither that nor the new text
    EditedThenDropped, // the same, but nothing generates it any more; Overwrite removes it
    NotOurs, // there before the export, never written by it, and different
    Unreadable, // the list of exported files itself; until it is made anew nothing is exported at all
    NotAFile, // a folder, a symbolic link, a device: never overwritten, whatever is decided
};

// What an export would do to one file.
struct Change {
    std::string path; // in the project's folder, with '/'
    ChangeKind kind = ChangeKind::Unchanged;
    ConflictReason reason = ConflictReason::None;
    std::optional<Sha256> onDisk = std::nullopt; // of a conflict: what stands there, for which somebody decides

    friend bool operator==(const Change&, const Change&) = default;
};

// What an export would do, compared with the disk, in byte order of paths. The list of exported files is among them
// only where it cannot be read, or where it is all that an export writes: the project's own files changed and no
// output.
struct Changes {
    std::vector<Change> files;

    std::string manifest; // where the list of exported files is among them: as it would be written

    [[nodiscard]] std::size_t count(ChangeKind kind) const;
    [[nodiscard]] const Change* find(std::string_view path) const;

    friend bool operator==(const Changes&, const Changes&) = default;
};

// What to do with a file in conflict. A path without a decision is kept, and stays a conflict.
enum class Decision : std::uint8_t { Keep, Overwrite };
struct Decided {
    Decided(Decision what = Decision::Keep, std::optional<Sha256> standing = std::nullopt)
        : decision(what), onDisk(standing)
    {
    }

    Decision decision;
    std::optional<Sha256> onDisk; // what stood there then; nothing: whatever stands there

    friend bool operator==(const Decided&, const Decided&) = default;
};
using Decisions = std::map<std::string, Decided, std::less<>>;

// Nothing where it was not decided on the file as it stands there now.
[[nodiscard]] std::optional<Decision> decisionOn(const Change& change, const Decisions& decisions);

} // namespace n3x
