// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/plan/plan.h"
#include "generators/tree/output_writer.h"

namespace n3x {

// The systemd-networkd units of a node, as its Debian image installs them: one file a link and kind.
void writeNetworkd(const NodePlan& node, const ProfilePlan& shared, OutputWriter& out);

} // namespace n3x
