// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/types/choice.h"
#include "core/types/duration.h"

#include <cstdint>
#include <string_view>

// What counts where a project says nothing. The plan, the inspector and the JSON Schema read it here.
namespace n3x::defaults {

inline constexpr BondMode bondMode = BondMode::ActiveBackup;
inline constexpr Duration miimon = Duration::milliseconds(100);
inline constexpr Duration upDelay = Duration::milliseconds(200);
inline constexpr Duration downDelay = Duration::milliseconds(200);
inline constexpr LacpRate lacpRate = LacpRate::Slow;       // the kernel's own
inline constexpr HashPolicy hashPolicy = HashPolicy::Layer2; // the kernel's own
inline constexpr std::uint32_t mtu = 1500; // Ethernet's own: written to a file only where something else is said
inline constexpr Addressing addressing = Addressing::Static;
inline constexpr Duration leaseTime = Duration::milliseconds(12ULL * 3'600'000);
inline constexpr std::string_view k3sVersion = "v1.35.0+k3s3"; // the pinned release
inline constexpr std::string_view clusterCidr = "10.42.0.0/16";
inline constexpr std::string_view serviceCidr = "10.43.0.0/16";
inline constexpr LonghornPaths longhornPaths = LonghornPaths::Link;
inline constexpr ImageSource images = ImageSource::Registry;
inline constexpr FlannelBackend flannelBackend = FlannelBackend::Vxlan;

} // namespace n3x::defaults
