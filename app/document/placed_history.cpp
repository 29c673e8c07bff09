// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/document/placed_history.h"

#include "app/document/renames.h"

#include <set>
#include <utility>

namespace n3x {

namespace {

template <class Map> void renameKey(Map& map, const std::string& from, const std::string& to)
{
    auto entry = map.extract(from);
    if (!entry) return;
    map.erase(to); // left there by something that could not be read
    entry.key() = to;
    map.insert(std::move(entry));
}

// What an edit removed has no place any more; what no project ever held (it could not be read) keeps its own.
void follow(Views& views, const Project& before, const Project& after)
{
    const Renames renames = renamesBetween(before, after);
    for (const auto& [from, to] : renames) { // a profile comes before its nodes
        const std::vector<std::string> older = from.names();
        const std::vector<std::string> newer = to.names();
        if (older.front() != "profiles") continue;
        if (older.size() == 2)
            renameKey(views, older[1], newer[1]);
        else if (const auto view = views.find(newer[1]); older[2] == "nodes" && view != views.end())
            renameKey(view->second.cards, older[3], newer[3]);
    }
    for (const auto& older : before.profiles) {
        const auto path = followed(ObjectPath::of({"profiles", older->name.text()}), renames).names();
        const auto view = views.find(path.back());
        if (view == views.end()) continue;
        const Profile* newer = find(after.profiles, path.back());
        if (newer == nullptr) {
            views.erase(view);
            continue;
        }
        if (older->nodes.identity() == newer->nodes.identity()) continue;
        std::set<std::string> there;
        for (const auto& node : newer->nodes) there.insert(node->name.text());
        for (const auto& node : older->nodes)
            if (const std::string name = node->name.text(); !there.contains(name)) view->second.cards.erase(name);
    }
}

} // namespace

PlacedHistory::PlacedHistory(const Project& start, const Views& views)
    : history_(start), views_(std::make_shared<const Views>(views))
{
}

void PlacedHistory::placeWithoutStep(const Placing& place)
{
    Views views = *views_;
    if (place) place(views);
    std::erase_if(views, [](const auto& view) { return view.second.empty(); });
    if (views != *views_) views_ = std::make_shared<const Views>(std::move(views));
}

void PlacedHistory::apply(const Edit& edit, std::string_view mergeKey, const Placing& place)
{
    const Project before = history_.current();
    const std::size_t position = history_.position();
    const auto views = views_;
    if (place) placeWithoutStep(place);
    history_.apply(edit, mergeKey, views == views_ ? Beside::Same : Beside::Changed);
    if (history_.position() < position) { // typed back to where it began
        views_ = others_.back();
        others_.pop_back();
        return;
    }
    if (history_.position() > position) {
        others_.resize(position);
        others_.push_back(views);
    }
    if (!views_->empty() && !(before == history_.current()))
        placeWithoutStep([&](Views& now) { follow(now, before, history_.current()); });
}

void PlacedHistory::undo()
{
    if (!history_.canUndo()) return;
    history_.undo();
    std::swap(views_, others_[history_.position()]);
}

void PlacedHistory::redo()
{
    if (!history_.canRedo()) return;
    std::swap(views_, others_[history_.position()]);
    history_.redo();
}

void PlacedHistory::goTo(std::size_t position)
{
    while (history_.position() > position && history_.canUndo()) undo();
    while (history_.position() < position && history_.canRedo()) redo();
}

} // namespace n3x
