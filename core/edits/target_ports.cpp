// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/edits/target_ports.h"

#include "core/edits/change.h"
#include "core/model/uplink_ports.h"

#include <algorithm>
#include <set>
#include <string>

namespace n3x::edits {
namespace {

// Whether the ports that an uplink names for all targets are ports of this one.
bool fits(const Uplink& uplink, const HardwareTarget& target)
{
    const auto has = [&](const Entered<InterfaceName>& nic) {
        return std::ranges::any_of(target.nics, [&](const Nic& one) { return one.name == nic; });
    };
    if (!uplink.bond) return uplink.nic && has(*uplink.nic);
    return !uplink.members.empty() && std::ranges::all_of(uplink.members, has) &&
           (!uplink.primary || has(*uplink.primary));
}

// The ports that an uplink uses on a target, the members of a bond in their order.
std::vector<Entered<InterfaceName>> portsOn(const Uplink& uplink, const HardwareTarget& target)
{
    const TargetPorts* own = portsOf(uplink, target.name.text());
    if (uplink.bond) return membersOf(uplink, own);
    const Entered<InterfaceName>* nic = nicOf(uplink, own);
    return nic == nullptr ? std::vector<Entered<InterfaceName>>() : std::vector{*nic};
}

// The port of `to` that an uplink uses in place of this one of `from`.
const Nic* nicOfSameUplink(const Sequence<Uplink>& uplinks, const HardwareTarget& from, const HardwareTarget& to,
                           const Entered<InterfaceName>& name)
{
    if (nicNamed(from, name) == nullptr) return nullptr;
    for (const auto& uplink : uplinks) {
        const auto before = portsOn(*uplink, from);
        const auto after = portsOn(*uplink, to);
        const auto at = static_cast<std::size_t>(std::ranges::find(before, name) - before.begin());
        if (at >= before.size() || at >= after.size()) continue;
        if (const Nic* nic = nicNamed(to, after[at])) return nic;
    }
    return nullptr;
}

// Gives the ports that an uplink uses on `from` their counterparts on `to`, where it does not say them yet
// and the names would not fit: where they do, other nodes may have them already.
void mapPorts(Uplink& uplink, std::string_view to, const HardwareTarget& fromTarget, const HardwareTarget& toTarget)
{
    if (portsOf(uplink, to) != nullptr || fits(uplink, toTarget)) return;
    const TargetPorts* own = portsOf(uplink, fromTarget.name.text());
    TargetPorts ports;
    ports.target = to;
    bool mappedAll = true;
    bool differs = false;
    const auto map = [&](const Entered<InterfaceName>& nic) {
        const Nic* mapped = nicAtSamePosition(&fromTarget, &toTarget, nic.text());
        mappedAll = mappedAll && mapped != nullptr;
        if (mapped == nullptr) return nic;
        differs = differs || !(mapped->name == nic);
        return mapped->name;
    };
    if (uplink.bond) {
        ports.members.emplace();
        for (const auto& member : membersOf(uplink, own)) ports.members->push_back(map(member));
        if (const auto* primary = primaryOf(uplink, own)) ports.primary = map(*primary);
    } else if (const auto* nic = nicOf(uplink, own)) {
        ports.nic = map(*nic);
    }
    if (mappedAll && (differs || own != nullptr)) uplink.targets.push_back(std::move(ports));
}

} // namespace

const Nic* nicNamed(const HardwareTarget& target, const Entered<InterfaceName>& name)
{
    const auto nic = std::ranges::find(target.nics, name, &Nic::name);
    return nic == target.nics.end() ? nullptr : &*nic;
}

const Nic* nicAtSamePosition(const HardwareTarget* from, const HardwareTarget* to, std::string_view nic)
{
    if (from == nullptr || to == nullptr) return nullptr;
    const auto found = std::ranges::find_if(from->nics, [&](const Nic& one) { return one.name.reads(nic); });
    const auto position = static_cast<std::size_t>(found - from->nics.begin());
    return found != from->nics.end() && position < to->nics.size() ? &to->nics[position] : nullptr;
}

std::vector<NicMac> mappedMacs(const std::vector<NicMac>& macs, const Sequence<Uplink>& uplinks,
                               const HardwareTarget* from, const HardwareTarget* to)
{
    if (from == nullptr || to == nullptr) return macs;
    std::vector<const Nic*> moved;
    for (const NicMac& mac : macs) moved.push_back(nicOfSameUplink(uplinks, *from, *to, mac.nic));
    for (std::size_t at = 0; at < macs.size(); ++at) {
        if (moved[at] != nullptr) continue;
        const Nic* nic = nicAtSamePosition(from, to, macs[at].nic.text());
        if (!std::ranges::contains(moved, nic)) moved[at] = nic;
    }
    const auto isMovedTo = [&](const Entered<InterfaceName>& name) {
        return std::ranges::any_of(moved, [&](const Nic* nic) { return nic != nullptr && nic->name == name; });
    };
    std::vector<NicMac> mapped;
    for (std::size_t at = 0; at < macs.size(); ++at) {
        if (moved[at] != nullptr)
            mapped.push_back({moved[at]->name, macs[at].mac});
        else if (!isMovedTo(macs[at].nic))
            mapped.push_back(macs[at]);
    }
    return mapped;
}

Sequence<Uplink> mappedPorts(const Sequence<Uplink>& uplinks, const Project& project, std::string_view from,
                             std::string_view to)
{
    const HardwareTarget* fromTarget = findTarget(project, from);
    const HardwareTarget* toTarget = findTarget(project, to);
    if (fromTarget == nullptr || toTarget == nullptr || fromTarget == toTarget) return uplinks;
    const Sequence<Uplink> mapped = changedWhere(
        uplinks, [](const Uplink&) { return true; },
        [&](Uplink& uplink) { mapPorts(uplink, to, *fromTarget, *toTarget); });
    std::set<std::string> taken;
    for (const auto& uplink : mapped)
        for (const auto& port : portsOn(*uplink, *toTarget))
            if (const Nic* nic = nicNamed(*toTarget, port)) taken.insert(nic->name.text());
    const auto hasNone = [&](const Uplink& uplink) {
        const auto ports = portsOn(uplink, *toTarget);
        return !uplink.bond && portsOf(uplink, to) == nullptr && !ports.empty() && !nicNamed(*toTarget, ports.front());
    };
    return changedWhere(mapped, hasNone, [&](Uplink& uplink) {
        for (const Nic& nic : toTarget->nics) {
            if (!taken.insert(nic.name.text()).second) continue;
            TargetPorts ports;
            ports.target = to;
            ports.nic = nic.name;
            return uplink.targets.push_back(std::move(ports));
        }
    });
}

} // namespace n3x::edits
