// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/uplink.h"

#include <string_view>

// The ports of an uplink on one hardware target: the target's own where it says any, else the uplink's.
namespace n3x {

// What the uplink says for that target; null where it says nothing.
[[nodiscard]] const TargetPorts* portsOf(const Uplink& uplink, std::string_view target);

// `ports` is what portsOf() gives, null included.
[[nodiscard]] const Entered<InterfaceName>* nicOf(const Uplink& uplink, const TargetPorts* ports);
[[nodiscard]] const std::vector<Entered<InterfaceName>>& membersOf(const Uplink& uplink, const TargetPorts* ports);

// The member that leads: as the target says, as the uplink says, or where the target's ports have other names, the one
// in the same place. Null where none is said, and where the place is empty.
[[nodiscard]] const Entered<InterfaceName>* primaryOf(const Uplink& uplink, const TargetPorts* ports);

} // namespace n3x
