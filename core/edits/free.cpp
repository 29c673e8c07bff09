// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/edits/free.h"

#include "core/model/inherited_settings.h"
#include "core/types/reserved_ranges.h"

#include <algorithm>
#include <limits>

namespace n3x::edits {
namespace {

std::uint64_t numberOf(const MacAddress& mac)
{
    std::uint64_t number = 0;
    for (const std::uint8_t byte : mac.bytes()) number = number << 8 | byte;
    return number;
}

MacAddress macOf(std::uint64_t number)
{
    std::array<std::uint8_t, 6> bytes{};
    for (auto byte = bytes.rbegin(); byte != bytes.rend(); ++byte, number >>= 8)
        *byte = static_cast<std::uint8_t>(number);
    return MacAddress::of(bytes);
}

std::optional<IpAddress> addressAfter(const IpAddress& address)
{
    auto bytes = address.bytes();
    for (auto at = static_cast<std::size_t>(address.bitCount() / 8); at-- > 0;) {
        if (++bytes[at] == 0) continue;
        if (address.family() == Family::IPv6) return IpAddress::v6(bytes);
        return IpAddress::v4(static_cast<std::uint32_t>(bytes[0]) << 24 | static_cast<std::uint32_t>(bytes[1]) << 16 |
                             static_cast<std::uint32_t>(bytes[2]) << 8 | bytes[3]);
    }
    return {};
}

} // namespace

std::uint64_t nextNumber(const std::unordered_set<std::string>& taken, std::string_view stem, std::uint64_t first)
{
    while (taken.contains(numberedName(stem, first))) ++first;
    return first;
}

std::string numberedName(std::string_view stem, std::uint64_t number)
{
    return std::string(stem) + "-" + std::to_string(number);
}

std::string freeBondName(const std::set<std::string>& taken)
{
    for (int number = 0;; ++number) {
        std::string name = "bond" + std::to_string(number);
        if (!taken.contains(name)) return name;
    }
}

std::optional<VlanId> freeVlanNear(const Profile& profile, std::string_view uplink, std::string_view network,
                                   std::uint32_t wanted)
{
    std::vector<bool> taken(VlanId::maximum + 1);
    for (const auto& other : profile.networks)
        if (other->uplink == uplink && other->vlan && *other->vlan && !other->name.reads(network))
            taken[other->vlan->value().number()] = true;
    const std::uint32_t start = std::clamp(wanted, VlanId::minimum, VlanId::maximum);
    for (std::uint32_t distance = 0; distance <= VlanId::maximum; ++distance) {
        if (start + distance <= VlanId::maximum && !taken[start + distance]) return *VlanId::of(start + distance);
        if (start >= VlanId::minimum + distance && !taken[start - distance]) return *VlanId::of(start - distance);
    }
    return {};
}

std::optional<VlanId> nextVlan(const Profile& profile, std::string_view uplink)
{
    std::uint32_t largest = 99;
    for (const auto& network : profile.networks)
        if (network->uplink == uplink && network->vlan && *network->vlan)
            largest = std::max(largest, network->vlan->value().number());
    return freeVlanNear(profile, uplink, {}, largest + 1);
}

FreeSubnets::FreeSubnets(const Project& project, const Profile& profile)
    : used_(unusableRanges().begin(), unusableRanges().end())
{
    const auto add = [this](const std::vector<Entered<Subnet>>& said) {
        for (const auto& subnet : said)
            if (const Subnet* value = subnet.get()) used_.push_back(*value);
    };
    for (const auto& network : profile.networks) add(network->subnet);
    const K3sSettings k3s = withDefaultRanges(inheriting(profile.k3s, project.k3s));
    add(*k3s.clusterCidr);
    add(*k3s.serviceCidr);
}

std::optional<Subnet> FreeSubnets::freeFrom(Subnet candidate, const Subnet* within) const
{
    // Each step leaves a used subnet behind for good, so there are no more steps than those.
    for (std::size_t step = 0; step <= 2 * used_.size() + 1; ++step) {
        if (within != nullptr && !within->contains(candidate.network())) return {};
        const auto obstacle = std::ranges::find_if(used_, [&](const Subnet& one) { return one.overlaps(candidate); });
        if (obstacle == used_.end()) return candidate;
        const auto after = addressAfter(std::max(obstacle->last(), candidate.last()));
        if (!after) return {};
        const auto next = Subnet::around(*after, candidate.prefixLength());
        if (!next) return {};
        candidate = *next;
    }
    return {};
}

std::optional<Subnet> FreeSubnets::takeAfter(const Subnet& like)
{
    const auto ranges = privateRanges();
    const auto home = std::ranges::find_if(ranges, [&](const Subnet& range) {
        return range.contains(like.network()) && range.prefixLength() <= like.prefixLength();
    });
    auto free = freeFrom(like, home == ranges.end() ? nullptr : &*home);
    if (!free && home != ranges.end()) // what is private stays so
        for (const Subnet& range : ranges)
            if (!free && range.family() == like.family() && range.prefixLength() <= like.prefixLength())
                free = freeFrom(*Subnet::around(range.network(), like.prefixLength()), &range);
    if (free) used_.push_back(*free);
    return free;
}

FreeHosts::FreeHosts(const Project& project, const Profile& profile, const Network& network, const Subnet& subnet)
    : subnet_(subnet)
{
    const int hostBits = subnet.network().bitCount() - subnet.prefixLength();
    last_ = hostBits >= 64 ? std::numeric_limits<std::uint64_t>::max() : (std::uint64_t{1} << hostBits) - 1;
    if (subnet.hasBroadcast()) --last_;
    if (hostBits > 1) take(0);

    const auto takeSaid = [this](const Entered<IpAddress>& said) {
        if (const IpAddress* address = said.get()) takeAddress(*address);
    };
    for (const auto& gateway : network.gateway) takeSaid(gateway);
    for (const auto& nameserver : project.nameservers) takeSaid(nameserver);
    for (const auto& other : profile.networks)
        for (const auto& nameserver : other->nameservers) takeSaid(nameserver);
    for (const Route& route : network.routes) takeSaid(route.via);
    if (network.dhcp) {
        if (network.dhcp->server) takeSaid(*network.dhcp->server);
        const auto& range = network.dhcp->range;
        if (range.size() == 2 && range[0] && range[1]) {
            const IpAddress first = std::max(range[0].value(), subnet.network()); // as far as it lies in here
            const IpAddress last = std::min(range[1].value(), subnet.last());
            if (const auto from = subnet.hostPart(first), to = subnet.hostPart(last); from && to && first <= last)
                range_ = {*from, *to};
        }
    }
    if (const auto api = inheriting(profile.k3s, project.k3s).apiAddress) takeSaid(*api);
    for (const auto& node : profile.nodes)
        for (const Attachment& attachment : node->addresses)
            if (network.name.reads(attachment.network))
                for (const auto& address : attachment.addresses) takeSaid(address);
}

void FreeHosts::takeAddress(const IpAddress& address)
{
    if (const auto part = subnet_.hostPart(address)) take(*part);
}

bool FreeHosts::isFree(std::uint64_t hostPart) const
{
    return hostPart <= last_ && !(range_ && hostPart >= range_->first && hostPart <= range_->second) &&
           !taken_.contains(hostPart);
}

std::optional<std::uint64_t> FreeHosts::next(std::uint64_t from)
{
    const bool isFirst = from >= 1 && from <= firstFree_;
    if (isFirst) from = firstFree_;
    for (std::uint64_t part = from; part <= last_; ++part) {
        if (range_ && part >= range_->first && part <= range_->second) {
            if (range_->second >= last_) return {};
            part = range_->second;
        } else if (!taken_.contains(part)) {
            if (isFirst) firstFree_ = part;
            return part;
        }
        if (part == std::numeric_limits<std::uint64_t>::max()) return {};
    }
    if (isFirst) firstFree_ = last_;
    // Of two addresses or one, the first is a host's as well (RFC 3021, RFC 6164).
    return isFree(0) ? std::optional<std::uint64_t>(0) : std::nullopt;
}

FreeMacs::FreeMacs(const Profile& profile)
{
    const auto note = [this](const Entered<MacAddress>& said) {
        if (!said) return;
        const std::uint64_t number = numberOf(said.value());
        taken_.insert(number);
        auto& largest = largest_[number >> 8];
        largest = std::max(largest, number);
    };
    for (const auto& network : profile.networks)
        if (network->dhcp && network->dhcp->mac) note(*network->dhcp->mac);
    for (const auto& node : profile.nodes)
        for (const NicMac& mac : node->macs) note(mac.mac);
}

MacAddress FreeMacs::takeAfter(const MacAddress& sibling)
{
    const std::uint64_t number = numberOf(sibling);
    const auto largest = largest_.find(number >> 8);
    const std::uint64_t behind = std::max(number, largest == largest_.end() ? 0 : largest->second);
    std::uint64_t& next = given_.try_emplace(behind, behind).first->second;
    constexpr std::uint64_t lower = 0xffffffffff;
    do next = (next & ~lower) | ((next + 1) & lower);
    while (taken_.contains(next) || (next & 0xff) == 0);
    taken_.insert(next);
    auto& highest = largest_[next >> 8];
    highest = std::max(highest, next);
    return macOf(next);
}

} // namespace n3x::edits
