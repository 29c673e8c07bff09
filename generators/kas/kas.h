// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/plan/plan.h"
#include "generators/tree/output_writer.h"

// The kas overlays that make an image of a profile, and of one node of it: the last two links of a chain.
//
// kas writes the texts under local_conf_header into local.conf in the order of their keys, not of the chain, so
// the keys begin with a rank, and no variable is assigned under two keys.
namespace n3x {

// backends/debian/kas/network/<profile>.yml
void writeKasNetwork(const ProfilePlan& shared, OutputWriter& out);

// backends/debian/kas/node/<profile>/<node>.yml, where the node's hardware target has a Debian backend.
void writeKasNode(const NodePlan& node, const ProfilePlan& shared, OutputWriter& out);

} // namespace n3x
