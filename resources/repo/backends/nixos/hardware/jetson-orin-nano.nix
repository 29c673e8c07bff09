# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# NVIDIA's Jetson Orin Nano developer kit, by jetpack-nixos: its kernel, its initrd, its consoles.
# The firmware comes first, over USB: nix run .#flash-jetson. Firmware and kernel must be of one
# major version of JetPack.
{
  config,
  lib,
  inputs,
  profile,
  node,
  ...
}:
let
  cluster = import ../../../lib/k3s/cluster.nix { inherit profile node; };

  # NVIDIA's kernel has a list of drivers of its own, and jetpack-nixos adds few to it. This is what
  # K3s and Longhorn need and those lack; dm_crypt and macvlan are there. Read in the defconfig of
  # JetPack 6 and in jetpack-nixos, and not seen on a board.
  kernelOptions = [
    # Services with several pods behind them, and network policies
    "NETFILTER_XT_MATCH_STATISTIC"
    "NETFILTER_XT_MATCH_RECENT"
    "NETFILTER_XT_MATCH_PHYSDEV"
    "NETFILTER_XT_TARGET_NFLOG"
    "NETFILTER_XT_SET"
    "IP_SET"
    "IP_SET_HASH_IP"
    "IP_SET_HASH_NET"
  ]
  ++ lib.optional (cluster.k3s.flannelBackend == "vxlan") "VXLAN"
  ++ lib.optional (cluster.k3s.flannelBackend == "wireguard-native") "WIREGUARD"
  ++ lib.optional (cluster.has "longhorn") "ISCSI_TCP";
in
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

  boot.kernelPatches = lib.mkIf config.hardware.nvidia-jetpack.enable [
    {
      name = "k3s";
      patch = null;
      structuredExtraConfig = lib.genAttrs kernelOptions (_: lib.kernel.module);
    }
  ];

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
