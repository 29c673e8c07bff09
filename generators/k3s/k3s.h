// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/plan/plan.h"
#include "generators/tree/output_writer.h"

namespace n3x {

// The option file that the unit of K3s reads on Debian, and the list of flags that people review and the drift check
// compares with.
void writeK3s(const NodePlan& node, const ProfilePlan& shared, OutputWriter& out);

} // namespace n3x
