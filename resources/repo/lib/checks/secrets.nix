# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Who can read which secret, without reading any: sops lists the recipients in the encrypted files, and .sops.yaml
# says who they are to be. A node that cannot decrypt its token starts without K3s, and one that could decrypt the
# token of servers would be one.
{ project, root, ... }:
let
  inherit (builtins)
    attrNames
    concatMap
    elem
    filter
    foldl'
    head
    isList
    isString
    match
    pathExists
    readFile
    split
    ;
  profile = if project.deploy == null then null else project.profiles.${project.deploy} or null;
  nodes = if profile == null then [ ] else attrNames profile.nodes;
  isServer = name: profile.nodes.${name}.role == "server";
  keyOf = name: profile.nodes.${name}.age or null;

  secrets = [
    {
      file = "secrets/k3s-server-token.yaml";
      readers = filter isServer nodes;
      others = filter (name: !isServer name) nodes;
    }
    {
      file = "secrets/k3s-agent-token.yaml";
      readers = nodes;
      others = [ ];
    }
  ];

  # Every recipient of age that a text names.
  agesIn = text: map head (filter isList (split "(age1[02-9ac-hj-np-z]{58})" text));

  # .sops.yaml: what follows each `path_regex:`, up to the next.
  ruleFile = root + "/.sops.yaml";
  rules =
    let
      parts = split "path_regex:[ ]*([^\n]*)" (if pathExists ruleFile then readFile ruleFile else "");
      take =
        sofar: part:
        if isList part then
          sofar // { pattern = head part; }
        else if isString part && sofar.pattern != null then
          sofar // {
            pattern = null;
            found = sofar.found ++ [
              {
                pattern = unquoted sofar.pattern;
                ages = agesIn part;
              }
            ];
          }
        else
          sofar;
    in
    (foldl' take {
      pattern = null;
      found = [ ];
    } parts).found;
  unquoted =
    text:
    let
      inner = match "[\"'](.*)[\"'] *" text;
    in
    if inner == null then text else head inner;
  # The first rule that fits counts; a trailing `$` is not for `match`, which always means the whole.
  fits =
    file: rule:
    let
      bare = match "(.*[^$])[$]?" (builtins.replaceStrings [ "\\\\" ] [ "\\" ] rule.pattern);
    in
    bare != null && match (".*" + head bare) file != null;
  ruleFor = file: let found = filter (fits file) rules; in if found == [ ] then null else head found;

  update = "Run: nix run .#secrets-updatekeys";
  compare =
    where: remedy: secret: ages:
    concatMap (
      name:
      if keyOf name != null && !elem (keyOf name) ages then
        [ "${where}: node ${name} cannot decrypt ${secret.file}: its key ${keyOf name} is not among the recipients. ${remedy}" ]
      else
        [ ]
    ) secret.readers
    ++ concatMap (
      name:
      if keyOf name != null && elem (keyOf name) ages then
        [ "${where}: node ${name} can decrypt ${secret.file}, which is for servers alone. ${remedy}" ]
      else
        [ ]
    ) secret.others
    ++ concatMap (
      key:
      if elem key ages then
        [ ]
      else
        [ "${where}: administrator ${key} cannot decrypt ${secret.file}. ${remedy}" ]
    ) project.admins.age;

  ofSecret =
    secret:
    let
      encrypted = root + "/${secret.file}";
      rule = ruleFor secret.file;
      keys = filter (key: key != null) (map keyOf secret.readers) ++ project.admins.age;
    in
    (
      if keys == [ ] || !pathExists ruleFile then
        [ ]
      else if rule == null then
        [ ".sops.yaml: no rule is for ${secret.file}. Export again." ]
      else
        compare ".sops.yaml" "Export again; it follows from n3x.yaml and profiles/." secret rule.ages
    )
    ++ (
      if !pathExists encrypted then
        [ ]
      else if builtins.length (split "\nsops:" (readFile encrypted)) == 1 then
        [ "${secret.file}: it is not encrypted. Take it out of the repository and its history, and make new tokens: nix run .#secrets-init" ]
      else
        compare secret.file update secret (agesIn (readFile encrypted))
    );
in
concatMap ofSecret secrets
