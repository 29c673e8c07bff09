// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/node_checks.h"
#include "core/model/uplink_ports.h"

#include <algorithm>

// What add-ons ask of the nodes.
namespace n3x::checks {
namespace {

// What the link of a network is called on the node; empty where nobody says a port.
std::string linkOf(const Frame& frame, const Node& node, const NetworkFrame& network)
{
    Index index = network.uplink;
    std::optional<std::uint32_t> vlan = network.vlan;
    for (const NetworkOverride& one : node.overrides) {
        if (one.network != network.name) continue;
        if (one.uplink) index = frame.findUplink(*one.uplink);
        if (const VlanId* own = valueOf(one.vlan)) vlan = own->number();
    }
    if (index == none) return {};
    const Uplink& uplink = *frame.uplinks[index].said;
    const Entered<InterfaceName>* port = uplink.bond ? &*uplink.bond : nicOf(uplink, portsOf(uplink, node.target));
    if (port == nullptr) return {};
    return vlan ? port->text() + "." + std::to_string(*vlan) : port->text();
}

} // namespace

void noteNeeds(const Frame& frame, const Node& node, NodeFacts& facts)
{
    facts.saysGpu = std::ranges::any_of(node.labels, [](const Label& one) {
        return one.key.reads("nvidia.com/gpu.present") && one.value.reads("true");
    });
    if (frame.storageNetwork == none) return;
    const NetworkFrame& network = frame.networks[frame.storageNetwork];
    if (std::ranges::contains(node.addresses, network.name, &Attachment::network))
        facts.storageLink = linkOf(frame, node, network);
}

} // namespace n3x::checks
