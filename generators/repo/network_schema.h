// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/plan/plan.h"
#include "generators/writers/nix_writer.h"

// The attributes of the n3x network schema. It knows /24, two networks by the names "cluster" and "storage",
// and one bond; the plan beside them says the rest, and where both speak they say the same.
namespace n3x {

// interfaces, vlanIds, clusterVlanId, storageVlanId, bondConfig, mode, dhcpServer, serverApi, clusterCidr, serviceCidr.
void writeSharedSchema(NixWriter& nix, const ProfilePlan& shared);

// ipAddresses.<node>, and the same by network: nodeIPs or, where it is a VLAN, clusterIPs, and storageIPs;
// reservations.<node>.
void writeNodeSchema(NixWriter& nix, const NodePlan& node, const ProfilePlan& shared);

} // namespace n3x
