// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/plan/plan.h"
#include "generators/tree/output_writer.h"

namespace n3x {

// Writes .sops.yaml: to whom sops encrypts which file under secrets/. The servers' token is for administrators and
// servers, that of the agents for every node, a node's own file for that node. A file that nobody could read has no
// rule, so that sops refuses to make it.
void writeSopsRules(const ProjectPlan& project, OutputWriter& out);

} // namespace n3x
