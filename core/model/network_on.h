// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/network.h"
#include "core/model/node.h"

#include <cstdint>
#include <optional>
#include <string_view>

// What a network is on one node: as the node overrides it, else as the profile says it.
namespace n3x {

struct NetworkOn {
    std::string_view uplink; // name of the uplink
    bool isTagged = false;
    std::optional<std::uint32_t> vlan = {};     // absent when untagged or refused
    std::optional<std::uint32_t> mtu = {};      // absent when nobody says one, or refused
    const NetworkOverride* changed = nullptr; // null where the profile counts
};

// What the node says for itself of the network of that name; null where it says nothing. Of two, which are an error
// elsewhere, the first counts.
[[nodiscard]] const NetworkOverride* overrideOf(const Node& node, std::string_view network);

[[nodiscard]] NetworkOn networkOn(const Node& node, const Network& network);

// The same where the override is found; null included.
[[nodiscard]] NetworkOn networkOn(const NetworkOverride* changed, NetworkOn ofProfile);

} // namespace n3x
