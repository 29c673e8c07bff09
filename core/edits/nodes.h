// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/problem.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace n3x::edits {

// The name that addNode would give: "agent-3".
[[nodiscard]] std::string nextNodeName(const Profile& profile, Role role);

// A node like its siblings of that role: attached to the networks that they attach to, with the next free
// host part in each (never a gateway's, a DHCP server's, one of a DHCP range, or the API address), and the
// next MAC addresses in their scheme. An empty target takes the one that most siblings have.
[[nodiscard]] Edit addNode(const Project& project, std::string_view profile, Role role, std::string_view target = {});
[[nodiscard]] Edit addNodes(std::string_view profile, Role role, std::string_view target, std::size_t count);
// With name, addresses and MACs of its own; stands behind the first.
[[nodiscard]] Edit duplicateNode(std::string_view profile, std::string_view node);

[[nodiscard]] Edit renameNode(std::string_view profile, std::string_view node, std::string_view newName);
[[nodiscard]] Edit removeNode(std::string_view profile, std::string_view node);
[[nodiscard]] Edit removeNodes(std::string_view profile, const std::vector<std::string>& nodes);
[[nodiscard]] Edit moveNode(std::string_view profile, std::string_view node, std::size_t index);
[[nodiscard]] Edit setRole(std::string_view profile, std::string_view node, Role role);
[[nodiscard]] Edit setRoles(std::string_view profile, const std::vector<std::string>& nodes, Role role);

// Ports are mapped by position: the MAC of the first NIC goes to the first NIC of the new target, and so on; that of a
// port of an uplink goes where the uplink does.
// What does not fit stays as it is said, for the checks to name. A backend that the new target lacks is unset.
[[nodiscard]] Edit swapTarget(std::string_view profile, std::string_view node, std::string_view target);
[[nodiscard]] Edit swapTargets(std::string_view profile, const std::vector<std::string>& nodes,
                               std::string_view target);

// With the next free address of each family; without one where DHCP gives them.
[[nodiscard]] Edit attach(std::string_view profile, std::string_view node, std::string_view network);
[[nodiscard]] Edit attachNodes(std::string_view profile, const std::vector<std::string>& nodes,
                               std::string_view network);
[[nodiscard]] Edit detach(std::string_view profile, std::string_view node, std::string_view network);
[[nodiscard]] Edit detachNodes(std::string_view profile, const std::vector<std::string>& nodes,
                               std::string_view network);

} // namespace n3x::edits
