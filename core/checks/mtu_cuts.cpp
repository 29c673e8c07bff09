// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/node_checks.h"
#include "core/edits/values.h"

#include <algorithm>

namespace n3x::checks {
namespace {

constexpr std::uint32_t ipv6Needs = 1280; // RFC 8200 §5

bool isOfIpv6(const Frame& frame, Index network) { return frame.networks[network].has(Family::IPv6); }

} // namespace

std::uint32_t enoughMtu(const Frame& frame, Index network)
{
    const std::uint32_t enough = isOfIpv6(frame, network) ? ipv6Needs : 0;
    return network == frame.k3sNetwork ? std::max(enough, flannelRoom(frame).enough()) : enough;
}

void addMtuCut(const Frame& frame, const MtuCut& cut, std::uint32_t mtu, const std::string& node,
               const ObjectPath& path, Finder& finder)
{
    const NetworkFrame& tagged = frame.networks[cut.tagged];
    const NetworkFrame& untagged = frame.networks[cut.untagged];
    const std::string enough = std::to_string(enoughMtu(frame, cut.tagged));
    std::vector<std::string> names{tagged.name, untagged.name, std::to_string(mtu)};
    const Text advice{N3X_TEXT("Give %1 %2 or more, or %3 an uplink of its own."),
                      {untagged.name, enough, tagged.name}};
    std::vector<Edit> fixes{edits::setValue(path, enough)};
    if (mtu < ipv6Needs && isOfIpv6(frame, cut.tagged)) {
        if (!node.empty()) names.push_back(node);
        finder.add(codes::mtuTooSmallForIpv6, path,
                   {node.empty() ? N3X_TEXT("%1 has the MTU of %2, which is untagged on its link: %3 bytes, under the "
                                            "1280 that IPv6 needs.")
                                 : N3X_TEXT("On %4, %1 has the MTU of %2, which is untagged on its link: %3 bytes, "
                                            "under the 1280 that IPv6 needs."),
                    std::move(names)},
                   advice, std::move(fixes));
        return;
    }
    const FlannelRoom room = flannelRoom(frame);
    names.push_back(std::to_string(room.overhead));
    names.emplace_back(Choice(room.backend).word());
    if (!node.empty()) names.push_back(node);
    finder.add(room.code(), path,
               {node.empty() ? N3X_TEXT("%1 has the MTU of %2, which is untagged on its link: %3 bytes, less the %4 of "
                                        "Flannel's %5 under 1280.")
                             : N3X_TEXT("On %6, %1 has the MTU of %2, which is untagged on its link: %3 bytes, less "
                                        "the %4 of Flannel's %5 under 1280."),
                std::move(names)},
               advice, std::move(fixes));
}

} // namespace n3x::checks
