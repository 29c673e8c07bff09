// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "generators/tree/output_block.h"

#include <string>
#include <string_view>
#include <vector>

namespace n3x {

// What one update does to the paths of a tree, collected block by block.
struct PathChanges {
    std::vector<std::string> changed; // added, removed or with another text; in no order
    bool moved = false;               // the tree's files no longer stand where they stood

    void add(std::string_view path) { changed.emplace_back(path); }
    void addAllOf(const OutputBlock& block); // that came or went
    void compare(const OutputBlock& before, const OutputBlock& after);
};

} // namespace n3x
