// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>

namespace n3x::cli {

// What n3x tells its caller; documented in n3x(1).
enum class ExitStatus : std::uint8_t {
    Fine = 0,
    Problems = 1, // errors, warnings, conflicts or differences were found
    Usage = 2,
    Disk = 3, // something could not be read or written
};

} // namespace n3x::cli
