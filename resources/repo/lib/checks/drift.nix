# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# The rendered files of one node against what the functions of lib/ make of the profile's data:
# people review and run the one, tests and other flakes use the other.
{
  root,
  profile,
  node,
  ...
}:
let
  inherit (builtins)
    attrNames
    concatMap
    elem
    filter
    fromJSON
    isAttrs
    isFunction
    mapAttrs
    pathExists
    readDir
    readFile
    toJSON
    ;
  network = import ../network/mk-network-config.nix { };
  k3s = import ../k3s/mk-k3s-flags.nix { };
  mkNodeModule = import ../mk-node-module.nix;

  data = "lib/network/profiles/${profile.name}.nix";
  where = "${profile.name}/${node}";
  recipes = "backends/debian/meta-n3x/recipes-support";
  inherit (profile.nodes.${node}) role backend;

  differs =
    file: what:
    "${file} differs from ${data} for node ${node}: ${what}. "
    + "Change profiles/${profile.name}.yaml and export again; neither file is written by hand.";
  quoted = list: if list == [ ] then "nothing" else "“${builtins.concatStringsSep "”, “" list}”";
  without = some: filter (one: !elem one some);
  isTexts = value: builtins.isList value && builtins.all builtins.isString value;
  instead =
    stands: made: "${quoted (without made stands)} where ${quoted (without stands made)} is meant";
  short = value: if value == null then "nothing" else toJSON value;

  # Of lists, only what they do not share.
  compare =
    file: what: stands: made:
    if stands == made then
      [ ]
    else if isTexts stands && isTexts made && without stands made != without made stands then
      [ (differs file "${what} has ${instead stands made}") ]
    else
      [ (differs file "${what} is ${short stands}, and should be ${short made}") ];

  # --- units --------------------------------------------------------------------------------------
  folder = "${recipes}/systemd-networkd-config/files/${where}";
  stand =
    if pathExists (root + "/${folder}") then
      mapAttrs (file: _: readFile (root + "/${folder}/${file}")) (readDir (root + "/${folder}"))
    else
      { };
  made = network.generateProfileFiles profile node;
  lines = text: filter (line: builtins.isString line && line != "") (builtins.split "\n" text);
  unit =
    file:
    let
      here = lines (stand.${file} or "");
      there = lines (made.${file} or "");
    in
    if !(stand ? ${file}) then
      [ (differs "${folder}/${file}" "it is missing") ]
    else if !(made ? ${file}) then
      [ (differs "${folder}/${file}" "nothing makes it") ]
    else if stand.${file} == made.${file} then
      [ ]
    else
      [ (differs "${folder}/${file}" "it says ${instead here there}") ];
  units = concatMap unit (attrNames (stand // made));

  # --- module -------------------------------------------------------------------------------------
  moduleFile = "backends/nixos/nodes/${where}.nix";
  imported = import (root + "/${moduleFile}");
  module = if isFunction imported then imported { } else imported;
  flagsOf = backend: k3s.mkExtraFlags {
    inherit profile role backend;
    nodeName = node;
  };

  # Attribute by attribute: a message about the whole module would help nobody.
  each =
    path: here: there:
    if here == there then
      [ ]
    else if isAttrs here && isAttrs there then
      concatMap (
        name: each (path ++ [ name ]) (here.${name} or null) (there.${name} or null)
      ) (attrNames (here // there))
    else
      compare moduleFile (builtins.concatStringsSep "." path) here there;
  moduleProblems =
    if !pathExists (root + "/${moduleFile}") then
      [ (differs moduleFile "it is missing") ]
    else
      each [ ] module (mkNodeModule profile node { });

  # --- K3s ----------------------------------------------------------------------------------------
  flagFile = "lib/k3s/flags/${where}.json";
  optionFile = "${recipes}/k3s-node-config/files/${where}/k3s-${role}";
  flagProblems =
    if !pathExists (root + "/${flagFile}") then
      [ (differs flagFile "it is missing") ]
    else
      let
        flags = fromJSON (readFile (root + "/${flagFile}"));
      in
      compare flagFile "role" flags.role role
      ++ compare flagFile "extraFlags" flags.extraFlags (flagsOf backend);
  optionProblems =
    if !pathExists (root + "/${optionFile}") then
      [ (differs optionFile "it is missing") ]
    else
      compare optionFile "the file" (readFile (root + "/${optionFile}")) (k3s.mkOptionFile {
        inherit profile role;
        nodeName = node;
      });
in
units ++ moduleProblems ++ flagProblems ++ optionProblems
