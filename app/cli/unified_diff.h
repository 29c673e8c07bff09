// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/cli/terminal.h"

#include <string>
#include <string_view>

namespace n3x::cli {

// The difference of two texts as patch(1) reads it; a missing file is /dev/null. Nothing where they are equal.
struct DiffSide {
    bool exists = false;
    std::string_view text;
};
void printUnifiedDiff(Stream& stream, std::string_view path, DiffSide before, DiffSide after);

} // namespace n3x::cli
