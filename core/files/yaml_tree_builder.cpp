// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/files/yaml_tree_builder.h"

#include "core/files/load.h"

#include <algorithm>
#include <numeric>

namespace n3x {
namespace {

constexpr std::size_t largeMap = 12; // entries, from which on a sorted list beats looking at all of them

} // namespace

void YamlTreeBuilder::addPlain(std::string_view value, Place place, Anchor anchor)
{
    if (value == "~" || value == "null" || value == "Null" || value == "NULL")
        addNull(place, anchor);
    else
        addQuoted(value, place, anchor);
}

void YamlTreeBuilder::addQuoted(std::string_view value, Place place, Anchor anchor)
{
    tree_->nodes_[addNode(Kind::Scalar, place, anchor)].text = value;
}

void YamlTreeBuilder::openContainer(Kind kind, Place place, Anchor anchor)
{
    if (open_.size() >= static_cast<std::size_t>(deepestNesting)) {
        report(codes::nestedTooDeep, place,
               {N3X_TEXT("Lists and maps stand more than %1 levels inside each other here."),
                {std::to_string(deepestNesting)}},
               N3X_TEXT("Look for a bracket or brace that is never closed."));
        throw Stop();
    }
    const Index index = newNode(kind, place);
    if (anchor != 0) anchors_.insert_or_assign(anchor, Anchored{index, 1});
    open_.push_back({index, anchor, 1, true, 0});
}

void YamlTreeBuilder::closeContainer()
{
    const Container closed = open_.back();
    open_.pop_back();
    if (tree_->nodes_[closed.node].kind == Kind::Map && !hasSmallUniqueKeys(closed.node)) checkKeys(closed.node);
    if (closed.anchor != 0) anchors_.insert_or_assign(closed.anchor, Anchored{closed.node, closed.size});
    attach(closed.node, closed.size);
}

void YamlTreeBuilder::addAlias(Place place, Anchor anchor)
{
    const auto found = anchors_.find(anchor);
    if (found == anchors_.end()) return;
    if (std::ranges::any_of(open_, [&](const Container& container) { return container.node == found->second.node; })) {
        report(codes::aliasInItself, place, N3X_TEXT("The alias stands inside the value that it stands for."),
               N3X_TEXT("Write the value out instead."));
        throw Stop();
    }
    aliased_ += found->second.size;
    if (aliased_ > mostAliasedValues) {
        report(codes::aliasesTooLarge, place,
               {N3X_TEXT("The aliases up to this one stand for more than %1 values."),
                {std::to_string(mostAliasedValues)}},
               N3X_TEXT("Write the values out, or leave the repetition away."));
        throw Stop();
    }
    attach(found->second.node, found->second.size);
}

void YamlTreeBuilder::report(const Code& code, Place place, Text what, Text advice)
{
    problems_.push_back({code.text,
                         code.severity,
                         {},
                         FilePosition{std::string(file_), place.line, place.column},
                         std::move(what),
                         std::move(advice),
                         {}});
}

std::shared_ptr<const YamlTree> YamlTreeBuilder::finish()
{
    while (!open_.empty()) closeContainer();
    return tree_;
}

YamlTreeBuilder::Index YamlTreeBuilder::newNode(Kind kind, Place place)
{
    tree_->nodes_.push_back({kind, place.line, place.column, {}, {}});
    return static_cast<Index>(tree_->nodes_.size() - 1);
}

YamlTreeBuilder::Index YamlTreeBuilder::addNode(Kind kind, Place place, Anchor anchor)
{
    const Index index = newNode(kind, place);
    if (anchor != 0) anchors_.insert_or_assign(anchor, Anchored{index, 1});
    attach(index, 1);
    return index;
}

// Puts a finished node where it belongs.
void YamlTreeBuilder::attach(Index index, std::size_t size)
{
    if (open_.empty()) {
        tree_->root_ = index;
        return;
    }
    Container& container = open_.back();
    container.size += size;
    if (tree_->nodes_[container.node].kind == Kind::List) {
        tree_->nodes_[container.node].entries.push_back({0, index});
    } else if (container.keyIsNext) {
        container.key = index;
        container.keyIsNext = false;
    } else {
        container.keyIsNext = true;
        addEntry(container, index);
    }
}

void YamlTreeBuilder::addEntry(const Container& container, Index value)
{
    const YamlTree::Node& key = tree_->nodes_[container.key];
    if (key.kind == Kind::List || key.kind == Kind::Map) {
        report(
            codes::wrongForm, {key.line, key.column}, N3X_TEXT("A list or map stands where a key belongs."),
            N3X_TEXT("Write a plain name before the colon; put text that begins with a bracket or brace in quotes."));
        return;
    }
    tree_->nodes_[container.node].entries.push_back({container.key, value});
}

// Nearly every map is small and right: nothing has to be sorted to see that.
bool YamlTreeBuilder::hasSmallUniqueKeys(Index map) const
{
    const auto& entries = tree_->nodes_[map].entries;
    if (entries.size() >= largeMap) return false;
    const auto text = [&](std::size_t at) -> const std::string& { return tree_->nodes_[entries[at].key].text; };
    for (std::size_t at = 1; at < entries.size(); ++at)
        for (std::size_t before = 0; before < at; ++before)
            if (text(at) == text(before)) return false;
    return true;
}

void YamlTreeBuilder::checkKeys(Index map)
{
    const auto& entries = tree_->nodes_[map].entries;
    std::vector<std::uint32_t> order(entries.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto text = [&](std::uint32_t at) -> const std::string& { return tree_->nodes_[entries[at].key].text; };
    std::ranges::stable_sort(order, {}, text);
    for (std::size_t at = 1; at < order.size(); ++at) {
        if (text(order[at]) != text(order[at - 1])) continue;
        const YamlTree::Node& first = tree_->nodes_[entries[order[at - 1]].key];
        const YamlTree::Node& again = tree_->nodes_[entries[order[at]].key];
        report(codes::keyTwice, {again.line, again.column},
               {N3X_TEXT("The key “%1” already stands in line %2."), {again.text, std::to_string(first.line)}},
               N3X_TEXT("Keep one of the two, or give them different names."));
    }
    if (entries.size() >= largeMap) tree_->sorted_.emplace(map, std::move(order));
}

} // namespace n3x
