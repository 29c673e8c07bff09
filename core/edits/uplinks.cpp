// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/edits/uplinks.h"

#include "core/edits/change.h"
#include "core/edits/newcomers.h"
#include "core/edits/target_ports.h"
#include "core/model/uplink_ports.h"

#include <algorithm>
#include <iterator>
#include <ranges>
#include <utility>

namespace n3x::edits {
namespace {

// The NICs that an uplink uses where its target says nothing else.
std::vector<std::string> portsOf(const Uplink& uplink)
{
    std::vector<std::string> ports;
    if (uplink.bond)
        for (const auto& member : uplink.members) ports.push_back(member.text());
    else if (uplink.nic)
        ports.push_back(uplink.nic->text());
    return ports;
}

std::string freeBondNameIn(const Profile& profile)
{
    std::set<std::string> taken;
    for (const auto& uplink : profile.uplinks)
        if (uplink->bond) taken.insert(uplink->bond->text());
    return freeBondName(taken);
}

// The targets of a profile's nodes, each once.
std::vector<std::string> targetsOf(const Profile& profile)
{
    std::vector<std::string> targets;
    for (const auto& node : profile.nodes)
        if (!std::ranges::contains(targets, node->target)) targets.push_back(node->target);
    return targets;
}

// On emulated machines the first NIC is the emulator's own.
auto usableNics(const HardwareTarget& target)
{
    return target.nics | std::views::drop(target.emulated && target.nics.size() > 1 ? 1 : 0);
}

bool carries(const Profile& profile, const Uplink& uplink)
{
    return std::ranges::any_of(profile.networks, [&](const auto& n) { return uplink.name.reads(n->uplink); });
}

bool hasAll(const HardwareTarget* target, const std::vector<std::string>& ports)
{
    return target != nullptr && std::ranges::all_of(ports, [&](const std::string& port) {
               return std::ranges::any_of(target->nics, [&](const Nic& nic) { return nic.name.reads(port); });
           });
}

// Says the ports of the same positions for every target that has other names than `members`.
void sayPortsByPosition(const Project& project, const Profile& profile, Uplink& uplink,
                        const std::vector<std::string>& members)
{
    const auto targets = targetsOf(profile);
    const HardwareTarget* reference = nullptr; // the one that these names belong to
    for (const std::string& target : targets) {
        const HardwareTarget* found = findTarget(project, target);
        if (reference == nullptr && hasAll(found, members)) reference = found;
    }
    if (reference == nullptr) return;
    for (const std::string& target : targets) {
        const HardwareTarget* found = findTarget(project, target);
        if (found == nullptr || hasAll(found, members)) continue;
        std::vector<Entered<InterfaceName>> mapped;
        for (const std::string& nic : members)
            if (const Nic* one = nicAtSamePosition(reference, found, nic)) mapped.push_back(one->name);
        if (mapped.size() != members.size()) continue;
        TargetPorts ports;
        ports.target = target;
        if (uplink.bond) {
            ports.primary = mapped.front();
            ports.members = std::move(mapped);
        } else {
            ports.nic = mapped.front();
        }
        uplink.targets.push_back(std::move(ports));
    }
}

// The ports of a bond on a target that has no ports in the same places: the one that it is plugged in, then those that
// no other uplink has there.
std::vector<Entered<InterfaceName>> membersFrom(const Entered<InterfaceName>& first, std::size_t count,
                                                const HardwareTarget* target, const Profile& profile,
                                                const Uplink& uplink)
{
    std::vector<Entered<InterfaceName>> members{first};
    if (target == nullptr) return members;
    const auto isOthers = [&](const Entered<InterfaceName>& nic) {
        return std::ranges::any_of(profile.uplinks, [&](const auto& other) {
            if (other->name == uplink.name) return false;
            const TargetPorts* own = n3x::portsOf(*other, target->name.text());
            if (other->bond) return std::ranges::contains(membersOf(*other, own), nic);
            const Entered<InterfaceName>* single = nicOf(*other, own);
            return single != nullptr && *single == nic;
        });
    };
    for (const Nic& nic : usableNics(*target))
        if (members.size() < count && !std::ranges::contains(members, nic.name) && !isOthers(nic.name))
            members.push_back(nic.name);
    return members;
}

// The port that a target had for itself leads the bond there: the cable is in it.
void keepOwnPorts(const Project& project, const Profile& profile, Uplink& bond, const std::vector<TargetPorts>& before)
{
    for (const TargetPorts& own : before) {
        if (!own.nic) continue;
        auto ports = std::ranges::find(bond.targets, own.target, &TargetPorts::target);
        if (ports == bond.targets.end()) ports = bond.targets.insert(ports, {own.target, {}, bond.members, {}});
        auto& members = *ports->members;
        if (const auto there = std::ranges::find(members, *own.nic); there != members.end())
            std::rotate(members.begin(), there, there + 1);
        else
            members = membersFrom(*own.nic, bond.members.size(), findTarget(project, own.target), profile, bond);
        ports->primary = *own.nic;
    }
}

// Removes an uplink, the networks on it, and every mention of either.
void takeAway(Profile& profile, std::string_view uplink)
{
    if (!indexOf(profile.uplinks, uplink)) return;
    profile.uplinks = without(profile.uplinks, uplink);
    if (indexOf(profile.uplinks, uplink)) return; // another of that name keeps what refers to it
    Sequence<Network> kept;
    std::vector<std::string> gone;
    for (const auto& network : profile.networks) {
        if (network->uplink == uplink)
            gone.push_back(network->name.text());
        else
            kept = kept.push_back(network);
    }
    if (!gone.empty()) profile.networks = kept;
    std::erase_if(gone, [&](const std::string& name) { return indexOf(kept, name).has_value(); });
    const auto isGone = [&](const auto& one) { return std::ranges::contains(gone, one.network); };
    profile.nodes = changedWhere(
        profile.nodes, [](const Node&) { return true; },
        [&](Node& node) {
            std::erase_if(node.addresses, isGone);
            std::erase_if(node.overrides, isGone);
            for (NetworkOverride& one : node.overrides)
                if (one.uplink == uplink) one.uplink.reset();
            std::erase_if(node.overrides,
                          [](const NetworkOverride& one) { return !one.vlan && !one.mtu && !one.uplink; });
        });
}

// The port that stays where a bond is dissolved: the one that carried its packets, else the first.
std::optional<Entered<InterfaceName>> leadingPort(const Uplink& uplink, const TargetPorts* ports)
{
    if (const Entered<InterfaceName>* primary = primaryOf(uplink, ports)) return *primary;
    const auto& members = membersOf(uplink, ports);
    if (members.empty()) return {};
    return members.front();
}

} // namespace

Edit addUplink(const Project& project, std::string_view profile)
{
    const Profile* found = find(project.profiles, profile);
    const std::string name = found == nullptr ? "uplink" : freeName(found->uplinks, "uplink");
    return {{N3X_TEXT("Add uplink %1"), {name}}, [profile = std::string(profile)](const Project& before) {
                return withProfile(before, profile, [&](Profile& p) {
                    std::vector<std::string> used;
                    for (const auto& other : p.uplinks)
                        for (const std::string& port : portsOf(*other)) used.push_back(port);
                    const HardwareTarget* target = findTarget(before, usualTarget(p));
                    if (target == nullptr) target = findTarget(before, "qemu-amd64");
                    Uplink uplink;
                    uplink.name = Entered<DnsLabel>::from(freeName(p.uplinks, "uplink"));
                    if (target != nullptr) {
                        for (const Nic& nic : usableNics(*target))
                            if (!uplink.nic && !std::ranges::contains(used, nic.name.text())) uplink.nic = nic.name;
                    }
                    if (!uplink.nic) uplink.nic = Entered<InterfaceName>::from("eth" + std::to_string(used.size() + 1));
                    sayPortsByPosition(before, p, uplink, {uplink.nic->text()});
                    p.uplinks = p.uplinks.push_back(std::move(uplink));
                });
            }};
}

Edit renameUplink(std::string_view profile, std::string_view uplink, std::string_view newName)
{
    return {
        {N3X_TEXT("Rename uplink %1 to %2"), {std::string(uplink), std::string(newName)}},
        [profile = std::string(profile), uplink = std::string(uplink),
         newName = std::string(newName)](const Project& project) {
            return withProfile(project, profile, [&](Profile& p) {
                if (!indexOf(p.uplinks, uplink) || indexOf(p.uplinks, newName)) return;
                p.uplinks = changed(p.uplinks, uplink, [&](Uplink& u) { u.name = Entered<DnsLabel>::from(newName); });
                p.networks = changedWhere(
                    p.networks, [&](const Network& n) { return n.uplink == uplink; },
                    [&](Network& n) { n.uplink = newName; });
                p.nodes = changedWhere(
                    p.nodes,
                    [&](const Node& n) { return std::ranges::contains(n.overrides, uplink, &NetworkOverride::uplink); },
                    [&](Node& n) {
                        for (NetworkOverride& one : n.overrides)
                            if (one.uplink == uplink) one.uplink = newName;
                    });
            });
        }};
}

Edit removeUplink(std::string_view profile, std::string_view uplink)
{
    return {{N3X_TEXT("Remove uplink %1"), {std::string(uplink)}},
            [profile = std::string(profile), uplink = std::string(uplink)](const Project& project) {
                return withProfile(project, profile, [&](Profile& p) { takeAway(p, uplink); });
            }};
}

Edit moveUplink(std::string_view profile, std::string_view uplink, std::size_t index)
{
    return {{N3X_TEXT("Move uplink %1"), {std::string(uplink)}},
            [profile = std::string(profile), uplink = std::string(uplink), index](const Project& project) {
                return withProfile(project, profile, [&](Profile& p) { p.uplinks = moved(p.uplinks, uplink, index); });
            }};
}

Edit makeBond(std::string_view profile, std::string_view uplink, const std::vector<std::string>& members)
{
    return {{N3X_TEXT("Make %1 a bond"), {std::string(uplink)}},
            [profile = std::string(profile), uplink = std::string(uplink), members](const Project& project) {
                return withProfile(project, profile, [&](Profile& p) {
                    const Uplink* before = find(p.uplinks, uplink);
                    if (before == nullptr || members.empty()) return;
                    const Profile old = p;
                    p.uplinks = changed(p.uplinks, uplink, [&](Uplink& u) {
                        if (!u.bond) u.bond = Entered<InterfaceName>::from(freeBondNameIn(old));
                        u.nic.reset();
                        u.members.clear();
                        for (const std::string& member : members)
                            u.members.push_back(Entered<InterfaceName>::from(member));
                        const bool named = u.mode && *u.mode;
                        const BondMode mode = named ? u.mode->value().kind() : BondMode::ActiveBackup;
                        if (!named) u.mode = Choice(mode);
                        if (mode == BondMode::ActiveBackup)
                            u.primary = u.members.front();
                        else
                            u.primary.reset();
                        const std::vector<TargetPorts> own = std::exchange(u.targets, {});
                        sayPortsByPosition(project, old, u, members);
                        if (!before->bond) keepOwnPorts(project, old, u, own);
                        if (mode != BondMode::ActiveBackup)
                            for (TargetPorts& ports : u.targets) ports.primary.reset();
                    });
                    std::vector<std::string> absorbed;
                    for (const auto& other : p.uplinks) {
                        const bool isMember =
                            !other->bond && other->nic && std::ranges::contains(members, other->nic->text());
                        if (isMember && !carries(p, *other) && !other->name.reads(uplink))
                            absorbed.push_back(other->name.text());
                    }
                    for (const std::string& name : absorbed) takeAway(p, name);
                });
            }};
}

std::optional<std::string> partnerNic(const Project& project, const Profile& profile, const Uplink& uplink)
{
    if (!uplink.nic) return {};
    std::vector<std::string> taken;
    for (const auto& other : profile.uplinks)
        if (!(other->name == uplink.name) && (other->bond || carries(profile, *other)))
            std::ranges::copy(portsOf(*other), std::back_inserter(taken));
    std::vector<std::string> targets = targetsOf(profile);
    targets.insert(targets.begin(), usualTarget(profile)); // on the others, ports of the same positions are taken
    for (const std::string& name : targets) {
        const HardwareTarget* target = findTarget(project, name);
        if (target == nullptr) continue;
        std::vector<std::string> nics;
        for (const Nic& nic : usableNics(*target)) nics.push_back(nic.name.text());
        const auto own = std::ranges::find(nics, uplink.nic->text());
        if (own == nics.end()) continue;
        std::ranges::rotate(nics, own);
        const auto free = std::find_if(nics.begin() + 1, nics.end(),
                                       [&](const auto& nic) { return !std::ranges::contains(taken, nic); });
        return free != nics.end() ? std::optional(*free) : std::nullopt;
    }
    return {};
}

namespace {

void clearBondSettings(Uplink& uplink)
{
    uplink.members.clear();
    uplink.mode.reset();
    uplink.primary.reset();
    uplink.miimon.reset();
    uplink.upDelay.reset();
    uplink.downDelay.reset();
    uplink.lacpRate.reset();
    uplink.hashPolicy.reset();
}

} // namespace

Edit dissolveBond(std::string_view profile, std::string_view uplink)
{
    return {{N3X_TEXT("Dissolve the bond of %1"), {std::string(uplink)}},
            [profile = std::string(profile), uplink = std::string(uplink)](const Project& project) {
                return withUplink(project, profile, uplink, [](Uplink& u) {
                    if (!u.bond) return;
                    std::vector<TargetPorts> targets;
                    for (const TargetPorts& ports : u.targets) {
                        if (!ports.members && !ports.primary) continue;
                        if (auto own = leadingPort(u, &ports)) targets.push_back({ports.target, own, {}, {}});
                    }
                    u.nic = leadingPort(u, nullptr);
                    u.targets = std::move(targets);
                    u.bond.reset();
                    clearBondSettings(u);
                });
            }};
}

Edit removeBondSettings(std::string_view profile, std::string_view uplink)
{
    return {{N3X_TEXT("Remove the bond settings of %1"), {std::string(uplink)}},
            [profile = std::string(profile), uplink = std::string(uplink)](const Project& project) {
                return withUplink(project, profile, uplink, clearBondSettings);
            }};
}

} // namespace n3x::edits
