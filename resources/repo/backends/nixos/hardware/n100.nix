# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Mini PCs with Intel's N100: four small cores, two ports of 2.5 Gbit/s, an NVMe disk.
{ lib, inputs, ... }:
{
  imports = [
    ./generic.nix
    inputs.nixos-hardware.nixosModules.common-pc-ssd
  ];

  boot.kernelModules = [ "kvm-intel" ];
  hardware.cpu.intel.updateMicrocode = lib.mkDefault true;

  services.thermald.enable = lib.mkDefault true; # most have no fan
}
