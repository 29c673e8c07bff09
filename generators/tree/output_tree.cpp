// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/tree/output_tree.h"

#include "generators/tree/output_order.h"

#include <algorithm>
#include <cassert>
#include <functional>
#include <ranges>

namespace n3x {
namespace {

const std::shared_ptr<const OutputBlock>& emptyBlock()
{
    static const auto block = std::make_shared<const OutputBlock>();
    return block;
}

std::optional<std::size_t> fileAt(const OutputBlock& block, std::string_view path)
{
    for (std::size_t at = 0; at < block.fileCount(); ++at)
        if (block.file(at).path == path) return at;
    return {};
}

// The components of a path, each without its endings: names of profiles and nodes have no dot.
auto componentNames(std::string_view path)
{
    return path | std::views::split('/') | std::views::transform([](const auto& component) {
               const std::string_view name(component);
               return name.substr(0, name.find('.'));
           });
}

FileText sharedText(const ProfileOutputs& profile, std::size_t index)
{
    return FileText(
        SharedFile{profile.own, profile.nodes, static_cast<std::uint32_t>(index), profile.sharedSizes[index]});
}

std::string_view pathAt(const OutputTree& tree, const OutputTree::Order::Place& place)
{
    if (place.profile == OutputTree::Order::none) return tree.project()->file(place.file).path;
    const ProfileOutputs& profile = *tree.profiles()[place.profile];
    if (place.node != OutputTree::Order::none) return profile.nodes[place.node]->file(place.file).path;
    const std::size_t own = profile.own->fileCount();
    return place.file < own ? profile.own->file(place.file).path : profile.sharedPaths[place.file - own];
}

} // namespace

const std::vector<OutputTree::Order::Place>& OutputTree::Order::places(const OutputTree& tree) const
{
    std::call_once(sorted_, [&] {
        struct Entry {
            std::string_view path;
            Place place;
        };
        std::vector<Entry> entries;
        entries.reserve(tree.fileCount());
        const auto addAll = [&](const OutputBlock& block, std::uint32_t profile, std::uint32_t node) {
            for (std::uint32_t file = 0; file < block.fileCount(); ++file)
                entries.push_back({block.file(file).path, {profile, node, file}});
        };
        addAll(*tree.project(), none, none);
        for (std::uint32_t profile = 0; profile < tree.profiles().size(); ++profile) {
            const ProfileOutputs& outputs = *tree.profiles()[profile];
            addAll(*outputs.own, profile, none);
            for (std::uint32_t shared = 0; shared < outputs.sharedPaths.size(); ++shared)
                entries.push_back({outputs.sharedPaths[shared],
                                   {profile, none, static_cast<std::uint32_t>(outputs.own->fileCount()) + shared}});
            for (std::uint32_t node = 0; const auto& block : outputs.nodes) addAll(*block, profile, node++);
        }
        std::ranges::sort(entries, {}, &Entry::path);
        assert(std::ranges::adjacent_find(entries, {}, &Entry::path) == entries.end());
        places_.reserve(entries.size());
        for (const Entry& entry : entries) places_.push_back(entry.place);
    });
    return places_;
}

std::optional<std::size_t> OutputTree::Order::node(const OutputTree& tree, std::size_t profile,
                                                   std::string_view name) const
{
    constexpr std::hash<std::string_view> hashOf;
    std::call_once(named_, [&] {
        namedNodes_.resize(tree.profiles().size());
        for (std::size_t at = 0; at < namedNodes_.size(); ++at) {
            std::vector<Named>& names = namedNodes_[at];
            names.reserve(tree.profiles()[at]->plans.size());
            for (std::uint32_t node = 0; const auto& plan : tree.profiles()[at]->plans)
                names.push_back({hashOf(plan->name), node++});
            std::ranges::sort(names, {}, &Named::hash);
        }
    });
    for (const Named& one : std::ranges::equal_range(namedNodes_[profile], hashOf(name), {}, &Named::hash))
        if (tree.profiles()[profile]->plans[one.node]->name == name) return one.node;
    return {};
}

OutputTree::OutputTree() : OutputTree(nullptr, {}, nullptr) {}

OutputTree::OutputTree(std::shared_ptr<const OutputBlock> project,
                       std::vector<std::shared_ptr<const ProfileOutputs>> profiles, std::shared_ptr<const Order> order)
    : project_(project ? std::move(project) : std::shared_ptr(emptyBlock())), profiles_(std::move(profiles)),
      order_(order ? std::move(order) : std::make_shared<const Order>())
{
}

std::size_t OutputTree::fileCount() const
{
    std::size_t count = project_->fileCount();
    for (const auto& profile : profiles_) count += profile->fileCount;
    return count;
}

std::optional<OutputTree::NodeFile> OutputTree::nodeOf(std::string_view path) const
{
    // Any component may be a profile's name, and the one behind it a node's, each perhaps with an ending: what is
    // found there still has to have this very path.
    std::string_view before;
    for (const std::string_view component : componentNames(path)) {
        for (std::size_t at = 0; at < profiles_.size() && !before.empty(); ++at) {
            if (profiles_[at]->profile != before) continue;
            const auto node = order_->node(*this, at, component);
            if (!node) continue;
            if (const auto file = fileAt(*profiles_[at]->nodes[*node], path))
                return NodeFile{profiles_[at], *node, *file};
        }
        before = component;
    }
    return {};
}

std::optional<FileText> OutputTree::find(std::string_view path) const
{
    if (const auto place = nodeOf(path)) return FileText(place->profile->nodes[place->node], place->file);
    for (const auto& profile : profiles_) {
        if (!std::ranges::contains(componentNames(path), std::string_view(profile->profile))) continue;
        if (const auto file = fileAt(*profile->own, path)) return FileText(profile->own, *file);
        const auto shared = std::ranges::find(profile->sharedPaths, path);
        if (shared != profile->sharedPaths.end())
            return sharedText(*profile, static_cast<std::size_t>(shared - profile->sharedPaths.begin()));
    }
    if (const auto file = fileAt(*project_, path)) return FileText(project_, *file);
    return {};
}

std::vector<std::string> OutputTree::paths() const
{
    std::vector<std::string> paths;
    paths.reserve(fileCount());
    for (const Order::Place& place : order_->places(*this)) paths.emplace_back(pathAt(*this, place));
    return paths;
}

OutputTree::Entry OutputTree::sortedEntry(std::size_t at) const
{
    const Order::Place& place = order_->places(*this)[at];
    const std::string_view path = pathAt(*this, place);
    if (place.profile == Order::none) return {path, FileText(project_, place.file)};
    const ProfileOutputs& profile = *profiles_[place.profile];
    if (place.node != Order::none) return {path, FileText(profile.nodes[place.node], place.file)};
    const std::size_t own = profile.own->fileCount();
    return {path, place.file < own ? FileText(profile.own, place.file) : sharedText(profile, place.file - own)};
}

bool operator==(const OutputTree& one, const OutputTree& two)
{
    if (one.project_ == two.project_ && one.profiles_ == two.profiles_) return true;
    if (one.fileCount() != two.fileCount()) return false;
    for (std::size_t at = 0; at < one.fileCount(); ++at) {
        const OutputTree::Entry left = one.sortedEntry(at);
        const OutputTree::Entry right = two.sortedEntry(at);
        if (left.path != right.path || !(left.text == right.text)) return false;
    }
    return true;
}

} // namespace n3x
