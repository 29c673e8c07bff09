// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/document/placed_history.h"

#include "core/workspace/placed_views.h"

#include <utility>

namespace n3x {

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
        placeWithoutStep([&](Views& now) { followEdit(now, before, history_.current()); });
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
