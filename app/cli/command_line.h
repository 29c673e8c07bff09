// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

namespace n3x::cli {

// The program n3x: reads the command line, does what it says, gives the exit status of n3x(1).
[[nodiscard]] int run(int argumentCount, const char* const* arguments);

} // namespace n3x::cli
