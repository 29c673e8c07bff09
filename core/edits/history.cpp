// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/edits/history.h"

#include <utility>

namespace n3x {

History::History(Project start) : current_(std::move(start)) {}

void History::apply(const Edit& edit, std::string_view mergeKey, Beside beside)
{
    Project next = edit.apply(current_);
    const bool isSame = beside == Beside::Same;
    if (isSame && next == current_) return;
    const bool merges = !mergeKey.empty() && mergeKey == mergeKey_ && position_ > 0 && position_ == steps_.size();
    if (merges && isSame && next == steps_.back().other) { // typed back to where it began
        steps_.pop_back();
        --position_;
        mergeKey_.clear();
    } else if (merges) {
        steps_.back().name = edit.name;
    } else {
        steps_.erase(steps_.begin() + static_cast<std::ptrdiff_t>(position_), steps_.end());
        steps_.push_back({edit.name, std::move(current_)});
        ++position_;
        mergeKey_ = mergeKey;
    }
    current_ = std::move(next);
}

void History::undo()
{
    if (!canUndo()) return;
    std::swap(current_, steps_[--position_].other);
    mergeKey_.clear();
}

void History::redo()
{
    if (!canRedo()) return;
    std::swap(current_, steps_[position_++].other);
    mergeKey_.clear();
}

void History::goTo(std::size_t position)
{
    while (position_ > position && canUndo()) undo();
    while (position_ < position && canRedo()) redo();
}

Text History::undoName() const { return canUndo() ? steps_[position_ - 1].name : Text(); }

Text History::redoName() const { return canRedo() ? steps_[position_].name : Text(); }

std::vector<Text> History::names() const
{
    std::vector<Text> names;
    names.reserve(steps_.size());
    for (const Step& step : steps_) names.push_back(step.name);
    return names;
}

} // namespace n3x
