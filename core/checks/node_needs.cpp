// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/node_checks.h"
#include "core/model/uplink_ports.h"

#include <algorithm>

// What add-ons ask of the nodes.
namespace n3x::checks {
namespace {

// What the link of a network is called on the node; empty where nobody says a port. An id that is refused is told of
// by itself: the profile's counts meanwhile.
std::string linkOf(const Frame& frame, const Node& node, Index network)
{
    const NetworkHere here = networkHere(frame, node, network);
    if (here.uplink == none) return {};
    const Uplink& uplink = *frame.uplinks[here.uplink].said;
    const Entered<InterfaceName>* port = uplink.bond ? &*uplink.bond : nicOf(uplink, portsOf(uplink, node.target));
    if (port == nullptr) return {};
    const auto vlan = here.on.vlan ? here.on.vlan : here.network->vlan;
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
        facts.storageLink = linkOf(frame, node, frame.storageNetwork);
}

} // namespace n3x::checks
