// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/plan/plan.h"
#include "generators/tree/output_writer.h"

namespace n3x {

// The files of resources/repo, which are the same in every repository: flake, modules, functions, checks.
void writeFixedFiles(const ProjectPlan& project, OutputWriter& out);

} // namespace n3x
