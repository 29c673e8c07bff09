// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/nixos/k3s_service.h"

#include "generators/k3s/flags.h"

namespace n3x {
namespace {

bool hasOption(K3sFlag flag)
{
    return flag == K3sFlag::ClusterInit || flag == K3sFlag::Server || flag == K3sFlag::TokenFile;
}

} // namespace

void writeK3sService(NixWriter& nix, const NodePlan& node)
{
    nix.attribute("services", "k3s").openSet();
    nix.attribute("enable").boolean(true);
    nix.attribute("role").string(Choice(node.role).word());
    if (node.k3s.clusterInit) nix.attribute("clusterInit").boolean(true);
    if (node.k3s.joinUrl) nix.attribute("serverAddr").string(*node.k3s.joinUrl);
    nix.attribute("tokenFile").string(k3sTokenFile(Backend::Nixos, node.role));
    nix.attribute("extraFlags").openList();
    const K3sFlags flags(node, Backend::Nixos);
    for (std::size_t at = 0; at < flags.size(); ++at)
        if (!hasOption(flags[at].flag)) nix.string(flags[at].text);
    nix.closeList();
    nix.closeSet();
}

} // namespace n3x
