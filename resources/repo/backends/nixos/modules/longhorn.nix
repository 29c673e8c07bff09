# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Longhorn, replicated volumes. Every node can use them; the nodes that keep them have a disk for
# it.
{
  config,
  lib,
  pkgs,
  profile,
  node,
  ...
}:
let
  cluster = import ../../../lib/k3s/cluster.nix { inherit profile node; };
  charts = import ../../../lib/k3s/charts.nix;
  storage = import ../../../lib/k3s/storage-network.nix { inherit profile; };
  hasNetwork = storage.attachment != null;
  replicas = cluster.replicas cluster.storageNodeCount;
  hostTools = "/run/current-system/sw/bin";
  byPolicy = cluster.longhornPaths == "policy";
in
{
  config = lib.mkIf (cluster.has "longhorn") (
    lib.mkMerge [
      {
        services.openiscsi = {
          enable = true;
          name = "iqn.2020-01.io.longhorn:${config.networking.hostName}";
        };
        services.rpcbind.enable = true; # volumes that several nodes write are served by NFS
        boot.supportedFilesystems.nfs = true;
        boot.kernelModules = [
          "iscsi_tcp"
          "dm_crypt"
        ];
        environment.systemPackages = [
          pkgs.openiscsi
          pkgs.nfs-utils
          pkgs.cryptsetup
          pkgs.util-linux
        ];
        systemd.tmpfiles.settings."10-longhorn"."/var/lib/longhorn".d.mode = "0700";
        warnings = lib.optional (storage.obstacle != null) storage.obstacle;
      }

      # Longhorn enters the host's namespace and runs iscsiadm, cryptsetup and mount by their bare
      # names, in folders that NixOS leaves empty.
      (lib.mkIf (!byPolicy) {
        systemd.tmpfiles.settings."10-longhorn"."/usr/local/bin"."L+".argument = hostTools;
      })
      # Nothing takes that link back; a folder of somebody else's stays.
      (lib.mkIf byPolicy {
        system.activationScripts.longhorn-paths = ''
          if [ "$(readlink /usr/local/bin)" = ${hostTools} ]; then rm /usr/local/bin; fi
        '';
      })

      (lib.mkIf cluster.isServer {
        services.k3s.autoDeployCharts.longhorn = charts.longhorn // {
          createNamespace = true;
          values = {
            persistence = {
              defaultClassReplicaCount = replicas;
              reclaimPolicy = "Delete";
            };
            csi.kubeletRootDir = "/var/lib/kubelet";
            # Longhorn takes its settings as texts.
            defaultSettings = {
              createDefaultDiskLabeledNodes = lib.boolToString cluster.labelsStorage;
              defaultDataPath = "/var/lib/longhorn";
              defaultDataLocality = "best-effort";
              defaultReplicaCount = toString replicas;
              guaranteedInstanceManagerCPU = "12"; # per cent of a node
              nodeDrainPolicy = "block-if-contains-last-replica";
            }
            // lib.optionalAttrs hasNetwork { storageNetwork = "kube-system/longhorn-storage"; };
          };
        };
      })

      # Copies of volumes go over the network that carries storage, from pod to pod.
      (lib.mkIf (cluster.isServer && hasNetwork) {
        services.k3s.autoDeployCharts.multus = charts.multus // {
          values = import ../../../lib/k3s/multus-values.nix;
        };
        services.k3s.manifests.longhorn-network.content =
          import ../../../lib/k3s/manifests/longhorn-network.nix storage.attachment;
      })

      (lib.mkIf (cluster.isServer && byPolicy) {
        services.k3s.manifests.longhorn-paths.content =
          import ../../../lib/k3s/manifests/longhorn-paths.nix;
      })
    ]
  );
}
