// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/problem.h"

#include <span>
#include <string_view>

namespace n3x {

// What `n3x explain` says about a code. Codes never change their meaning and are never used again.
struct CodeInfo {
    std::string_view code;
    Severity severity = Severity::Error; // the usual one
    Text title;
    Text reason;  // why it matters
    Text example; // how it comes about, or what mends it
};

// Every code of the program, sorted. Each room keeps its own table, as core/files/codes.cpp does, and
// core/checks/codes.cpp joins them: add yours there.
[[nodiscard]] std::span<const CodeInfo> problemCodes();

// Null for a code that does not exist.
[[nodiscard]] const CodeInfo* findCode(std::string_view code);

} // namespace n3x
