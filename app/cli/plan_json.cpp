// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/plan_json.h"

namespace n3x::cli {
namespace {

template <class T> std::string textOf(const T& value) { return value.text(); }
std::string textOf(const std::string& value) { return value; }
std::string textOf(Traffic value) { return Choice(value).text(); }

template <class T> Json texts(const std::vector<T>& values)
{
    Json list = Json::array();
    for (const T& value : values) list.push_back(textOf(value));
    return list;
}

template <class T> Json orNull(const std::optional<T>& value)
{
    if (!value) return nullptr;
    if constexpr (std::is_arithmetic_v<T>)
        return *value;
    else
        return textOf(*value);
}

Json nameOrNull(const std::string& name) { return name.empty() ? Json(nullptr) : Json(name); }

Json routes(const std::vector<RoutePlan>& plans)
{
    Json list = Json::array();
    for (const RoutePlan& route : plans) list.push_back({{"to", route.to.text()}, {"via", route.via.text()}});
    return list;
}

std::string_view kindWord(LinkKind kind)
{
    switch (kind) {
    case LinkKind::Physical: return "physical";
    case LinkKind::Bond: return "bond";
    case LinkKind::Vlan: return "vlan";
    }
    return "";
}

std::string_view dhcpWord(DhcpFamilies families)
{
    switch (families) {
    case DhcpFamilies::None: return "none";
    case DhcpFamilies::IPv4: return "ipv4";
    case DhcpFamilies::IPv6: return "ipv6";
    case DhcpFamilies::Both: return "both";
    }
    return "";
}

Json bond(const BondPlan& plan)
{
    return {{"mode", Choice(plan.mode).text()},
            {"primary", orNull(plan.primary)},
            {"miimon", plan.miimon.text()},
            {"upDelay", plan.upDelay ? Json(plan.upDelay->text()) : Json(nullptr)},
            {"downDelay", plan.downDelay ? Json(plan.downDelay->text()) : Json(nullptr)},
            {"lacpRate", plan.lacpRate ? Json(Choice(*plan.lacpRate).text()) : Json(nullptr)},
            {"hashPolicy", plan.hashPolicy ? Json(Choice(*plan.hashPolicy).text()) : Json(nullptr)}};
}

Json link(const LinkPlan& plan)
{
    Json addresses = Json::array();
    for (const AddressPlan& address : plan.addresses)
        addresses.push_back(address.address.text() + "/" + std::to_string(address.prefixLength));
    const bool isVlan = plan.kind == LinkKind::Vlan;
    return {{"name", plan.name},
            {"kind", kindWord(plan.kind)},
            {"uplink", plan.uplink},
            {"network", nameOrNull(plan.network)},
            {"bond", nameOrNull(plan.bond)},
            {"isPrimary", plan.isPrimary},
            {"parent", nameOrNull(plan.parent)},
            {"vlanId", isVlan ? Json(plan.vlanId) : Json(nullptr)},
            {"members", plan.members},
            {"vlans", plan.vlans},
            {"bonding", plan.bonding ? bond(*plan.bonding) : Json(nullptr)},
            {"mac", orNull(plan.mac)},
            {"mtu", orNull(plan.mtu)},
            {"addresses", std::move(addresses)},
            {"dhcp", dhcpWord(plan.dhcp)},
            {"dhcpRoutes", dhcpWord(plan.dhcpRoutes)},
            {"dhcpSetsDns", plan.dhcpSetsDns},
            {"onLink", texts(plan.onLink)},
            {"reservations", texts(plan.reservations)},
            {"gateways", texts(plan.gateways)},
            {"nameservers", texts(plan.nameservers)},
            {"searchDomains", plan.searchDomains},
            {"routes", routes(plan.routes)},
            {"requiredForOnline", plan.requiredForOnline},
            {"hasIPv6", plan.hasIPv6}};
}

Json k3s(const K3sPlan& plan)
{
    return {{"version", plan.version},
            {"clusterInit", plan.clusterInit},
            {"joinUrl", orNull(plan.joinUrl)},
            {"nodeAddresses", texts(plan.nodeAddresses)},
            {"flannelInterface", plan.flannelInterface},
            {"flannelBackend", Choice(plan.flannelBackend).text()},
            {"advertiseAddress", orNull(plan.advertiseAddress)},
            {"apiAddress", orNull(plan.apiAddress)},
            {"tlsNames", plan.tlsNames},
            {"clusterCidr", texts(plan.clusterCidr)},
            {"serviceCidr", texts(plan.serviceCidr)},
            {"disable", plan.disable},
            {"addons", plan.addons},
            {"images", Choice(plan.images).word()},
            {"labels", plan.labels},
            {"taints", plan.taints}};
}

Json network(const NetworkPlan& plan)
{
    Json dhcp = nullptr;
    if (plan.dhcp)
        dhcp = {{"server", plan.dhcp->server.text()},
                {"mac", plan.dhcp->mac.text()},
                {"first", plan.dhcp->first.text()},
                {"last", plan.dhcp->last.text()},
                {"leaseTime", plan.dhcp->leaseTime.text()}};
    return {{"name", plan.name},
            {"uplink", plan.uplink},
            {"vlanId", orNull(plan.vlanId)},
            {"subnets", texts(plan.subnets)},
            {"carries", texts(plan.carries)},
            {"gateways", texts(plan.gateways)},
            {"nameservers", texts(plan.nameservers)},
            {"mtu", orNull(plan.mtu)},
            {"addressing", Choice(plan.addressing).text()},
            {"dhcp", std::move(dhcp)},
            {"routes", routes(plan.routes)}};
}

} // namespace

Json profilePlanJson(const ProfilePlan& plan)
{
    Json networks = Json::array();
    for (const NetworkPlan& each : plan.networks) networks.push_back(network(each));
    return {{"n3x", "plan/1"},
            {"cluster", plan.cluster},
            {"profile", plan.profile},
            {"summary", plan.summary},
            {"isDeployed", plan.isDeployed},
            {"domain", orNull(plan.domain)},
            {"k3sNetwork", plan.k3sNetwork},
            {"initServer", plan.initServer},
            {"servers", plan.servers},
            {"serverApi", plan.serverApi},
            {"serverNames", plan.serverNames},
            {"networks", std::move(networks)}};
}

Json nodePlanJson(const NodePlan& plan)
{
    Json links = Json::array();
    for (const LinkPlan& each : plan.links) links.push_back(link(each));
    return {{"name", plan.name},
            {"role", Choice(plan.role).text()},
            {"target", plan.target->name.text()},
            {"backend", Choice(plan.backend).text()},
            {"variant", plan.variant},
            {"links", std::move(links)},
            {"k3s", k3s(plan.k3s)}};
}

} // namespace n3x::cli
