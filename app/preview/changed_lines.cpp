// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/preview/changed_lines.h"

#include <dtl/dtl.hpp>

#include <algorithm>

namespace n3x {
namespace {

using Lines = std::vector<std::string_view>;

// Beyond this many differing lines on a side, finding the smallest difference costs more than a frame;
// the whole stretch is then marked.
constexpr std::ptrdiff_t comparable = 2000;

void mark(std::vector<LineRange>& ranges, int line)
{
    if (!ranges.empty() && ranges.back().last >= line - 1)
        ranges.back().last = std::max(ranges.back().last, line);
    else
        ranges.push_back({line, line});
}

} // namespace

std::vector<std::string_view> linesOf(std::string_view text)
{
    Lines lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        lines.push_back(text.substr(0, end));
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
    return lines;
}

std::vector<LineRange> changedLines(std::string_view before, std::string_view now)
{
    if (before == now) return {};
    const Lines old = linesOf(before);
    const Lines current = linesOf(now);
    const auto [oldFront, currentFront] = std::ranges::mismatch(old, current);
    auto oldBack = old.end();
    auto currentBack = current.end();
    while (oldBack != oldFront && currentBack != currentFront && *(oldBack - 1) == *(currentBack - 1)) {
        --oldBack;
        --currentBack;
    }
    const int start = static_cast<int>(currentFront - current.begin());
    const int lastLine = std::max(0, static_cast<int>(current.size()) - 1);
    std::vector<LineRange> ranges;
    if (oldBack - oldFront > comparable || currentBack - currentFront > comparable) {
        if (currentFront != currentBack)
            ranges.push_back({start, static_cast<int>(currentBack - current.begin()) - 1});
        else
            ranges.push_back({std::min(start, lastLine), std::min(start, lastLine)});
        return ranges;
    }
    dtl::Diff<std::string_view, Lines> difference(Lines(oldFront, oldBack), Lines(currentFront, currentBack));
    difference.compose();
    int line = start;
    for (const auto& [text, step] : difference.getSes().getSequence()) {
        if (step.type == dtl::SES_DELETE) {
            mark(ranges, std::min(line, lastLine));
            continue;
        }
        if (step.type == dtl::SES_ADD) mark(ranges, line);
        ++line;
    }
    return ranges;
}

} // namespace n3x
