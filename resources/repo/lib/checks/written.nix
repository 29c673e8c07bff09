# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# What follows from the project's own sources stands here as it was exported, and the sources say
# what they said then. The list is the studio's manifest; a repository that goes on without the
# studio removes .n3x/manifest.json, and then there is nothing to compare with. Of a profile with
# errors nothing is exported: what stands here of it is older.
{ project, root, ... }:
let
  inherit (builtins)
    any
    attrNames
    concatMap
    fromJSON
    hashFile
    match
    pathExists
    readFile
    ;
  manifest = root + "/.n3x/manifest.json";
  files = if pathExists manifest then (fromJSON (readFile manifest)).files else { };

  # Modules, functions and checks may be made one's own; what says which nodes there are may not.
  rendered = [
    "lib/project[.]nix"
    "lib/network/profiles/.*"
    "lib/k3s/flags/.*"
    "backends/nixos/nodes/.*"
    "backends/debian/kas/(network|node)/.*"
    "backends/debian/meta-n3x/recipes-support/(systemd-networkd-config|k3s-node-config)/files/.*"
    "[.]sops[.]yaml"
  ];
  isRendered = file: any (pattern: match pattern file != null) rendered;

  isSource = file: match "n3x[.]yaml|profiles/.*[.]yaml" file != null;
  differs = file: hashFile "sha256" (root + "/${file}") != files.${file};

  remedy = "Change n3x.yaml or profiles/ and export again, or undo the change";
  check =
    file:
    if isSource file then
      if pathExists (root + "/${file}") && !differs file then
        [ ]
      else
        [ "${file} changed after the last export, and what follows from it did not. Export again." ]
    else if !isRendered file then
      [ ]
    else if !pathExists (root + "/${file}") then
      [ "${file} is missing; it was exported. Export again." ]
    else if differs file then
      [
        (
          "${file} is not what was exported: somebody changed it by hand. "
          + "${remedy}: git checkout -- ${file}"
        )
      ]
    else
      [ ];

  ofHeld =
    name:
    "profiles/${name}.yaml was not exported: it had errors, which `n3x check` shows. "
    + "What stands here of it is older. Export again.";
in
concatMap check (attrNames files)
++ (if pathExists manifest then map ofHeld (project.held or [ ]) else [ ])
