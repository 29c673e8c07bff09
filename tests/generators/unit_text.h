// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace n3x {

// Section → key → values in order, as systemd.syntax(7) reads a unit without continuation lines.
using UnitValues = std::map<std::string, std::map<std::string, std::vector<std::string>>>;

inline UnitValues parseUnit(std::string_view text)
{
    UnitValues values;
    std::map<std::string, std::vector<std::string>>* section = nullptr;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty() || line.front() == '#') continue;
        if (line.front() == '[') {
            section = &values[std::string(line.substr(1, line.size() - 2))];
            continue;
        }
        const std::size_t equals = line.find('=');
        (*section)[std::string(line.substr(0, equals))].emplace_back(line.substr(equals + 1));
    }
    return values;
}

} // namespace n3x
