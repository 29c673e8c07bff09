// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/nixos/systemd_network.h"

#include "generators/networkd/network_settings.h"
#include "generators/writers/ini_writer.h"
#include "generators/writers/unit_name.h"

#include <algorithm>

namespace n3x {
namespace {

void appendAddress(std::string& text, const IpAddress& address) { address.appendTo(text); }

void writeBond(NixWriter& nix, const BondPlan& bond)
{
    nix.attribute("bondConfig").openSet();
    nix.attribute("Mode").string(Choice(bond.mode).word());
    nix.attribute("MIIMonitorSec").string(bond.miimon.text());
    if (bond.upDelay) nix.attribute("UpDelaySec").string(bond.upDelay->text());
    if (bond.downDelay) nix.attribute("DownDelaySec").string(bond.downDelay->text());
    if (const auto policy = networkd::reselectPolicy(bond); !policy.empty())
        nix.attribute("PrimaryReselectPolicy").string(policy);
    if (bond.lacpRate) nix.attribute("LACPTransmitRate").string(Choice(*bond.lacpRate).word());
    if (bond.hashPolicy) nix.attribute("TransmitHashPolicy").string(Choice(*bond.hashPolicy).word());
    nix.closeSet();
}

void writeNetdev(NixWriter& nix, const LinkPlan& link)
{
    nix.attribute(netdevUnit(link)).openSet();
    nix.attribute("netdevConfig").openSet();
    nix.attribute("Name").string(link.name);
    nix.attribute("Kind").string(link.kind == LinkKind::Vlan ? "vlan" : "bond");
    if (link.mac) nix.attribute("MACAddress").string(link.mac->text());
    nix.closeSet();
    if (link.kind == LinkKind::Vlan) nix.attribute("vlanConfig", "Id").number(link.vlanId);
    if (link.bonding) writeBond(nix, *link.bonding);
    nix.closeSet();
}

void writeLinkConfig(NixWriter& nix, const LinkPlan& link)
{
    if (!link.mtu) {
        nix.attribute("linkConfig", "RequiredForOnline").boolean(link.requiredForOnline);
        return;
    }
    nix.attribute("linkConfig").openSet();
    nix.attribute("MTUBytes").stringFrom([&](std::string& text) { text += std::to_string(*link.mtu); });
    nix.attribute("RequiredForOnline").boolean(link.requiredForOnline);
    nix.closeSet();
}

void writeNetworkConfig(NixWriter& nix, const LinkPlan& link)
{
    nix.attribute("networkConfig").openSet();
    nix.attribute("DHCP").string(networkd::dhcpWord(link));
    nix.attribute("IPv6AcceptRA").boolean(networkd::acceptsAdvertisements(link));
    nix.attribute("LinkLocalAddressing").string(networkd::linkLocalWord(link));
    if (!link.bond.empty()) nix.attribute("Bond").string(link.bond);
    if (link.isPrimary) nix.attribute("PrimarySlave").boolean(true);
    nix.closeSet();
}

void writeDhcp(NixWriter& nix, const LinkPlan& link)
{
    if (networkd::takesDhcp4(link)) {
        nix.attribute("dhcpV4Config").openSet();
        nix.attribute("ClientIdentifier").string(networkd::clientIdentifier);
        nix.attribute("UseDNS").boolean(link.dhcpSetsDns);
        nix.attribute("UseRoutes").boolean(networkd::usesRoutes4(link));
        nix.closeSet();
    }
    if (networkd::takesDhcp6(link)) {
        nix.attribute("dhcpV6Config").openSet();
        nix.attribute("DUIDType").string(networkd::duidType);
        nix.attribute("UseDNS").boolean(link.dhcpSetsDns);
        nix.attribute("WithoutRA").string(networkd::withoutAdvertisements);
        nix.closeSet();
        nix.attribute("ipv6AcceptRAConfig").openSet();
        nix.attribute("UseDNS").boolean(link.dhcpSetsDns);
        nix.attribute("UseGateway").boolean(networkd::usesRoutes6(link));
        nix.closeSet();
    }
}

void writeRoutes(NixWriter& nix, const LinkPlan& link)
{
    nix.attribute("routes").openList();
    for (const Subnet& subnet : link.onLink) {
        nix.openSet();
        nix.attribute("Destination").string(subnet.text());
        nix.closeSet();
    }
    for (const RoutePlan& route : link.routes) {
        nix.openSet();
        nix.attribute("Destination").string(route.to.text());
        nix.attribute("Gateway").stringFrom([&](std::string& text) { route.via.appendTo(text); });
        if (networkd::isGatewayOnLink(link)) nix.attribute("GatewayOnLink").boolean(true);
        nix.closeSet();
    }
    nix.closeList();
}

void writeNetwork(NixWriter& nix, const LinkPlan& link)
{
    nix.attribute(networkUnit(link)).openSet();
    nix.attribute("matchConfig", "Name").stringFrom([&](std::string& text) { appendNameToMatch(text, link.name); });
    writeLinkConfig(nix, link);
    writeNetworkConfig(nix, link);
    writeDhcp(nix, link);
    if (!link.addresses.empty())
        nix.attribute("address").listFrom(link.addresses, [](std::string& text, const AddressPlan& plan) {
            plan.address.appendTo(text);
            text += '/';
            text += std::to_string(plan.prefixLength);
        });
    if (!link.gateways.empty()) nix.attribute("gateway").listFrom(link.gateways, appendAddress);
    if (!link.nameservers.empty()) nix.attribute("dns").listFrom(link.nameservers, appendAddress);
    if (!link.searchDomains.empty()) nix.attribute("domains").list(link.searchDomains);
    if (!link.vlans.empty()) nix.attribute("vlan").list(link.vlans);
    if (!link.onLink.empty() || !link.routes.empty()) writeRoutes(nix, link);
    nix.closeSet();
}

} // namespace

void writeSystemdNetwork(NixWriter& nix, const NodePlan& node, OutputWriter& out)
{
    const auto isMade = [](const LinkPlan& link) { return link.kind != LinkKind::Physical; };
    nix.attribute("systemd", "network").openSet();
    nix.attribute("enable").boolean(true);
    if (std::ranges::any_of(node.links, isMade)) {
        nix.blankLine();
        nix.attribute("netdevs").openSet();
        for (const LinkPlan& link : node.links) {
            if (!isMade(link)) continue;
            out.from(link);
            writeNetdev(nix, link);
        }
        out.fromNoLink();
        nix.closeSet();
    }
    nix.blankLine();
    nix.attribute("networks").openSet();
    for (const LinkPlan& link : node.links) {
        out.from(link);
        writeNetwork(nix, link);
    }
    out.fromNoLink();
    nix.closeSet();
    nix.closeSet();
}

} // namespace n3x
