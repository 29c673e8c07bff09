// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <vector>

namespace n3x::test {

// The hostile strings, and every mark that a language quotes, expands or ends something with, alone and inside a word,
// and bytes that are no text. Some 400, all different, always in the same order.
[[nodiscard]] std::vector<std::string> hostileTexts();

} // namespace n3x::test
