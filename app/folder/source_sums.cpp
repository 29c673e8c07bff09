// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/folder/source_sums.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace n3x {

SourceSums sumsOf(const SourceText& sources)
{
    SourceSums sums;
    for (const auto& [path, text] : sources) sums.emplace(path, sha256(text));
    return sums;
}

std::vector<std::string> differences(const SourceSums& one, const SourceSums& other)
{
    std::vector<SourceSums::value_type> found;
    std::ranges::set_symmetric_difference(one, other, std::back_inserter(found));
    std::set<std::string> paths; // one that both have with another hash was found twice
    for (const auto& [path, sum] : found) paths.insert(path);
    return {paths.begin(), paths.end()};
}

} // namespace n3x
