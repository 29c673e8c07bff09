// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/types/choice.h"
#include "core/types/duration.h"
#include "core/types/entered.h"
#include "core/types/names.h"
#include "core/types/number.h"

#include <optional>
#include <string>
#include <vector>

namespace n3x {

// The ports that one hardware target uses for an uplink, where they differ from the uplink's own.
struct TargetPorts {
    std::string target; // name of a hardware target
    std::optional<Entered<InterfaceName>> nic;
    std::optional<std::vector<Entered<InterfaceName>>> members;
    std::optional<Entered<InterfaceName>> primary;

    friend bool operator==(const TargetPorts&, const TargetPorts&) = default;
};

// How a node reaches the wire: one NIC, or a bond of several. With `bond` the members count, without it `nic`.
struct Uplink {
    Entered<DnsLabel> name;
    std::optional<Entered<InterfaceName>> nic;
    std::optional<Entered<InterfaceName>> bond; // the bond's own name
    std::vector<Entered<InterfaceName>> members;
    std::optional<Entered<Choice<BondMode>>> mode; // active-backup when absent
    std::optional<Entered<InterfaceName>> primary;
    std::optional<Entered<Duration>> miimon;    // 100ms when absent
    std::optional<Entered<Duration>> upDelay;   // 200ms when absent
    std::optional<Entered<Duration>> downDelay; // 200ms when absent
    std::optional<Entered<Choice<LacpRate>>> lacpRate;
    std::optional<Entered<Choice<HashPolicy>>> hashPolicy;
    std::optional<Entered<Mtu>> mtu; // 1500 when absent
    std::vector<TargetPorts> targets;

    friend bool operator==(const Uplink&, const Uplink&) = default;
};

} // namespace n3x
