// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/files/nearest.h"

#include <algorithm>

namespace n3x {
namespace {

constexpr std::size_t longestWord = 128; // names are shorter; comparing novels would take quadratic time

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

template <class Candidates> std::optional<std::string> nearestOf(std::string_view word, const Candidates& candidates)
{
    const std::size_t allowed = std::max<std::size_t>(1, word.size() / 3);
    std::optional<std::string> best;
    std::size_t smallest = allowed + 1;
    for (const std::string_view candidate : candidates) {
        const std::size_t difference =
            std::max(word.size(), candidate.size()) - std::min(word.size(), candidate.size());
        if (difference >= smallest || candidate == word) continue;
        const std::size_t distance = letterDistance(word, candidate);
        if (distance >= smallest) continue;
        smallest = distance;
        best = std::string(candidate);
    }
    return best;
}

} // namespace

std::size_t letterDistance(std::string_view one, std::string_view two)
{
    if (one.size() > longestWord || two.size() > longestWord) return std::max(one.size(), two.size());
    std::vector<std::size_t> before(two.size() + 1), last(two.size() + 1), now(two.size() + 1);
    for (std::size_t column = 0; column <= two.size(); ++column) last[column] = column;
    for (std::size_t row = 1; row <= one.size(); ++row) {
        now[0] = row;
        for (std::size_t column = 1; column <= two.size(); ++column) {
            const bool same = lower(one[row - 1]) == lower(two[column - 1]);
            now[column] = std::min({last[column] + 1, now[column - 1] + 1, last[column - 1] + (same ? 0U : 1U)});
            const bool swapped = row > 1 && column > 1 && lower(one[row - 1]) == lower(two[column - 2]) &&
                                 lower(one[row - 2]) == lower(two[column - 1]);
            if (swapped) now[column] = std::min(now[column], before[column - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, now);
    }
    return last[two.size()];
}

std::optional<std::string> nearest(std::string_view word, std::span<const std::string_view> candidates)
{
    return nearestOf(word, candidates);
}

std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates)
{
    return nearestOf(word, candidates);
}

} // namespace n3x
