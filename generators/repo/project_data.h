// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/plan/plan.h"
#include "generators/tree/output_writer.h"

namespace n3x {

class NixWriter;

// Writes lib/project.nix: what belongs to no profile, as data, and the profiles that have outputs by name. Every list
// of nodes in the exported flake starts here.
void writeProjectData(const ProjectPlan& project, OutputWriter& out);

// A hardware target as an attribute of its name, in the form that it has there.
void writeTarget(NixWriter& nix, const HardwareTarget& target);

} // namespace n3x
