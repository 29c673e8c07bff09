// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/checks/profile_checker.h"

namespace n3x::checks {

// One node of the profile as it was last looked at. The node lives as long as the profile that it is in, which
// the checker keeps.
struct ProfileChecker::Record {
    explicit Record(const Node* of) : node(of) {}

    const Node* node;
    std::size_t place = 0; // among the nodes, up to date where groups are looked at
    NodeFacts facts;
    Problems problems;
};

} // namespace n3x::checks
