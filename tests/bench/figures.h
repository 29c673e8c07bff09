// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace n3x {

// What a bench measured beside what is to be reached. Each figure is a line on the standard output, from which
// tests/bench/figures.py makes the table of README.md.
class Figures {
public:
    // Takes --no-limits out of the arguments: what is missed is then said, but fails nothing.
    Figures(int& argumentCount, char** arguments);

    // `share` is what was measured as a part of what is allowed: up to 1 the figure is reached.
    void add(std::string_view work, std::string_view measured, std::string_view goal, double share);

    // The program's exit status: 1 when a figure was missed, or none was measured.
    [[nodiscard]] int status() const;

private:
    bool isEnforced_ = true;
    bool isReached_ = true;
    bool isMeasured_ = false;
};

// Of the values in order, the one below which `share` of them lie: the upper one where it falls between two.
[[nodiscard]] double quantile(std::vector<double> values, double share);

[[nodiscard]] inline double median(std::vector<double> values) { return quantile(std::move(values), 0.5); }

} // namespace n3x
