// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/frame.h"

#include "core/edits/repairs.h"
#include "core/types/reserved_ranges.h"

#include <algorithm>
#include <utility>

namespace n3x::checks {
namespace {

// Whether the subnet's addresses can be those of hosts, and of nodes of Kubernetes.
void checkUse(const Frame& frame, const NetworkFrame& network, Finder& finder)
{
    const ObjectPath path = frame.networkPath(network.name);
    const auto& said = network.said->subnet;
    for (std::size_t at = 0; at < said.size(); ++at) {
        if (!said[at]) continue;
        const Subnet& subnet = said[at].value();
        const auto kept = unusableRangeIn(subnet);
        const bool isForLinkOnly = network.carriesK3s && isLinkLocal(subnet.network());
        if (!kept && !isForLinkOnly) continue;
        finder.add(codes::subnetUnusable, path / "subnet" / at,
                   kept && isLinkLocal(kept->network())
                       ? Text(N3X_TEXT("The subnet %1 of %2 reaches into %3, which every link has already."),
                              {subnet.text(), network.name, kept->text()})
                   : kept
                       ? Text(N3X_TEXT("The subnet %1 of %2 reaches into %3, which no machine can have."),
                              {subnet.text(), network.name, kept->text()})
                       : Text(N3X_TEXT("The subnet %1 of %2 counts on its link only, and K3s takes no such address."),
                              {subnet.text(), network.name}),
                   N3X_TEXT("Use a private range, such as 192.168.1.0/24 or fd00:1::/64."),
                   {edits::giveSubnet(frame.profileName, network.name)});
    }
}

// CIDR blocks are either nested or apart, so in the order of their first addresses it is enough to keep those
// that are still open.
void checkOverlaps(const Frame& frame, Finder& finder)
{
    struct Block {
        const SubnetFrame* subnet;
        Index network;
        std::size_t at;
    };
    std::vector<Block> blocks;
    for (Index index = 0; index < frame.networks.size(); ++index) {
        const auto& said = frame.networks[index].said->subnet;
        std::size_t known = 0;
        for (std::size_t at = 0; at < said.size(); ++at)
            if (said[at]) blocks.push_back({&frame.networks[index].subnets[known++], index, at});
    }
    std::ranges::sort(blocks, [](const Block& one, const Block& other) {
        if (one.subnet->subnet != other.subnet->subnet) return one.subnet->subnet < other.subnet->subnet;
        return std::pair(one.network, one.at) < std::pair(other.network, other.at);
    });
    std::vector<const Block*> open;
    for (const Block& block : blocks) {
        while (!open.empty() && !open.back()->subnet->contains(block.subnet->subnet.network())) open.pop_back();
        if (!open.empty() && open.back()->network != block.network) {
            // Told about the network that stands later in the profile.
            const Block& later = open.back()->network > block.network ? *open.back() : block;
            const Block& earlier = &later == &block ? *open.back() : block;
            const std::string& name = frame.networks[later.network].name;
            finder.add(codes::subnetsOverlap, frame.networkPath(name) / "subnet" / later.at,
                       {N3X_TEXT("The subnet %1 of %2 overlaps %3 of %4."),
                        {later.subnet->subnet.text(), name, earlier.subnet->subnet.text(),
                         frame.networks[earlier.network].name}},
                       N3X_TEXT("Give one of them another subnet."), {edits::giveSubnet(frame.profileName, name)});
        }
        open.push_back(&block);
    }
}

void checkAgainstCluster(const Frame& frame, Finder& finder)
{
    for (const auto& [ranges, what] : {std::pair(&frame.k3s.clusterCidr, N3X_TEXT("the cluster CIDR")),
                                       std::pair(&frame.k3s.serviceCidr, N3X_TEXT("the service CIDR"))}) {
        for (const auto& range : **ranges) {
            if (!range) continue;
            for (const NetworkFrame& network : frame.networks) {
                const auto& said = network.said->subnet;
                for (std::size_t at = 0; at < said.size(); ++at) {
                    if (!said[at] || !said[at].value().overlaps(range.value())) continue;
                    finder.add(codes::subnetOverlapsCluster, frame.networkPath(network.name) / "subnet" / at,
                               {N3X_TEXT("The subnet %1 of %2 overlaps %3, %4."),
                                {said[at].text(), network.name, what, range.text()}},
                               N3X_TEXT("Give the network another subnet, or K3s another range."),
                               {edits::giveSubnet(frame.profileName, network.name)});
                }
            }
        }
    }
}

} // namespace

void checkSubnets(const Frame& frame, Finder& finder)
{
    for (const NetworkFrame& network : frame.networks) checkUse(frame, network, finder);
    checkOverlaps(frame, finder);
    checkAgainstCluster(frame, finder);
}

} // namespace n3x::checks
