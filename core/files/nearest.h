// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace n3x {

// How many letters two words differ by: inserted, left out, replaced, or two neighbours swapped.
[[nodiscard]] std::size_t letterDistance(std::string_view one, std::string_view two);

// The candidate that was probably meant. The distance allowed grows with the word: a third of its letters, at
// least one. The first of several equally near ones.
[[nodiscard]] std::optional<std::string> nearest(std::string_view word, std::span<const std::string_view> candidates);
[[nodiscard]] std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates);

} // namespace n3x
