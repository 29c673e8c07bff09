// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/repo/network_schema.h"

#include "core/model/defaults.h"
#include "core/types/bond_mode.h"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

namespace n3x {
namespace {

constexpr std::string_view clusterName = "cluster";
constexpr std::string_view storageName = "storage";
constexpr std::string_view trunkName = "trunk";

const NetworkPlan* networkNamed(const ProfilePlan& shared, std::string_view name)
{
    const auto found = std::ranges::find(shared.networks, name, &NetworkPlan::name);
    return found == shared.networks.end() ? nullptr : &*found;
}

// The network that the schema calls "cluster": the one of that name, else the one that carries K3s.
const NetworkPlan* clusterNetwork(const ProfilePlan& shared)
{
    const NetworkPlan* named = networkNamed(shared, clusterName);
    return named ? named : networkNamed(shared, shared.k3sNetwork);
}

// The network that the schema calls "storage": the one of that name, else the first that carries storage.
const NetworkPlan* storageNetwork(const ProfilePlan& shared)
{
    if (const NetworkPlan* named = networkNamed(shared, storageName)) return named;
    const auto found = std::ranges::find_if(shared.networks, [](const NetworkPlan& network) {
        return std::ranges::find(network.carries, Traffic::Storage) != network.carries.end();
    });
    return found == shared.networks.end() ? nullptr : &*found;
}

// visit(name, network) for each name by which a consumer of the schema may ask: the networks' own, then
// "cluster" and "storage" where no network has that name but one plays that part.
template <class Visit> void forEachName(const ProfilePlan& shared, Visit visit)
{
    for (const NetworkPlan& network : shared.networks) visit(std::string_view(network.name), network);
    const NetworkPlan* cluster = clusterNetwork(shared);
    if (cluster && cluster->name != clusterName) visit(clusterName, *cluster);
    const NetworkPlan* storage = storageNetwork(shared);
    if (storage && storage->name != storageName) visit(storageName, *storage);
}

// The link of an uplink as the profile says it, without what a hardware target or a node changes. Empty where it says
// NICs for targets only, and not the same one for all: there is no name then that would be right.
std::string portOf(const Uplink& uplink)
{
    if (uplink.bond) return uplink.bond->text();
    if (uplink.nic) return uplink.nic->text();
    std::string port;
    for (const TargetPorts& ports : uplink.targets) {
        if (!ports.nic || (!port.empty() && !ports.nic->reads(port))) return {};
        port = ports.nic->text();
    }
    return port;
}

const Uplink* uplinkOf(const ProfilePlan& shared, const NetworkPlan& network)
{
    return find(shared.uplinks, network.uplink);
}

std::string linkOf(const ProfilePlan& shared, const NetworkPlan& network)
{
    const Uplink* uplink = uplinkOf(shared, network);
    std::string name = uplink ? portOf(*uplink) : std::string();
    if (network.vlanId && !name.empty()) name += '.' + std::to_string(*network.vlanId);
    return name;
}

// The uplink that `trunk` or `bondConfig` is about: the cluster network's if that one matches, else the first.
template <class Matches> const Uplink* firstUplink(const ProfilePlan& shared, Matches matches)
{
    const NetworkPlan* cluster = clusterNetwork(shared);
    const Uplink* preferred = cluster ? uplinkOf(shared, *cluster) : nullptr;
    if (preferred && matches(*preferred)) return preferred;
    for (const auto& uplink : shared.uplinks)
        if (matches(*uplink)) return find(shared.uplinks, uplink->name.text());
    return nullptr;
}

const Uplink* trunk(const ProfilePlan& shared)
{
    return firstUplink(shared, [&](const Uplink& uplink) {
        return std::ranges::any_of(shared.networks, [&](const NetworkPlan& network) {
            return network.vlanId && uplink.name.reads(network.uplink);
        });
    });
}

const Uplink* firstBond(const ProfilePlan& shared)
{
    return firstUplink(shared, [](const Uplink& uplink) { return uplink.bond.has_value(); });
}

std::vector<std::string> memberNames(const Uplink& bond)
{
    std::vector<std::string> names;
    names.reserve(bond.members.size());
    for (const auto& member : bond.members) names.push_back(member.text());
    return names;
}

auto appended(const IpAddress& address)
{
    return [&address](std::string& text) { address.appendTo(text); };
}

void writeInterfaces(NixWriter& nix, const ProfilePlan& shared)
{
    nix.attribute("interfaces").openSet();
    forEachName(shared, [&](std::string_view name, const NetworkPlan& network) {
        // The schema keeps the name "trunk" for itself.
        const std::string link = linkOf(shared, network);
        if (name != trunkName && !link.empty()) nix.attribute(name).string(link);
    });
    if (const Uplink* carrier = trunk(shared))
        if (const std::string port = portOf(*carrier); !port.empty()) nix.attribute(trunkName).string(port);
    if (const Uplink* bond = firstBond(shared)) nix.attribute("bondMembers").list(memberNames(*bond));
    nix.closeSet();
}

void writeVlanIds(NixWriter& nix, const ProfilePlan& shared)
{
    if (!trunk(shared)) return;
    nix.attribute("vlanIds").openSet();
    forEachName(shared, [&](std::string_view name, const NetworkPlan& network) {
        if (network.vlanId) nix.attribute(name).number(*network.vlanId);
    });
    nix.closeSet();
    const auto writeId = [&](std::string_view attribute, const NetworkPlan* network) {
        if (network && network->vlanId) nix.attribute(attribute).number(*network->vlanId);
    };
    writeId("clusterVlanId", clusterNetwork(shared));
    writeId("storageVlanId", storageNetwork(shared));
}

void writeBondConfig(NixWriter& nix, const Uplink& bond)
{
    const BondMode mode = bond.mode ? bond.mode->value().kind() : defaults::bondMode;
    nix.attribute("bondConfig").openSet();
    nix.attribute("mode").string(Choice(mode).word());
    if (bond.primary && hasPrimary(mode)) nix.attribute("primary").string(bond.primary->text());
    const Duration miimon = watchInterval(mode, bond.miimon ? bond.miimon->value() : defaults::miimon);
    nix.attribute("miimon").number(miimon.inMilliseconds());
    nix.attribute("members").list(memberNames(bond));
    nix.closeSet();
}

void writeDhcpServer(NixWriter& nix, const NetworkPlan& network)
{
    const NetworkPlan::Dhcp& dhcp = *network.dhcp;
    nix.attribute("dhcpServer").openSet();
    nix.attribute("mac").string(dhcp.mac.text());
    nix.attribute("ip").stringFrom(appended(dhcp.server));
    if (!network.subnets.empty()) nix.attribute("subnet").string(network.subnets.front().text());
    nix.attribute("rangeStart").stringFrom(appended(dhcp.first));
    nix.attribute("rangeEnd").stringFrom(appended(dhcp.last));
    if (network.gateways.empty())
        nix.attribute("gateway").null();
    else
        nix.attribute("gateway").stringFrom(appended(network.gateways.front()));
    nix.attribute("leaseTime").string(dhcp.leaseTime.text());
    nix.closeSet();
}

std::string ranges(const std::optional<std::vector<Entered<Subnet>>>& subnets, std::string_view fallback)
{
    if (!subnets) return std::string(fallback);
    std::string text;
    for (const auto& subnet : *subnets) {
        if (!text.empty()) text += ',';
        text += subnet.text();
    }
    return text;
}

// What the schema calls the address of a link: the first static one, else what the DHCP server keeps for it.
const IpAddress* addressOf(const LinkPlan& link)
{
    if (!link.addresses.empty()) return &link.addresses.front().address;
    return link.reservations.empty() ? nullptr : &link.reservations.front();
}

const LinkPlan* linkNamed(const NodePlan& node, std::string_view name)
{
    const auto found = std::ranges::find(node.links, name, &LinkPlan::name);
    return found == node.links.end() ? nullptr : &*found;
}

// Finds the link on a network. Both stand in nearly the same order, so each search goes on where the last one ended.
class LinkFinder {
public:
    explicit LinkFinder(const NodePlan& node) : links_(node.links) {}

    const LinkPlan* on(const NetworkPlan& network)
    {
        for (std::size_t tried = 0; tried < links_.size(); ++tried) {
            const LinkPlan& link = links_[at_];
            if (++at_ == links_.size()) at_ = 0;
            if (link.network == network.name) return &link;
        }
        return nullptr;
    }

private:
    std::span<const LinkPlan> links_;
    std::size_t at_ = 0;
};

// The address that the DHCP server sees: a VLAN has its parent's, a bond its first member's.
const MacAddress* macOf(const NodePlan& node, const LinkPlan& link)
{
    if (link.mac) return &*link.mac;
    const LinkPlan* below = link.kind == LinkKind::Vlan ? linkNamed(node, link.parent)
                            : link.members.empty()      ? nullptr
                                                        : linkNamed(node, link.members.front());
    return below ? macOf(node, *below) : nullptr;
}

} // namespace

void writeSharedSchema(NixWriter& nix, const ProfilePlan& shared)
{
    writeInterfaces(nix, shared);
    writeVlanIds(nix, shared);
    if (const Uplink* bond = firstBond(shared)) writeBondConfig(nix, *bond);
    const NetworkPlan* cluster = clusterNetwork(shared);
    if (cluster && cluster->addressing == Addressing::Dhcp) nix.attribute("mode").string("dhcp");
    if (cluster && cluster->dhcp) writeDhcpServer(nix, *cluster);
    nix.attribute("serverApi").string(shared.serverApi);
    nix.attribute("clusterCidr").string(ranges(shared.k3s.clusterCidr, defaults::clusterCidr));
    nix.attribute("serviceCidr").string(ranges(shared.k3s.serviceCidr, defaults::serviceCidr));
}

void writeNodeSchema(NixWriter& nix, const NodePlan& node, const ProfilePlan& shared)
{
    nix.attribute("ipAddresses", node.name).openSet();
    LinkFinder links(node);
    forEachName(shared, [&](std::string_view name, const NetworkPlan& network) {
        const LinkPlan* link = links.on(network);
        const IpAddress* address = link ? addressOf(*link) : nullptr;
        if (address) nix.attribute(name).stringFrom(appended(*address));
    });
    nix.closeSet();

    const NetworkPlan* cluster = clusterNetwork(shared);
    const auto writeAddressOn = [&](const NetworkPlan* network, std::string_view attribute) {
        const LinkPlan* link = network ? links.on(*network) : nullptr;
        if (const IpAddress* address = link ? addressOf(*link) : nullptr)
            nix.attribute(attribute, node.name).stringFrom(appended(*address));
    };
    writeAddressOn(cluster, cluster && cluster->vlanId ? "clusterIPs" : "nodeIPs");
    writeAddressOn(storageNetwork(shared), "storageIPs");
    const LinkPlan* link = cluster ? links.on(*cluster) : nullptr;
    if (!link || link->reservations.empty()) return;
    const MacAddress* mac = macOf(node, *link);
    if (!mac) return;
    nix.attribute("reservations", node.name).openSet();
    nix.attribute("mac").string(mac->text());
    nix.attribute("ip").stringFrom(appended(link->reservations.front()));
    nix.closeSet();
}

} // namespace n3x
