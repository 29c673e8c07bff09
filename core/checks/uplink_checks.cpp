// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/frame.h"

#include "core/edits/change.h"
#include "core/edits/repairs.h"
#include "core/edits/uplinks.h"
#include "core/edits/values.h"
#include "core/files/nearest.h"
#include "core/model/defaults.h"
#include "core/model/uplink_ports.h"
#include "core/types/bond_mode.h"

#include <algorithm>
#include <map>
#include <set>

namespace n3x::checks {
namespace {

using Names = std::vector<Entered<InterfaceName>>;

Edit unset(const ObjectPath& path) { return edits::setValue(path, ""); }

void addUnknownTarget(const Frame& frame, const std::string& uplink, const std::string& target, const ObjectPath& path,
                      Finder& finder)
{
    std::vector<Edit> fixes;
    if (const auto meantTarget = frame.nearestTarget(target))
        fixes.push_back({{N3X_TEXT("Name the ports of %1 for %2 instead of %3"), {uplink, *meantTarget, target}},
                         [profile = frame.profileName, uplink, target, to = *meantTarget](const Project& project) {
                             return edits::withUplink(project, profile, uplink, [&](Uplink& u) {
                                 if (std::ranges::contains(u.targets, to, &TargetPorts::target)) return;
                                 for (TargetPorts& ports : u.targets)
                                     if (ports.target == target) ports.target = to;
                             });
                         }});
    fixes.push_back(choice({{N3X_TEXT("Remove the ports of %1 for %2"), {uplink, target}},
                            [profile = frame.profileName, uplink, target](const Project& project) {
                                return edits::withUplink(project, profile, uplink, [&](Uplink& u) {
                                    std::erase_if(u.targets,
                                                  [&](const TargetPorts& ports) { return ports.target == target; });
                                });
                            }}));
    finder.add(codes::unknownTarget, path,
               {N3X_TEXT("%1 names ports for %2, and there is no such hardware target."), {uplink, target}},
               N3X_TEXT("Name a target of the catalogue or one of the project's own."), std::move(fixes));
}

// What is said for one target and means nothing in this uplink.
void checkPortsInUse(const Uplink& uplink, const TargetPorts& ports, const std::string& name, const ObjectPath& path,
                     Finder& finder)
{
    const auto tell = [&](bool isSaid, std::string_view field, Text why) {
        if (!isSaid) return;
        finder.add(codes::targetPortsWithoutUse, path / field, std::move(why),
                   N3X_TEXT("Remove it, or say it where it counts."), {unset(path / field)});
    };
    if (!uplink.bond) {
        const Text why{N3X_TEXT("%1 names settings of a bond for %2, and is none."), {name, ports.target}};
        tell(ports.members.has_value(), "members", why);
        tell(ports.primary.has_value(), "primary", why);
        return;
    }
    tell(ports.nic.has_value(), "nic",
         {N3X_TEXT("%1 names a NIC for %2 beside its bond, and only the bond counts."), {name, ports.target}});
    const bool modeKnown = !uplink.mode || *uplink.mode;
    const BondMode mode = kindOf(uplink.mode, defaults::bondMode);
    tell(ports.primary && modeKnown && !hasPrimary(mode), "primary",
         {N3X_TEXT("%1 names a primary for %2, and the mode %3 has none."),
          {name, ports.target, std::string(Choice(mode).word())}});
}

void checkTexts(const Uplink& uplink, const ObjectPath& path, Finder& finder)
{
    checkName(finder, uplink.name, path);
    checkValue(finder, uplink.nic, [&] { return path / "nic"; });
    checkValue(finder, uplink.bond, [&] { return path / "bond"; });
    checkEach(finder, uplink.members, [&] { return path / "members"; });
    checkValue(finder, uplink.mode, [&] { return path / "mode"; });
    checkValue(finder, uplink.primary, [&] { return path / "primary"; });
    checkValue(finder, uplink.miimon, [&] { return path / "miimon"; });
    checkValue(finder, uplink.upDelay, [&] { return path / "upDelay"; });
    checkValue(finder, uplink.downDelay, [&] { return path / "downDelay"; });
    checkValue(finder, uplink.lacpRate, [&] { return path / "lacpRate"; });
    checkValue(finder, uplink.hashPolicy, [&] { return path / "hashPolicy"; });
    checkValue(finder, uplink.mtu, [&] { return path / "mtu"; });
    for (const TargetPorts& ports : uplink.targets) {
        const auto own = [&] { return path / "targets" / std::string_view(ports.target); };
        checkValue(finder, ports.nic, [&] { return own() / "nic"; });
        if (ports.members) checkEach(finder, *ports.members, [&] { return own() / "members"; });
        checkValue(finder, ports.primary, [&] { return own() / "primary"; });
    }
}

void checkSingle(const std::string& profile, const Uplink& uplink, const std::string& name, const ObjectPath& path,
                 Finder& finder)
{
    const bool hasPort = uplink.nic || std::ranges::any_of(uplink.targets, [](const TargetPorts& ports) {
                             return ports.nic.has_value();
                         });
    if (!hasPort)
        finder.add(codes::uplinkWithoutPort, path, {N3X_TEXT("%1 has neither a NIC nor a bond."), {name}},
                   N3X_TEXT("Name the NIC that it uses, or bond several."));
    if (uplink.members.empty() && !uplink.mode && !uplink.primary && !uplink.miimon && !uplink.upDelay &&
        !uplink.downDelay && !uplink.lacpRate && !uplink.hashPolicy)
        return;
    finder.add(
        codes::bondOptionWithoutBond, path / "bond", {N3X_TEXT("%1 has settings of a bond and is none."), {name}},
        N3X_TEXT("Name the bond, such as bond0, or remove its settings."), {edits::removeBondSettings(profile, name)});
}

void checkNames(const Frame& frame, Index index, const ObjectPath& path, Finder& finder)
{
    const UplinkFrame& uplink = frame.uplinks[index];
    for (const std::string& link : frame.baseLinks(index))
        if (isOfK3s(link))
            finder.add(codes::nameOfK3s, path / (uplink.said->bond ? "bond" : "nic"),
                       {N3X_TEXT("The link %1 of %2 has the name of an interface of K3s."), {link, uplink.name}},
                       N3X_TEXT("Give it another name: K3s makes that interface on every node, or takes it away."));
}

// One use of a NIC name on one hardware target.
struct Use {
    Index uplink;
    bool isMember;
    ObjectPath path;
};

// The NICs of all uplinks as one target has them; "" stands for the targets that no uplink names.
std::map<std::string, std::vector<Use>> usesOn(const Frame& frame, std::string_view target)
{
    std::map<std::string, std::vector<Use>> uses;
    for (Index index = 0; index < frame.uplinks.size(); ++index) {
        const Uplink& uplink = *frame.uplinks[index].said;
        const ObjectPath path = frame.uplinkPath(frame.uplinks[index].name);
        const TargetPorts* own = portsOf(uplink, target);
        if (uplink.bond) {
            const bool ownMembers = own && own->members;
            const Names& members = membersOf(uplink, own);
            const ObjectPath list = (ownMembers ? path / "targets" / target : path) / "members";
            for (std::size_t at = 0; at < members.size(); ++at)
                if (std::find(members.begin(), members.begin() + static_cast<std::ptrdiff_t>(at), members[at]) ==
                    members.begin() + static_cast<std::ptrdiff_t>(at))
                    uses[members[at].text()].push_back({index, true, list / at});
        } else if (const Entered<InterfaceName>* nic = nicOf(uplink, own)) {
            uses[nic->text()].push_back({index, false, (own && own->nic ? path / "targets" / target : path) / "nic"});
        }
    }
    return uses;
}

void checkUses(const Frame& frame, const std::map<std::string, std::vector<Use>>& all, std::set<ObjectPath>& told,
               Finder& finder)
{
    for (const auto& [nic, uses] : all) {
        for (std::size_t at = 1; at < uses.size(); ++at) {
            const Use& first = uses[0];
            const Use& other = uses[at];
            if (!told.insert(other.path).second) continue;
            const std::string& firstName = frame.uplinks[first.uplink].name;
            const std::string& otherName = frame.uplinks[other.uplink].name;
            if (first.isMember && other.isMember) {
                finder.add(codes::memberOfTwoBonds, other.path,
                           {N3X_TEXT("%1 is a member of two bonds, those of %2 and %3."), {nic, firstName, otherName}},
                           N3X_TEXT("Leave it in one of them."), {unset(other.path)});
                continue;
            }
            const Use& single = first.isMember ? other : first;
            const bool carries = std::ranges::any_of(
                frame.networks, [&](const NetworkFrame& network) { return network.uplink == single.uplink; });
            if (first.isMember != other.isMember && carries)
                finder.add(codes::memberWithAddress, other.path,
                           {N3X_TEXT("%1 is a member of a bond, and %2 also puts addresses on it."),
                            {nic, frame.uplinks[single.uplink].name}},
                           N3X_TEXT("Take it out of the bond, or move the networks to the bond."));
            else
                finder.add(codes::nicOfTwoUplinks, other.path,
                           {N3X_TEXT("%1 belongs to two uplinks, %2 and %3."), {nic, firstName, otherName}},
                           N3X_TEXT("Give each uplink NICs of its own; several networks can share one uplink."));
        }
    }
}

// A bond or VLAN link whose name another link has.
void checkLinkNames(const Frame& frame, const std::map<std::string, std::vector<Use>>& nics, std::set<ObjectPath>& told,
                    Finder& finder)
{
    std::set<std::string> names;
    for (const auto& [nic, uses] : nics) names.insert(nic);
    std::set<std::string> taken = names;
    for (const UplinkFrame& uplink : frame.uplinks)
        if (uplink.said->bond) taken.insert(uplink.said->bond->text());
    for (const UplinkFrame& uplink : frame.uplinks) {
        if (!uplink.said->bond || !*uplink.said->bond) continue;
        const std::string bond = uplink.said->bond->text();
        const ObjectPath path = frame.uplinkPath(uplink.name) / "bond";
        if (names.insert(bond).second || !told.insert(path).second) continue;
        finder.add(codes::interfaceTwice, path,
                   {N3X_TEXT("Two links would be called %1, one of them the bond of %2."), {bond, uplink.name}},
                   N3X_TEXT("Give the bond another name."), {edits::setValue(path, edits::freeBondName(taken))});
    }
    for (const NetworkFrame& network : frame.networks) {
        if (!network.vlan || network.uplink == none) continue;
        for (const std::string& base : frame.baseLinks(network.uplink)) {
            const std::string link = base + "." + std::to_string(*network.vlan);
            const ObjectPath path = frame.networkPath(network.name) / "vlan";
            if (!names.contains(link) || !told.insert(path).second) continue;
            finder.add(codes::interfaceTwice, path,
                       {N3X_TEXT("The VLAN link %1 of %2 has the name of another link."), {link, network.name}},
                       N3X_TEXT("Use another VLAN id, or rename the other link."));
        }
    }
}

// The units of VLANs are named after networks, those of untagged links after links (generators/writers/unit_name.h).
void checkUnitNames(const Frame& frame, Finder& finder)
{
    for (const NetworkFrame& untagged : frame.networks) {
        if (untagged.isTagged || untagged.uplink == none) continue;
        for (const std::string& link : frame.baseLinks(untagged.uplink)) {
            if (!link.starts_with("vlan-")) continue;
            const Index other = frame.findNetwork(std::string_view(link).substr(5));
            if (other == none || !frame.networks[other].isTagged) continue;
            const std::string& tagged = frame.networks[other].name;
            finder.add(codes::unitTwice, frame.networkPath(tagged) / "name",
                       {N3X_TEXT("The VLAN network %1 and %2 on the link %3 would have one unit file, 20-%3.network."),
                        {tagged, untagged.name, link}},
                       N3X_TEXT("Give the network or the link another name."));
        }
    }
}

} // namespace

std::vector<std::string> Frame::baseLinks(Index uplink) const
{
    const Uplink& said = *uplinks[uplink].said;
    std::vector<std::string> links;
    if (said.bond) return {said.bond->text()};
    if (said.nic) links.push_back(said.nic->text());
    for (const TargetPorts& ports : said.targets)
        if (ports.nic && !std::ranges::contains(links, ports.nic->text())) links.push_back(ports.nic->text());
    return links;
}

std::optional<std::string> Frame::nearestTarget(std::string_view name) const
{
    std::vector<std::string> names;
    for (const TargetFrame& target : targets) names.push_back(target.name);
    return nearest(name, names);
}

void checkUplinks(const Frame& frame, Finder& finder)
{
    std::set<std::string_view> names;
    std::set<std::string> targets{""};
    for (const UplinkFrame& one : frame.uplinks) {
        const Uplink& uplink = *one.said;
        const ObjectPath path = frame.uplinkPath(one.name);
        checkTexts(uplink, path, finder);
        checkNames(frame, frame.findUplink(one.name), path, finder);
        if (!names.insert(one.name).second)
            finder.add(codes::nameTwice, path / "name",
                       {N3X_TEXT("Two uplinks of %1 are called %2."), {frame.profileName, one.name}},
                       N3X_TEXT("Give one of them another name."),
                       {edits::renameLast(edits::NamedKind::Uplink, frame.profileName, one.name)});
        if (uplink.bond)
            checkBond(uplink, one.name, path, finder);
        else
            checkSingle(frame.profileName, uplink, one.name, path, finder);
        std::set<std::string_view> own;
        for (const TargetPorts& ports : uplink.targets) {
            targets.insert(ports.target);
            const ObjectPath portsPath = path / "targets" / std::string_view(ports.target);
            if (!own.insert(ports.target).second)
                finder.add(codes::nameTwice, portsPath,
                           {N3X_TEXT("%1 names the ports of %2 twice."), {one.name, ports.target}},
                           N3X_TEXT("Remove one of them."));
            checkPortsInUse(uplink, ports, one.name, portsPath, finder);
            if (frame.findTarget(ports.target) == none)
                addUnknownTarget(frame, one.name, ports.target, portsPath, finder);
        }
    }
    std::set<ObjectPath> told;
    for (const std::string& target : targets) {
        const auto uses = usesOn(frame, target);
        checkUses(frame, uses, told, finder);
        checkLinkNames(frame, uses, told, finder);
    }
    checkUnitNames(frame, finder);
}

} // namespace n3x::checks
