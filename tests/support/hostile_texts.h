// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <vector>

namespace n3x::test {

// Some 250 different texts that have broken a writer or a reader somewhere: quotes, line ends, interpolations,
// comments, words that a language takes for something else, bytes that are no text. Always the same, in the same order.
[[nodiscard]] std::vector<std::string> hostileTexts();

} // namespace n3x::test
