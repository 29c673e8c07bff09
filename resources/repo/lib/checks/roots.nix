# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Every node of NixOS has a root file system: of its hardware's disk layout or image, of a module of
# the hardware's, or of the node's own settings, which may give one; the node itself shows whether
# those do (backends/nixos/node-modules.nix).
{
  project,
  profile,
  root,
  ...
}:
let
  inherit (builtins)
    any
    attrNames
    concatMap
    elem
    pathExists
    ;
  place = "backends/nixos";
  isThere = file: pathExists (root + "/${place}/${file}");

  hasDisk = variant: elem variant [ "amazon" "qemu-efi" "raw-efi" ];
  # Those of the exported modules that mount nothing.
  bare = [
    "amd-v3c18i"
    "generic"
    "jetson-orin-nano"
    "n100"
    "qemu-amd64"
    "qemu-arm64"
  ];
  mayMount = module: !(elem module bare) && isThere "hardware/${module}.nix";

  ofNode =
    name:
    let
      node = profile.nodes.${name};
      inherit (project.hardware.${node.target}) nixos;
      own = "own/${profile.name}/${name}.nix";
      isGiven =
        nixos ? disko
        || any hasDisk (nixos.image or [ ])
        || mayMount (nixos.module or "generic")
        || isThere own;
    in
    if node.backend != "nixos" || !(project.hardware ? ${node.target}) || isGiven then
      [ ]
    else
      [
        (
          "lib/project.nix: node ${name} of ${profile.name}: its hardware ${node.target} mounts no "
          + "root file system (N3X6012). Name a disk layout, such as standard, or an image that has "
          + "a disk for ${node.target} and export again, or mount one in ${place}/${own}."
        )
      ];
in
concatMap ofNode (attrNames profile.nodes)
