// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace n3x {

// SHA-256 (FIPS 180-4) of a text, by nettle, which uses the processor's own instructions where it has them.
using Sha256 = std::array<std::uint8_t, 32>;

[[nodiscard]] Sha256 sha256(std::string_view text);

[[nodiscard]] std::string hexText(const Sha256& sum);
[[nodiscard]] std::optional<Sha256> parseSha256(std::string_view hex); // 64 lower case digits

} // namespace n3x
