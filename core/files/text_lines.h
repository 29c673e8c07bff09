// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string_view>
#include <vector>

namespace n3x {

// The lines of a text, which the result points into. A text that ends with a line end has no empty last line.
[[nodiscard]] std::vector<std::string_view> linesOf(std::string_view text);
// The same with their line ends, so that a last line without one is another line.
[[nodiscard]] std::vector<std::string_view> linesWithEnds(std::string_view text);

} // namespace n3x
