// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/types/choice.h"

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

} // namespace n3x
