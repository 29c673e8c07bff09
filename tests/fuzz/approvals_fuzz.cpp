// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/types/plain_text.h"
#include "core/workspace/approvals.h"

#include <cstdint>
#include <cstdlib>

using namespace n3x;

namespace {

void mustBeSayable(const Problem& problem)
{
    if (!isUtf8(problem.what.english()) || problem.what.empty() || problem.advice.empty()) std::abort();
    if (!problem.position || problem.position->line < 1 || problem.position->column < 1) std::abort();
}

} // namespace

// Whatever the file says, it accepts no error, and what it accepts it accepts with all that must be said.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace std::chrono_literals;
    const Approvals approvals = parseApprovals({reinterpret_cast<const char*>(data), size});
    for (const Problem& problem : approvals.problems) mustBeSayable(problem);
    Problems found;
    for (const Approval& approval : approvals.accepted) {
        if (approval.code.empty() || approval.object.empty() || approval.who.empty() || approval.why.empty())
            std::abort();
        if (approval.until && !approval.until->ok()) std::abort();
        found.push_back({approval.code, Severity::Error, approval.object, {}, "A.", "B.", {}});
        found.push_back({approval.code, Severity::Warning, approval.object / "x", {}, "A.", "B.", {}});
    }
    const Problems left = withoutApproved(found, approvals.accepted, 2026y / 6 / 15);
    std::size_t errors = 0;
    for (const Problem& problem : left) {
        errors += problem.severity == Severity::Error ? 1 : 0;
        if (problem.code == "N3X7021") mustBeSayable(problem);
    }
    if (errors != approvals.accepted.size()) std::abort();
    return 0;
}
