// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/types/text.h"

#include <compare>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace n3x {

// A span of time with its unit, as systemd.time(7) writes it: one whole number and ms, s, min, h or d.
// 1000ms and 1s are the same value; text() uses the largest unit that divides it.
class Duration {
public:
    [[nodiscard]] static std::expected<Duration, Refusal> parse(std::string_view text);
    [[nodiscard]] static constexpr Duration milliseconds(std::uint64_t count) { return Duration(count); }

    [[nodiscard]] constexpr std::uint64_t inMilliseconds() const { return milliseconds_; }
    [[nodiscard]] std::string text() const;
    void appendTo(std::string& out) const;

    friend constexpr auto operator<=>(const Duration&, const Duration&) = default;

private:
    constexpr explicit Duration(std::uint64_t count) : milliseconds_(count) {}

    std::uint64_t milliseconds_;
};

} // namespace n3x
