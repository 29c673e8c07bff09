// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/problem.h"

namespace n3x::checks {

// Path, code, then what tells two problems of one path and code apart: a total order of what people read.
[[nodiscard]] bool comesBefore(const Problem& one, const Problem& other);

// All problems, sorted, changed by what one owner (a node, a frame, a group of nodes) found before and finds now.
class ProblemList {
public:
    // Notes that `owned` becomes `next`; gives back by how much the number of errors grew.
    int replace(Problems& owned, Problems next);

    // Puts in what was noted since the last call; false when that cancelled itself out.
    bool settle();

    [[nodiscard]] const Problems& sorted() const { return sorted_; }

private:
    Problems sorted_;
    Problems removed_;
    Problems added_;
};

} // namespace n3x::checks
