# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# The outputs of the flake. No list here is kept by hand: all follow from the profiles.
{ inputs, project }:
let
  inherit (builtins)
    attrNames
    concatMap
    filter
    listToAttrs
    match
    readDir
    ;
  inherit (inputs.nixpkgs) lib;

  linuxSystems = [
    "x86_64-linux"
    "aarch64-linux"
  ];
  # Where people work, beside where machines run.
  workSystems = linuxSystems ++ [
    "x86_64-darwin"
    "aarch64-darwin"
  ];
  pkgsOf = system: inputs.nixpkgs.legacyPackages.${system};
  forSystems = systems: function: lib.genAttrs systems (system: function (pkgsOf system));

  nodes = import ./node-list.nix { inherit project; };
  deployed = filter (node: node.isDeployed) nodes;
  # Of those, the machines that run NixOS: a node of a target with two backends may run Debian.
  machines = filter (node: node.backend == "nixos") deployed;

  mkNode = arguments: import ./mk-node.nix ({ inherit inputs project; } // arguments);
  build =
    node:
    mkNode {
      profile = project.profiles.${node.profile};
      node = node.name;
    };

  byAttribute = listToAttrs (map (node: lib.nameValuePair node.attribute (build node)) nodes);
  # The plain names are the same systems, not built a second time.
  byName = listToAttrs (
    map (node: lib.nameValuePair node.name byAttribute.${node.attribute}) deployed
  );
  nixosConfigurations = byAttribute // byName;

  # What the other files of this folder are given.
  context = {
    inherit
      inputs
      project
      nodes
      machines
      nixosConfigurations
      clusters
      lib
      ;
  };
  part = file: import file context;
  clusters = forSystems linuxSystems (part ../../tests/nixos/clusters.nix);

  # { "admins" = ./modules/admins.nix; … }
  moduleFiles =
    folder:
    listToAttrs (
      concatMap (
        file:
        let
          name = match "(.*)\\.nix" file;
        in
        if name == null then [ ] else [ (lib.nameValuePair (lib.head name) (folder + "/${file}")) ]
      ) (attrNames (readDir folder))
    );
in
{
  inherit nixosConfigurations;

  nixosModules =
    moduleFiles ./modules
    // lib.mapAttrs' (name: lib.nameValuePair "hardware-${name}") (moduleFiles ./hardware)
    // lib.mapAttrs' (name: lib.nameValuePair "disko-${name}") (moduleFiles ./disko);

  packages = forSystems linuxSystems (part ./packages.nix);
  apps = forSystems workSystems (part ./apps.nix);
  checks = forSystems linuxSystems (part ./checks.nix);
  devShells = forSystems workSystems (part ./shells.nix);
  formatter = forSystems workSystems (part ./formatter.nix);

  inherit (part ./push.nix) colmenaHive deploy;

  lib = {
    inherit project nodes mkNode;
    inherit (import ../../lib)
      network
      k3s
      mkNodeModule
      profiles
      nearest
      ;
    checks = import ../../lib/checks { inherit project; };
  };
}
