// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/problem.h"

#include <cstddef>
#include <string_view>

namespace n3x::edits {

// The next free name, VLAN id (untagged where nothing else is on the uplink) and subnet, attached to no node.
// An empty uplink takes the first one, or makes one where the profile has none.
[[nodiscard]] Edit addNetwork(const Project& project, std::string_view profile, std::string_view uplink = {});
// The same nodes attach to it with the same host parts, in the next free subnet and VLAN; it carries no K3s.
[[nodiscard]] Edit duplicateNetwork(std::string_view profile, std::string_view network);
[[nodiscard]] Edit renameNetwork(std::string_view profile, std::string_view network, std::string_view newName);
[[nodiscard]] Edit removeNetwork(std::string_view profile, std::string_view network);
[[nodiscard]] Edit moveNetwork(std::string_view profile, std::string_view network, std::size_t index);
[[nodiscard]] Edit tag(std::string_view profile, std::string_view network,
                       std::string_view vlan); // "" takes the next free id
[[nodiscard]] Edit untag(std::string_view profile, std::string_view network);

// Another subnet ("10.0.0.0/24", or one of each family, one a line); every address in it keeps its host part:
// nodes', gateways', DHCP's, routes' and the API address. What does not fit stays, for the checks to name.
// Text that is no subnet is kept as it is said.
[[nodiscard]] Edit renumber(std::string_view profile, std::string_view network, std::string_view subnets);

} // namespace n3x::edits
