// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/plan/plan.h"
#include "generators/tree/output_writer.h"

#include <string>

// A profile as pure Nix data, for the exported repository's own functions, tests and checks: the attributes of the
// n3x network schema, so that an existing consumer reads it, and beside them the plan in full.
// The nodes of a profile write the file together, each its own lines.
namespace n3x {

// lib/network/profiles/<profile>.nix
[[nodiscard]] std::string profileDataPath(const ProfilePlan& shared);

void writeProfileDataHead(const ProfilePlan& shared, OutputWriter& out);
void writeProfileDataNode(const NodePlan& node, const ProfilePlan& shared, OutputWriter& out);
void writeProfileDataFoot(const ProfilePlan& shared, OutputWriter& out);

} // namespace n3x
