# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# What only an image has, by its variant; the machines themselves know nothing of it. Build one by
#   nix build .#image-<node>-<variant>
{
  lib,
  pkgs,
  inputs,
  node,
  ...
}:
let
  # Images bring their own disk; the layout that an installation makes would fight it over the same
  # mounts.
  ownDisk.disko.enableConfig = lib.mkForce false;
in
{
  image.modules = {
    raw-efi = ownDisk;
    qemu-efi = ownDisk;

    # An installer that has the network and the keys of its node, and no other way in. What belongs
    # to the cluster stays off: its secrets too, for which it has no key.
    iso-installer = {
      imports = [ ownDisk ];
      # The name of a host has 63 characters at most, as that of a node may.
      networking.hostName = lib.mkForce "${lib.substring 0 53 node}-installer";
      # nixpkgs' installers have it, and it would ask DHCP on every port, beside networkd.
      networking.networkmanager.enable = lib.mkForce false;
      services.k3s.enable = lib.mkForce false;
      sops.secrets = lib.mkForce { };
      services.getty.autologinUser = lib.mkForce null;
      users.users.nixos.initialHashedPassword = lib.mkForce "!";
      environment.systemPackages = [
        inputs.disko.packages.${pkgs.stdenv.hostPlatform.system}.disko-install
      ];
    };

    # Both architectures boot by UEFI, as they are registered.
    amazon.ec2.efi = true;
  };
}
