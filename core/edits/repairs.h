// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/problem.h"

#include <cstdint>
#include <string_view>

// What the fix-its of problems do that nobody would ask for by itself. All of them look for what is free when
// they are applied, not when they are offered.
namespace n3x::edits {

// Replaces this address of a node by one that is free, with the same host part where that is free; without
// `refused`, adds an address of every family that the node lacks there, and attaches it where it is not.
[[nodiscard]] Edit giveAddress(std::string_view profile, std::string_view node, std::string_view network,
                               std::string_view refused = {});

// The addresses and the override that a node has in a network that is not there, in another that it has none in yet.
[[nodiscard]] Edit reattach(std::string_view profile, std::string_view node, std::string_view from,
                            std::string_view to);

// Replaces the MAC address of one NIC by the next one in its scheme.
[[nodiscard]] Edit giveMac(std::string_view profile, std::string_view node, std::string_view nic);

// Renumbers the network into the next free subnets of the same sizes; without any, it gets an IPv4 one.
[[nodiscard]] Edit giveSubnet(std::string_view profile, std::string_view network);

// Leaves out who serves DHCP on the network.
[[nodiscard]] Edit dropDhcp(std::string_view profile, std::string_view network);

// The next free address of the network for the API.
[[nodiscard]] Edit giveApiAddress(std::string_view profile, std::string_view network);

// Says the ranges and the API address that all servers say alike for the profile, and for it alone.
[[nodiscard]] Edit sayForProfile(std::string_view profile);

// Renames a profile or one of its objects, with all that refers to it, to `wanted` or the next name that is free.
[[nodiscard]] Edit giveName(const ObjectPath& object, std::string_view wanted);

enum class NamedKind : std::uint8_t { Profile, Uplink, Network, Node, Target };

// Gives the last of several objects with one name the next free one; `profile` counts for what is in one.
[[nodiscard]] Edit renameLast(NamedKind kind, std::string_view profile, std::string_view name);

} // namespace n3x::edits
