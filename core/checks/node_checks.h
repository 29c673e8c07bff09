// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/checks/frame.h"
#include "core/model/network_on.h"

#include <compare>

// A node by itself, and what it claims that the other nodes of its profile may claim too.
namespace n3x::checks {

struct AddressClaim {
    Index network;
    IpAddress address;
    friend bool operator==(const AddressClaim&, const AddressClaim&) = default;
};

// That nodes of one target have a network on one uplink.
struct PortUse {
    Index uplink;
    Index target;
    friend auto operator<=>(const PortUse&, const PortUse&) = default;
};

// That a node attaches to two networks which both give it a default gateway.
struct GatewayClash {
    Index first;
    Index second;
    Family family;
    friend auto operator<=>(const GatewayClash&, const GatewayClash&) = default;
};

// That a node has a VLAN with a larger MTU than the untagged network of its link says.
struct MtuClash {
    Index tagged;
    Index untagged;
    friend auto operator<=>(const MtuClash&, const MtuClash&) = default;
};

// That a VLAN of a node takes its MTU from the untagged network of its link, and needs more.
struct MtuCut {
    Index tagged;
    Index untagged;
    friend auto operator<=>(const MtuCut&, const MtuCut&) = default;
};

// That a node attaches to two networks which both lead to one destination.
struct RouteClash {
    Index first;
    Index second;
    Subnet to;
    friend auto operator<=>(const RouteClash&, const RouteClash&) = default;
};

struct NodeFacts {
    bool isServer = false;
    bool saysServerSettings = false; // a server that says K3s settings which servers share
    bool differsFromProfile = false; // and says others than count for the profile
    bool runsDebian = false;
    bool saysGpu = false;                   // by its labels
    bool hasWayOut[2] = {false, false};     // a default route of IPv4 and IPv6, or one that a DHCP server may give
    std::string version;                    // of K3s, where the node says one; empty: the profile's
    std::optional<std::string> storageLink; // of the network for storage; empty where the link has no name
    Index target = none;
    std::vector<AddressClaim> addresses;
    std::vector<MacAddress> macs;
    std::vector<PortUse> ports;
    std::vector<GatewayClash> clashes;
    std::vector<RouteClash> routeClashes;
    std::vector<MtuClash> mtuClashes;
    std::vector<MtuCut> mtuCuts;
};

// What a network of the profile is on one node.
struct NetworkHere {
    Index index;
    const NetworkFrame* network;
    Index uplink; // the one that counts for this node
    NetworkOn on;
};
// The MTU that a network needs for IPv6 and for Flannel; 0 where any does.
[[nodiscard]] std::uint32_t enoughMtu(const Frame& frame, Index network);
// Told at the MTU that is to be raised; `node` is empty where it is the profile's.
void addMtuCut(const Frame& frame, const MtuCut& cut, std::uint32_t mtu, const std::string& node,
               const ObjectPath& path, Finder& finder);

[[nodiscard]] NetworkHere networkHere(const Frame& frame, const Node& node, Index index);

// Notes what is wrong with the node alone.
NodeFacts checkNode(const Frame& frame, const Node& node, Finder& finder);

// The parts of it that stand in files of their own.
void checkMacs(const Frame& frame, const Node& node, NodeFacts& facts, Finder& finder);
void checkLabels(const Node& node, const ObjectPath& path, Finder& finder);
void checkOverrides(const Frame& frame, const Node& node, const ObjectPath& path, Finder& finder);
void noteWays(const Frame& frame, const Node& node, NodeFacts& facts);
void noteNeeds(const Frame& frame, const Node& node, NodeFacts& facts);

} // namespace n3x::checks
