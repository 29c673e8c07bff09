// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/files/source_map.h"

#include "core/files/yaml_tree.h"

#include <charconv>
#include <span>

namespace n3x {
namespace {

const YamlTree::Node* element(const YamlTree& tree, const YamlTree::Node& list, std::string_view index)
{
    std::size_t at = 0;
    const auto [end, error] = std::from_chars(index.data(), index.data() + index.size(), at);
    if (error != std::errc() || end != index.data() + index.size() || at >= list.entries.size()) return nullptr;
    return &tree.node(list.entries[at].value);
}

// The value that the names lead to, or the last object on the way: its key, which is what people look for.
FilePosition follow(const std::string& file, const YamlTree& tree, std::span<const std::string> names)
{
    const YamlTree::Node* node = &tree.root();
    FilePosition position{file, 1, 1};
    for (std::size_t at = 0; at < names.size(); ++at) {
        if (node->kind == YamlTree::Kind::List) {
            node = element(tree, *node, names[at]);
            if (!node) return position;
            position = {file, node->line, node->column};
            continue;
        }
        // A list of one may be written as its value.
        if (node->kind == YamlTree::Kind::Scalar && names[at] == "0") return {file, node->line, node->column};
        const YamlTree::Entry* entry = tree.entry(*node, names[at]);
        if (!entry) return position;
        const YamlTree::Node& key = tree.node(entry->key);
        node = &tree.node(entry->value);
        const bool isValue = at + 1 == names.size() && node->kind == YamlTree::Kind::Scalar;
        position = isValue ? FilePosition{file, node->line, node->column} : FilePosition{file, key.line, key.column};
    }
    return position;
}

} // namespace

std::optional<FilePosition> SourceMap::position(const ObjectPath& path) const
{
    const std::vector<std::string> names = path.names();
    const std::span<const std::string> all(names);
    if (names.size() >= 2 && names[0] == "profiles") {
        if (const auto found = profiles_.find(names[1]); found != profiles_.end()) {
            const Source& source = found->second;
            return source.tree ? follow(source.file, *source.tree, all.subspan(2)) : FilePosition{source.file, 1, 1};
        }
        return project_.tree ? std::optional(follow(project_.file, *project_.tree, all.first(1))) : std::nullopt;
    }
    if (!project_.tree) return {};
    return follow(project_.file, *project_.tree, all);
}

void SourceMap::setProject(std::string file, std::shared_ptr<const YamlTree> tree)
{
    project_ = {std::move(file), std::move(tree)};
}

void SourceMap::setProfile(const std::string& profile, std::string file, std::shared_ptr<const YamlTree> tree)
{
    profiles_.insert_or_assign(profile, Source{std::move(file), std::move(tree)});
}

} // namespace n3x
