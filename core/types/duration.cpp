// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/types/duration.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace n3x {
namespace {

struct Unit {
    std::string_view name;
    std::uint64_t milliseconds;
};

// Largest first, so that text() finds the shortest form.
constexpr std::array units{Unit{"d", 86'400'000}, Unit{"h", 3'600'000}, Unit{"min", 60'000}, Unit{"s", 1'000},
                           Unit{"ms", 1}};

constexpr std::uint64_t longest = 365ULL * 86'400'000;

} // namespace

std::expected<Duration, Refusal> Duration::parse(std::string_view text)
{
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc()) {
        const std::string_view name(end, text.data() + text.size());
        for (const Unit& unit : units)
            if (name == unit.name && number <= longest / unit.milliseconds) return Duration(number * unit.milliseconds);
    }
    return std::unexpected(Refusal{
        {N3X_TEXT("“%1” is not a time with its unit."), {std::string(text)}},
        N3X_TEXT("Write a whole number and a unit (ms, s, min, h, d), such as 100ms or 12h, of at most 365d.")});
}

std::string Duration::text() const
{
    std::string out;
    appendTo(out);
    return out;
}

void Duration::appendTo(std::string& out) const
{
    const auto divides = [this](const Unit& unit) { return milliseconds_ % unit.milliseconds == 0; };
    const Unit& unit = milliseconds_ == 0 ? units.back() : *std::ranges::find_if(units, divides);
    std::array<char, 20> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), milliseconds_ / unit.milliseconds).ptr;
    out.append(digits.data(), end).append(unit.name);
}

} // namespace n3x
