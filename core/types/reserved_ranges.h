// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/types/subnet.h"

#include <optional>
#include <span>

// Ranges of addresses that the registries set aside.
namespace n3x {

// Unspecified, loopback, multicast and the like, of both families; IPv6's link-local range too, because every link
// has that one already.
[[nodiscard]] std::span<const Subnet> unusableRanges();

// The first of them that the subnet reaches into.
[[nodiscard]] std::optional<Subnet> unusableRangeIn(const Subnet& subnet);

// What anybody may use within a site: RFC 1918, and RFC 4193 for IPv6.
[[nodiscard]] std::span<const Subnet> privateRanges();

// Addresses that count on their link only: 169.254.0.0/16 (RFC 3927) and fe80::/10 (RFC 4291).
[[nodiscard]] bool isLinkLocal(const IpAddress& address);

} // namespace n3x
