# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Every module of a node. Each acts by the project's data and does nothing where that asks for
# nothing.
{
  imports = [
    ./base.nix
    ./partitions.nix
    ./ssh.nix
    ./tuning.nix
    ./secrets.nix
    ./k3s.nix
    ./kube-vip.nix
    ./registries.nix
    ./airgap.nix
    ./kyverno.nix
    ./longhorn.nix
    ./gpu.nix
    ./images.nix
    ./deploy-rs.nix
  ];
}
