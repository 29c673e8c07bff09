// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/workspace/file_system.h"

#include <string>
#include <vector>

// Names in `.n3x` while a step is under way, and its undoing; see transaction.h.
namespace n3x {

inline constexpr const char* stagingName = "staging";
inline constexpr const char* journalName = "journal";
inline constexpr const char* planName = "plan";       // in staging: the journal before it counts
inline constexpr const char* foldersName = "folders"; // in staging: folders that the step makes, outermost first

// Files of a project are texts; what is larger than this is none that we wrote or will replace.
inline constexpr std::size_t largestReplaced = 256UZ * 1024 * 1024;

[[nodiscard]] std::string foldersText(const std::vector<std::string>& folders);

// Takes away the staging folder and everything in it. Gives the errno of what refused, else 0.
[[nodiscard]] int clearStaging(FileSystem& disk, int own);

// The same, and the empty folders that were made for what was staged. `count` is how many files were staged.
[[nodiscard]] int undoStaging(FileSystem& disk, int root, int own, std::size_t* count = nullptr);

} // namespace n3x
