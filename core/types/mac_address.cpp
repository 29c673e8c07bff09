// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/types/mac_address.h"

#include <algorithm>

namespace n3x {
namespace {

int hexDigit(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

} // namespace

std::expected<MacAddress, Refusal> MacAddress::parse(std::string_view text)
{
    std::array<std::uint8_t, 6> bytes{};
    bool readable = text.size() == 17 && (text[2] == ':' || text[2] == '-');
    for (std::size_t at = 0; readable && at < 6; ++at) {
        const int high = hexDigit(text[3 * at]);
        const int low = hexDigit(text[3 * at + 1]);
        readable = high >= 0 && low >= 0 && (at == 5 || text[3 * at + 2] == text[2]);
        bytes[at] = static_cast<std::uint8_t>(16 * high + low);
    }
    if (!readable)
        return std::unexpected(Refusal{{N3X_TEXT("“%1” is not a MAC address."), {std::string(text)}},
                                       N3X_TEXT("Write six bytes such as 52:54:00:01:01:05.")});
    const bool nobody = std::ranges::all_of(bytes, [](std::uint8_t byte) { return byte == 0; });
    if (nobody || (bytes[0] & 1) != 0)
        return std::unexpected(
            Refusal{{N3X_TEXT("“%1” is not the address of one NIC."), {std::string(text)}},
                    N3X_TEXT("Choose an address whose first byte is even, such as 52:54:00:01:01:05.")});
    return MacAddress(bytes);
}

std::string MacAddress::text() const
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    out.reserve(17);
    for (const std::uint8_t byte : bytes_) {
        if (!out.empty()) out += ':';
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
    return out;
}

} // namespace n3x
