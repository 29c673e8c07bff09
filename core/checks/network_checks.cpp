// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/frame.h"

#include "core/edits/networks.h"
#include "core/edits/repairs.h"
#include "core/edits/uplinks.h"
#include "core/edits/values.h"
#include "core/files/nearest.h"

#include <algorithm>
#include <map>
#include <set>

namespace n3x::checks {
namespace {

// A lease counts whole seconds (RFC 2131 §3.3), and nobody means the milliseconds that a bond's time may be.
void checkLeaseTime(const Entered<Duration>& said, const ObjectPath& path, Finder& finder)
{
    if (!said)
        addRefusal(finder, codes::durationRefused, path, said.text(), said.refusal(), {});
    else if (said.value().inMilliseconds() == 0 || said.value().inMilliseconds() % 1'000 != 0)
        finder.add(codes::durationRefused, path, {N3X_TEXT("“%1” is no time for a lease."), {said.text()}},
                   N3X_TEXT("Write whole seconds or more, such as 120s or 12h."));
}

void checkTexts(const Network& network, const ObjectPath& path, std::vector<Edit> vlanFixes, Finder& finder)
{
    checkName(finder, network.name, path);
    if (network.vlan) checkValue(finder, *network.vlan, [&] { return path / "vlan"; }, std::move(vlanFixes));
    checkEach(finder, network.subnet, [&] { return path / "subnet"; });
    checkValues(finder, network.carries, [&] { return path / "carries"; });
    checkEach(finder, network.gateway, [&] { return path / "gateway"; });
    checkValues(finder, network.nameservers, [&] { return path / "nameservers"; });
    checkNameServers(network.nameservers, path / "nameservers", finder);
    checkValue(finder, network.mtu, [&] { return path / "mtu"; });
    checkValue(finder, network.addressing, [&] { return path / "addressing"; });
    if (const auto& dhcp = network.dhcp) {
        checkValue(finder, dhcp->server, [&] { return path / "dhcp" / "server"; });
        checkValue(finder, dhcp->mac, [&] { return path / "dhcp" / "mac"; });
        checkEach(finder, dhcp->range, [&] { return path / "dhcp" / "range"; });
        if (dhcp->leaseTime) checkLeaseTime(*dhcp->leaseTime, path / "dhcp" / "leaseTime", finder);
    }
    for (std::size_t at = 0; at < network.routes.size(); ++at) {
        checkValue(finder, network.routes[at].to, [&] { return path / "routes" / at / "to"; });
        checkValue(finder, network.routes[at].via, [&] { return path / "routes" / at / "via"; });
    }
}

// A mend for a refused VLAN id: the free one that is nearest to the number that was typed.
std::vector<Edit> vlanFixes(const Profile& profile, const Network& network, const ObjectPath& path)
{
    if (!network.vlan || *network.vlan) return {};
    const std::string text = network.vlan->text();
    std::uint32_t wanted = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return {};
        wanted = std::min(wanted * 10 + static_cast<std::uint32_t>(c - '0'), 99'999U);
    }
    const auto free = edits::freeVlanNear(profile, network.uplink, network.name.text(), wanted);
    if (!free || text.empty()) return {};
    return {edits::setValue(path / "vlan", free->text())};
}

void checkUplinkOf(const Frame& frame, const NetworkFrame& network, const ObjectPath& path, Finder& finder)
{
    if (network.uplink != none) return;
    std::vector<std::string> names;
    for (const UplinkFrame& uplink : frame.uplinks) names.push_back(uplink.name);
    const std::string& said = network.said->uplink;
    auto meantName = said.empty() ? std::nullopt : nearest(said, names);
    if (!meantName && names.size() == 1) meantName = names[0];
    std::vector<Edit> fixes;
    if (meantName) fixes.push_back(edits::setValue(path / "uplink", *meantName));
    if (said.empty())
        finder.add(codes::unknownUplink, path / "uplink", {N3X_TEXT("%1 has no uplink."), {network.name}},
                   N3X_TEXT("Name the uplink that carries it."), std::move(fixes));
    else
        finder.add(codes::unknownUplink, path / "uplink",
                   {N3X_TEXT("%1 names the uplink %2, and %3 has none of that name."),
                    {network.name, said, frame.profileName}},
                   meantName ? Text(N3X_TEXT("Did you mean %1?"), {*meantName})
                             : Text(N3X_TEXT("Add that uplink, or name another.")),
                   std::move(fixes));
}

template <class T, class FamilyOf>
void checkFamilies(const std::vector<Entered<T>>& said, FamilyOf familyOf, const std::string& owner,
                   const ObjectPath& list, Finder& finder)
{
    std::set<Family> seen;
    for (std::size_t at = 0; at < said.size(); ++at) {
        if (!said[at] || seen.insert(familyOf(said[at].value())).second) continue;
        finder.add(codes::familyTwice, list / at,
                   {N3X_TEXT("%1 has a second value of one address family, %2."), {owner, said[at].text()}},
                   N3X_TEXT("Keep one IPv4 and one IPv6 at most."), {edits::setValue(list / at, "")});
    }
}

void checkDhcp(const std::string& profile, const NetworkFrame& network, const ObjectPath& path, Finder& finder)
{
    const auto& dhcp = network.said->dhcp;
    if (!dhcp) {
        if (network.isDhcp)
            finder.add(codes::nobodyServesDhcp, path / "dhcp",
                       {N3X_TEXT("%1 takes its addresses by DHCP, and nobody here serves it."), {network.name}},
                       N3X_TEXT("Name a server and a range, unless the wire has a server of its own; tests need one."));
        return;
    }
    if (!network.isDhcp && (!network.said->addressing || *network.said->addressing))
        finder.add(
            codes::dhcpWithoutUse, path / "dhcp",
            {N3X_TEXT("%1 says who serves DHCP, and its addresses are static."), {network.name}},
            N3X_TEXT("Say addressing: dhcp, or remove the DHCP server."),
            {choice(edits::setValue(path / "addressing", "dhcp")), choice(edits::dropDhcp(profile, network.name))});
    if (!dhcp->server)
        finder.add(codes::dhcpIncomplete, path / "dhcp" / "server",
                   {N3X_TEXT("The DHCP of %1 has no server address."), {network.name}},
                   N3X_TEXT("Name the address of the server."));
    if (dhcp->range.size() != 2)
        finder.add(codes::dhcpIncomplete, path / "dhcp" / "range",
                   {N3X_TEXT("The DHCP range of %1 has no first and last address."), {network.name}},
                   N3X_TEXT("Name two addresses, the first and the last."));
    if (!network.allSubnetsKnown || network.subnets.empty()) return;
    if (const auto& range = network.dhcpRange) {
        const auto in =
            std::ranges::find_if(network.subnets, [&](const SubnetFrame& one) { return one.contains(range->first); });
        if (in == network.subnets.end() || !in->contains(range->second) || in->isReserved(range->first) ||
            in->isReserved(range->second))
            finder.add(codes::dhcpRangeUnfit, path / "dhcp" / "range",
                       {N3X_TEXT("The DHCP range %1 to %2 is not inside the subnet of %3."),
                        {range->first.text(), range->second.text(), network.name}},
                       {N3X_TEXT("Use addresses of hosts in %1."), {network.subnets[0].subnet.text()}});
        else if (range->first > range->second)
            finder.add(codes::dhcpRangeUnfit, path / "dhcp" / "range",
                       {N3X_TEXT("The DHCP range of %1 ends before it begins."), {network.name}},
                       N3X_TEXT("Swap the two addresses."),
                       {edits::setValue(path / "dhcp" / "range", range->second.text() + "\n" + range->first.text())});
    }
    if (const auto& server = network.dhcpServer) {
        const auto in =
            std::ranges::find_if(network.subnets, [&](const SubnetFrame& one) { return one.contains(*server); });
        if (in == network.subnets.end() || in->isReserved(*server) || network.isInDhcpRange(*server))
            finder.add(
                codes::dhcpServerUnfit, path / "dhcp" / "server",
                {N3X_TEXT("The DHCP server %1 of %2 is outside the subnet, or in the range that it gives away."),
                 {server->text(), network.name}},
                {N3X_TEXT("Use the address of a host in %1 beside the range."), {network.subnets[0].subnet.text()}});
        else if (network.dhcpRange && server->family() != network.dhcpRange->first.family())
            finder.add(codes::dhcpServerUnfit, path / "dhcp" / "server",
                       {N3X_TEXT("The DHCP server %1 of %2 is of another address family than its range."),
                        {server->text(), network.name}},
                       N3X_TEXT("Use an address of the family that it gives away."));
    }
    if (network.isDhcp && network.dhcpRange && network.dhcpRange->first.family() == Family::IPv6)
        finder.add(codes::nobodyServesDhcp, path / "dhcp" / "range",
                   {N3X_TEXT("The DHCP server of %1 gives IPv6 addresses, and that of tests gives IPv4 ones only."),
                    {network.name}},
                   N3X_TEXT("Serve it on the wire itself; nodes of the profile's test cluster get no address."));
    if (network.isDhcp && network.dhcpRange)
        for (const Family family : {Family::IPv4, Family::IPv6}) {
            if (!network.has(family) || family == network.dhcpRange->first.family()) continue;
            finder.add(
                codes::nobodyServesDhcp, path / "dhcp" / "range",
                {N3X_TEXT("%1 has an %2 subnet too, and its DHCP server gives addresses of the other family only."),
                 {network.name, family == Family::IPv4 ? "IPv4" : "IPv6"}},
                N3X_TEXT("Leave that subnet out, or let a server of the wire's own serve the network."));
        }
}

void checkMtu(const Frame& frame, const NetworkFrame& network, const ObjectPath& path, Finder& finder)
{
    if (!network.mtu || network.uplink == none) return;
    const UplinkFrame& uplink = frame.uplinks[network.uplink];
    const std::string mtu = std::to_string(*network.mtu);
    if (!network.isTagged && network.said->mtu && valueOf(uplink.said->mtu) && *network.mtu < uplink.mtu)
        finder.add(codes::uplinkMtuCut, frame.uplinkPath(uplink.name) / "mtu",
                   {N3X_TEXT("%1 has an MTU of %2 bytes. On nodes with %3, which is untagged there, its link and VLANs "
                             "without one of their own have %4."),
                    {uplink.name, std::to_string(uplink.mtu), network.name, mtu}},
                   {N3X_TEXT("Leave out that of %1, unless the link is to carry no more."), {network.name}},
                   {choice(edits::setValue(path / "mtu", ""))});
    if (*network.mtu < 1280 && network.has(Family::IPv6))
        finder.add(codes::mtuTooSmallForIpv6, path / "mtu",
                   {N3X_TEXT("The MTU of %1, %2 bytes, is under the 1280 that IPv6 needs."), {network.name, mtu}},
                   N3X_TEXT("Use 1280 or more; Linux turns IPv6 off below."),
                   uplink.mtu >= 1280 ? std::vector<Edit>{edits::setValue(path / "mtu", "1280")} : std::vector<Edit>());
}

void checkVlanName(const Frame& frame, const NetworkFrame& network, const ObjectPath& path, Finder& finder)
{
    if (!network.vlan || network.uplink == none) return;
    for (const std::string& base : frame.baseLinks(network.uplink)) {
        const std::string link = base + "." + std::to_string(*network.vlan);
        if (link.size() <= 15 || base.size() > 15) continue;
        std::vector<Edit> fixes;
        const UplinkFrame& uplink = frame.uplinks[network.uplink];
        if (uplink.said->bond) {
            std::set<std::string> taken;
            for (Index other = 0; other < frame.uplinks.size(); ++other)
                for (const std::string& name : frame.baseLinks(other)) taken.insert(name);
            fixes.push_back(edits::setValue(frame.uplinkPath(uplink.name) / "bond", edits::freeBondName(taken)));
        } else if (uplink.said->nic) {
            fixes.push_back(edits::makeBond(frame.profileName, uplink.name, {uplink.said->nic->text()}));
        }
        finder.add(codes::vlanNameTooLong, path / "vlan",
                   {N3X_TEXT("The VLAN link %1 of %2 has %3 bytes, and Linux takes 15."),
                    {link, network.name, std::to_string(link.size())}},
                   uplink.said->bond
                       ? Text(N3X_TEXT("Give the bond %1 a shorter name."), {base})
                       : Text(N3X_TEXT("Use a VLAN id with fewer digits, or bond %1 under a short name."), {base}),
                   std::move(fixes));
        return;
    }
}

void checkVlanOfK3s(const Frame& frame, const NetworkFrame& network, const ObjectPath& path, Finder& finder)
{
    if (!network.vlan || network.uplink == none) return;
    for (const std::string& base : frame.baseLinks(network.uplink)) {
        const std::string link = base + "." + std::to_string(*network.vlan);
        if (isOfK3s(link))
            finder.add(codes::nameOfK3s, path / "vlan",
                       {N3X_TEXT("The VLAN link %1 of %2 has the name of an interface of K3s."), {link, network.name}},
                       {N3X_TEXT("Give %1 another name, or use another VLAN id."), {base}});
    }
}

// Networks that cannot be told apart on their uplink.
void checkTags(const Frame& frame, const Profile& profile, Finder& finder)
{
    std::map<std::pair<Index, std::uint32_t>, const NetworkFrame*> tagged; // 0: untagged
    for (const NetworkFrame& network : frame.networks) {
        if (network.uplink == none || (network.isTagged && !network.vlan)) continue;
        const auto [first, isNew] = tagged.try_emplace({network.uplink, network.vlan.value_or(0)}, &network);
        if (isNew) continue;
        const ObjectPath path = frame.networkPath(network.name) / "vlan";
        const std::string& uplink = frame.uplinks[network.uplink].name;
        const auto free =
            network.vlan ? edits::freeVlanNear(profile, uplink, {}, *network.vlan) : edits::nextVlan(profile, uplink);
        std::vector<Edit> fixes;
        if (free) fixes.push_back(edits::setValue(path, free->text()));
        if (network.vlan)
            finder.add(codes::vlanTwice, path,
                       {N3X_TEXT("%1 and %2 both have VLAN %3 on the uplink %4."),
                        {first->second->name, network.name, std::to_string(*network.vlan), uplink}},
                       N3X_TEXT("Give one of them another id."), std::move(fixes));
        else
            finder.add(codes::untaggedTwice, path,
                       {N3X_TEXT("%1 and %2 are both untagged on the uplink %3."),
                        {first->second->name, network.name, uplink}},
                       N3X_TEXT("Give one of them a VLAN id, or another uplink."), std::move(fixes));
    }
}

} // namespace

void checkNetworks(const Frame& frame, const Profile& profile, Finder& finder)
{
    std::set<std::string_view> names;
    for (const NetworkFrame& network : frame.networks) {
        const Network& said = *network.said;
        const ObjectPath path = frame.networkPath(network.name);
        checkTexts(said, path, vlanFixes(profile, said, path), finder);
        if (!names.insert(network.name).second)
            finder.add(codes::nameTwice, path / "name",
                       {N3X_TEXT("Two networks of %1 are called %2."), {frame.profileName, network.name}},
                       N3X_TEXT("Give one of them another name."),
                       {edits::renameLast(edits::NamedKind::Network, frame.profileName, network.name)});
        if (network.name == "cluster" && !network.carriesK3s && frame.k3sNetwork != none)
            finder.add(codes::clusterIsNotK3s, path / "name",
                       {N3X_TEXT("The network cluster of %1 does not carry K3s, and %2 does."),
                        {frame.profileName, frame.networks[frame.k3sNetwork].name}},
                       N3X_TEXT("Give it another name: who reads the n3x schema takes it for the one of K3s."));
        checkUplinkOf(frame, network, path, finder);
        if (said.subnet.empty())
            finder.add(
                codes::noSubnet, path / "subnet", {N3X_TEXT("%1 has no subnet."), {network.name}},
                N3X_TEXT("Say its range, such as 192.168.1.0/24; the prefix length of addresses comes from there."),
                {edits::giveSubnet(frame.profileName, network.name)});
        checkFamilies(
            said.subnet, [](const Subnet& one) { return one.family(); }, network.name, path / "subnet", finder);
        checkFamilies(
            said.gateway, [](const IpAddress& one) { return one.family(); }, network.name, path / "gateway", finder);
        checkRouters(frame, network, path, finder);
        checkDhcp(frame.profileName, network, path, finder);
        checkMtu(frame, network, path, finder);
        checkVlanName(frame, network, path, finder);
        checkVlanOfK3s(frame, network, path, finder);
    }
    checkTags(frame, profile, finder);
    checkSubnets(frame, finder);
}

} // namespace n3x::checks
