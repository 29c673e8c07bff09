// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/types/choice.h"
#include "core/types/duration.h"
#include "core/types/entered.h"
#include "core/types/ip_address.h"
#include "core/types/mac_address.h"
#include "core/types/names.h"
#include "core/types/number.h"
#include "core/types/subnet.h"

#include <optional>
#include <string>
#include <vector>

namespace n3x {

// Who serves DHCP on a network, when the cluster itself has to.
struct DhcpService {
    std::optional<Entered<IpAddress>> server;
    std::optional<Entered<MacAddress>> mac;  // derived when absent: 52:54:00:01:<network>:00
    std::vector<Entered<IpAddress>> range;   // first and last address
    std::optional<Entered<Duration>> leaseTime; // 12h when absent

    friend bool operator==(const DhcpService&, const DhcpService&) = default;
};

struct Route {
    Entered<Subnet> to;
    Entered<IpAddress> via;

    friend bool operator==(const Route&, const Route&) = default;
};

// A layer-2 network with its addresses, on one uplink of every node that attaches to it.
struct Network {
    Entered<DnsLabel> name;
    std::string uplink;                    // name of an uplink of the profile
    std::optional<Entered<VlanId>> vlan;   // absent: untagged
    std::vector<Entered<Subnet>> subnet;   // IPv4, IPv6 or both
    std::vector<Entered<Choice<Traffic>>> carries;
    std::vector<Entered<IpAddress>> gateway; // at most one a family
    std::vector<Entered<IpAddress>> nameservers;
    std::optional<Entered<Mtu>> mtu;       // the uplink's when absent
    std::optional<Entered<Choice<Addressing>>> addressing; // static when absent
    std::optional<DhcpService> dhcp;
    std::vector<Route> routes;

    friend bool operator==(const Network&, const Network&) = default;
};

} // namespace n3x
