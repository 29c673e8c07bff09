# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# GPUs of NVIDIA for pods: the container toolkit on machines that have one, the device plugin in the
# cluster. A pod that wants one says `runtimeClassName: nvidia`; K3s brings that class.
{
  lib,
  pkgs,
  project,
  profile,
  node,
  hardware,
  ...
}:
let
  cluster = import ../../../lib/k3s/cluster.nix { inherit profile node; };
  charts = import ../../../lib/k3s/charts.nix;
  # The boards of jetpack-nixos; a machine with a card says so in its own module.
  hasGpu = target: lib.hasPrefix "jetson-" (target.nixos.module or "");
  nodesWithGpu = lib.filter (name: hasGpu project.hardware.${profile.nodes.${name}.target}) (
    builtins.attrNames profile.nodes
  );
in
{
  config = lib.mkIf (cluster.has "nvidia") (
    lib.mkMerge [
      (lib.mkIf (hasGpu hardware) {
        hardware.nvidia-container-toolkit.enable = true;
        # K3s configures containerd for the runtimes that it finds.
        systemd.services.k3s.path = [ pkgs.nvidia-container-toolkit ];
      })

      (lib.mkIf cluster.isServer {
        services.k3s.autoDeployCharts.nvidia-device-plugin = charts.nvidia-device-plugin // {
          createNamespace = true;
          values = {
            runtimeClassName = "nvidia";
            affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution = {
              nodeSelectorTerms = [
                {
                  matchExpressions = [
                    {
                      key = "kubernetes.io/hostname";
                      operator = "In";
                      values = nodesWithGpu;
                    }
                  ];
                }
              ];
            };
          };
        };
      })
    ]
  );
}
