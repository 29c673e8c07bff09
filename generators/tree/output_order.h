// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "generators/tree/output_tree.h"

#include <cstdint>
#include <mutex>
#include <vector>

namespace n3x {

// Where the files of a tree stand, worked out when first asked for and shared by all later trees of the same paths in
// the same places: editing a text sorts nothing.
class OutputTree::Order {
public:
    static constexpr std::uint32_t none = ~std::uint32_t{0};

    struct Place {
        std::uint32_t profile; // none: a file of the project
        std::uint32_t node;    // none: a file of the profile, after them the shared ones
        std::uint32_t file;
    };

    // Both are answered from the first tree that asks; any tree of this order gives the same answer.
    const std::vector<Place>& places(const OutputTree& tree) const;
    std::optional<std::size_t> node(const OutputTree& tree, std::size_t profile, std::string_view name) const;

private:
    struct Named {
        std::size_t hash; // of a node's name
        std::uint32_t node;
    };

    mutable std::once_flag sorted_;
    mutable std::vector<Place> places_;
    mutable std::once_flag named_;
    mutable std::vector<std::vector<Named>> namedNodes_; // of each profile, sorted by hash
};

} // namespace n3x
