// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/project.h"

#include <string_view>
#include <vector>

// What ports are called on another hardware target.
namespace n3x::edits {

// The NIC of another target at the same position; nothing when it has fewer, or when one of them is unknown.
[[nodiscard]] const Nic* nicAtSamePosition(const HardwareTarget* from, const HardwareTarget* to, std::string_view nic);

// Null where the target has none of that name.
[[nodiscard]] const Nic* nicNamed(const HardwareTarget& target, const Entered<InterfaceName>& name);

// A MAC address follows the uplink that its port is in, else the place of the port. One whose port has no counterpart
// keeps the name of that port, unless another one moves to that name.
[[nodiscard]] std::vector<NicMac> mappedMacs(const std::vector<NicMac>& macs, const Sequence<Uplink>& uplinks,
                                             const HardwareTarget* from, const HardwareTarget* to);

// Each uplink says its ports on `to` as well, the counterparts of those on `from`, where it does not say them yet and
// the names of all targets do not fit. A single port without a counterpart becomes the first that nobody uses.
[[nodiscard]] Sequence<Uplink> mappedPorts(const Sequence<Uplink>& uplinks, const Project& project,
                                           std::string_view from, std::string_view to);

} // namespace n3x::edits
