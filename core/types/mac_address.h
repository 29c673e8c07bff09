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

// The address of one NIC: six bytes, written with colons or dashes, kept in lower case with colons.
// Group addresses (IEEE 802 first bit) and all zeros name no NIC and are refused.
class MacAddress {
public:
    [[nodiscard]] static std::expected<MacAddress, Refusal> parse(std::string_view text);
    // Six bytes in writing order, for addresses that the studio makes up; the caller keeps the group bit clear.
    [[nodiscard]] static MacAddress of(const std::array<std::uint8_t, 6>& bytes) { return MacAddress(bytes); }

    [[nodiscard]] const std::array<std::uint8_t, 6>& bytes() const { return bytes_; }
    [[nodiscard]] std::string text() const;

    friend auto operator<=>(const MacAddress&, const MacAddress&) = default;

private:
    explicit MacAddress(const std::array<std::uint8_t, 6>& bytes) : bytes_(bytes) {}

    std::array<std::uint8_t, 6> bytes_;
};

} // namespace n3x
