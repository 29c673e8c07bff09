// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/model/network_on.h"

#include <algorithm>

namespace n3x {
namespace {

template <class T> std::optional<std::uint32_t> numberOf(const std::optional<Entered<T>>& said)
{
    const T* value = said ? said->get() : nullptr;
    return value ? std::optional(value->number()) : std::nullopt;
}

} // namespace

const NetworkOverride* overrideOf(const Node& node, std::string_view network)
{
    const auto found = std::ranges::find(node.overrides, network, &NetworkOverride::network);
    return found == node.overrides.end() ? nullptr : &*found;
}

NetworkOn networkOn(const Node& node, const Network& network)
{
    const NetworkOn ofProfile{.uplink = network.uplink,
                              .isTagged = network.vlan.has_value(),
                              .vlan = numberOf(network.vlan),
                              .mtu = numberOf(network.mtu)};
    if (node.overrides.empty()) return ofProfile; // as nearly everywhere
    return networkOn(overrideOf(node, network.name.text()), ofProfile);
}

NetworkOn networkOn(const NetworkOverride* changed, NetworkOn ofProfile)
{
    ofProfile.changed = changed;
    if (!changed) return ofProfile;
    if (changed->uplink) ofProfile.uplink = *changed->uplink;
    if (changed->vlan) {
        ofProfile.isTagged = true;
        ofProfile.vlan = numberOf(changed->vlan);
    }
    if (changed->mtu) ofProfile.mtu = numberOf(changed->mtu);
    return ofProfile;
}

} // namespace n3x
