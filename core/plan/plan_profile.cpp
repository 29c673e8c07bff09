// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/model/defaults.h"
#include "core/model/dhcp_server_mac.h"
#include "core/model/inherited_settings.h"
#include "core/plan/plan.h"
#include "core/plan/plan_parts.h"
#include "core/plan/plan_values.h"

#include <algorithm>

namespace n3x {
namespace planning {

namespace {

std::optional<NetworkPlan::Dhcp> dhcpService(const Network& network, std::size_t index)
{
    if (!network.dhcp || valueOr(network.addressing, Choice(defaults::addressing)).kind() != Addressing::Dhcp)
        return {};
    const IpAddress* server = valueOf(network.dhcp->server);
    const std::vector<IpAddress> range = valuesOf(network.dhcp->range);
    const std::optional<MacAddress> mac = dhcpServerMac(*network.dhcp, index);
    if (!server || !mac || range.size() != 2) return {};
    return NetworkPlan::Dhcp{*server, *mac, range[0], range[1], valueOr(network.dhcp->leaseTime, defaults::leaseTime)};
}

NetworkPlan planNetwork(const Project& project, const Network& network, std::size_t index)
{
    NetworkPlan plan;
    plan.name = network.name.text();
    plan.uplink = network.uplink;
    if (const VlanId* id = valueOf(network.vlan)) plan.vlanId = id->number();
    plan.subnets = valuesOf(network.subnet);
    sortByFamily(plan.subnets, &Subnet::family);
    for (const auto& traffic : network.carries)
        if (traffic) plan.carries.push_back(traffic.value().kind());
    plan.gateways = valuesOf(network.gateway);
    sortByFamily(plan.gateways, &IpAddress::family);
    plan.nameservers = valuesOf(network.nameservers);
    if (plan.nameservers.empty() && std::ranges::contains(plan.carries, Traffic::K3s))
        plan.nameservers = valuesOf(project.nameservers);
    if (const Mtu* mtu = valueOf(network.mtu)) plan.mtu = mtu->number();
    plan.addressing = valueOr(network.addressing, Choice(defaults::addressing)).kind();
    for (const Route& route : network.routes)
        if (route.to && route.via) plan.routes.push_back({route.to.value(), route.via.value()});
    plan.dhcp = dhcpService(network, index);
    return plan;
}

void addOnce(std::vector<std::string>& names, std::string name)
{
    if (!std::ranges::contains(names, name)) names.push_back(std::move(name));
}

std::string apiUrl(const IpAddress& address)
{
    std::string url = "https://";
    if (address.family() == Family::IPv6) url += '[';
    address.appendTo(url);
    if (address.family() == Family::IPv6) url += ']';
    return url + ":6443";
}

} // namespace

std::vector<IpAddress> clusterAddresses(const ProfilePlan& shared, const Node& node)
{
    const auto attachment = std::ranges::find(node.addresses, shared.k3sNetwork, &Attachment::network);
    if (attachment == node.addresses.end()) return {};
    std::vector<IpAddress> addresses = valuesOf(attachment->addresses);
    const std::vector<Subnet> pods = valuesOf(*shared.k3s.clusterCidr);
    sortByFamily(addresses, &IpAddress::family, pods.empty() ? Family::IPv4 : pods.front().family());
    return addresses;
}

void planServers(ProfilePlan& plan, const Project& project, const Profile& profile,
                 std::span<const Node* const> servers)
{
    plan.k3s = withDefaults(inheriting(agreedSettings(servers), inheriting(profile.k3s, project.k3s)));
    plan.servers.clear();
    plan.serverNames.clear();
    plan.serverApi.clear();
    for (const Node* server : servers) plan.servers.push_back(server->name.text());

    plan.initServer = plan.servers.empty() ? std::string() : plan.servers.front();
    if (profile.initServer && std::ranges::contains(plan.servers, *profile.initServer))
        plan.initServer = *profile.initServer;

    std::vector<IpAddress> first;
    std::vector<IpAddress> all;
    for (std::size_t at = 0; at < servers.size(); ++at) {
        const std::vector<IpAddress> own = clusterAddresses(plan, *servers[at]);
        if (plan.servers[at] == plan.initServer)
            first = own;
        else
            all.insert(all.end(), own.begin(), own.end());
    }
    const IpAddress* api = valueOf(plan.k3s.apiAddress);
    // Without a known address the name has to do: where DHCP decides, the names of the nodes are in DNS.
    std::string firstName;
    if (!api && first.empty() && !plan.initServer.empty())
        firstName = plan.initServer + (plan.domain ? "." + *plan.domain : "");
    if (!firstName.empty()) plan.serverNames.push_back(firstName); // else nobody could check whom it joins
    for (const IpAddress& address : first) plan.serverNames.push_back(address.text());
    for (const IpAddress& address : all) plan.serverNames.push_back(address.text());
    if (api) addOnce(plan.serverNames, api->text());
    if (plan.domain) addOnce(plan.serverNames, *plan.domain);

    if (api)
        plan.serverApi = apiUrl(*api);
    else if (!first.empty())
        plan.serverApi = apiUrl(first.front());
    else if (!firstName.empty())
        plan.serverApi = "https://" + firstName + ":6443";
}

Sequence<HardwareTarget> ownTargets(const Project& project, const std::set<std::string_view>& named)
{
    Sequence<HardwareTarget> targets;
    for (const auto& target : project.hardware)
        if (named.contains(target->name.text())) targets = targets.push_back(target);
    return targets;
}

ProfilePlan planWithoutServers(const Project& project, const Profile& profile)
{
    ProfilePlan plan;
    plan.cluster = project.name.text();
    plan.profile = profile.name.text();
    plan.summary = profile.summary.text();
    plan.isDeployed = project.deploy == plan.profile;
    if (const DnsName* domain = valueOf(project.domain)) plan.domain = domain->text();
    plan.uplinks = profile.uplinks;
    plan.networks.reserve(profile.networks.size());
    for (const auto& network : profile.networks) {
        plan.networks.push_back(planNetwork(project, *network, plan.networks.size()));
        if (plan.k3sNetwork.empty() && std::ranges::contains(plan.networks.back().carries, Traffic::K3s))
            plan.k3sNetwork = plan.networks.back().name;
    }
    return plan;
}

} // namespace planning

ProfilePlan planProfile(const Project& project, const Profile& profile)
{
    ProfilePlan plan = planning::planWithoutServers(project, profile);
    std::vector<const Node*> servers;
    std::set<std::string_view> targets;
    for (const auto& node : profile.nodes) {
        if (isServer(*node)) servers.push_back(&node.get());
        targets.insert(node->target);
    }
    plan.hardware = planning::ownTargets(project, targets);
    planning::planServers(plan, project, profile, servers);
    return plan;
}

} // namespace n3x
