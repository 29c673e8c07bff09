// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/plan/plan.h"
#include "generators/writers/require_held.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace n3x {

// Name of a systemd-networkd unit without its ending, the same on both backends. Links and networks have names of at
// most 63 bytes, so that it needs no memory of its own.
class UnitName {
public:
    UnitName(std::string_view prefix, std::string_view name) : size_(prefix.size() + name.size())
    {
        requireHeld(size_ <= bytes_.size(), "UnitName");
        std::ranges::copy(name, std::ranges::copy(prefix, bytes_.begin()).out);
    }

    [[nodiscard]] std::string_view text() const { return {bytes_.data(), size_}; }
    operator std::string_view() const { return text(); }

private:
    std::array<char, 80> bytes_;
    std::size_t size_;
};

// The .netdev of a bond or VLAN.
[[nodiscard]] inline UnitName netdevUnit(const LinkPlan& link)
{
    return link.kind == LinkKind::Vlan ? UnitName("20-vlan-", link.network) : UnitName("10-", link.name);
}

// The .network of any link. The numbers order them: members before what stands on them.
[[nodiscard]] inline UnitName networkUnit(const LinkPlan& link)
{
    if (link.kind == LinkKind::Vlan) return UnitName("20-vlan-", link.network);
    if (!link.bond.empty()) return UnitName("10-", link.name);
    return UnitName(link.network.empty() ? "15-" : "20-", link.name);
}

} // namespace n3x
