// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QStringView>

#include <cstddef>
#include <string_view>
#include <vector>

namespace n3x {

// Lines first … last of a text, counted from 0, both included.
struct LineRange {
    int first = 0;
    int last = 0;

    friend bool operator==(const LineRange&, const LineRange&) = default;
};

// The lines of `now` that are not lines of `before` at the same place in the sequence of lines, in order.
// Removed lines mark the line that follows them, or the last one, so that nothing changes unseen.
[[nodiscard]] std::vector<LineRange> changedLines(std::string_view before, std::string_view now);

// How many characters two texts have in common before and behind what differs: whole lines.
struct CommonEnds {
    std::size_t front = 0;
    std::size_t back = 0;
};
[[nodiscard]] CommonEnds commonEnds(QStringView before, QStringView now);

// changedLines of two texts by what stands between their common ends; `above` lines stand before that, and `last` is
// the last line of the whole new text.
[[nodiscard]] std::vector<LineRange> changedBetween(QStringView before, QStringView now, int above, int last);

} // namespace n3x
