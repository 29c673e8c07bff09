// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/edits/networks.h"

#include "core/edits/change.h"
#include "core/edits/free.h"
#include "core/edits/uplinks.h"
#include "core/files/fields.h"
#include "core/model/inherited_settings.h"

#include <algorithm>
#include <ranges>

namespace n3x::edits {
namespace {

bool concerns(const Node& node, std::string_view network)
{
    return std::ranges::contains(node.addresses, network, &Attachment::network) ||
           std::ranges::contains(node.overrides, network, &NetworkOverride::network);
}

// The same host part in the subnet that takes the place of the old one; what does not fit stays. The first of a family
// takes the place of the first, and one that has no counterpart gives its addresses to the others.
class Renumbering {
public:
    Renumbering(const std::vector<Entered<Subnet>>& from, const std::vector<Entered<Subnet>>& to)
    {
        for (const Family family : {Family::IPv4, Family::IPv6}) {
            const auto isOf = [family](const auto& one) { return one && one.value().family() == family; };
            std::size_t place = 0;
            for (const auto& old : from | std::views::filter(isOf)) {
                for (const auto& next : to | std::views::filter(isOf) | std::views::drop(place++))
                    pairs_.emplace_back(old.value(), next.value());
                for (const auto& next : to | std::views::filter(isOf)) pairs_.emplace_back(old.value(), next.value());
            }
        }
    }

    void move(Entered<IpAddress>& address) const
    {
        if (!address) return;
        for (const auto& [from, to] : pairs_) {
            const auto part = from.hostPart(address.value());
            const auto moved = part ? to.address(*part) : std::nullopt;
            if (!moved) continue;
            address = *moved;
            return;
        }
    }

    void move(std::vector<Entered<IpAddress>>& addresses) const
    {
        for (auto& address : addresses) move(address);
    }

    void moveWithin(Network& network) const
    {
        move(network.gateway);
        move(network.nameservers);
        if (network.dhcp) {
            if (network.dhcp->server) move(*network.dhcp->server);
            move(network.dhcp->range);
        }
        for (Route& route : network.routes) move(route.via);
    }

private:
    std::vector<std::pair<Subnet, Subnet>> pairs_;
};

std::vector<Entered<Subnet>> subnetsOf(std::string_view text)
{
    std::vector<Entered<Subnet>> subnets;
    for (const auto part : std::views::split(text, '\n')) {
        std::string_view one(part.begin(), part.end());
        while (one.starts_with(' ')) one.remove_prefix(1);
        while (one.ends_with(' ')) one.remove_suffix(1);
        if (!one.empty()) subnets.push_back(Entered<Subnet>::from(one));
    }
    return subnets;
}

// Those that move with a network. Name servers may be elsewhere, and do not tell where it was.
std::vector<IpAddress> addressesOf(const Profile& profile, const Network& network)
{
    std::vector<IpAddress> addresses;
    const auto add = [&](const Entered<IpAddress>& address) {
        if (address) addresses.push_back(address.value());
    };
    std::ranges::for_each(network.gateway, add);
    if (network.dhcp) {
        if (network.dhcp->server) add(*network.dhcp->server);
        std::ranges::for_each(network.dhcp->range, add);
    }
    for (const auto& node : profile.nodes)
        for (const Attachment& attachment : node->addresses)
            if (attachment.network == network.name.text()) std::ranges::for_each(attachment.addresses, add);
    return addresses;
}

// What the addresses of a network are in. Where a subnet was mistyped, the addresses themselves still tell.
std::vector<Entered<Subnet>> subnetsBefore(const Profile& profile, const Network& network,
                                           const std::vector<Entered<Subnet>>& next)
{
    std::vector<Entered<Subnet>> before;
    std::ranges::copy_if(network.subnet, std::back_inserter(before), [](const auto& subnet) { return bool(subnet); });
    if (before.size() == network.subnet.size()) return before;
    const std::vector<IpAddress> addresses = addressesOf(profile, network);
    const auto isOf = [](Family family) {
        return [family](const auto& one) { return one.value().family() == family; };
    };
    for (const auto& subnet : next) {
        if (!subnet || std::ranges::any_of(before, isOf(subnet.value().family()))) continue;
        const auto isThere = [&](const IpAddress& address) { return subnet.value().contains(address); };
        if (std::ranges::any_of(addresses, isThere)) continue; // the subnet alone was wrong
        for (const IpAddress& address : addresses) {
            if (address.family() != subnet.value().family()) continue;
            const auto around = Subnet::around(address, subnet.value().prefixLength());
            if (around && !std::ranges::contains(before, Entered<Subnet>(*around))) before.emplace_back(*around);
        }
    }
    return before;
}

// A subnet whose third number is the VLAN id, as long as it is free; else the one after the last of the profile.
std::optional<Subnet> subnetForNew(const Project& project, const Profile& profile, Family family,
                                   std::optional<VlanId> vlan)
{
    std::optional<Subnet> like;
    for (const auto& network : profile.networks)
        for (const auto& subnet : network->subnet)
            if (subnet && subnet.value().family() == family) like = subnet.value();
    if (!like) like = family == Family::IPv4 ? *Subnet::parse("192.168.1.0/24") : *Subnet::parse("fd00:1::/64");
    if (family == Family::IPv4 && like->prefixLength() == 24 && vlan && vlan->number() < 256) {
        const auto& bytes = like->network().bytes();
        const auto address = IpAddress::v4(static_cast<std::uint32_t>(bytes[0]) << 24 |
                                           static_cast<std::uint32_t>(bytes[1]) << 16 | vlan->number() << 8);
        const auto wanted = Subnet::around(address, 24);
        if (wanted && FreeSubnets(project, profile).takeAfter(*wanted) == wanted) return wanted;
    }
    return FreeSubnets(project, profile).takeAfter(*like);
}

} // namespace

Edit addNetwork(const Project& project, std::string_view profile, std::string_view uplink)
{
    const Profile* found = find(project.profiles, profile);
    const std::string name = found == nullptr ? "network" : freeName(found->networks, "network");
    return {
        {N3X_TEXT("Add network %1"), {name}},
        [profile = std::string(profile), uplink = std::string(uplink)](const Project& start) {
            const Profile* to = find(start.profiles, profile);
            if (to == nullptr || (!uplink.empty() && !indexOf(to->uplinks, uplink))) return start;
            const Project before = to->uplinks.empty() ? addUplink(start, profile).apply(start) : start;
            return withProfile(before, profile, [&](Profile& p) {
                Network network;
                network.name = Entered<DnsLabel>::from(freeName(p.networks, "network"));
                network.uplink = uplink;
                if (uplink.empty()) network.uplink = p.uplinks.front()->name.text();
                std::optional<VlanId> vlan;
                if (std::ranges::any_of(p.networks, [&](const auto& other) { return other->uplink == network.uplink; }))
                    vlan = nextVlan(p, network.uplink);
                if (vlan) network.vlan = *vlan;
                if (const auto subnet = subnetForNew(before, p, Family::IPv4, vlan))
                    network.subnet.emplace_back(*subnet);
                if (p.networks.empty()) network.carries.emplace_back(Choice(Traffic::K3s));
                p.networks = p.networks.push_back(std::move(network));
            });
        }};
}

Edit duplicateNetwork(std::string_view profile, std::string_view network)
{
    return {{N3X_TEXT("Duplicate network %1"), {std::string(network)}},
            [profile = std::string(profile), network = std::string(network)](const Project& before) {
                return withProfile(before, profile, [&](Profile& p) {
                    const auto index = indexOf(p.networks, network);
                    if (!index) return;
                    const Network original = *p.networks[*index];
                    Network copy = original;
                    copy.name = Entered<DnsLabel>::from(freeName(p.networks, network));
                    if (const auto vlan = nextVlan(p, copy.uplink)) copy.vlan = *vlan;
                    FreeSubnets unused(before, p);
                    for (auto& subnet : copy.subnet)
                        if (const auto next = subnet ? unused.takeAfter(subnet.value()) : std::nullopt) subnet = *next;
                    std::erase_if(copy.carries, [](const auto& t) { return t && t.value().kind() == Traffic::K3s; });
                    copy.gateway.clear(); // a node has one default gateway, and one way to anywhere else
                    copy.routes.clear();
                    const Renumbering renumbering(original.subnet, copy.subnet);
                    renumbering.moveWithin(copy);
                    const std::string name = copy.name.text();
                    p.networks = p.networks.insert(*index + 1, std::move(copy));
                    p.nodes = changedWhere(
                        p.nodes, [&](const Node& n) { return concerns(n, network); },
                        [&](Node& n) {
                            const auto at = std::ranges::find(n.addresses, network, &Attachment::network);
                            if (at == n.addresses.end()) return;
                            Attachment attachment = *at;
                            attachment.network = name;
                            renumbering.move(attachment.addresses);
                            n.addresses.insert(at + 1, std::move(attachment));
                        });
                });
            }};
}

Edit renameNetwork(std::string_view profile, std::string_view network, std::string_view newName)
{
    return {{N3X_TEXT("Rename network %1 to %2"), {std::string(network), std::string(newName)}},
            [profile = std::string(profile), network = std::string(network),
             newName = std::string(newName)](const Project& project) {
                return withProfile(project, profile, [&](Profile& p) {
                    if (!indexOf(p.networks, network) || indexOf(p.networks, newName)) return;
                    p.networks =
                        changed(p.networks, network, [&](Network& n) { n.name = Entered<DnsLabel>::from(newName); });
                    p.nodes = changedWhere(
                        p.nodes, [&](const Node& n) { return concerns(n, network); },
                        [&](Node& n) {
                            for (Attachment& one : n.addresses)
                                if (one.network == network) one.network = newName;
                            for (NetworkOverride& one : n.overrides)
                                if (one.network == network) one.network = newName;
                        });
                });
            }};
}

Edit removeNetwork(std::string_view profile, std::string_view network)
{
    return {{N3X_TEXT("Remove network %1"), {std::string(network)}},
            [profile = std::string(profile), network = std::string(network)](const Project& project) {
                return withProfile(project, profile, [&](Profile& p) {
                    if (!indexOf(p.networks, network)) return;
                    p.networks = without(p.networks, network);
                    if (indexOf(p.networks, network)) return; // another of that name keeps what refers to it
                    p.nodes = changedWhere(
                        p.nodes, [&](const Node& n) { return concerns(n, network); },
                        [&](Node& n) {
                            std::erase_if(n.addresses, [&](const Attachment& one) { return one.network == network; });
                            std::erase_if(n.overrides,
                                          [&](const NetworkOverride& one) { return one.network == network; });
                        });
                });
            }};
}

Edit moveNetwork(std::string_view profile, std::string_view network, std::size_t index)
{
    return {{N3X_TEXT("Move network %1"), {std::string(network)}},
            [profile = std::string(profile), network = std::string(network), index](const Project& project) {
                return withProfile(project, profile,
                                   [&](Profile& p) { p.networks = moved(p.networks, network, index); });
            }};
}

Edit tag(std::string_view profile, std::string_view network, std::string_view vlan)
{
    const Text name = vlan.empty()
                          ? Text(N3X_TEXT("Tag %1"), {std::string(network)})
                          : Text(N3X_TEXT("Change VLAN of %1 to %2"), {std::string(network), std::string(vlan)});
    return {name, [profile = std::string(profile), network = std::string(network),
                   vlan = std::string(vlan)](const Project& project) {
                return withProfile(project, profile, [&](Profile& p) {
                    const Profile old = p;
                    p.networks = changed(p.networks, network, [&](Network& n) {
                        if (!vlan.empty())
                            n.vlan = Entered<VlanId>::from(vlan);
                        else if (const auto next = nextVlan(old, n.uplink); next && !n.vlan)
                            n.vlan = *next;
                    });
                });
            }};
}

Edit untag(std::string_view profile, std::string_view network)
{
    return {{N3X_TEXT("Untag %1"), {std::string(network)}},
            [profile = std::string(profile), network = std::string(network)](const Project& project) {
                return withNetwork(project, profile, network, [](Network& n) { n.vlan.reset(); });
            }};
}

Edit renumber(std::string_view profile, std::string_view network, std::string_view subnets)
{
    return {{N3X_TEXT("Renumber %1 into %2"), {std::string(network), onOneLine(subnets)}},
            [profile = std::string(profile), network = std::string(network),
             subnets = std::string(subnets)](const Project& project) {
                return withProfile(project, profile, [&](Profile& p) {
                    const Network* found = find(p.networks, network);
                    if (found == nullptr) return;
                    const Network before = *found;
                    const auto after = subnetsOf(subnets);
                    const Renumbering renumbering(subnetsBefore(p, before, after), after);
                    p.networks = changed(p.networks, network, [&](Network& n) {
                        n.subnet = after;
                        renumbering.moveWithin(n);
                    });
                    p.nodes = changedWhere(
                        p.nodes, [&](const Node& n) { return concerns(n, network); },
                        [&](Node& n) {
                            for (Attachment& one : n.addresses)
                                if (one.network == network) renumbering.move(one.addresses);
                        });
                    // The project's API address stays what it is for the other profiles.
                    auto api = inheriting(p.k3s, project.k3s).apiAddress;
                    const auto said = api;
                    if (api) renumbering.move(*api);
                    if (!(api == said)) p.k3s.apiAddress = api;
                });
            }};
}

} // namespace n3x::edits
