// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/plan/plan.h"
#include "generators/writers/nix_writer.h"

namespace n3x {

// The attribute services.k3s of a node's module. The few flags that have had an option of their own in every
// release of nixpkgs are said by it, because the unit depends on them; all others go into extraFlags.
void writeK3sService(NixWriter& nix, const NodePlan& node);

} // namespace n3x
