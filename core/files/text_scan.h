// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace n3x {

// What stands in the way before a YAML parser may look at a file. Each is the byte at which it begins.
struct TextFlaws {
    std::optional<std::size_t> notUtf8;
    std::optional<std::size_t> control; // what YAML does not allow anywhere: C0 and C1 controls, U+FFFE
};

[[nodiscard]] TextFlaws textFlaws(std::string_view text);

// Where brackets open without closing, far beyond what is allowed; the full parser would not survive it.
[[nodiscard]] std::optional<std::size_t> deepFlow(std::string_view text);

// Where the first line begins that a merge leaves in a file whose conflict nobody has solved.
[[nodiscard]] std::optional<std::size_t> conflictMark(std::string_view text);

// What can be seen line by line.
struct LineFacts {
    std::vector<int> tabLines; // indented with a tab, counted from 1
    bool hasComments = false;
};

[[nodiscard]] LineFacts lineFacts(std::string_view text);

// Line and column from 1, columns in bytes.
[[nodiscard]] std::pair<int, int> lineAndColumn(std::string_view text, std::size_t offset);

} // namespace n3x
