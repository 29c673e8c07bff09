// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/network.h"

#include <cstddef>

namespace n3x {

// From where the cluster's DHCP server of a network sends: as said, else 52:54:00, cluster 01, the network by its
// place from 01, and host 00. Beyond 255 networks the count goes on in the byte of the cluster.
// Empty where what is said is no MAC address.
[[nodiscard]] inline std::optional<MacAddress> dhcpServerMac(const DhcpService& dhcp, std::size_t place)
{
    if (dhcp.mac) return dhcp.mac->valid() ? std::optional(dhcp.mac->value()) : std::nullopt;
    const std::size_t number = 0x0100 + place + 1;
    return MacAddress::of(
        {0x52, 0x54, 0x00, static_cast<std::uint8_t>(number >> 8), static_cast<std::uint8_t>(number), 0x00});
}

} // namespace n3x
