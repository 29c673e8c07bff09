// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/node_checks.h"

#include "core/edits/change.h"
#include "core/edits/repairs.h"
#include "core/edits/values.h"
#include "core/files/nearest.h"

#include <algorithm>
#include <map>

namespace n3x::checks {
namespace {

// Whether an untagged network on the same link says a smaller MTU; then that one is told of (checkMtus of the node).
bool isAboveUntagged(const Frame& frame, const Node& node, const NetworkHere& tagged, std::uint32_t mtu)
{
    return tagged.on.vlan && std::ranges::any_of(node.addresses, [&](const Attachment& attachment) {
               const Index index = frame.findNetwork(attachment.network);
               if (index == none) return false;
               const NetworkHere other = networkHere(frame, node, index);
               return !other.on.isTagged && other.uplink == tagged.uplink && other.on.mtu && *other.on.mtu < mtu;
           });
}

// As checkUnitNames of the profile, where an override moves a network to another link or into a VLAN.
void checkUnits(const Frame& frame, const Node& node, const std::string& name, const ObjectPath& path, Finder& finder)
{
    std::vector<NetworkHere> all;
    for (const Attachment& attachment : node.addresses)
        if (const Index index = frame.findNetwork(attachment.network); index != none)
            all.push_back(networkHere(frame, node, index));
    for (const NetworkHere& untagged : all) {
        if (untagged.on.isTagged || untagged.uplink == none) continue;
        for (const std::string& link : frame.baseLinks(untagged.uplink))
            for (const NetworkHere& tagged : all) {
                if (!tagged.on.vlan || link != "vlan-" + tagged.network->name) continue;
                if (!tagged.on.changed && !untagged.on.changed) continue; // the profile's
                const NetworkHere& blamed = untagged.on.changed ? untagged : tagged;
                finder.add(codes::unitTwice, path / "overrides" / "networks" / std::string_view(blamed.network->name),
                           {N3X_TEXT("On %1, the VLAN network %2 and %3 on the link %4 would have one unit file."),
                            {name, tagged.network->name, untagged.network->name, link}},
                           N3X_TEXT("Give the network or the link another name."));
            }
    }
}

void checkEffective(const Frame& frame, const Node& node, const std::string& name, const ObjectPath& path,
                    Finder& finder)
{
    std::map<std::pair<Index, std::uint32_t>, NetworkHere> seen; // 0: untagged
    for (const Attachment& attachment : node.addresses) {
        const Index index = frame.findNetwork(attachment.network);
        if (index == none) continue;
        const NetworkHere one = networkHere(frame, node, index);
        if (one.uplink == none || (one.on.isTagged && !one.on.vlan)) continue; // refused
        const auto [first, isNew] = seen.try_emplace({one.uplink, one.on.vlan.value_or(0)}, one);
        if (isNew || first->second.network == one.network || (!one.on.changed && !first->second.on.changed)) continue;
        const NetworkHere& blamed = one.on.changed ? one : first->second;
        const NetworkHere& other = one.on.changed ? first->second : one;
        const ObjectPath at = path / "overrides" / "networks" / std::string_view(blamed.network->name);
        if (one.on.vlan)
            finder.add(codes::vlanTwice, at / "vlan",
                       {N3X_TEXT("On %1, %2 and %3 both have VLAN %4 on one uplink."),
                        {name, other.network->name, blamed.network->name, std::to_string(*one.on.vlan)}},
                       N3X_TEXT("Give the override another id."));
        else
            finder.add(codes::untaggedTwice, at / "uplink",
                       {N3X_TEXT("On %1, %2 and %3 are both untagged on one uplink."),
                        {name, other.network->name, blamed.network->name}},
                       N3X_TEXT("Give one of them a VLAN id, or another uplink."));
    }
}

// Where the override changes what the link of the cluster can do.
void checkFlannelMtu(const Frame& frame, const std::string& name, const NetworkOverride& said,
                     const NetworkFrame& network, const UplinkFrame& uplink, const ObjectPath& path, Finder& finder)
{
    const Mtu* own = valueOf(said.mtu);
    if (said.mtu ? own == nullptr : !said.uplink || network.said->mtu) return; // refused, or the profile's own
    const std::uint32_t mtu = own != nullptr ? own->number() : uplink.mtu;
    const FlannelRoom room = flannelRoom(frame);
    if (mtu >= room.enough()) return;
    const ObjectPath at = path / (own != nullptr ? "mtu" : "uplink");
    const bool profileSuffices = own != nullptr && !said.uplink && network.mtu && *network.mtu >= room.enough();
    finder.add(room.code(), at,
               {N3X_TEXT("On %1, the MTU of %2, %3 bytes, less the %4 of Flannel's %5 is under 1280."),
                {name, network.name, std::to_string(mtu), std::to_string(room.overhead),
                 std::string(Choice(room.backend).word())}},
               {N3X_TEXT("Use %1 or more."), {std::to_string(room.enough())}},
               profileSuffices ? std::vector<Edit>{edits::setValue(at, "")} : std::vector<Edit>());
}

void checkOverride(const Frame& frame, const Node& node, const std::string& name, const NetworkOverride& said,
                   Index index, const ObjectPath& path, Finder& finder)
{
    const NetworkFrame& network = frame.networks[index];
    const NetworkHere effective = networkHere(frame, node, index);
    if (effective.uplink == none) return;
    const UplinkFrame& uplink = frame.uplinks[effective.uplink];
    const Mtu* own = valueOf(said.mtu);
    const auto mtu = own != nullptr ? std::optional(own->number()) : network.mtu;
    if ((said.mtu || said.uplink) && mtu && *mtu > uplink.mtu && (own != nullptr || network.said->mtu) &&
        !isAboveUntagged(frame, node, effective, *mtu))
        finder.add(codes::mtuAboveUplink, path / "mtu",
                   {N3X_TEXT("On %1, the MTU of %2, %3 bytes, is above the %4 of its uplink %5."),
                    {name, network.name, std::to_string(*mtu), std::to_string(uplink.mtu), uplink.name}},
                   N3X_TEXT("Raise the uplink's, or lower the override."),
                   {edits::setValue(path / "mtu", std::to_string(uplink.mtu))});
    const bool movesOnly = said.uplink && !said.mtu && !network.said->mtu; // and takes the new uplink's
    if ((own != nullptr ? own->number() : movesOnly ? uplink.mtu : 1280) < 1280 && network.has(Family::IPv6)) {
        const ObjectPath at = path / (own != nullptr ? "mtu" : "uplink");
        finder.add(codes::mtuTooSmallForIpv6, at,
                   {N3X_TEXT("On %1, the MTU of %2, %3 bytes, is under the 1280 that IPv6 needs."),
                    {name, network.name, std::to_string(own != nullptr ? own->number() : uplink.mtu)}},
                   N3X_TEXT("Use 1280 or more; Linux turns IPv6 off below."), {edits::setValue(at, "")});
    }
    if (index == frame.k3sNetwork) checkFlannelMtu(frame, name, said, network, uplink, path, finder);
    if ((said.vlan || said.uplink) && effective.on.vlan)
        for (const std::string& base : frame.baseLinks(effective.uplink)) {
            const std::string link = base + "." + std::to_string(*effective.on.vlan);
            if (isOfK3s(link))
                finder.add(codes::nameOfK3s, path / "vlan",
                           {N3X_TEXT("On %1, the VLAN link %2 of %3 has the name of an interface of K3s."),
                            {name, link, network.name}},
                           {N3X_TEXT("Give %1 another name, or use another VLAN id."), {base}});
            if (link.size() <= 15 || base.size() > 15) continue;
            finder.add(codes::vlanNameTooLong, path / "vlan",
                       {N3X_TEXT("On %1, the VLAN link %2 of %3 has %4 bytes, and Linux takes 15."),
                        {name, link, network.name, std::to_string(link.size())}},
                       N3X_TEXT("Use an id with fewer digits, or give the bond a shorter name."));
            break;
        }
}

// An override may say what the profile says too.
bool differs(const NetworkOverride& said, const Network& network)
{
    return (said.vlan && said.vlan != network.vlan) || (said.mtu && said.mtu != network.mtu) ||
           (said.uplink && *said.uplink != network.uplink);
}

} // namespace

NetworkHere networkHere(const Frame& frame, const Node& node, Index index)
{
    const NetworkFrame& network = frame.networks[index];
    NetworkHere here{index, &network, network.uplink, networkOn(node, *network.said)};
    if (here.on.changed && here.on.changed->uplink) here.uplink = frame.findUplink(here.on.uplink);
    return here;
}

void checkOverrides(const Frame& frame, const Node& node, const ObjectPath& path, Finder& finder)
{
    const std::string name = node.name.text();
    for (std::size_t at = 0; at < node.overrides.size(); ++at) {
        const NetworkOverride& said = node.overrides[at];
        const ObjectPath own = path / "overrides" / "networks" / std::string_view(said.network);
        const Edit remove{{N3X_TEXT("Remove the override of %1 on %2"), {said.network, name}},
                          [profile = frame.profileName, name, network = said.network](const Project& project) {
                              return edits::withNode(project, profile, name, [&](Node& n) {
                                  std::erase_if(n.overrides,
                                                [&](const NetworkOverride& one) { return one.network == network; });
                              });
                          }};
        checkValue(finder, said.vlan, [&] { return own / "vlan"; });
        checkValue(finder, said.mtu, [&] { return own / "mtu"; });
        const bool again = std::any_of(node.overrides.begin(), node.overrides.begin() + static_cast<std::ptrdiff_t>(at),
                                       [&](const NetworkOverride& before) { return before.network == said.network; });
        if (again)
            finder.add(codes::nameTwice, own, {N3X_TEXT("%1 overrides %2 twice."), {name, said.network}},
                       N3X_TEXT("Keep one of them."));
        const Index index = frame.findNetwork(said.network);
        if (index == none) {
            std::vector<std::string> names;
            for (const Attachment& one : node.addresses)
                if (!std::ranges::contains(node.overrides, one.network, &NetworkOverride::network))
                    names.push_back(one.network);
            const auto meantName = onlyNearest(said.network, std::move(names));
            std::vector<Edit> fixes;
            if (meantName) fixes.push_back(edits::reattach(frame.profileName, name, said.network, *meantName));
            fixes.push_back(choice(remove));
            finder.add(
                codes::unknownNetwork, own,
                {N3X_TEXT("%1 overrides %2, and %3 has no such network."), {name, said.network, frame.profileName}},
                meantName ? Text(N3X_TEXT("Did you mean %1?"), {*meantName})
                          : Text(N3X_TEXT("Name a network of the profile, or remove the override.")),
                std::move(fixes));
            continue;
        }
        if (said.uplink && frame.findUplink(*said.uplink) == none) {
            std::vector<std::string> names;
            for (const UplinkFrame& uplink : frame.uplinks) names.push_back(uplink.name);
            const auto meantName = nearest(*said.uplink, names);
            const Edit fix = edits::setValue(own / "uplink", meantName.value_or(""));
            std::vector<Edit> fixes{meantName ? fix : choice(fix)};
            finder.add(codes::unknownUplink, own / "uplink",
                       {N3X_TEXT("%1 moves %2 to the uplink %3, and %4 has none of that name."),
                        {name, said.network, *said.uplink, frame.profileName}},
                       meantName ? Text(N3X_TEXT("Did you mean %1?"), {*meantName})
                                 : Text(N3X_TEXT("Name an uplink of the profile.")),
                       std::move(fixes));
        }
        if (!std::ranges::contains(node.addresses, said.network, &Attachment::network)) {
            finder.add(codes::overrideUnused, own,
                       {N3X_TEXT("%1 overrides %2 and does not attach to it."), {name, said.network}},
                       N3X_TEXT("Attach the node, or remove the override."), {remove});
            continue;
        }
        if (differs(said, *frame.networks[index].said))
            finder.add(codes::nodeDiffers, own, {N3X_TEXT("%1 differs from its profile in %2."), {name, said.network}},
                       N3X_TEXT("Make sure that the switch says the same; other nodes may not reach it there."));
        checkOverride(frame, node, name, said, index, own, finder);
    }
    checkEffective(frame, node, name, path, finder);
    checkUnits(frame, node, name, path, finder);
}

} // namespace n3x::checks
