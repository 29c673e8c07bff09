// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string_view>

// Where the outputs of profiles and nodes stand in the exported repository. Below each folder comes the profile, and
// where it says so the node.
namespace n3x::output_paths {

inline constexpr std::string_view networkdUnits = // <profile>/<node>/<unit>
    "backends/debian/meta-n3x/recipes-support/systemd-networkd-config/files/";
inline constexpr std::string_view k3sOptions = // <profile>/<node>/k3s-<role>
    "backends/debian/meta-n3x/recipes-support/k3s-node-config/files/";
inline constexpr std::string_view kasNodes = "backends/debian/kas/node/";       // <profile>/<node>.yml
inline constexpr std::string_view kasNetworks = "backends/debian/kas/network/"; // <profile>.yml
inline constexpr std::string_view nixosModules = "backends/nixos/nodes/";       // <profile>/<node>.nix
inline constexpr std::string_view k3sFlags = "lib/k3s/flags/";                  // <profile>/<node>.json
inline constexpr std::string_view profileData = "lib/network/profiles/";        // <profile>.nix

// The profile that the file or folder belongs to; empty where it is of all profiles.
[[nodiscard]] std::string_view profileOf(std::string_view path);

} // namespace n3x::output_paths
