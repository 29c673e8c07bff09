// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/files/code_names.h"
#include "core/files/yaml_tree.h"

#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <vector>

// Only what reads YAML includes this.
namespace n3x {

// Makes a tree out of what a reader comes upon, in the order of the text. What must not go on is thrown as Stop and
// caught in readYaml, this side of the room's edge.
class YamlTreeBuilder {
public:
    struct Stop : std::exception {};
    using Index = YamlTree::Index;
    using Kind = YamlTree::Kind;
    // Of an anchored value, to be found by an alias; 0: it has none.
    using Anchor = std::size_t;
    struct Place {
        int line = 1;
        int column = 1;
    };

    YamlTreeBuilder(std::string_view file, std::string_view text, Problems& problems)
        : file_(file), text_(text), problems_(problems)
    {
    }

    [[nodiscard]] std::string_view text() const { return text_; }
    void expectNodes(std::size_t count) { tree_->nodes_.reserve(count); }

    void addNull(Place place, Anchor anchor = 0) { addNode(Kind::Null, place, anchor); }
    // A text without quotes may be one of the words for null.
    void addPlain(std::string_view value, Place place, Anchor anchor = 0);
    void addQuoted(std::string_view value, Place place, Anchor anchor = 0);
    void openContainer(Kind kind, Place place, Anchor anchor = 0);
    void closeContainer();
    void addAlias(Place place, Anchor anchor);

    void report(const Code& code, Place place, Text what, Text advice);

    // Closes what is open still.
    [[nodiscard]] std::shared_ptr<const YamlTree> finish();

private:
    struct Container {
        Index node;
        Anchor anchor;
        std::size_t size = 1; // values in it, aliases counted as what they stand for
        bool keyIsNext = true;
        Index key = 0;
    };
    struct Anchored {
        Index node;
        std::size_t size;
    };

    Index newNode(Kind kind, Place place);
    Index addNode(Kind kind, Place place, Anchor anchor);
    void attach(Index index, std::size_t size);
    void addEntry(const Container& container, Index value);
    [[nodiscard]] bool hasSmallUniqueKeys(Index map) const;
    void checkKeys(Index map);

    std::string_view file_;
    std::string_view text_;
    Problems& problems_;
    std::shared_ptr<YamlTree> tree_ = std::make_shared<YamlTree>();
    std::vector<Container> open_;
    std::unordered_map<Anchor, Anchored> anchors_;
    std::size_t aliased_ = 0;
};

} // namespace n3x
