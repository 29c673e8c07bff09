// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <vector>

namespace n3x::test {

// Texts that have broken somebody's quoting: quotes, ${, '', %, #, line breaks, right-to-left marks, NUL, four-byte
// UTF-8, texts that YAML takes for something else, escapes of Nix, metacharacters of shells; every mark that a language
// quotes, expands or ends something with, alone and inside a word; and bytes that are no text. Some 400, all different,
// always in the same order.
[[nodiscard]] const std::vector<std::string>& hostileTexts();

// Those that are UTF-8.
[[nodiscard]] const std::vector<std::string>& hostileStrings();

} // namespace n3x::test
