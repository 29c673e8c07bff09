// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/types/reserved_ranges.h"

#include <algorithm>
#include <array>

namespace n3x {
namespace {

Subnet range(std::string_view text) { return *Subnet::parse(text); }

} // namespace

// RFC 6890, but for what Linux and networkd take as the address of a host.
std::span<const Subnet> unusableRanges()
{
    static const std::array ranges{range("0.0.0.0/8"),          range("127.0.0.0/8"), range("224.0.0.0/4"),
                                   range("255.255.255.255/32"), range("::/127"),      range("::ffff:0:0/96"),
                                   range("fe80::/10"),          range("ff00::/8")};
    return ranges;
}

std::optional<Subnet> unusableRangeIn(const Subnet& subnet)
{
    const auto found = std::ranges::find_if(unusableRanges(), [&](const Subnet& one) { return one.overlaps(subnet); });
    if (found == unusableRanges().end()) return {};
    return *found;
}

std::span<const Subnet> privateRanges()
{
    static const std::array ranges{range("10.0.0.0/8"), range("172.16.0.0/12"), range("192.168.0.0/16"),
                                   range("fc00::/7")};
    return ranges;
}

bool isLinkLocal(const IpAddress& address)
{
    const auto& bytes = address.bytes();
    if (address.family() == Family::IPv4) return bytes[0] == 169 && bytes[1] == 254;
    return bytes[0] == 0xfe && (bytes[1] & 0xc0) == 0x80;
}

} // namespace n3x
