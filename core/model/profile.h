// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/k3s_settings.h"
#include "core/model/network.h"
#include "core/model/node.h"
#include "core/model/sequence.h"
#include "core/model/uplink.h"

namespace n3x {

// One complete topology of the cluster.
struct Profile {
    Entered<DnsLabel> name;
    Entered<Line> summary = Entered<Line>::from("");
    Sequence<Uplink> uplinks;
    Sequence<Network> networks; // the order is kept: it gives colours and the order of VLANs
    Sequence<Node> nodes;
    std::optional<std::string> initServer; // the server that founds the cluster; the first when absent
    K3sSettings k3s;

    friend bool operator==(const Profile&, const Profile&) = default;
};

} // namespace n3x
