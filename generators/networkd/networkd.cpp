// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/networkd/networkd.h"

#include "generators/networkd/network_settings.h"
#include "generators/output_paths.h"
#include "generators/writers/ini_writer.h"
#include "generators/writers/unit_name.h"

#include <algorithm>

namespace n3x {
namespace {

void beginUnit(const NodePlan& node, const ProfilePlan& shared, OutputWriter& out, const LinkPlan& link,
               std::string_view unit, std::string_view ending)
{
    out.beginFile({output_paths::networkdUnits, shared.profile, "/", node.name, "/", unit, ending});
    out.from(link);
    IniWriter ini(out.text());
    ini.comment("Written by n3x Studio from the project's profile; change it there, not here.");
}

void writeBond(const BondPlan& bond, IniWriter& ini)
{
    ini.section("Bond");
    ini.entry("Mode", Choice(bond.mode).word());
    ini.entry("MIIMonitorSec", bond.miimon);
    if (bond.upDelay) ini.entry("UpDelaySec", *bond.upDelay);
    if (bond.downDelay) ini.entry("DownDelaySec", *bond.downDelay);
    if (const auto policy = networkd::reselectPolicy(bond); !policy.empty()) ini.entry("PrimaryReselectPolicy", policy);
    if (bond.lacpRate) ini.entry("LACPTransmitRate", Choice(*bond.lacpRate).word());
    if (bond.hashPolicy) ini.entry("TransmitHashPolicy", Choice(*bond.hashPolicy).word());
}

void writeNetdev(const NodePlan& node, const ProfilePlan& shared, const LinkPlan& link, OutputWriter& out)
{
    beginUnit(node, shared, out, link, netdevUnit(link), ".netdev");
    IniWriter ini(out.text());
    ini.section("NetDev");
    ini.entry("Name", link.name);
    ini.entry("Kind", link.kind == LinkKind::Bond ? "bond" : "vlan");
    if (link.mac) ini.entry("MACAddress", link.mac->text());
    if (link.kind == LinkKind::Vlan) {
        ini.section("VLAN");
        ini.entry("Id", link.vlanId);
    } else if (link.bonding) {
        writeBond(*link.bonding, ini);
    }
    out.endFile();
}

void writeLinkSection(const LinkPlan& link, IniWriter& ini)
{
    ini.section("Link");
    if (link.mtu) ini.entry("MTUBytes", *link.mtu);
    ini.entry("RequiredForOnline", link.requiredForOnline);
}

void writeNetworkSection(const LinkPlan& link, IniWriter& ini)
{
    ini.section("Network");
    ini.entry("DHCP", networkd::dhcpWord(link));
    ini.entry("IPv6AcceptRA", networkd::acceptsAdvertisements(link));
    ini.entry("LinkLocalAddressing", networkd::linkLocalWord(link));
    if (!link.bond.empty()) ini.entry("Bond", link.bond);
    if (link.isPrimary) ini.entry("PrimarySlave", true);
    for (const AddressPlan& one : link.addresses) ini.entry("Address", one.address, one.prefixLength);
    for (const IpAddress& gateway : link.gateways) ini.entry("Gateway", gateway);
    for (const IpAddress& server : link.nameservers) ini.entry("DNS", server);
    for (const std::string& domain : link.searchDomains) ini.entry("Domains", domain);
    for (const std::string& vlan : link.vlans) ini.entry("VLAN", vlan);
}

void writeDhcpSections(const LinkPlan& link, IniWriter& ini)
{
    if (networkd::takesDhcp4(link)) {
        ini.section("DHCPv4");
        ini.entry("ClientIdentifier", networkd::clientIdentifier);
        ini.entry("UseDNS", link.dhcpSetsDns);
        ini.entry("UseRoutes", networkd::usesRoutes4(link));
    }
    if (networkd::takesDhcp6(link)) {
        ini.section("DHCPv6");
        ini.entry("DUIDType", networkd::duidType);
        ini.entry("UseDNS", link.dhcpSetsDns);
        ini.entry("WithoutRA", networkd::withoutAdvertisements);
        ini.section("IPv6AcceptRA");
        ini.entry("UseDNS", link.dhcpSetsDns);
        ini.entry("UseGateway", networkd::usesRoutes6(link));
    }
}

void writeNetwork(const NodePlan& node, const ProfilePlan& shared, const LinkPlan& link, OutputWriter& out)
{
    beginUnit(node, shared, out, link, networkUnit(link), ".network");
    IniWriter ini(out.text());
    ini.section("Match");
    ini.nameToMatch("Name", link.name);
    writeLinkSection(link, ini);
    writeNetworkSection(link, ini);
    writeDhcpSections(link, ini);
    for (const Subnet& subnet : link.onLink) {
        ini.section("Route");
        ini.entry("Destination", subnet.network(), subnet.prefixLength());
    }
    for (const RoutePlan& route : link.routes) {
        ini.section("Route");
        ini.entry("Destination", route.to.network(), route.to.prefixLength());
        ini.entry("Gateway", route.via);
        if (networkd::isGatewayOnLink(link)) ini.entry("GatewayOnLink", true);
    }
    out.endFile();
}

} // namespace

void writeNetworkd(const NodePlan& node, const ProfilePlan& shared, OutputWriter& out)
{
    for (const LinkPlan& link : node.links) {
        if (link.kind != LinkKind::Physical) writeNetdev(node, shared, link, out);
        writeNetwork(node, shared, link, out);
    }
}

} // namespace n3x
