# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# What can be built on one system: images of its nodes, machines to try out here, and the tests of
# whole clusters.
{
  nodes,
  machines,
  nixosConfigurations,
  clusters,
  lib,
  ...
}@context:
pkgs:
let
  inherit (builtins) concatMap filter listToAttrs;
  inherit (pkgs.stdenv.hostPlatform) system;

  ours = filter (node: node.system == system) nodes;
  buildOf = node: nixosConfigurations.${node.attribute}.config.system.build;

  imageOf =
    node: variant:
    let
      inherit (buildOf node) images;
    in
    images.${variant} or (throw ''
      Hardware target ${node.target} names the image ${variant}, which nixpkgs cannot make.
      Choose among: ${lib.concatStringsSep ", " (builtins.attrNames images)}.
    '');

  # By the long name always, and by the plain one where it is what the real machines run.
  named =
    kind: node: suffix: value:
    [ (lib.nameValuePair "${kind}-${node.attribute}${suffix}" value) ]
    ++ lib.optional node.isDeployed (lib.nameValuePair "${kind}-${node.name}${suffix}" value);

  images = concatMap (
    node:
    concatMap (variant: named "image" node "-${variant}" (imageOf node variant)) node.images
  ) ours;
  # The disk as an installation lays it out, loader and all; the variants above have a layout of
  # their own.
  diskImages = concatMap (node: named "image" node "-disko" (buildOf node).diskoImages) (
    filter (node: node.hasLayout) ours
  );

  # A machine to try out here: by its kernel at once, or through its loader.
  trials = concatMap (
    node:
    named "vm" node "" (buildOf node).vm ++ named "boot-vm" node "" (buildOf node).vmWithBootLoader
  ) ours;

  # For each kind of machine, an installation onto an empty disk that then starts from it.
  installTest = import ./install-test.nix context;
  installTests = map (
    node:
    lib.nameValuePair "install-test-${node.target}" (
      installTest nixosConfigurations.${node.attribute}
    )
  ) (filter (node: node.hasLayout) ours);

  deployedImages = concatMap (
    node:
    map (variant: {
      name = "${node.name}-${variant}";
      path = imageOf node variant;
    }) node.images
  ) (filter (node: node.system == system) machines);
in
listToAttrs (images ++ diskImages ++ trials ++ installTests)
// clusters.${system}
// {
  # Everything that goes onto real machines of this system.
  default = pkgs.linkFarm "images" deployedImages;
}
