// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/types/choice.h"
#include "core/types/duration.h"

namespace n3x {

// Whether the mode prefers one member as its primary (Documentation/networking/bonding.rst, "primary").
[[nodiscard]] constexpr bool hasPrimary(BondMode mode)
{
    return mode == BondMode::ActiveBackup || mode == BondMode::BalanceTlb || mode == BondMode::BalanceAlb;
}

// Whether the mode chooses the member by a hash of the packet (the same page, "xmit_hash_policy").
[[nodiscard]] constexpr bool hashes(BondMode mode)
{
    return mode == BondMode::BalanceXor || mode == BondMode::Lacp || mode == BondMode::BalanceTlb;
}

// Whether the driver watches links in this mode in any case (drivers/net/bonding, bond_option_mode_set).
[[nodiscard]] constexpr bool alwaysWatches(BondMode mode)
{
    return mode == BondMode::Lacp || mode == BondMode::BalanceTlb || mode == BondMode::BalanceAlb;
}

// The interval at which the driver watches links where this one is said: it takes 100 ms for 0 where it always watches.
[[nodiscard]] constexpr Duration watchInterval(BondMode mode, const Duration& miimon)
{
    return miimon.inMilliseconds() == 0 && alwaysWatches(mode) ? Duration::milliseconds(100) : miimon;
}

} // namespace n3x
