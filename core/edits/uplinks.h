// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/problem.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace n3x::edits {

// The next free name ("uplink-2") on the next NIC that no uplink uses yet.
[[nodiscard]] Edit addUplink(const Project& project, std::string_view profile);
[[nodiscard]] Edit renameUplink(std::string_view profile, std::string_view uplink, std::string_view newName);
[[nodiscard]] Edit removeUplink(std::string_view profile, std::string_view uplink); // and the networks on it
[[nodiscard]] Edit moveUplink(std::string_view profile, std::string_view uplink, std::size_t index);

// Bonds these NICs, the first as primary, under the next free name ("bond0"). Uplinks that were those NICs
// alone and carry nothing go into it. On other targets the ports of the same positions are taken.
[[nodiscard]] Edit makeBond(std::string_view profile, std::string_view uplink, const std::vector<std::string>& members);
// The NIC for a bond with the uplink's own: the next one of its hardware target that no network needs. Nothing where
// there is none.
[[nodiscard]] std::optional<std::string> partnerNic(const Project& project, const Profile& profile,
                                                    const Uplink& uplink);
// Back to one NIC, the primary or the first member.
[[nodiscard]] Edit dissolveBond(std::string_view profile, std::string_view uplink);
// Of an uplink that is no bond.
[[nodiscard]] Edit removeBondSettings(std::string_view profile, std::string_view uplink);

} // namespace n3x::edits
