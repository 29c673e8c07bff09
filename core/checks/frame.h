// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/checks/finder.h"
#include "core/edits/free.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

// What all nodes of a profile are checked against, looked up once. Whatever is unknown or refused is absent
// here: it has a problem of its own, and nothing is said twice about it.
namespace n3x::checks {

struct StringHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};
template <class T> using NameMap = std::unordered_map<std::string, T, StringHash, std::equal_to<>>;

using Index = std::uint32_t;
inline constexpr Index none = ~Index{0};

struct SubnetFrame {
    Subnet subnet;
    IpAddress last;

    explicit SubnetFrame(const Subnet& of) : subnet(of), last(of.last()) {}
    [[nodiscard]] bool contains(const IpAddress& address) const
    {
        return address >= subnet.network() && address <= last; // families compare first
    }
    // The subnet's own address, or the one that reaches all its hosts.
    [[nodiscard]] bool isReserved(const IpAddress& address) const
    {
        const int hostBits = subnet.network().bitCount() - subnet.prefixLength();
        return (hostBits > 1 && address == subnet.network()) || (subnet.hasBroadcast() && address == last);
    }
};

struct UplinkFrame {
    std::string name;
    std::uint32_t mtu;
    const Uplink* said; // lives as long as the profile
};

// A route that takes everything, as a gateway does.
[[nodiscard]] inline bool isDefaultRoute(const Route& route, Family family)
{
    return route.to && route.to.value().prefixLength() == 0 && route.to.value().family() == family;
}

struct NetworkFrame {
    std::string name;
    Index uplink = none;
    bool isTagged = false;
    std::optional<std::uint32_t> vlan; // absent when refused
    std::optional<std::uint32_t> mtu;  // own or the uplink's; absent when refused
    bool isDhcp = false;
    bool carriesK3s = false;
    std::vector<SubnetFrame> subnets;
    bool allSubnetsKnown = true;
    std::vector<IpAddress> gateways;
    bool hasDefault[2] = {false, false}; // of IPv4 and IPv6: a gateway, or a route to everywhere
    std::optional<IpAddress> dhcpServer;
    std::optional<std::pair<IpAddress, IpAddress>> dhcpRange;
    const Network* said;

    [[nodiscard]] bool has(Family family) const;
    [[nodiscard]] bool contains(const IpAddress& address) const;
    [[nodiscard]] bool holds(const Subnet& range) const; // all of it, in one of its subnets
    [[nodiscard]] bool isInDhcpRange(const IpAddress& address) const
    {
        return dhcpRange && address >= dhcpRange->first && address <= dhcpRange->second;
    }
};

struct TargetFrame {
    std::string name;
    const HardwareTarget* said = nullptr; // null: there is no such target
    std::optional<Architecture> architecture;
};

struct Frame {
    std::string profileName;
    ObjectPath path; // profiles/<name>
    std::vector<UplinkFrame> uplinks;
    std::vector<NetworkFrame> networks;
    NameMap<Index> uplinkIndex;
    NameMap<Index> networkIndex;
    Index k3sNetwork = none; // only when exactly one carries it
    Index storageNetwork = none; // the first that carries storage beside it
    K3sSettings agreed;      // what all servers say alike, which counts for the profile
    K3sSettings k3s;         // that, the profile's and the project's merged
    std::optional<IpAddress> apiAddress;
    std::vector<IpAddress> nameServers; // of the project and of all networks
    std::vector<MacAddress> dhcpMacs;
    bool routesMeet = false; // routes of two networks have one destination
    std::vector<TargetFrame> targets;
    NameMap<Index> targetIndex;

    [[nodiscard]] ObjectPath uplinkPath(std::string_view name) const { return path / "uplinks" / name; }
    [[nodiscard]] ObjectPath networkPath(std::string_view name) const { return path / "networks" / name; }
    [[nodiscard]] Index findNetwork(std::string_view name) const;
    [[nodiscard]] Index findUplink(std::string_view name) const;
    [[nodiscard]] Index findTarget(std::string_view name) const;
    [[nodiscard]] std::optional<std::string> nearestTarget(std::string_view name) const;
    // The links that VLANs of an uplink stand on: its bond, or its NIC on each hardware target.
    [[nodiscard]] std::vector<std::string> baseLinks(Index uplink) const;
};

// Interfaces that K3s makes on every node: the bridge of its pods, Flannel's, and kube-proxy's in its mode ipvs.
[[nodiscard]] bool isOfK3s(std::string_view link);

// Both project and profile must outlive the frame.
[[nodiscard]] Frame makeFrame(const Project& project, const Profile& profile);

// The checks of everything but the nodes, in three parts.
void checkUplinks(const Frame& frame, Finder& finder);
void checkNetworks(const Frame& frame, const Profile& profile, Finder& finder);
// The part of checkUplinks about one that is a bond.
void checkBond(const Uplink& uplink, const std::string& name, const ObjectPath& path, Finder& finder);

// Parts of checkNetworks: whom a network's nodes send what is elsewhere, and what all networks' subnets are.
void checkRouters(const Frame& frame, const NetworkFrame& network, const ObjectPath& path, Finder& finder);
void checkSubnets(const Frame& frame, Finder& finder);
void checkProfileSettings(const Frame& frame, const Profile& profile, Finder& finder);

// What Flannel takes off the MTU of the network that carries K3s.
struct FlannelRoom {
    FlannelBackend backend;
    std::uint32_t overhead;
    bool ipv6; // pods have it

    [[nodiscard]] std::uint32_t enough() const { return 1280 + overhead; }
    [[nodiscard]] const Code& code() const
    {
        return ipv6 ? codes::mtuTooSmallForIpv6Pods : codes::mtuTooSmallForFlannel;
    }
};
[[nodiscard]] FlannelRoom flannelRoom(const Frame& frame);

// Name servers as said at one level, at that level's path.
void checkNameServers(const std::vector<Entered<IpAddress>>& said, const ObjectPath& path, Finder& finder);

// K3s settings as said at one level, at that level's path.
void checkSettings(const K3sSettings& settings, const ObjectPath& path, Finder& finder);

// Cluster and service CIDR together; `path` is where a mend would be said.
void checkRanges(const K3sSettings& merged, const ObjectPath& path, Finder& finder);

} // namespace n3x::checks
