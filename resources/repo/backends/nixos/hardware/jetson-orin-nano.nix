# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# NVIDIA's Jetson Orin Nano developer kit, by jetpack-nixos: its kernel, its initrd, its consoles.
# The firmware comes first, over USB: nix run .#flash-jetson. Firmware and kernel must be of one
# major version of JetPack.
{ lib, inputs, ... }:
{
  imports = [
    ./generic.nix
    inputs.jetpack-nixos.nixosModules.default
  ];

  nixpkgs.config.allowUnfree = true; # NVIDIA's libraries

  hardware.nvidia-jetpack = {
    enable = true;
    som = "orin-nano";
    carrierBoard = "devkit";
  };

  # NVIDIA's kernel lacks drivers of other machines, and an initrd asks for each that it is to have.
  image.modules.iso-installer.hardware.enableAllHardware = lib.mkForce false;

  # A virtual machine is no board of theirs.
  virtualisation.vmVariant.hardware.nvidia-jetpack.enable = lib.mkForce false;
  virtualisation.vmVariantWithBootLoader.hardware.nvidia-jetpack.enable = lib.mkForce false;

  # A board that hangs starts again by itself.
  systemd.settings.Manager = {
    RuntimeWatchdogSec = lib.mkDefault "30s";
    RebootWatchdogSec = lib.mkDefault "10min";
  };

  services.fstrim.enable = lib.mkDefault true;
}
