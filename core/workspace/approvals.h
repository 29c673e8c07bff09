// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/problem.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace n3x {

using Date = std::chrono::year_month_day;

// The day that approvals are held against.
[[nodiscard]] inline Date today() { return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()); }

// A finding that somebody accepted (`.n3x/approvals.yaml`).
struct Approval {
    std::string code;           // of the problem
    ObjectPath object;          // the problem's path, or an object around it
    std::string who;
    std::string why;
    std::optional<Date> until;  // the last day on which it counts; without it, for good
    FilePosition position;

    friend bool operator==(const Approval&, const Approval&) = default;
};

struct Approvals {
    std::vector<Approval> accepted;
    Problems problems; // what is wrong with the file itself
};

// Reads the text of `.n3x/approvals.yaml`; never throws, all problems at once.
[[nodiscard]] Approvals parseApprovals(std::string_view text);

// The problems without those that somebody accepted. Errors stay whatever the file says, since nothing can be
// generated from them; an approval that ran out before `today` adds a warning.
[[nodiscard]] Problems withoutApproved(const Problems& problems, const std::vector<Approval>& accepted, Date today);

} // namespace n3x
