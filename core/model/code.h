// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/problem.h"

#include <string_view>

namespace n3x {

// What a kind of problem is called, for good ("N3X1001"), and how bad it is.
struct Code {
    std::string_view text;
    Severity severity = Severity::Error;
};

} // namespace n3x
