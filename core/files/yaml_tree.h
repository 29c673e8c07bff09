// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/problem.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace n3x {

// What a YAML file says, with positions, before anybody asks what it means. Aliases are resolved: they lead to the
// node that they stand for. The tree of a file with a syntax error holds what stood before it.
class YamlTree {
public:
    using Index = std::uint32_t;
    enum class Kind : std::uint8_t { Null, Scalar, List, Map };

    struct Entry {
        Index key = 0; // of a Map; always a scalar
        Index value = 0;

        friend bool operator==(const Entry&, const Entry&) = default;
    };

    struct Node {
        Kind kind = Kind::Null;
        int line = 0; // from 1
        int column = 0;
        std::string text;           // of a Scalar
        std::vector<Entry> entries; // of a List or Map

        friend bool operator==(const Node&, const Node&) = default;
    };

    [[nodiscard]] const Node& node(Index index) const { return nodes_[index]; }
    [[nodiscard]] const Node& root() const { return nodes_[root_]; }

    // The entry of that key in a map, the first where it stands twice; null where there is none.
    [[nodiscard]] const Entry* entry(const Node& map, std::string_view key) const;

    friend bool operator==(const YamlTree& one, const YamlTree& other)
    {
        return one.nodes_ == other.nodes_ && one.root_ == other.root_;
    }

private:
    friend class YamlTreeBuilder;

    std::vector<Node> nodes_{Node{}};
    Index root_ = 0;
    // Entries of large maps, sorted by key; a search through ten thousand nodes would take too long.
    std::unordered_map<Index, std::vector<std::uint32_t>> sorted_;
};

struct YamlReading {
    std::shared_ptr<const YamlTree> tree; // null where nothing could be read at all
    Problems problems;                    // without paths
    bool hasComments = false;
    bool incomplete = false; // the tree ends somewhere; what is missing in it may stand in the file
};

// Both read the same out of a file; only a test has a reason to choose.
enum class YamlReader : std::uint8_t { Quickest, Full };

// Reads one file with all limits of load.h. Stops at a syntax error, as nothing behind it can be trusted; all other
// problems are collected.
[[nodiscard]] YamlReading readYaml(std::string_view file, std::string_view text,
                                   YamlReader reader = YamlReader::Quickest);

} // namespace n3x
