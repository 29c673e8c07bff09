// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/plan/plan.h"
#include "generators/tree/output_writer.h"

namespace n3x {

// Writes backends/nixos/nodes/<profile>/<node>.nix: links, firewall and K3s service of one node as a NixOS
// module that is plain data, so that a check can compare it as a value.
void writeNixos(const NodePlan& node, const ProfilePlan& shared, OutputWriter& out);

} // namespace n3x
