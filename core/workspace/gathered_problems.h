// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/files/load.h"
#include "core/files/source_map.h"
#include "core/model/problem.h"
#include "core/workspace/approvals.h"

#include <memory>
#include <vector>

namespace n3x {

// What the engine cannot know: problems of the files' text and of the folder, whose file was not read whole, what
// people approved, and where the objects stand in the files.
struct OtherFindings {
    Problems ofFiles;
    Unread unread = {};
    Problems ofFolder;
    std::vector<Approval> approvals;
    SourceMap positions;
};

// All problems in one order (by path, then code), each once, without what was approved, with the place in the files
// of each that can be found there. `ofEngine` is sorted; what it says of an object whose file was not read whole is
// left out, since the file's own problem comes first. The window and `n3x` say the same by it.
[[nodiscard]] Problems gathered(const Problems& ofEngine, const OtherFindings& other, Date today);

// Gathers for one generation after the other and gives the same list again where nothing in it differs, so that who
// compares pointers knows. Not for several threads at once.
class ProblemGatherer {
public:
    using List = std::shared_ptr<const Problems>;

    [[nodiscard]] List gather(const List& ofEngine, const std::shared_ptr<const OtherFindings>& other);

private:
    List ofEngine_;
    std::shared_ptr<const OtherFindings> other_;
    Date day_{};
    List result_ = std::make_shared<const Problems>();
};

} // namespace n3x
