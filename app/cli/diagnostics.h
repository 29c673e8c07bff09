// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/cli/terminal.h"
#include "core/files/load.h"
#include "core/model/problem.h"

#include <string>
#include <string_view>

namespace n3x::cli {

enum class ReportFormat : std::uint8_t { Text, Json, Sarif };

// As compilers and SARIF call it: error, warning, note.
[[nodiscard]] std::string_view word(Severity severity);

struct ProblemCounts {
    std::size_t errors = 0;
    std::size_t warnings = 0;
    std::size_t infos = 0;
};
[[nodiscard]] ProblemCounts counts(const Problems& problems);

[[nodiscard]] Problems onlyErrors(const Problems& problems);

// As compilers do: `file:line:column: error: … [CODE]`, the line with a caret, and what to do.
// `sources` are the texts that the positions are of.
void printProblems(Stream& stream, const Problems& problems, const SourceText& sources);

// "2 errors, 1 warning" or "no problems".
[[nodiscard]] std::string countsText(const Problems& problems);

// The documented JSON of `n3x check --format json`, and SARIF 2.1.0; both end with a line break.
[[nodiscard]] std::string problemsJson(const Problems& problems);
[[nodiscard]] std::string problemsSarif(const Problems& problems, const SourceText& sources);

} // namespace n3x::cli
