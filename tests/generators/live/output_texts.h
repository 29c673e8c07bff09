// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "generators/live/live_engine.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

// What a generation holds, for tests that compare two of them.
namespace n3x::test {

using Texts = std::map<std::string, std::string>; // by path

inline Texts textsOf(const OutputTree& tree)
{
    Texts texts;
    tree.forEach([&](std::string_view path, const FileText& text) { texts.emplace(path, text.text()); });
    return texts;
}

// What `changed` has to hold, in order, found the slow way.
inline std::vector<std::string> difference(const Texts& before, const Texts& after)
{
    std::vector<std::string> paths;
    for (const auto& [path, text] : before) {
        const auto now = after.find(path);
        if (now == after.end() || now->second != text) paths.push_back(path);
    }
    for (const auto& [path, text] : after)
        if (!before.contains(path)) paths.push_back(path);
    std::ranges::sort(paths);
    return paths;
}

} // namespace n3x::test
