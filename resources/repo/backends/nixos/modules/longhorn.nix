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
  tolerations = import ../../../lib/k3s/tolerations.nix { inherit profile; };
  isTainted = tolerations.list != [ ];
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
      # Where the policy comes later, the link stays: pods from before it look there.

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
              # The only copy cannot go elsewhere: a drain would wait for that in vain.
              nodeDrainPolicy =
                if replicas == 1 then
                  "allow-if-replica-is-stopped"
                else
                  "block-if-contains-last-replica";
            }
            // lib.optionalAttrs isTainted { taintToleration = tolerations.text; }
            // lib.optionalAttrs hasNetwork { storageNetwork = "kube-system/longhorn-storage"; };
          }
          # Pods of every node use volumes, those of nodes with taints too.
          // lib.optionalAttrs isTainted {
            longhornManager.tolerations = tolerations.list;
            longhornDriver.tolerations = tolerations.list;
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

        # When a node starts, an instance manager may come before Multus. It gets no port on that
        # network then, and says nothing. Made anew it has one; while volumes use it, only people
        # may do that.
        systemd.timers.longhorn-network = {
          inherit (config.services.k3s) enable;
          wantedBy = [ "timers.target" ];
          timerConfig = {
            OnBootSec = "3min";
            OnUnitInactiveSec = "3min";
            RandomizedDelaySec = "30s"; # of several servers one is enough
          };
        };
        systemd.services.longhorn-network = {
          inherit (config.services.k3s) enable;
          description = "Longhorn's instance managers, made anew where they are not on its network";
          requisite = [ "k3s.service" ];
          after = [ "k3s.service" ];
          path = [
            config.services.k3s.package
            pkgs.jq
          ];
          serviceConfig = {
            Type = "oneshot";
            LogLevelMax = "notice"; # nothing of each start
          };
          script = ''
            set -o pipefail
            longhorn() { k3s kubectl "$@" -n longhorn-system; }
            longhorn get pods -l longhorn.io/component=instance-manager -o json |
              jq -r '
                def says(key): .metadata.annotations // {} | has("k8s.v1.cni.cncf.io/" + key);
                .items[]
                | select(.status.phase == "Running")
                | select(says("networks") and (says("network-status") | not))
                | .metadata.name + " " + .spec.nodeName
              ' |
              while read -r pod node; do
                used=$(
                  longhorn get instancemanagers.longhorn.io "$pod" -o json |
                    jq '.status | [.instances, .instanceEngines, .instanceReplicas | length] | add'
                )
                if [ "$used" = 0 ]; then
                  echo "<4>$pod on $node is not on the network for storage, and is made anew." >&2
                  longhorn delete pod --wait=false "$pod" >&2
                else
                  echo "<3>$pod on $node copies volumes over the network of the pods:" \
                    "it started before Multus. Drain $node, and start it again." >&2
                fi
              done
          '';
        };
      })

      (lib.mkIf (cluster.isServer && byPolicy) {
        services.k3s.manifests.longhorn-paths.content =
          import ../../../lib/k3s/manifests/longhorn-paths.nix;

        # K3s deploys all at once. A manager that came before the policy finds no iscsiadm, and
        # starts again and again as it was made; made anew, it has the paths.
        systemd.services.longhorn-paths = {
          inherit (config.services.k3s) enable;
          description = "Longhorn's managers, made anew where they are older than the policy for them";
          wantedBy = [ "multi-user.target" ];
          after = [ "k3s.service" ];
          path = [
            config.services.k3s.package
            pkgs.jq
          ];
          serviceConfig = {
            Type = "exec";
            Restart = "on-failure"; # until there are policy and pods
            RestartSec = "30s";
          };
          startLimitIntervalSec = 0;
          script = ''
            set -o pipefail
            k3s kubectl wait --for=condition=Ready --timeout=1h clusterpolicy/longhorn-paths
            k3s kubectl get pods -n longhorn-system -l app=longhorn-manager -o json |
              jq -r '
                .items[]
                | select(any(.spec.containers[].env[]?; .name == "PATH") | not)
                | select(any(.status.conditions[]?; .type == "Ready" and .status == "True") | not)
                | .metadata.name
              ' |
              xargs --no-run-if-empty k3s kubectl delete pod -n longhorn-system --wait=false
          '';
        };
      })
    ]
  );
}
