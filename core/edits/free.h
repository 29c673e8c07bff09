// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/project.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

// What is still free in a project: names, VLAN ids, subnets, addresses, MAC addresses.
namespace n3x::edits {

// `stem`, else stem-2, stem-3 …; a stem that ends with a number counts on from it.
template <class T> std::string freeName(const Sequence<T>& objects, std::string_view stem);

// The lowest bondN that is no link yet.
[[nodiscard]] std::string freeBondName(const std::set<std::string>& taken);

// The lowest number from `first` that makes `stem-number` free: "agent-3".
[[nodiscard]] std::uint64_t nextNumber(const std::unordered_set<std::string>& taken, std::string_view stem,
                                       std::uint64_t first = 1);
[[nodiscard]] std::string numberedName(std::string_view stem, std::uint64_t number);

// The id nearest to `wanted` that no network uses on that uplink; `network` itself does not count.
[[nodiscard]] std::optional<VlanId> freeVlanNear(const Profile& profile, std::string_view uplink,
                                                 std::string_view network, std::uint32_t wanted);

// The id after the largest on that uplink.
[[nodiscard]] std::optional<VlanId> nextVlan(const Profile& profile, std::string_view uplink);

// The subnets that overlap no network of a profile, no CIDR of K3s and nothing that hosts cannot have.
class FreeSubnets {
public:
    FreeSubnets(const Project& project, const Profile& profile);

    // The next one of the size and family of `like`, a private one where that is; taken from then on.
    [[nodiscard]] std::optional<Subnet> takeAfter(const Subnet& like);

private:
    // Null: wherever that is.
    [[nodiscard]] std::optional<Subnet> freeFrom(Subnet candidate, const Subnet* within) const;

    std::vector<Subnet> used_;
};

// The host parts of one subnet of a network that nobody has yet. Subnet, broadcast, gateway, DHCP server and
// range, name servers, next hops of routes and the API address are nobody's.
class FreeHosts {
public:
    FreeHosts(const Project& project, const Profile& profile, const Network& network, const Subnet& subnet);

    [[nodiscard]] bool isFree(std::uint64_t hostPart) const;
    void take(std::uint64_t hostPart) { taken_.insert(hostPart); }
    // The lowest free one from `from`, else the first of all where that is a host's; nothing when the subnet is full.
    [[nodiscard]] std::optional<std::uint64_t> next(std::uint64_t from = 1);
    [[nodiscard]] const Subnet& subnet() const { return subnet_; }

private:
    void takeAddress(const IpAddress& address);

    Subnet subnet_;
    std::uint64_t last_; // highest host part that a host may have
    std::optional<std::pair<std::uint64_t, std::uint64_t>> range_;
    std::unordered_set<std::uint64_t> taken_;
    std::uint64_t firstFree_ = 1; // nothing from 1 to here is free, so that taking many is linear
};

// The MAC addresses that a profile does not use yet.
class FreeMacs {
public:
    explicit FreeMacs(const Profile& profile);

    // The one after the largest that shares its first five bytes with `sibling`; taken from then on. The first byte
    // stays, which says whose addresses they are, and that they are no group's.
    [[nodiscard]] MacAddress takeAfter(const MacAddress& sibling);

private:
    std::unordered_set<std::uint64_t> taken_;
    std::unordered_map<std::uint64_t, std::uint64_t> largest_; // by the first five bytes
    std::unordered_map<std::uint64_t, std::uint64_t> given_; // by the largest that it was looked for behind
};

template <class T> std::string freeName(const Sequence<T>& objects, std::string_view stem)
{
    if (!indexOf(objects, stem)) return std::string(stem);
    std::size_t digits = stem.find_last_not_of("0123456789") + 1;
    std::uint64_t number = 2;
    std::string base(stem);
    if (digits > 1 && digits < stem.size() && stem.size() - digits < 9 && stem[digits - 1] == '-') {
        number = std::stoull(std::string(stem.substr(digits))) + 1;
        base = stem.substr(0, digits - 1);
    }
    if (base.size() > 56) base.resize(56);
    for (;; ++number) {
        std::string name = base + "-" + std::to_string(number);
        if (!indexOf(objects, name)) return name;
    }
}

} // namespace n3x::edits
