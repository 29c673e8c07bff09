// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/source_lines.h"

namespace n3x::cli {
namespace {

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r')) line.remove_suffix(1);
        lines.push_back(line);
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
    return lines;
}

} // namespace

std::string_view SourceLines::line(const std::string& file, int number)
{
    auto known = lines_.find(file);
    if (known == lines_.end()) {
        const auto source = sources_.find(file);
        known =
            lines_.emplace(file, source == sources_.end() ? std::vector<std::string_view>() : linesOf(source->second))
                .first;
    }
    const auto at = static_cast<std::size_t>(number - 1); // 0 is beyond the end
    return at < known->second.size() ? known->second[at] : std::string_view();
}

} // namespace n3x::cli
