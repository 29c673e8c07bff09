// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/nixos/nixos.h"

#include "generators/nixos/firewall.h"
#include "generators/nixos/k3s_service.h"
#include "generators/nixos/systemd_network.h"
#include "generators/output_paths.h"
#include "generators/writers/nix_writer.h"

#include <algorithm>
#include <span>

namespace n3x {
namespace {

bool has(const NodePlan& node, LinkKind kind)
{
    return std::ranges::any_of(node.links, [&](const LinkPlan& link) { return link.kind == kind; });
}

// Finds the network of a link. Both stand in nearly the same order, so each search goes on where the last one ended.
class NetworkFinder {
public:
    explicit NetworkFinder(const ProfilePlan& shared) : networks_(shared.networks) {}

    const NetworkPlan* of(const LinkPlan& link)
    {
        if (link.network.empty()) return nullptr;
        for (std::size_t tried = 0; tried < networks_.size(); ++tried) {
            const NetworkPlan& network = networks_[at_];
            if (++at_ == networks_.size()) at_ = 0;
            if (network.name == link.network) return &network;
        }
        return nullptr;
    }

private:
    std::span<const NetworkPlan> networks_;
    std::size_t at_ = 0;
};

void writePorts(NixWriter& nix, std::string_view option, const auto& ports)
{
    if (!ports.empty()) nix.attribute(option).list(ports);
}

void writeFirewall(NixWriter& nix, const NodePlan& node, const ProfilePlan& shared, OutputWriter& out)
{
    const auto networks = std::ranges::count_if(node.links, [](const LinkPlan& link) { return !link.network.empty(); });
    nix.attribute("firewall").openSet();
    // An answer may leave by another link than the one its question came in by.
    if (networks > 1) nix.attribute("checkReversePath").string("loose");
    if (const auto pods = podInterfaces(node, shared); !pods.empty()) nix.attribute("trustedInterfaces").list(pods);
    NetworkFinder finder(shared);
    for (const LinkPlan& link : node.links) {
        const NetworkPlan* network = finder.of(link);
        if (!network) continue;
        const OpenPorts ports = openPorts(node, shared, *network);
        if (ports.empty()) continue;
        out.from(link);
        if (ports.udp.empty()) {
            nix.attribute("interfaces", link.name, "allowedTCPPorts").list(ports.tcp);
        } else {
            nix.attribute("interfaces", link.name).openSet();
            writePorts(nix, "allowedTCPPorts", ports.tcp);
            writePorts(nix, "allowedUDPPorts", ports.udp);
            nix.closeSet();
        }
        out.fromNoLink();
    }
    nix.closeSet();
}

void writeNetworking(NixWriter& nix, const NodePlan& node, const ProfilePlan& shared, OutputWriter& out)
{
    nix.attribute("networking").openSet();
    nix.attribute("hostName").string(node.name);
    nix.attribute("useNetworkd").boolean(true);
    nix.attribute("useDHCP").boolean(false);
    nix.blankLine();
    writeFirewall(nix, node, shared, out);
    nix.closeSet();
}

void writeKernelModules(NixWriter& nix, const NodePlan& node)
{
    FewOf<std::string_view, 2> modules;
    if (has(node, LinkKind::Bond)) modules.add("bonding");
    if (has(node, LinkKind::Vlan)) modules.add("8021q");
    nix.attribute("boot", "kernelModules").list(modules);
}

} // namespace

void writeNixos(const NodePlan& node, const ProfilePlan& shared, OutputWriter& out)
{
    out.beginFile({output_paths::nixosModules, shared.profile, "/", node.name, ".nix"});
    NixWriter nix(out.text());
    nix.comment({"Node ", node.name, " of profile ", shared.profile, ": links, firewall and K3s, as a NixOS module."});
    nix.comment({"Written by n3x Studio from profiles/", shared.profile, ".yaml; change it there, not here."});
    nix.openSet();
    writeNetworking(nix, node, shared, out);
    nix.blankLine();
    writeKernelModules(nix, node);
    nix.blankLine();
    writeSystemdNetwork(nix, node, out);
    nix.blankLine();
    writeK3sService(nix, node);
    nix.closeSet();
    out.endFile();
}

} // namespace n3x
