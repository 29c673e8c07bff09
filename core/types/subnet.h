// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/types/ip_address.h"

#include <optional>

namespace n3x {

// An address range in CIDR form (RFC 4632), always the network's own address: 10.0.0.1/24 is refused
// with the range that was probably meant.
class Subnet {
public:
    [[nodiscard]] static std::expected<Subnet, Refusal> parse(std::string_view text);
    // The subnet of that length that holds `address`; nothing when the family has fewer bits.
    [[nodiscard]] static std::optional<Subnet> around(const IpAddress& address, int prefixLength);

    [[nodiscard]] const IpAddress& network() const { return network_; }
    [[nodiscard]] int prefixLength() const { return prefixLength_; }
    [[nodiscard]] Family family() const { return network_.family(); }

    [[nodiscard]] bool contains(const IpAddress& address) const;
    [[nodiscard]] bool overlaps(const Subnet& other) const;

    // The last address; in IPv4 the broadcast address (RFC 919) unless the prefix is 31 (RFC 3021) or 32.
    [[nodiscard]] IpAddress last() const;
    [[nodiscard]] bool hasBroadcast() const { return family() == Family::IPv4 && prefixLength_ < 31; }

    // Host part of an address in this subnet and back. Host parts beyond 64 bits do not fit and give nothing.
    [[nodiscard]] std::optional<std::uint64_t> hostPart(const IpAddress& address) const;
    [[nodiscard]] std::optional<IpAddress> address(std::uint64_t hostPart) const;

    [[nodiscard]] std::string text() const;

    friend auto operator<=>(const Subnet&, const Subnet&) = default;

private:
    Subnet(const IpAddress& network, int prefixLength) : network_(network), prefixLength_(prefixLength) {}

    IpAddress network_;
    int prefixLength_;
};

} // namespace n3x
