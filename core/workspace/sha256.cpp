// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/workspace/sha256.h"

#include <nettle/sha2.h>

namespace n3x {

Sha256 sha256(std::string_view text)
{
    sha256_ctx state; // on the stack: an export asks for thousands of small sums
    sha256_init(&state);
    sha256_update(&state, text.size(), reinterpret_cast<const std::uint8_t*>(text.data()));
    Sha256 sum;
    sha256_digest(&state, sum.size(), sum.data());
    return sum;
}

std::string hexText(const Sha256& sum)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text(64, '0');
    for (std::size_t i = 0; i < sum.size(); ++i) {
        text[2 * i] = digits[sum[i] >> 4];
        text[2 * i + 1] = digits[sum[i] & 15];
    }
    return text;
}

std::optional<Sha256> parseSha256(std::string_view hex)
{
    if (hex.size() != 64) return {};
    static constexpr std::uint8_t noDigit = 0x80;
    static constexpr auto digits = [] { // a manifest has thousands of sums: no branch for each digit
        std::array<std::uint8_t, 256> values;
        values.fill(noDigit);
        for (std::uint8_t digit = 0; digit < 16; ++digit)
            values[static_cast<std::uint8_t>("0123456789abcdef"[digit])] = digit;
        return values;
    }();
    Sha256 sum;
    unsigned seen = 0;
    for (std::size_t i = 0; i < sum.size(); ++i) {
        const unsigned high = digits[static_cast<std::uint8_t>(hex[2 * i])];
        const unsigned low = digits[static_cast<std::uint8_t>(hex[2 * i + 1])];
        seen |= high | low;
        sum[i] = static_cast<std::uint8_t>(high << 4 | low);
    }
    if (seen >= noDigit) return {};
    return sum;
}

} // namespace n3x
