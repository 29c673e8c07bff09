# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# An instance of EC2: options that no other system has, and the drivers of its disks.
{ lib, ... }:
let
  declare = import ../../declare.nix { inherit lib; };
  inherit (declare.lib) types;
in
{
  options = declare.optionTree {
    "ec2.efi" = types.bool;
    "virtualisation.amazon-init.enable" = {
      type = types.bool;
      default = true;
    };
  };
  config = {
    fileSystems."/".device = "/dev/disk/by-label/nixos";
    services.amazon-ssm-agent.enable = true;
    boot.initrd.availableKernelModules = [ "nvme" ];
    boot.initrd.kernelModules = [ "xen-blkfront" ];
  };
}
