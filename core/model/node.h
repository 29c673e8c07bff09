// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/k3s_settings.h"
#include "core/types/choice.h"
#include "core/types/entered.h"
#include "core/types/ip_address.h"
#include "core/types/kubernetes.h"
#include "core/types/mac_address.h"
#include "core/types/names.h"
#include "core/types/number.h"
#include "core/types/plain_text.h"

#include <optional>
#include <string>
#include <vector>

namespace n3x {

// A node's place in a network. No address means: whatever DHCP gives; on a DHCP network an address is a reservation.
struct Attachment {
    std::string network;
    std::vector<Entered<IpAddress>> addresses; // at most one a family

    friend bool operator==(const Attachment&, const Attachment&) = default;
};

struct NicMac {
    Entered<InterfaceName> nic;
    Entered<MacAddress> mac;

    friend bool operator==(const NicMac&, const NicMac&) = default;
};

struct Label {
    Entered<LabelKey> key;
    Entered<LabelValue> value;

    friend bool operator==(const Label&, const Label&) = default;
};

// Where one node differs from its profile. Allowed, and always a warning.
struct NetworkOverride {
    std::string network;
    std::optional<Entered<VlanId>> vlan;
    std::optional<Entered<Mtu>> mtu;
    std::optional<std::string> uplink;

    friend bool operator==(const NetworkOverride&, const NetworkOverride&) = default;
};

struct Node {
    Entered<DnsLabel> name;
    Entered<Choice<Role>> role = Choice(Role::Agent);
    std::string target; // name of a hardware target
    std::optional<Entered<Choice<Backend>>> backend; // the target's first when absent
    std::vector<Attachment> addresses;
    std::vector<NicMac> macs;
    std::vector<Label> labels;
    std::vector<Entered<Taint>> taints;
    std::vector<NetworkOverride> overrides; // `overrides: { networks: … }` in the file
    std::optional<Entered<AgeRecipient>> age; // what its secrets are encrypted to
    K3sSettings k3s;

    friend bool operator==(const Node&, const Node&) = default;
};

} // namespace n3x
