// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/source_lines.h"

#include "core/files/text_lines.h"

namespace n3x::cli {

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
    if (at >= known->second.size()) return {};
    const std::string_view line = known->second[at];
    return line.substr(0, line.size() - (line.ends_with('\r') ? 1 : 0));
}

} // namespace n3x::cli
