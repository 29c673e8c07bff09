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

  # The two makes of ports that these boards have; the kernel has them before it has its root.
  boot.initrd.availableKernelModules = [
    "igc"
    "r8169"
  ];
  boot.kernelModules = [ "kvm-intel" ];
  hardware.cpu.intel.updateMicrocode = lib.mkDefault true;

  services.thermald.enable = lib.mkDefault true; # most have no fan
}
