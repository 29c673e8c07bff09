# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# GPUs of NVIDIA for pods: the container toolkit on machines that have one, the device plugin in the
# cluster. A pod that wants one says `runtimeClassName: nvidia`; K3s brings that class.
{
  config,
  lib,
  pkgs,
  project,
  profile,
  node,
  ...
}:
let
  cluster = import ../../../lib/k3s/cluster.nix { inherit profile node; };
  charts = import ../../../lib/k3s/charts.nix;
  tolerations = import ../../../lib/k3s/tolerations.nix { inherit profile; };
  # The boards of jetpack-nixos. A machine with a card sets its driver and the toolkit in its own
  # module, and says nvidia.com/gpu.present=true among its labels.
  hasGpu = target: lib.hasPrefix "jetson-" (target.nixos.module or "");
  nodesWithGpu = lib.filter (name: hasGpu project.hardware.${profile.nodes.${name}.target}) (
    builtins.attrNames profile.nodes
  );
  hasCard = one: lib.elem "nvidia.com/gpu.present=true" (one.k3s.labels or [ ]);
  hasBoardsAlone = nodesWithGpu != [ ] && !lib.any hasCard (lib.attrValues profile.nodes);
in
{
  config = lib.mkIf (cluster.has "nvidia") (
    lib.mkMerge [
      # A machine of a test has not the board's drivers, and the toolkit nothing to offer.
      (lib.mkIf (config.hardware.nvidia-jetpack.enable or false) {
        hardware.nvidia-container-toolkit.enable = true;
      })
      (lib.mkIf config.hardware.nvidia-container-toolkit.enable {
        systemd.services.k3s = lib.mkIf config.services.k3s.enable {
          # K3s configures containerd for the runtimes that it finds.
          path = [ (lib.getOutput "tools" pkgs.nvidia-container-toolkit) ];
          # What pods are given stands in the file that this one writes.
          after = [ "nvidia-container-toolkit-cdi-generator.service" ];
        };
        # By itself the runtime looks for NVIDIA's lists (csv) on a board, and for their container
        # CLI elsewhere. NixOS has neither in its place, but what was made of them (CDI).
        environment.etc."nvidia-container-runtime/config.toml".text = ''
          [nvidia-container-runtime]
          mode = "cdi"
        '';
      })

      (lib.mkIf cluster.isServer {
        services.k3s.autoDeployCharts.nvidia-device-plugin = charts.nvidia-device-plugin // {
          createNamespace = true;
          values = {
            runtimeClassName = "nvidia";
            # The names that the file of CDI has: a board's GPU is "0" there, and not the "tegra"
            # that the plugin would say. This is read in the sources of the plugin, the runtime and
            # jetpack-nixos, and was not run on a board.
            deviceListStrategy = "envvar";
            deviceIDStrategy = "index";
            # The first two are the chart's own, which a list of ours replaces.
            tolerations = [
              {
                key = "CriticalAddonsOnly";
                operator = "Exists";
              }
              {
                key = "nvidia.com/gpu";
                operator = "Exists";
                effect = "NoSchedule";
              }
            ]
            ++ tolerations.list;
            # One of these has to hold. Kubernetes refuses an empty list of values.
            affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution = {
              nodeSelectorTerms = map (isIn: { matchExpressions = [ isIn ]; }) (
                lib.optional (nodesWithGpu != [ ]) {
                  key = "kubernetes.io/hostname";
                  operator = "In";
                  values = nodesWithGpu;
                }
                ++ [
                  {
                    key = "nvidia.com/gpu.present";
                    operator = "In";
                    values = [ "true" ];
                  }
                ]
              );
            };
          }
          # A board may have NVIDIA's library for cards, which knows nothing of its GPU. One setting
          # is for all nodes: where some have cards, the plugin decides by itself.
          // lib.optionalAttrs hasBoardsAlone { deviceDiscoveryStrategy = "tegra"; };
        };
      })
    ]
  );
}
