# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# An instance of EC2, Graviton. Its system comes as an image (AMI), whose disk it keeps: there is no
# layout to install. The key that an instance is started with is let in beside those of the project,
# as on every image of NixOS.
{ lib, modulesPath, ... }:
{
  imports = [
    ./generic.nix
    "${modulesPath}/virtualisation/amazon-image.nix"
  ];

  ec2.efi = true;
  hardware.enableRedistributableFirmware = lib.mkOverride 900 false; # no device asks for any

  # The cloud's own time source, reached without a route.
  networking.timeServers = lib.mkDefault [ "169.254.169.123" ];
}
