# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Boards with AMD's Ryzen Embedded V3C18I (V3000). The chip has no graphics: the serial console is
# all there is.
{ lib, inputs, ... }:
{
  imports = [
    ./generic.nix
    inputs.nixos-hardware.nixosModules.common-pc-ssd
  ];

  boot.kernelModules = [ "kvm-amd" ];
  hardware.cpu.amd.updateMicrocode = lib.mkDefault true;
}
