// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/preview/changed_lines.h"

#include "core/files/text_lines.h"

#include <dtl/dtl.hpp>

#include <algorithm>
#include <cstring>

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

// A long file is compared at every edit, so what is equal is passed over by whole blocks: of these many units.
constexpr std::size_t block = 1024;

template <class View> bool isEqual(View one, View two)
{
    return std::memcmp(one.data(), two.data(), one.size() * sizeof(typename View::value_type)) == 0;
}

// How many units at the front, and how many at the back, are equal in two texts of one length.
template <class View> std::size_t equalFront(View one, View two)
{
    std::size_t at = 0;
    while (at + block <= one.size() && isEqual(one.substr(at, block), two.substr(at, block))) at += block;
    while (at < one.size() && one[at] == two[at]) ++at;
    return at;
}

template <class View> std::size_t equalBack(View one, View two)
{
    std::size_t left = one.size();
    while (left >= block && isEqual(one.substr(left - block, block), two.substr(left - block, block))) left -= block;
    while (left > 0 && one[left - 1] == two[left - 1]) --left;
    return one.size() - left;
}

// Works for bytes and for UTF-16.
template <class View> CommonEnds commonEndsOf(View before, View now)
{
    constexpr typename View::value_type lineEnd = '\n';
    const std::size_t shorter = std::min(before.size(), now.size());
    std::size_t front = equalFront(before.substr(0, shorter), now.substr(0, shorter));
    front = before.substr(0, front).rfind(lineEnd) + 1; // npos + 1 is 0
    const std::size_t rest = shorter - front;
    std::size_t back = equalBack(before.substr(before.size() - rest), now.substr(now.size() - rest));
    const auto beginsLine = [&](View text) {
        return text.size() - back == front || text[text.size() - back - 1] == lineEnd;
    };
    if (back != 0 && !(beginsLine(before) && beginsLine(now))) {
        const std::size_t end = now.find(lineEnd, now.size() - back);
        back = end == View::npos ? 0 : now.size() - end - 1;
    }
    return {front, back};
}

// The lines between what two texts have in common; `above` lines stand before them, `last` is the last of all.
std::vector<LineRange> changedBetween(std::string_view before, std::string_view now, int above, int last)
{
    const Lines old = linesOf(before);
    const Lines current = linesOf(now);
    const auto size = [](const Lines& lines) { return static_cast<std::ptrdiff_t>(lines.size()); };
    if (size(old) > comparable || size(current) > comparable) {
        if (current.empty()) return {{std::min(above, last), std::min(above, last)}};
        return {{above, above + static_cast<int>(current.size()) - 1}};
    }
    dtl::Diff<std::string_view, Lines> difference(old, current);
    difference.compose();
    std::vector<LineRange> ranges;
    int line = above;
    for (const auto& [text, step] : difference.getSes().getSequence()) {
        if (step.type == dtl::SES_DELETE) {
            mark(ranges, std::min(line, last));
            continue;
        }
        if (step.type == dtl::SES_ADD) mark(ranges, line);
        ++line;
    }
    return ranges;
}

int lastLineOf(std::string_view text)
{
    const auto ends = static_cast<int>(std::ranges::count(text, '\n'));
    return std::max(0, text.ends_with('\n') ? ends - 1 : ends);
}

std::u16string_view units(QStringView text) { return {text.utf16(), static_cast<std::size_t>(text.size())}; }

} // namespace

std::vector<LineRange> changedLines(std::string_view before, std::string_view now)
{
    if (before == now) return {};
    const auto [front, back] = commonEndsOf(before, now);
    return changedBetween(before.substr(front, before.size() - back - front),
                          now.substr(front, now.size() - back - front),
                          static_cast<int>(std::ranges::count(now.substr(0, front), '\n')), lastLineOf(now));
}

std::vector<LineRange> changedBetween(QStringView before, QStringView now, int above, int last)
{
    const QByteArray old = before.toUtf8();
    const QByteArray current = now.toUtf8();
    return changedBetween(std::string_view(old), std::string_view(current), above, last);
}

CommonEnds commonEnds(QStringView before, QStringView now) { return commonEndsOf(units(before), units(now)); }

} // namespace n3x
