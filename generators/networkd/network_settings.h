// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/plan/plan.h"

#include <string_view>

// What systemd-networkd is told of a link where the plan's words are not its own. Both backends write it, each in its
// own language.
namespace n3x::networkd {

// DHCP= of [Network].
[[nodiscard]] std::string_view dhcpWord(const LinkPlan& link);

[[nodiscard]] bool takesDhcp4(const LinkPlan& link);
[[nodiscard]] bool takesDhcp6(const LinkPlan& link);

// IPv6AcceptRA= of [Network]: router advertisements say whether and where DHCPv6 is, and they alone give its routes.
[[nodiscard]] inline bool acceptsAdvertisements(const LinkPlan& link) { return takesDhcp6(link); }

// LinkLocalAddressing= of [Network].
[[nodiscard]] inline std::string_view linkLocalWord(const LinkPlan& link) { return link.hasIPv6 ? "ipv6" : "no"; }

// UseRoutes= of [DHCPv4], and UseGateway= of [IPv6AcceptRA].
[[nodiscard]] bool usesRoutes4(const LinkPlan& link);
[[nodiscard]] bool usesRoutes6(const LinkPlan& link);

// So that reservations by MAC address hold: ClientIdentifier= of [DHCPv4], and DUIDType= of [DHCPv6] for the same.
inline constexpr std::string_view clientIdentifier = "mac";
inline constexpr std::string_view duidType = "link-layer";

// WithoutRA= of [DHCPv6]: ask at once; some wires have a DHCPv6 server and no router.
inline constexpr std::string_view withoutAdvertisements = "solicit";

// PrimaryReselectPolicy= of [Bond]: a primary that comes back leads again. Empty where the mode knows no policy.
[[nodiscard]] inline std::string_view reselectPolicy(const BondPlan& bond)
{
    return bond.mode == BondMode::ActiveBackup ? "always" : "";
}

// GatewayOnLink= of [Route]: without an address of its own networkd cannot see that the gateway is a neighbour, and
// says so each time.
[[nodiscard]] inline bool isGatewayOnLink(const LinkPlan& link) { return link.addresses.empty(); }

} // namespace n3x::networkd
