// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/networkd/networkd.h"

#include "generators/writers/ini_writer.h"
#include "generators/writers/unit_name.h"

#include <algorithm>

namespace n3x {
namespace {

constexpr std::string_view folder = "backends/debian/meta-n3x/recipes-support/systemd-networkd-config/files/";

void beginUnit(const NodePlan& node, const ProfilePlan& shared, OutputWriter& out, const LinkPlan& link,
               std::string_view unit, std::string_view ending)
{
    out.beginFile({folder, shared.profile, "/", node.name, "/", unit, ending});
    out.from(link);
    IniWriter ini(out.text());
    ini.comment("Written by n3x Studio from the project's profile. An export replaces it:");
    ini.comment("change the profile, or what you change here is yours to keep up to date.");
}

void writeBond(const BondPlan& bond, IniWriter& ini)
{
    ini.section("Bond");
    ini.entry("Mode", Choice(bond.mode).word());
    ini.entry("MIIMonitorSec", bond.miimon);
    ini.entry("UpDelaySec", bond.upDelay);
    ini.entry("DownDelaySec", bond.downDelay);
    if (bond.mode == BondMode::ActiveBackup) ini.entry("PrimaryReselectPolicy", "always");
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

std::string_view dhcpWord(DhcpFamilies families)
{
    switch (families) {
    case DhcpFamilies::None: return "no";
    case DhcpFamilies::IPv4: return "ipv4";
    case DhcpFamilies::IPv6: return "ipv6";
    case DhcpFamilies::Both: return "yes";
    }
    return "no";
}

bool takesDhcp6(const LinkPlan& link) { return link.dhcp == DhcpFamilies::IPv6 || link.dhcp == DhcpFamilies::Both; }

void writeLinkSection(const LinkPlan& link, IniWriter& ini)
{
    ini.section("Link");
    if (link.mtu) ini.entry("MTUBytes", *link.mtu);
    ini.entry("RequiredForOnline", link.requiredForOnline);
}

void writeNetworkSection(const LinkPlan& link, IniWriter& ini)
{
    ini.section("Network");
    ini.entry("DHCP", dhcpWord(link.dhcp));
    // Router advertisements say whether and where DHCPv6 is, and they alone give its routes.
    ini.entry("IPv6AcceptRA", takesDhcp6(link));
    ini.entry("LinkLocalAddressing", link.hasIPv6 ? "ipv6" : "no");
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
    if (link.dhcp == DhcpFamilies::IPv4 || link.dhcp == DhcpFamilies::Both) {
        ini.section("DHCPv4");
        ini.entry("ClientIdentifier", "mac"); // so that reservations by MAC address hold
        ini.entry("UseDNS", link.dhcpSetsDns);
        ini.entry("UseRoutes", link.dhcpSetsRoutes);
    }
    if (takesDhcp6(link)) {
        ini.section("DHCPv6");
        ini.entry("DUIDType", "link-layer"); // the same for DHCPv6
        ini.entry("UseDNS", link.dhcpSetsDns);
        ini.entry("WithoutRA", "solicit");
        ini.section("IPv6AcceptRA");
        ini.entry("UseDNS", link.dhcpSetsDns);
        ini.entry("UseGateway", link.dhcpSetsRoutes);
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
    for (const RoutePlan& route : link.routes) {
        ini.section("Route");
        ini.entry("Destination", route.to.network(), route.to.prefixLength());
        ini.entry("Gateway", route.via);
        // Without an address of its own networkd cannot see that the gateway is a neighbour, and says so each time.
        if (link.addresses.empty()) ini.entry("GatewayOnLink", true);
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
