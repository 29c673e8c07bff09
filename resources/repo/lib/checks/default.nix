# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Each check by its name: the list of what it found wrong, as sentences; an empty list is a pass.
# Builtins only, so `nix eval .#lib.checks.<name>` answers at once and needs no nixpkgs.
#
#   drift                  every rendered file is what was exported, every source what it was then
#   drift-<profile>-<node> the rendered files of a node say what lib/ makes of the profile's data
#   rules-<profile>        addresses, VLANs, bonds, roles; the codes are the studio's. The n3x
#                          schema and the plan say the same
#   members-<profile>      every port that a node uses exists on its hardware
#   roots-<profile>        every node of NixOS has something that may mount its root file system
#   keys                   somebody can log in to each machine that is deployed
#   secrets                every secret can be read by its nodes, and by nobody else's
#   versions               every version of K3s is a release, no node is too far from its profile's
#   project                the deployed profile is one, words of the project are of their choices
#   names                  no two nodes would have one name
#   own                    every module of one's own belongs to a node
{
  project,
  root ? ../..,
}:
let
  inherit (builtins)
    attrNames
    concatMap
    foldl'
    listToAttrs
    mapAttrs
    ;
  profiles = attrNames project.profiles;
  forProfiles =
    kind: check:
    listToAttrs (
      map (name: {
        name = "${kind}-${name}";
        value = check {
          inherit project root;
          profile = project.profiles.${name};
        };
      }) profiles
    );
  forNodes =
    kind: check:
    listToAttrs (
      concatMap (
        name:
        map (node: {
          name = "${kind}-${name}-${node}";
          value = check {
            inherit project root node;
            profile = project.profiles.${name};
          };
        }) (attrNames project.profiles.${name}.nodes)
      ) profiles
    );
  once = mapAttrs (_: check: check { inherit project root; });
in
foldl' (all: some: all // some) { } [
  (forNodes "drift" (import ./drift.nix))
  (forProfiles "rules" (import ./rules.nix))
  (forProfiles "members" (import ./members.nix))
  (forProfiles "roots" (import ./roots.nix))
  (once {
    drift = import ./written.nix;
    keys = import ./keys.nix;
    secrets = import ./secrets.nix;
    versions = import ./versions.nix;
    project = import ./project.nix;
    names = import ./names.nix;
    own = import ./own.nix;
  })
]
