// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/figures.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <print>
#include <span>

namespace n3x {

Figures::Figures(int& argumentCount, char** arguments)
{
    const std::span all(arguments, static_cast<std::size_t>(argumentCount));
    const auto dropped =
        std::ranges::remove_if(all, [](std::string_view argument) { return argument == "--no-limits"; });
    isEnforced_ = dropped.empty();
    argumentCount -= static_cast<int>(dropped.size());
    if (!dropped.empty()) arguments[argumentCount] = nullptr; // as main's own list ends
}

void Figures::add(std::string_view work, std::string_view measured, std::string_view goal, double share)
{
    const bool isReached = share <= 1; // not so for what is no number
    isMeasured_ = true;
    isReached_ = isReached_ && isReached;
    std::println("figure | {} | {} | {}{} |", work, measured, goal, isReached ? "" : ", not reached");
    std::fflush(stdout);
}

int Figures::status() const { return !isEnforced_ || (isMeasured_ && isReached_) ? 0 : 1; }

double quantile(std::vector<double> values, double share)
{
    if (values.empty()) return std::nan("");
    std::ranges::sort(values);
    const auto place = static_cast<std::size_t>(share * static_cast<double>(values.size()));
    return values[std::min(values.size() - 1, place)];
}

} // namespace n3x
