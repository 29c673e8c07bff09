# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# What a node is made of, in one place: a host and its images have all of it; a test has `common`,
# and a virtual machine in place of `machine`.
{
  inputs,
  project,
  profile, # the data of a profile, from lib/network/profiles
  node, # a name in profile.nodes
}:
let
  inherit (builtins) pathExists;
  hardware = project.hardware.${profile.nodes.${node}.target};

  fileNamed = folder: name: folder + "/${name}.nix";
  optional = condition: value: if condition then [ value ] else [ ];

  # A target of the project's own may name a module that nobody wrote: it gets the one that suits
  # most machines, and is told so.
  moduleName = hardware.nixos.module or "generic";
  named = fileNamed ./hardware moduleName;
  hardwareModule = if pathExists named then named else genericInstead;
  genericInstead = {
    imports = [ ./hardware/generic.nix ];
    warnings = [
      ''
        Node ${node} of ${profile.name} has the generic module for its hardware: its target
        ${profile.nodes.${node}.target} names ${moduleName}, and
        backends/nixos/hardware/${moduleName}.nix is not there (N3X6013). Write it and let git
        know it, or name another in the target and export again.''
    ];
  };

  layout = fileNamed ./disko hardware.nixos.disko;
  diskModule =
    if pathExists layout then
      layout
    else
      throw ''
        Hardware target ${profile.nodes.${node}.target} names the disk layout
        ${hardware.nixos.disko}, and backends/nixos/disko/${hardware.nixos.disko}.nix is not there.
        Write it, or choose standard or ab.
      '';

  # A machine that is written as an image keeps the disk that all those images of nixpkgs have.
  imageVariants = [
    "amazon"
    "raw-efi"
    "qemu-efi"
  ];
  isImage = builtins.any (variant: builtins.elem variant imageVariants) hardware.nixos.image;
  imageDisk =
    { lib, ... }:
    {
      fileSystems = lib.mapAttrs (_: lib.mkDefault) {
        "/" = {
          device = "/dev/disk/by-label/nixos";
          fsType = "ext4";
        };
        "/boot" = {
          device = "/dev/disk/by-label/ESP";
          fsType = "vfat";
        };
      };
    };

  # Nothing of the hardware's says what to mount: the node's own settings have to, and NixOS names
  # neither.
  rootWanted =
    { config, ... }:
    {
      assertions = [
        {
          assertion = config.fileSystems ? "/";
          message = ''
            Node ${node} of ${profile.name} mounts no root file system: its hardware
            ${profile.nodes.${node}.target} has neither a disk layout nor an image with
            a disk (N3X6012). Name one there, such as the layout standard, and export again;
            or mount one in backends/nixos/own/${profile.name}/${node}.nix.'';
        }
      ];
    };

  rendered = fileNamed (./nodes + "/${profile.name}") node;
  nodeModule =
    if pathExists rendered then
      rendered
    else
      throw ''
        backends/nixos/nodes/${profile.name}/${node}.nix is missing; it was exported, and git has to
        know it. Export again.
      '';

  # The user's own settings of this one node; the studio never writes there.
  own = fileNamed (./own + "/${profile.name}") node;
in
{
  # The modules decide by these; they are no options, because imports may depend on them.
  specialArgs = {
    inherit
      inputs
      project
      profile
      node
      hardware
      ;
  };

  common = [
    inputs.sops-nix.nixosModules.sops
    ./modules
    nodeModule
  ]
  ++ optional (pathExists own) own;

  machine = [
    { nixpkgs.hostPlatform = hardware.system; }
    inputs.disko.nixosModules.disko
    hardwareModule
    ./try-out.nix
  ]
  ++ optional (hardware.nixos ? disko) diskModule
  ++ optional (!(hardware.nixos ? disko)) (if isImage then imageDisk else rootWanted);
}
