// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/types/text.h"

#include <charconv>
#include <compare>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace n3x {

// A whole number between two limits that is an identity or a size, not something to calculate with.
// Rule gives `minimum`, `maximum`, `what` (a pattern with %1 for the text) and `advice`.
template <class Rule> class BoundedNumber {
public:
    static constexpr std::uint32_t minimum = Rule::minimum;
    static constexpr std::uint32_t maximum = Rule::maximum;

    [[nodiscard]] static std::expected<BoundedNumber, Refusal> parse(std::string_view text)
    {
        std::uint32_t number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        const bool plain = text.size() == 1 || !text.starts_with('0');
        if (error != std::errc() || end != text.data() + text.size() || !plain) return refuse(text);
        return of(number);
    }

    [[nodiscard]] static std::expected<BoundedNumber, Refusal> of(std::uint32_t number)
    {
        if (number < minimum || number > maximum) return refuse(std::to_string(number));
        return BoundedNumber(number);
    }

    [[nodiscard]] std::uint32_t number() const { return number_; }
    [[nodiscard]] std::string text() const { return std::to_string(number_); }

    friend auto operator<=>(const BoundedNumber&, const BoundedNumber&) = default;

private:
    explicit BoundedNumber(std::uint32_t number) : number_(number) {}

    static std::unexpected<Refusal> refuse(std::string_view text)
    {
        return std::unexpected(Refusal{{Rule::what, {std::string(text)}}, Rule::advice});
    }

    std::uint32_t number_;
};

// IEEE 802.1Q: twelve bits, 0 means "priority only" and 4095 is reserved.
struct VlanIdRule {
    static constexpr std::uint32_t minimum = 1;
    static constexpr std::uint32_t maximum = 4094;
    static constexpr std::string_view what = N3X_TEXT("“%1” is not a VLAN id.");
    static constexpr std::string_view advice = N3X_TEXT("Use a number from 1 to 4094.");
};
using VlanId = BoundedNumber<VlanIdRule>;

// Bytes; from what IPv4 demands of every link (RFC 791) to the largest frame that Linux takes.
struct MtuRule {
    static constexpr std::uint32_t minimum = 68;
    static constexpr std::uint32_t maximum = 65535;
    static constexpr std::string_view what = N3X_TEXT("“%1” is not an MTU in bytes.");
    static constexpr std::string_view advice =
        N3X_TEXT("Use a number from 68 to 65535; Ethernet's usual one is 1500, jumbo frames 9000.");
};
using Mtu = BoundedNumber<MtuRule>;

// How many builds a remote builder runs at once.
struct JobCountRule {
    static constexpr std::uint32_t minimum = 1;
    static constexpr std::uint32_t maximum = 1024;
    static constexpr std::string_view what = N3X_TEXT("“%1” is not a number of jobs.");
    static constexpr std::string_view advice = N3X_TEXT("Use a number from 1 to 1024.");
};
using JobCount = BoundedNumber<JobCountRule>;

} // namespace n3x
