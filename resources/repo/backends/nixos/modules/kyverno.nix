# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Kyverno, the policy engine. Every server says the same of it, as K3s demands.
{
  lib,
  profile,
  node,
  ...
}:
let
  cluster = import ../../../lib/k3s/cluster.nix { inherit profile node; };
  charts = import ../../../lib/k3s/charts.nix;
in
{
  config = lib.mkIf (cluster.isServer && cluster.has "kyverno") {
    services.k3s.autoDeployCharts.kyverno = charts.kyverno // {
      createNamespace = true;
      values = {
        # A webhook that nobody answers stops every new pod, so it outlives a node where there are
        # enough.
        admissionController.replicas = if cluster.nodeCount >= 3 then 3 else 1;
      };
    };
  };
}
