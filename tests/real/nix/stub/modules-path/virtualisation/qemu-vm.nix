# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# A machine of QEMU: its options, a disk of its own, and one port that leads out, on which nothing waits.
{ config, lib, ... }:
let
  declare = import ../../declare.nix { inherit lib; };
in
{
  options = declare.optionTree (import ../../others/qemu-vm.nix { inherit (declare) lib; });
  config = {
    fileSystems = lib.mkOverride 10 config.virtualisation.fileSystems;
    virtualisation = {
      memorySize = lib.mkOverride 1400 1024;
      diskSize = lib.mkOverride 1400 1024;
      graphics = lib.mkOverride 1400 true;
      diskImage = lib.mkOverride 1400 "./${config.system.name}.qcow2";
      fileSystems."/" = {
        device = "/dev/disk/by-label/nixos";
        fsType = "ext4";
      };
      qemu.consoles = lib.mkOverride 1400 [
        "tty0"
        "ttyS0,115200n8"
      ];
      qemu.networkingOptions = [
        "-net nic,netdev=user.0,model=virtio"
        "-netdev user,id=user.0,\"$QEMU_NET_OPTS\""
      ];
    };
  };
}
