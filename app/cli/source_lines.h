// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/files/load.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace n3x::cli {

// The lines of source files by their number. A file is looked through once, at the first line that is asked of it:
// one with a mistake in every line has many thousand problems. `sources` outlives it.
class SourceLines {
public:
    explicit SourceLines(const SourceText& sources) : sources_(sources) {}

    // From 1 on, without its end; empty where there is no such line.
    [[nodiscard]] std::string_view line(const std::string& file, int number);

private:
    const SourceText& sources_;
    std::map<std::string, std::vector<std::string_view>> lines_;
};

} // namespace n3x::cli
