// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/types/text.h"

#include <array>
#include <compare>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace n3x {

enum class Family : std::uint8_t { IPv4, IPv6 };

// One IPv4 address (four decimal parts, no leading zeros: RFC 6943 §3.1.1) or IPv6 address
// (RFC 4291 §2.2, without a zone). text() is the canonical form (RFC 5952 for IPv6).
class IpAddress {
public:
    [[nodiscard]] static std::expected<IpAddress, Refusal> parse(std::string_view text);
    [[nodiscard]] static IpAddress v4(std::uint32_t bits);
    [[nodiscard]] static IpAddress v6(const std::array<std::uint8_t, 16>& bytes);

    [[nodiscard]] Family family() const { return family_; }
    [[nodiscard]] int bitCount() const { return family_ == Family::IPv4 ? 32 : 128; }

    // Network byte order; an IPv4 address fills the first four bytes, the rest is zero.
    [[nodiscard]] const std::array<std::uint8_t, 16>& bytes() const { return bytes_; }

    [[nodiscard]] std::string text() const;
    void appendTo(std::string& out) const;

    friend auto operator<=>(const IpAddress&, const IpAddress&) = default;

private:
    IpAddress(Family family, const std::array<std::uint8_t, 16>& bytes) : family_(family), bytes_(bytes) {}

    Family family_;
    std::array<std::uint8_t, 16> bytes_;
};

} // namespace n3x
