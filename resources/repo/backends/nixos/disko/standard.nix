# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# The disk of a node that installs from scratch: boot, system, state of K3s and its pods, volumes of
# Longhorn. Each has its room, so that pods never fill the system's. The device stands in the
# hardware target; sizes suit disks from 128 GB. What is installed has the partitions of then: with
# one more here, no node could be rebuilt any more.
{
  config,
  lib,
  hardware,
  ...
}:
let
  ext4 = mountpoint: options: {
    type = "filesystem";
    format = "ext4";
    inherit mountpoint;
    mountOptions = [ "noatime" ] ++ options;
  };
  # systemd makes the folder that is bound.
  inState = name: {
    device = "/var/lib/rancher/${name}";
    fsType = "none";
    options = [ "bind" ];
  };
in
{
  fileSystems = lib.mkIf config.disko.enableConfig {
    "/var/lib/kubelet" = inState "kubelet";
    "/var/log/pods" = inState "pod-logs";
  };

  disko.imageBuilder.imageFormat = lib.mkDefault "qcow2"; # keeps no room for what is empty
  disko.devices.disk.main = {
    type = "disk";
    device = lib.mkDefault (hardware.disk.device or "/dev/disk/by-id/unknown");
    imageSize = lib.mkDefault "110G"; # GiB, built as an image: fits a disk of 128 GB
    content = {
      type = "gpt";
      partitions = {
        esp = {
          priority = 1;
          type = "EF00";
          size = "1G";
          content = {
            type = "filesystem";
            format = "vfat";
            mountpoint = "/boot";
            mountOptions = [ "umask=0077" ];
          };
        };
        root = {
          priority = 2;
          size = "40G";
          content = ext4 "/" [ ];
        };
        # containerd's images, etcd, and what pods write: logs, and volumes that are not Longhorn's.
        # With 5 % left, K3s' own limit, kubelet removes images and evicts pods, to etcd's good too.
        # What lies in volumes of local-path it cannot remove.
        state = {
          priority = 3;
          size = "40G";
          content = ext4 "/var/lib/rancher" [ ];
        };
        longhorn = {
          size = "100%"; # sorts last
          # A node without its volumes is still one that people can reach; K3s waits (k3s.nix).
          content = ext4 "/var/lib/longhorn" [
            "nofail"
            "x-systemd.before=systemd-tmpfiles-setup.service" # which sees to its mode
            "nodev"
            "nosuid"
          ];
        };
      };
    };
  };
}
