// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/problem.h"

#include <functional>
#include <vector>

namespace n3x {

struct Mended {
    Project project;
    std::vector<Text> names; // of the edits that were made, in their order
    bool isComplete = true;  // false where there was more to mend than is mended at once
};

// Makes the first edit that mends each problem, unless it is a person's choice, until none is left that changes
// anything. What is mended needs no second time: mending it again changes nothing. `isAccepted` names the problems that
// somebody decided to live with. Without `most`, the number of edits, it ends some way beyond one for each problem.
[[nodiscard]] Mended mend(Project project, const std::function<bool(const Problem&)>& isAccepted = {},
                          std::optional<std::size_t> most = {});

} // namespace n3x
