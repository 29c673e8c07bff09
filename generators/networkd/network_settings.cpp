// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/networkd/network_settings.h"

#include <array>

namespace n3x::networkd {
namespace {

bool has4(DhcpFamilies families) { return families == DhcpFamilies::IPv4 || families == DhcpFamilies::Both; }
bool has6(DhcpFamilies families) { return families == DhcpFamilies::IPv6 || families == DhcpFamilies::Both; }

} // namespace

std::string_view dhcpWord(const LinkPlan& link)
{
    static constexpr std::array<std::string_view, 4> words{"no", "ipv4", "ipv6", "yes"};
    return words[static_cast<std::size_t>(link.dhcp)];
}

bool takesDhcp4(const LinkPlan& link) { return has4(link.dhcp); }
bool takesDhcp6(const LinkPlan& link) { return has6(link.dhcp); }
bool usesRoutes4(const LinkPlan& link) { return has4(link.dhcpRoutes); }
bool usesRoutes6(const LinkPlan& link) { return has6(link.dhcpRoutes); }

} // namespace n3x::networkd
