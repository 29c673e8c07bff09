// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/frame.h"

#include "core/edits/values.h"
#include "core/model/defaults.h"
#include "core/model/uplink_ports.h"
#include "core/types/bond_mode.h"

#include <algorithm>
#include <limits>

namespace n3x::checks {
namespace {

using Names = std::vector<Entered<InterfaceName>>;

Edit unset(const ObjectPath& path) { return edits::setValue(path, ""); }

// The bonding driver keeps its times as an int of milliseconds.
constexpr Duration longest = Duration::milliseconds(std::numeric_limits<std::int32_t>::max());

// One list of members with the primary that counts for it, its own or the uplink's.
void checkMembers(const Names& members, const std::optional<Entered<InterfaceName>>& primary, BondMode mode,
                  const std::string& uplink, const ObjectPath& path, Finder& finder)
{
    if (members.empty())
        finder.add(codes::bondWithoutMembers, path / "members", {N3X_TEXT("The bond of %1 has no members."), {uplink}},
                   N3X_TEXT("Name the NICs that it bonds, at least two."));
    else if (members.size() == 1)
        finder.add(codes::bondOfOne, path / "members",
                   {N3X_TEXT("The bond of %1 has one member only, %2."), {uplink, members[0].text()}},
                   N3X_TEXT("Add a second NIC, or dissolve the bond: with one member it protects from nothing."));
    for (std::size_t index = 1; index < members.size(); ++index) {
        if (std::find(members.begin(), members.begin() + static_cast<std::ptrdiff_t>(index), members[index]) ==
            members.begin() + static_cast<std::ptrdiff_t>(index))
            continue;
        finder.add(codes::memberTwice, path / "members" / index,
                   {N3X_TEXT("%1 is twice a member of the bond of %2."), {members[index].text(), uplink}},
                   N3X_TEXT("Remove one of them."), {unset(path / "members" / index)});
    }
    if (primary && *primary && !members.empty() && hasPrimary(mode) && !std::ranges::contains(members, *primary))
        finder.add(codes::primaryNoMember, path / "primary",
                   {N3X_TEXT("The primary %1 is no member of the bond of %2."), {primary->text(), uplink}},
                   N3X_TEXT("Choose one of the members."), {edits::setValue(path / "primary", members[0].text())});
}

void checkDelay(const std::optional<Entered<Duration>>& said, Duration otherwise, std::uint64_t interval,
                const std::string& uplink, const ObjectPath& path, Finder& finder)
{
    if (said && !*said) return;
    const Duration delay = said ? said->value() : otherwise;
    if (delay.inMilliseconds() % interval == 0) return;
    const std::uint64_t down = delay.inMilliseconds() / interval * interval;
    const bool up = down == 0 || delay.inMilliseconds() - down > interval / 2;
    const std::string rounded = Duration::milliseconds(up ? down + interval : down).text();
    finder.add(codes::delayNotMultiple, path,
               {N3X_TEXT("The delay of %1 of %2 is no multiple of its monitor interval of %3."),
                {delay.text(), uplink, Duration::milliseconds(interval).text()}},
               {N3X_TEXT("Use %1; the kernel would round down to %2."), {rounded, Duration::milliseconds(down).text()}},
               {edits::setValue(path, rounded)});
}

} // namespace

void checkBond(const Uplink& uplink, const std::string& name, const ObjectPath& path, Finder& finder)
{
    const BondMode mode = kindOf(uplink.mode, defaults::bondMode);
    const bool modeKnown = !uplink.mode || *uplink.mode;
    if (uplink.nic)
        finder.add(codes::nicBesideBond, path / "nic",
                   {N3X_TEXT("%1 names a NIC beside its bond, and only the bond counts."), {name}},
                   N3X_TEXT("Remove the NIC here, or make it a member."), {unset(path / "nic")});
    // Where targets name them, the uplink itself need not; that one of the nodes' has none is told of the nodes.
    const bool isSaidForTargets =
        std::ranges::any_of(uplink.targets, [](const TargetPorts& ports) { return ports.members.has_value(); });
    if (!uplink.members.empty() || !isSaidForTargets)
        checkMembers(uplink.members, uplink.primary, mode, name, path, finder);
    for (const TargetPorts& ports : uplink.targets) {
        if (!ports.members && !ports.primary) continue;
        const ObjectPath own = path / "targets" / std::string_view(ports.target);
        const Names& members = membersOf(uplink, &ports);
        checkMembers(members, ports.primary, mode, name, own, finder);
        // The uplink's own primary leads here too, or the member in its place; that there is one is for us to say.
        if (ports.primary || members.empty() || !hasPrimary(mode) || primaryOf(uplink, &ports)) continue;
        if (uplink.primary && *uplink.primary &&
            (uplink.members.empty() || std::ranges::contains(uplink.members, *uplink.primary)))
            finder.add(codes::primaryNoMember, own / "primary",
                       {N3X_TEXT("The primary %1 is no member of the bond of %2 on %3, and no other has its place."),
                        {uplink.primary->text(), name, ports.target}},
                       N3X_TEXT("Choose one of the members."), {edits::setValue(own / "primary", members[0].text())});
    }
    const std::string word{Choice<BondMode>(mode).word()};
    if (uplink.primary && modeKnown && !hasPrimary(mode))
        finder.add(codes::primaryWithoutUse, path / "primary",
                   {N3X_TEXT("%1 names a primary, and the mode %2 has none."), {name, word}},
                   N3X_TEXT("Remove it, or choose active-backup, balance-tlb or balance-alb."),
                   {unset(path / "primary")});
    if (uplink.lacpRate && modeKnown && mode != BondMode::Lacp)
        finder.add(codes::lacpWithoutUse, path / "lacpRate",
                   {N3X_TEXT("%1 names an LACP rate, and the mode %2 has no LACP."), {name, word}},
                   N3X_TEXT("Remove it, or choose 802.3ad."),
                   {unset(path / "lacpRate"), edits::setValue(path / "mode", "802.3ad")});
    if (uplink.hashPolicy && modeKnown && !hashes(mode))
        finder.add(codes::hashPolicyWithoutUse, path / "hashPolicy",
                   {N3X_TEXT("%1 names a hash policy, and the mode %2 does not hash."), {name, word}},
                   N3X_TEXT("Remove it, or choose balance-xor, 802.3ad or balance-tlb."), {unset(path / "hashPolicy")});
    const auto isHeld = [&](const std::optional<Entered<Duration>>& said, std::string_view field) {
        const Duration* time = valueOf(said);
        if (time == nullptr || time->inMilliseconds() <= longest.inMilliseconds()) return true;
        finder.add(codes::bondTimeTooLong, path / field,
                   {N3X_TEXT("%1 of the bond of %2 is %3, and the kernel counts no further than %4."),
                    {std::string(field), name, time->text(), longest.text()}},
                   N3X_TEXT("Use a time such as 100ms or 2s: it is how long a broken link goes on being used."));
        return false;
    };
    const Duration* miimon = valueOf(uplink.miimon);
    if (uplink.miimon && miimon == nullptr) return;
    const Duration said = miimon == nullptr ? defaults::miimon : *miimon;
    if (said.inMilliseconds() == 0)
        finder.add(
            codes::noMonitoring, path / "miimon",
            alwaysWatches(mode)
                ? Text(N3X_TEXT("The miimon of %1 is 0, and a bond of mode %2 watches its links every 100ms then."),
                       {name, std::string(Choice(mode).word())})
                : Text(N3X_TEXT("%1 does not watch its links, because miimon is 0."), {name}),
            N3X_TEXT("Set an interval such as 100ms, else a broken link is never left."),
            {choice(edits::setValue(path / "miimon", "100ms"))});
    const std::uint64_t interval = watchInterval(mode, said).inMilliseconds();
    if (interval == 0) return;
    if (!isHeld(uplink.miimon, "miimon") || !isHeld(uplink.upDelay, "upDelay") ||
        !isHeld(uplink.downDelay, "downDelay"))
        return;
    checkDelay(uplink.upDelay, defaults::upDelay, interval, name, path / "upDelay", finder);
    checkDelay(uplink.downDelay, defaults::downDelay, interval, name, path / "downDelay", finder);
}

} // namespace n3x::checks
