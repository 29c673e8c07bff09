// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <vector>

namespace n3x::test {

// Two hundred texts that have broken somebody's quoting: quotes, ${, '', %, #, line breaks, right-to-left marks, NUL,
// four-byte UTF-8, texts that YAML takes for something else, escapes of Nix, metacharacters of shells. All are UTF-8.
[[nodiscard]] const std::vector<std::string>& hostileStrings();

} // namespace n3x::test
