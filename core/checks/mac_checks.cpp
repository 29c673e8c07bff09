// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/node_checks.h"

#include "core/edits/change.h"
#include "core/edits/repairs.h"
#include "core/edits/values.h"

#include <algorithm>

namespace n3x::checks {
namespace {

// The MAC address under the NIC's name that was probably meant, where the node has none for that yet.
std::vector<Edit> nicFixes(const Frame& frame, const Node& node, const std::vector<Nic>& nics, const NicMac& one,
                           const ObjectPath& path)
{
    std::vector<Edit> fixes;
    std::vector<std::string> free;
    for (const Nic& nic : nics)
        if (!std::ranges::contains(node.macs, nic.name, &NicMac::nic)) free.push_back(nic.name.text());
    if (const auto meantName = onlyNearest(one.nic.text(), std::move(free)))
        fixes.push_back({{N3X_TEXT("Name %1 instead of %2 in the MAC addresses of %3"),
                          {*meantName, one.nic.text(), node.name.text()}},
                         [profile = frame.profileName, node = node.name.text(), from = one.nic.text(),
                          to = *meantName](const Project& project) {
                             return edits::withNode(project, profile, node, [&](Node& n) {
                                 if (std::ranges::any_of(n.macs, [&](const NicMac& mac) { return mac.nic.reads(to); }))
                                     return;
                                 for (NicMac& mac : n.macs)
                                     if (mac.nic.reads(from)) mac.nic = Entered<InterfaceName>::from(to);
                             });
                         }});
    fixes.push_back(choice(edits::setValue(path, "")));
    return fixes;
}

} // namespace

void checkMacs(const Frame& frame, const Node& node, NodeFacts& facts, Finder& finder)
{
    const auto& macs = node.macs;
    const std::string name = node.name.text();
    for (std::size_t at = 0; at < macs.size(); ++at) {
        const NicMac& one = macs[at];
        const auto path = [&] {
            return frame.path / "nodes" / std::string_view(name) / "macs" / std::string_view(one.nic.text());
        };
        checkValue(finder, one.nic, path);
        if (checkValue(finder, one.mac, path)) {
            facts.macs.push_back(one.mac.value());
            if (std::ranges::contains(frame.dhcpMacs, one.mac.value()))
                finder.add(codes::macTwice, path(),
                           {N3X_TEXT("%1 of %2 has the MAC address of the DHCP server, %3."),
                            {one.nic.text(), name, one.mac.text()}},
                           N3X_TEXT("Give it another one."), {edits::giveMac(frame.profileName, name, one.nic.text())});
        }
        for (std::size_t before = 0; before < at; ++before)
            if (macs[before].nic == one.nic) {
                finder.add(codes::nameTwice, path(),
                           {N3X_TEXT("%1 has two MAC addresses for %2."), {name, one.nic.text()}},
                           N3X_TEXT("Keep one of them."));
                break;
            }
        if (facts.target == none || !one.nic) continue;
        const auto& nics = frame.targets[facts.target].said->nics;
        const bool isKnown = std::ranges::any_of(nics, [](const Nic& nic) { return nic.name.valid(); });
        if (!isKnown || std::ranges::contains(nics, one.nic, &Nic::name)) continue;
        finder.add(
            codes::nicLacking, path(),
            {N3X_TEXT("%1 has a MAC address for %2, and %3 has no such NIC."), {name, one.nic.text(), node.target}},
            N3X_TEXT("Name one of the target's NICs, or remove the address."),
            nicFixes(frame, node, nics, one, path()));
    }
}

} // namespace n3x::checks
