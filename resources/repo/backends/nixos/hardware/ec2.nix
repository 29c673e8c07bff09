# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# An instance of EC2, whatever its processor. Its system comes as an image (AMI), whose disk it
# keeps: there is no layout to install. The key that an instance is started with is let in beside
# those of the project, as on every image of NixOS.
{ lib, modulesPath, ... }:
{
  imports = [
    ./generic.nix
    "${modulesPath}/virtualisation/amazon-image.nix"
  ];

  ec2.efi = true;
  hardware.enableRedistributableFirmware = lib.mkOverride 900 false; # no device asks for any

  # Nothing but this repository says what a node is. Images of NixOS replace their system at every
  # start by what the user data of the instance says, and let in whom Systems Manager does. nixpkgs
  # turns the second on outright, so a default would not do.
  virtualisation.amazon-init.enable = lib.mkDefault false;
  services.amazon-ssm-agent.enable = lib.mkOverride 90 false;

  # The cloud's own time source, reached without a route.
  networking.timeServers = lib.mkDefault [ "169.254.169.123" ];
}
