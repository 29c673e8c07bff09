// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/project.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

// What the canvas shows of a profile, in the words that it shows: names resolved, defaults applied, nothing placed yet.
// Unlike the plan it exists for every project, however wrong: what is missing is said to be missing.
namespace n3x {

struct PortView {
    QString name = {}; // as the kernel calls it
    bool isUsed = false; // an uplink of the profile stands on it
    bool isMissing = false; // an uplink names it, the hardware target has none of that name

    friend bool operator==(const PortView&, const PortView&) = default;
};

// One network on its way from a node's uplink to its lane.
struct StrandView {
    int network = 0; // index in ClusterView::networks
    QString address = {}; // ".200.1"; "DHCP" or empty where the project says none
    QString shortened = {}; // ".1", for where the room is short
    QString note = {}; // where this node differs from the profile: "VLAN 201"

    friend bool operator==(const StrandView&, const StrandView&) = default;
};

struct CableView {
    QString uplink = {};
    QString bond = {}; // empty: a single port
    std::vector<int> ports = {}; // indexes in NodeView::ports
    int primary = -1; // index in `ports`; only in the modes that have one
    QString mode = {}; // the bond's mode
    QString linkCheck = {}; // how often the bond looks at its members: "100 ms"
    std::vector<StrandView> strands = {}; // in the order of the networks

    friend bool operator==(const CableView&, const CableView&) = default;
};

struct NodeView {
    QString name = {};
    Role role = Role::Agent;
    QString target = {}; // title of the hardware target, or the unknown name
    bool targetIsKnown = false;
    Backend backend = Backend::Nixos;
    std::vector<PortView> ports = {};
    std::vector<CableView> cables = {};

    friend bool operator==(const NodeView&, const NodeView&) = default;
};

struct NetworkView {
    QString name = {};
    QString uplink = {};
    QString vlan = {}; // as said; empty: untagged
    bool vlanIsValid = true;
    QStringList subnets = {};
    std::vector<Traffic> carries = {};
    bool isDhcp = false;
    int attached = 0; // how many nodes are on it

    friend bool operator==(const NetworkView&, const NetworkView&) = default;
};

struct ClusterView {
    QString profile = {};
    QString summary = {};
    std::vector<std::shared_ptr<const NodeView>> nodes = {};
    std::vector<NetworkView> networks = {};
};

// Draws on an earlier view of the same profile: a node that did not change keeps its NodeView, the very same object,
// so that everything behind the view can tell by the pointer. The result equals that of a fresh viewer.
class ClusterViewer {
public:
    [[nodiscard]] ClusterView view(const Project& project, const Profile& profile);

private:
    struct Seen {
        Sequence<Node> nodes;
        Sequence<Uplink> uplinks;
        Sequence<Network> networks;
        Sequence<HardwareTarget> hardware;
        std::vector<std::shared_ptr<const NodeView>> views;
    };
    Seen seen_;
};

// The last two parts of an IPv4 address, the host part of an IPv6 one: what tells siblings on a lane apart.
[[nodiscard]] QString addressTail(const IpAddress& address);

} // namespace n3x
