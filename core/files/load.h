// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/files/source_map.h"
#include "core/model/problem.h"

#include <expected>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace n3x {

// The bytes of a project's own files by their path in its folder: "n3x.yaml", "profiles/vlans.yaml".
// Other paths are ignored.
using SourceText = std::map<std::string, std::string>;

// Whose file was missing or could not be read to its end: what is wrong with the object that came of it says nothing.
struct Unread {
    bool project = false;
    std::set<std::string, std::less<>> profiles;

    // Whether the path leads into one of them.
    [[nodiscard]] bool holds(const ObjectPath& path) const;
};

struct LoadedProject {
    Project project;
    Problems problems;   // of the files themselves, sorted by file, line, column; check() finds the others
    SourceMap positions;
    // Files that say something the project cannot hold (unknown keys, syntax errors, a newer format):
    // writing them from the project would lose it.
    std::vector<std::string> unsafeToSave;
    std::vector<std::string> filesWithComments; // writing these loses the comments
    Unread unread;
    std::vector<std::string> filesWithoutFormat; // read as what their place says, for want of a word of their own
};

// Reads as much as there is to understand and reports all that is wrong at once. Never throws.
[[nodiscard]] LoadedProject loadProject(const SourceText& files);

// What nothing may be generated from, because its file says more than was understood, or does not say what it is.
// Its earlier outputs stay.
struct Withheld {
    bool everything = false; // n3x.yaml: nobody knows which profiles it lists
    std::set<std::string, std::less<>> profiles;
    Unread unread = {}; // of these, what was not read to its end

    [[nodiscard]] bool holds(std::string_view profile) const { return everything || profiles.contains(profile); }
};
[[nodiscard]] Withheld withheld(const LoadedProject& loaded);

// One file of a hardware catalogue. The target's name is that of the file, without folder and ending.
[[nodiscard]] std::expected<HardwareTarget, Problems> loadHardwareTarget(std::string_view file, std::string_view text);

// Limits of a project file.
inline constexpr std::size_t largestFile = 16UZ * 1024 * 1024;
inline constexpr int deepestNesting = 64;
inline constexpr std::size_t mostAliasedValues = 1'000'000; // what all aliases of a file stand for

} // namespace n3x
