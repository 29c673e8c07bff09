// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/model/uplink_ports.h"

#include <algorithm>

namespace n3x {

const TargetPorts* portsOf(const Uplink& uplink, std::string_view target)
{
    const auto ports = std::ranges::find(uplink.targets, target, &TargetPorts::target);
    return ports == uplink.targets.end() ? nullptr : &*ports;
}

const Entered<InterfaceName>* nicOf(const Uplink& uplink, const TargetPorts* ports)
{
    if (ports && ports->nic) return &*ports->nic;
    return uplink.nic ? &*uplink.nic : nullptr;
}

const std::vector<Entered<InterfaceName>>& membersOf(const Uplink& uplink, const TargetPorts* ports)
{
    return ports && ports->members ? *ports->members : uplink.members;
}

const Entered<InterfaceName>* primaryOf(const Uplink& uplink, const TargetPorts* ports)
{
    if (ports && ports->primary) return &*ports->primary;
    if (!uplink.primary) return nullptr;
    const auto& members = membersOf(uplink, ports);
    if (const auto same = std::ranges::find(members, *uplink.primary); same != members.end()) return &*same;
    const auto place = std::ranges::find(uplink.members, *uplink.primary) - uplink.members.begin();
    const auto at = static_cast<std::size_t>(place);
    return at < uplink.members.size() && at < members.size() ? &members[at] : nullptr;
}

} // namespace n3x
