# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# What this repository knows of its clusters, with Nix builtins alone: `import ./lib`.
#
#   network        mkNixOSConfig, mkSystemdNetworkdFiles, generateProfileFiles, generateAllNodeFiles
#   k3s            mkExtraFlags, mkFlagTable, mkServiceConfig, mkOptionFile
#   mkNodeModule   the whole NixOS module of a node, from profile and name
#   profiles       { <name> = data of the profile; }
#   nearest        the known name that a mistyped one was meant to be
let
  inherit (builtins)
    attrNames
    filter
    head
    listToAttrs
    match
    readDir
    ;
  folder = ./network/profiles;
  files = if builtins.pathExists folder then attrNames (readDir folder) else [ ];
  nameIn = file: match "(.+)[.]nix" file;
in
{
  network = import ./network/mk-network-config.nix { };
  k3s = import ./k3s/mk-k3s-flags.nix { };
  mkNodeModule = import ./mk-node-module.nix;
  inherit (import ./nearest.nix) nearest;

  profiles = listToAttrs (
    map (file: {
      name = head (nameIn file);
      value = import (folder + "/${file}");
    }) (filter (file: nameIn file != null) files)
  );
}
