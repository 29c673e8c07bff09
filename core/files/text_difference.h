// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace n3x {

enum class LineSide : std::uint8_t { Same, Gone, New };

struct ComparedLine {
    LineSide side = LineSide::Same;
    std::string text; // with its line end, which the last one may lack

    friend bool operator==(const ComparedLine&, const ComparedLine&) = default;
};

// The lines of both texts in one order, a difference of few lines.
[[nodiscard]] std::vector<ComparedLine> comparedLines(std::string_view before, std::string_view after);

} // namespace n3x
