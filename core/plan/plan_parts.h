// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/plan/plan.h"

#include <set>
#include <span>
#include <string_view>
#include <vector>

// The steps of planProfile and planNode. The live engine takes the first two by themselves: it knows the servers of a
// profile without looking at ten thousand nodes.
namespace n3x::planning {

// The project's own targets that are among these names.
[[nodiscard]] Sequence<HardwareTarget> ownTargets(const Project& project, const std::set<std::string_view>& named);

// Everything of a ProfilePlan but what follows from its nodes.
[[nodiscard]] ProfilePlan planWithoutServers(const Project& project, const Profile& profile);

// Fills in k3s, initServer, servers, serverApi and serverNames. `servers` are the profile's in their order.
void planServers(ProfilePlan& plan, const Project& project, const Profile& profile,
                 std::span<const Node* const> servers);

// The node's addresses on the network of K3s; none where it does not attach. The family of the first range for pods
// comes first, because K3s and Kubernetes take the first of either list for the cluster's own family.
[[nodiscard]] std::vector<IpAddress> clusterAddresses(const ProfilePlan& shared, const Node& node);

// Takes away routes to where the node has a link itself: one that is for others would lead it past its own.
void leaveOutRoutesHome(const ProfilePlan& shared, std::vector<LinkPlan>& links);

// Which leases of a node's links give it its default gateways, at most one a family.
void planDefaultRoutes(const ProfilePlan& shared, std::vector<LinkPlan>& links);

// The links of a node in the order in which the kernel must make them.
[[nodiscard]] std::vector<LinkPlan> planLinks(const ProfilePlan& shared, const Node& node);

// The K3s settings of a node whose links are planned.
[[nodiscard]] K3sPlan planK3s(const ProfilePlan& shared, const Node& node, std::span<const LinkPlan> links);

} // namespace n3x::planning
