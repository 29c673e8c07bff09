// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/files/text_lines.h"

#include <algorithm>

namespace n3x {

std::vector<std::string_view> linesWithEnds(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1);
        lines.push_back(text.substr(0, end + 1));
        text.remove_prefix(end + 1);
    }
    return lines;
}

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines = linesWithEnds(text);
    for (std::string_view& line : lines)
        if (line.ends_with('\n')) line.remove_suffix(1);
    return lines;
}

} // namespace n3x
