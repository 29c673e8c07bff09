# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# A disk with room reserved for updates in whole: two slots, each for a store and the tree of hashes
# that proves it, named as on the Debian side, a and b. Nothing writes or starts a slot yet: an
# installation leaves both empty, updates and going back are by generations as on every node, and
# the system stands with the state of K3s and its pods on one partition.
{ lib, hardware, ... }:
let
  # Types of the Discoverable Partitions Specification, by which systemd finds them.
  types = {
    x86_64 = {
      store = "8484680C-9521-48C6-9C11-B0720656F69E"; # /usr
      verity = "77FF5F63-E7B6-4633-ACF4-1565B864C0E6";
    };
    aarch64 = {
      store = "B0E01050-EE5F-4390-949A-9101B17104E9";
      verity = "6E11A4E7-FBCA-4DED-B9E9-E1A512BB664E";
    };
  };
  type = types.${hardware.arch};

  slot = name: first: {
    "store-${name}" = {
      priority = first;
      type = type.store;
      label = "store-${name}";
      size = "12G";
    };
    "verity-${name}" = {
      priority = first + 1;
      type = type.verity;
      label = "verity-${name}";
      size = "256M";
    };
  };
in
{
  disko.imageBuilder.imageFormat = lib.mkDefault "qcow2"; # keeps no room for what is empty
  disko.devices.disk.main = {
    type = "disk";
    device = lib.mkDefault (hardware.disk.device or "/dev/disk/by-id/unknown");
    imageSize = lib.mkDefault "110G"; # GiB, built as an image: fits a disk of 128 GB
    content = {
      type = "gpt";
      partitions =
        slot "a" 2
        // slot "b" 4
        // {
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
          # Everything that changes, and the system itself.
          state = {
            priority = 6;
            size = "60G";
            content = {
              type = "filesystem";
              format = "ext4";
              mountpoint = "/";
              mountOptions = [ "noatime" ];
            };
          };
          # A node without its volumes is still one that people can reach; K3s waits (k3s.nix).
          longhorn = {
            size = "100%"; # sorts last
            content = {
              type = "filesystem";
              format = "ext4";
              mountpoint = "/var/lib/longhorn";
              mountOptions = [
                "noatime"
                "nofail"
                "x-systemd.before=systemd-tmpfiles-setup.service" # which sees to its mode
                "nodev"
                "nosuid"
              ];
            };
          };
        };
    };
  };
}
