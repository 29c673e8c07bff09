# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Settings of one's own are taken in by their names: a file under a name that no node has would do
# nothing, and nobody would hear of it.
{ project, root, ... }:
let
  inherit (builtins)
    attrNames
    concatMap
    elem
    filter
    match
    pathExists
    readDir
    ;
  inherit (import ../nearest.nix) nearest;

  place = "backends/nixos/own";
  entriesOf =
    folder:
    if pathExists (root + "/${folder}") then readDir (root + "/${folder}") else { };
  foldersIn =
    folder: filter (name: (entriesOf folder).${name} == "directory") (attrNames (entriesOf folder));
  modulesIn =
    folder:
    concatMap (
      file:
      let
        name = match "(.*)[.]nix" file;
      in
      if name == null then [ ] else name
    ) (attrNames (entriesOf folder));

  nodesOf = profile: attrNames project.profiles.${profile}.nodes;
  profiles = attrNames project.profiles;
  allNodes = concatMap nodesOf profiles;
  rename = "Rename it; modules that others import stand beside the folders of profiles.";

  ofProfile =
    profile:
    concatMap (
      name:
      if elem name (nodesOf profile) then
        [ ]
      else
        [
          (
            "${place}/${profile}/${name}.nix: profile ${profile} has no node ${name}, so nothing takes "
            + "this in. The nearest is ${toString (nearest name (nodesOf profile))}. ${rename}"
          )
        ]
    ) (modulesIn "${place}/${profile}");

  # A folder that only has files for others to import may be called as it likes.
  ofStranger =
    folder:
    if filter (name: elem name allNodes) (modulesIn "${place}/${folder}") == [ ] then
      [ ]
    else
      [
        (
          "${place}/${folder}: there is no profile ${folder}, so nothing takes in what is below. "
          + "The nearest is ${toString (nearest folder profiles)}. Rename the folder."
        )
      ];
in
concatMap (folder: if elem folder profiles then ofProfile folder else ofStranger folder) (
  foldersIn place
)
