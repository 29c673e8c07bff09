// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/plan/plan.h"
#include "generators/tree/output_writer.h"
#include "generators/writers/nix_writer.h"

namespace n3x {

// The attribute systemd.network of a node's module: the same units, by the same names without their endings,
// as generators/networkd writes for Debian.
void writeSystemdNetwork(NixWriter& nix, const NodePlan& node, OutputWriter& out);

} // namespace n3x
