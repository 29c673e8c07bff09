// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/cli/json_text.h"
#include "core/plan/plan.h"

namespace n3x::cli {

// The documented JSON of `n3x plan`: the profile's part, then its nodes. What a plan does not say is null or left
// empty, never missing, so that a reader need not ask for keys.
[[nodiscard]] Json profilePlanJson(const ProfilePlan& plan);
[[nodiscard]] Json nodePlanJson(const NodePlan& plan);

} // namespace n3x::cli
