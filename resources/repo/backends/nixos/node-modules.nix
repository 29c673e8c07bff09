# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# What a node is made of, in one place: a host and its images have all of it; a test has `common`, and a virtual
# machine in place of `machine`.
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

  # A target of the project's own may name a module that nobody wrote: it gets the one that suits most machines.
  named = fileNamed ./hardware (hardware.nixos.module or "generic");
  hardwareModule = if pathExists named then named else ./hardware/generic.nix;
  existing = file: optional (pathExists file) file;

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
    (fileNamed (./nodes + "/${profile.name}") node)
  ]
  ++ existing ./modules
  ++ existing own;

  machine = [
    { nixpkgs.hostPlatform = hardware.system; }
    inputs.disko.nixosModules.disko
  ]
  ++ existing hardwareModule
  ++ (if hardware.nixos ? disko then existing (fileNamed ./disko hardware.nixos.disko) else [ ]);
}
