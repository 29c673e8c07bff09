// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/problem.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace n3x {

// Whether an edit comes with a change of what the caller keeps beside the project.
enum class Beside : std::uint8_t { Same, Changed };

// The projects that one came from, named by the edits between them. Without limit: neighbours share what
// they have in common.
class History {
public:
    explicit History(Project start);

    [[nodiscard]] const Project& current() const { return current_; }

    // Makes one step, and forgets what was undone. An edit that changes nothing, here or beside, makes none.
    // Consecutive edits with the same merge key (typing in one field) are one step, named by the last of them.
    void apply(const Edit& edit, std::string_view mergeKey = {}, Beside beside = Beside::Same);

    [[nodiscard]] bool canUndo() const { return position_ > 0; }
    [[nodiscard]] bool canRedo() const { return position_ < steps_.size(); }
    void undo();
    void redo();
    void goTo(std::size_t position);

    [[nodiscard]] Text undoName() const; // empty when there is nothing to undo
    [[nodiscard]] Text redoName() const;

    // All steps, oldest first; those before position() are done, the others undone.
    [[nodiscard]] std::vector<Text> names() const;
    [[nodiscard]] std::size_t position() const { return position_; }

private:
    struct Step {
        Text name;
        Project other; // of a step done: the project before it; of a step undone: the one after it
    };

    Project current_;
    std::vector<Step> steps_;
    std::size_t position_ = 0;
    std::string mergeKey_;
};

} // namespace n3x
