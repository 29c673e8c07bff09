# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# A node with the images of K3s in its own system asks no registry for them.
{
  config,
  lib,
  profile,
  node,
  ...
}:
let
  cluster = import ../../../lib/k3s/cluster.nix { inherit profile node; };
in
{
  services.k3s.images = lib.mkIf (cluster.images == "bundled") [
    config.services.k3s.package.airgap-images
  ];
}
