// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/unified_diff.h"

#include "core/files/text_difference.h"

#include <algorithm>
#include <format>
#include <vector>

namespace n3x::cli {
namespace {

constexpr std::size_t context = 3;

char signOf(LineSide side) { return side == LineSide::New ? '+' : side == LineSide::Gone ? '-' : ' '; }

std::string range(std::size_t from, std::size_t count)
{
    // Of an empty side, the line before it counts.
    const std::size_t first = count == 0 ? from : from + 1;
    return count == 1 ? std::format("{}", first) : std::format("{},{}", first, count);
}

void printHunk(Stream& stream, const std::vector<ComparedLine>& all, std::size_t from, std::size_t to,
               std::size_t lineBefore, std::size_t lineAfter)
{
    const auto countWithout = [&](LineSide side) {
        return static_cast<std::size_t>(std::count_if(all.begin() + static_cast<std::ptrdiff_t>(from),
                                                      all.begin() + static_cast<std::ptrdiff_t>(to),
                                                      [&](const ComparedLine& line) { return line.side != side; }));
    };
    stream.add(Colour::Cyan, std::format("@@ -{} +{} @@", range(lineBefore, countWithout(LineSide::New)),
                                         range(lineAfter, countWithout(LineSide::Gone))));
    stream.add("\n");
    for (std::size_t at = from; at < to; ++at) {
        const ComparedLine& line = all[at];
        const Colour colour = line.side == LineSide::New    ? Colour::Green
                              : line.side == LineSide::Gone ? Colour::Red
                                                            : Colour::None;
        const bool whole = line.text.ends_with('\n');
        stream.add(colour, signOf(line.side) + line.text.substr(0, line.text.size() - (whole ? 1 : 0)));
        stream.add(whole ? "\n" : "\n\\ No newline at end of file\n");
    }
}

} // namespace

void printUnifiedDiff(Stream& stream, std::string_view path, DiffSide before, DiffSide after)
{
    if (before.exists == after.exists && before.text == after.text) return;
    stream.add(Colour::Bold, before.exists ? std::format("--- a/{}", path) : "--- /dev/null");
    stream.add("\n");
    stream.add(Colour::Bold, after.exists ? std::format("+++ b/{}", path) : "+++ /dev/null");
    stream.add("\n");

    const std::vector<ComparedLine> all = comparedLines(before.text, after.text);
    std::size_t at = 0;
    std::size_t lineBefore = 0;
    std::size_t lineAfter = 0;
    const auto pass = [&](std::size_t to) {
        for (; at < to; ++at) {
            if (all[at].side != LineSide::New) ++lineBefore;
            if (all[at].side != LineSide::Gone) ++lineAfter;
        }
    };
    while (true) {
        const auto changed = [&](std::size_t from) {
            while (from < all.size() && all[from].side == LineSide::Same) ++from;
            return from;
        };
        const std::size_t first = changed(at);
        if (first == all.size()) return;
        std::size_t last = first + 1; // behind the hunk's last change
        for (std::size_t next = changed(last); next < all.size() && next - last <= 2 * context; next = changed(last))
            last = next + 1;
        pass(first > at + context ? first - context : at);
        const std::size_t end = std::min(all.size(), last + context);
        printHunk(stream, all, at, end, lineBefore, lineAfter);
        pass(end);
    }
}

} // namespace n3x::cli
