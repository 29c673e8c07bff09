// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/model/defaults.h"
#include "core/model/network_on.h"
#include "core/model/uplink_ports.h"
#include "core/plan/plan_parts.h"
#include "core/plan/plan_values.h"
#include "core/types/bond_mode.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace n3x::planning {
namespace {

// A network that the node attaches to, with what the node overrides.
struct Attached {
    const NetworkPlan* network;
    const Attachment* attachment;
    std::size_t uplink; // index among the profile's
    std::optional<std::uint32_t> vlanId;
    std::optional<std::uint32_t> mtu;
};

// Makes the links of one node. Physical links, bonds and VLANs are collected apart, because the kernel needs them in
// that order whatever the order of uplinks and networks is.
class LinkPlanner {
public:
    LinkPlanner(const ProfilePlan& shared, const Node& node) : shared_(shared), node_(node) {}

    std::vector<LinkPlan> plan();

private:
    void attach();
    void addUplink(const Uplink& uplink, std::span<const Attached> networks);
    LinkPlan& addPhysical(const Uplink& uplink, const InterfaceName& name, std::optional<std::uint32_t> mtu);
    LinkPlan& addBond(const Uplink& uplink, const TargetPorts* ports, std::optional<std::uint32_t> mtu);
    LinkPlan& addVlan(LinkPlan& carrier, const Attached& attached, std::optional<std::uint32_t> uplinkMtu);
    void address(LinkPlan& link, const Attached& attached) const;

    const ProfilePlan& shared_;
    const Node& node_;
    std::vector<Attached> attached_; // in the order of the networks
    std::vector<LinkPlan> physical_;
    std::vector<LinkPlan> bonds_;
    std::vector<LinkPlan> vlans_;
};

// The MTU of the uplink's own link, absent where nobody said one. An untagged network has no other link, so what it
// says counts, though it be less than the uplink could do. Otherwise it is the uplink's; a VLAN that says more is an
// error elsewhere.
std::optional<std::uint32_t> uplinkMtu(const Uplink& uplink, std::span<const Attached> networks)
{
    for (const Attached& one : networks)
        if (!one.vlanId && one.mtu) return one.mtu;
    const Mtu* own = valueOf(uplink.mtu);
    return own ? std::optional(own->number()) : std::nullopt;
}

BondPlan bondOptions(const Uplink& uplink, const TargetPorts* ports)
{
    BondPlan plan;
    plan.mode = valueOr(uplink.mode, Choice(defaults::bondMode)).kind();
    if (hasPrimary(plan.mode))
        if (const Entered<InterfaceName>* primary = primaryOf(uplink, ports)) plan.primary = primary->text();
    plan.miimon = watchInterval(plan.mode, valueOr(uplink.miimon, defaults::miimon));
    const bool watches = plan.miimon.inMilliseconds() > 0;
    plan.upDelay = watches ? std::optional(valueOr(uplink.upDelay, defaults::upDelay)) : std::nullopt;
    plan.downDelay = watches ? std::optional(valueOr(uplink.downDelay, defaults::downDelay)) : std::nullopt;
    if (plan.mode == BondMode::Lacp) plan.lacpRate = valueOr(uplink.lacpRate, Choice(defaults::lacpRate)).kind();
    if (hashes(plan.mode)) plan.hashPolicy = valueOr(uplink.hashPolicy, Choice(defaults::hashPolicy)).kind();
    return plan;
}

DhcpFamilies dhcpFamilies(const NetworkPlan& network)
{
    const bool v4 = std::ranges::contains(network.subnets, Family::IPv4, &Subnet::family);
    const bool v6 = std::ranges::contains(network.subnets, Family::IPv6, &Subnet::family);
    if (v4 && v6) return DhcpFamilies::Both;
    return v6 ? DhcpFamilies::IPv6 : DhcpFamilies::IPv4;
}

void LinkPlanner::attach()
{
    const auto attachedTo = [](const Attachment& one) -> std::string_view { return one.network; };
    const auto overridden = [](const NetworkOverride& one) -> std::string_view { return one.network; };
    const auto uplinkName = [](const immer::box<Uplink>& one) -> std::string_view {
        const DnsLabel* name = one->name.get();
        return name ? std::string_view(name->text()) : std::string_view();
    };
    const NameIndex attachments(node_.addresses, attachedTo);
    const NameIndex overrides(node_.overrides, overridden);
    const NameIndex uplinks(shared_.uplinks, uplinkName);

    attached_.reserve(node_.addresses.size());
    for (const NetworkPlan& network : shared_.networks) {
        const auto place = attachments.find(node_.addresses, network.name, attachedTo);
        if (!place) continue;
        const auto said = overrides.find(node_.overrides, network.name, overridden);
        const NetworkOn on =
            networkOn(said ? &node_.overrides[*said] : nullptr, {.uplink = network.uplink,
                                                                 .isTagged = network.vlanId.has_value(),
                                                                 .vlan = network.vlanId,
                                                                 .mtu = network.mtu});
        const auto index = uplinks.find(shared_.uplinks, on.uplink, uplinkName);
        if (!index) continue; // an error elsewhere
        attached_.push_back({&network, &node_.addresses[*place], *index, on.vlan, on.mtu});
    }
    if (!std::ranges::is_sorted(attached_, {}, &Attached::uplink))
        std::ranges::stable_sort(attached_, {}, &Attached::uplink);
}

LinkPlan& LinkPlanner::addPhysical(const Uplink& uplink, const InterfaceName& name, std::optional<std::uint32_t> mtu)
{
    // Two uplinks on one port are one link.
    const auto known = std::ranges::find(physical_, name.text(), &LinkPlan::name);
    if (known != physical_.end()) {
        if (mtu.value_or(defaults::mtu) > known->mtu.value_or(defaults::mtu)) known->mtu = mtu;
        return *known;
    }
    LinkPlan& link = physical_.emplace_back();
    link.name = name.text();
    link.kind = LinkKind::Physical;
    link.uplink = uplink.name.text();
    link.mtu = mtu;
    for (const NicMac& one : node_.macs)
        if (one.mac && one.nic.reads(link.name)) link.mac = one.mac.value();
    return link;
}

LinkPlan& LinkPlanner::addBond(const Uplink& uplink, const TargetPorts* ports, std::optional<std::uint32_t> mtu)
{
    LinkPlan bond;
    bond.name = uplink.bond->text();
    bond.kind = LinkKind::Bond;
    bond.uplink = uplink.name.text();
    bond.bonding = bondOptions(uplink, ports);
    bond.mtu = mtu;
    for (const auto& member : membersOf(uplink, ports)) {
        const InterfaceName* name = member.get();
        if (!name) continue;
        LinkPlan& link = addPhysical(uplink, *name, mtu);
        link.bond = bond.name;
        link.isPrimary = bond.bonding->primary == link.name;
        bond.members.push_back(link.name);
    }
    return bonds_.emplace_back(std::move(bond));
}

void LinkPlanner::address(LinkPlan& link, const Attached& attached) const
{
    const NetworkPlan& network = *attached.network;
    link.network = network.name;
    link.requiredForOnline = network.name == shared_.k3sNetwork;
    const bool isStatic = network.addressing == Addressing::Static;
    for (const auto& entered : attached.attachment->addresses) {
        const IpAddress* address = entered.get();
        if (!address) continue;
        if (!isStatic) {
            link.reservations.push_back(*address);
            continue;
        }
        const auto subnet =
            std::ranges::find_if(network.subnets, [&](const Subnet& one) { return one.contains(*address); });
        // An address outside its subnets is an error elsewhere; alone in the world is what it then is.
        const int length = subnet == network.subnets.end() ? address->bitCount() : subnet->prefixLength();
        link.addresses.push_back({*address, length});
        link.hasIPv6 = link.hasIPv6 || address->family() == Family::IPv6;
    }
    sortByFamily(link.addresses, [](const AddressPlan& one) { return one.address.family(); });
    sortByFamily(link.reservations, &IpAddress::family);
    link.nameservers = network.nameservers;
    if (link.requiredForOnline && shared_.domain) link.searchDomains.push_back(*shared_.domain);
    // Gateways and next hops of a family in which the node has no address cannot be reached.
    const auto reaches = [&](Family family) {
        return !isStatic || std::ranges::any_of(link.addresses,
                                                [&](const AddressPlan& one) { return one.address.family() == family; });
    };
    link.routes = network.routes;
    // Who is the next hop itself gets there by another link; the kernel takes no route to the node's own address.
    std::erase_if(link.routes, [&](const RoutePlan& route) {
        return !reaches(route.via.family()) ||
               std::ranges::contains(attached.attachment->addresses, Entered<IpAddress>(route.via));
    });
    if (isStatic) {
        for (const IpAddress& gateway : network.gateways)
            if (reaches(gateway.family())) link.gateways.push_back(gateway);
        return;
    }
    link.dhcp = dhcpFamilies(network);
    link.hasIPv6 = link.dhcp != DhcpFamilies::IPv4;
    std::ranges::copy_if(network.subnets, std::back_inserter(link.onLink),
                         [](const Subnet& one) { return one.family() == Family::IPv6; });
    const bool isOurs = network.dhcp.has_value();
    link.dhcpSetsDns = !isOurs && network.nameservers.empty();
}

LinkPlan& LinkPlanner::addVlan(LinkPlan& carrier, const Attached& attached, std::optional<std::uint32_t> uplinkMtu)
{
    std::array<char, 11> digits;
    const auto end = std::to_chars(digits.begin(), digits.end(), *attached.vlanId).ptr;
    LinkPlan& link = vlans_.emplace_back();
    link.name.reserve(carrier.name.size() + 1 + static_cast<std::size_t>(end - digits.begin()));
    link.name.append(carrier.name).append(".").append(digits.begin(), end);
    link.kind = LinkKind::Vlan;
    link.uplink = carrier.uplink;
    link.parent = carrier.name;
    link.vlanId = *attached.vlanId;
    // A VLAN takes its parent's MTU when it is made, and that moment is not ours: what anybody said is said again.
    link.mtu = attached.mtu ? attached.mtu : uplinkMtu;
    carrier.vlans.push_back(link.name);
    return link;
}

void LinkPlanner::addUplink(const Uplink& uplink, std::span<const Attached> networks)
{
    const TargetPorts* ports = portsOf(uplink, node_.target);
    const std::optional<std::uint32_t> mtu = uplinkMtu(uplink, networks);
    LinkPlan* carrier = nullptr;
    if (valueOf(uplink.bond)) {
        carrier = &addBond(uplink, ports, mtu);
    } else {
        const Entered<InterfaceName>* nic = nicOf(uplink, ports);
        if (!nic || !*nic) return; // an error elsewhere
        carrier = &addPhysical(uplink, nic->value(), mtu);
    }
    bool asksByMac = false;
    for (const Attached& attached : networks) {
        LinkPlan& link = attached.vlanId ? addVlan(*carrier, attached, mtu) : *carrier;
        address(link, attached);
        asksByMac = asksByMac || link.dhcp != DhcpFamilies::None;
    }
    // networkd makes up a MAC address for a bond (systemd.netdev(5), MACAddress=), which no server can have reserved
    // anything for. Its VLANs take the bond's.
    if (asksByMac && !carrier->members.empty())
        carrier->mac = std::ranges::find(physical_, carrier->members.front(), &LinkPlan::name)->mac;
}

std::vector<LinkPlan> LinkPlanner::plan()
{
    attach();
    const auto forEachUplink = [this](auto visit) {
        for (std::size_t start = 0, end = 0; start < attached_.size(); start = end) {
            while (end < attached_.size() && attached_[end].uplink == attached_[start].uplink) ++end;
            visit(*shared_.uplinks[attached_[start].uplink], std::span(attached_).subspan(start, end - start));
        }
    };
    // Links are large: there is room for all of them in the first list, and each moves at most once.
    std::size_t count = 0;
    forEachUplink([&](const Uplink& uplink, auto) { count += 1 + (uplink.bond ? uplink.members.size() : 0); });
    const auto tagged = std::ranges::count_if(attached_, [](const Attached& one) { return one.vlanId.has_value(); });
    physical_.reserve(count + static_cast<std::size_t>(tagged));
    vlans_.reserve(static_cast<std::size_t>(tagged));
    forEachUplink([this](const Uplink& uplink, std::span<const Attached> networks) { addUplink(uplink, networks); });

    std::ranges::move(bonds_, std::back_inserter(physical_));
    std::ranges::move(vlans_, std::back_inserter(physical_));
    return std::move(physical_);
}

} // namespace

std::vector<LinkPlan> planLinks(const ProfilePlan& shared, const Node& node)
{
    std::vector<LinkPlan> links = LinkPlanner(shared, node).plan();
    leaveOutRoutesHome(shared, links);
    planDefaultRoutes(shared, links);
    return links;
}

} // namespace n3x::planning
