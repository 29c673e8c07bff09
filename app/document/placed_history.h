// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/edits/history.h"
#include "core/workspace/view.h"

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

namespace n3x {

// Puts cards elsewhere.
using Placing = std::function<void(Views&)>;

// The history of a project together with where its cards stand: undoing a step gives back both. Places follow an
// object that an edit renamed, and go with one that it removed.
class PlacedHistory {
public:
    explicit PlacedHistory(const Project& start, const Views& views = {});

    [[nodiscard]] const History& steps() const { return history_; }
    [[nodiscard]] const Project& current() const { return history_.current(); }
    // Another object once they are others.
    [[nodiscard]] const std::shared_ptr<const Views>& views() const { return views_; }

    void apply(const Edit& edit, std::string_view mergeKey, const Placing& place);
    void undo();
    void redo();
    void goTo(std::size_t position);
    void placeWithoutStep(const Placing& place);

private:
    History history_;
    std::shared_ptr<const Views> views_;
    // Of a step done: the views before it; of a step undone: those after it. Most steps share theirs.
    std::vector<std::shared_ptr<const Views>> others_;
};

} // namespace n3x
