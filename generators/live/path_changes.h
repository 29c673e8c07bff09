// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "generators/tree/output_block.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace n3x {

// What one update does to the paths of a tree, collected block by block.
struct PathChanges {
    std::vector<std::string> changed; // added, removed or with another text, each once
    bool moved = false;               // the tree's files no longer stand where they stood

    // Not for somebody who lists all paths anyway.
    enum class Paths : std::uint8_t { Listed, Ignored };
    Paths paths = Paths::Listed;

    void add(std::string_view path)
    {
        if (paths == Paths::Listed) changed.emplace_back(path);
    }
    void addAllOf(const OutputBlock& block); // that came or went
    void compare(const OutputBlock& before, const OutputBlock& after);
};

} // namespace n3x
