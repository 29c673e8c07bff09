# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Who can read which secret, without reading any: sops lists the recipients in the encrypted files,
# and .sops.yaml says who they are to be. A node that cannot decrypt its token starts without K3s,
# and one that could decrypt the token of servers would be one.
{ project, root, ... }:
let
  inherit (builtins)
    any
    attrNames
    attrValues
    concatMap
    elem
    elemAt
    filter
    foldl'
    genList
    head
    isList
    isString
    length
    match
    pathExists
    readDir
    readFile
    split
    storeDir
    stringLength
    substring
    ;
  inherit (import ../nearest.nix) nearest;
  profile = if project.deploy == null then null else project.profiles.${project.deploy} or null;
  nodes = if profile == null then [ ] else attrNames profile.nodes;
  isServer = name: profile.nodes.${name}.role == "server";
  keyOf = name: profile.nodes.${name}.age or null;
  isNixos = name: profile.nodes.${name}.backend == "nixos"; # what decrypts secrets on the machine

  # What a machine alone may know: secrets/hosts/<node>.yaml
  hostFolder = root + "/secrets/hosts";
  hosts = concatMap (
    file:
    let
      name = match "(.*)[.]yaml" file;
    in
    if name == null then [ ] else name
  ) (if pathExists hostFolder then attrNames (readDir hostFolder) else [ ]);
  known = filter (name: elem name nodes) hosts;
  strange = filter (name: !elem name nodes) hosts;

  secrets = [
    {
      file = "secrets/k3s-server-token.yaml";
      readers = filter isServer nodes;
      others = filter (name: !isServer name) nodes;
      isFor = "servers";
    }
    {
      file = "secrets/k3s-agent-token.yaml";
      readers = nodes;
      others = [ ];
      isFor = "nodes";
    }
  ]
  ++ map (name: {
    file = "secrets/hosts/${name}.yaml";
    readers = [ name ];
    others = filter (other: other != name) nodes;
    isFor = "node ${name}";
  }) known;

  ofStranger = name: [
    (
      "secrets/hosts/${name}.yaml: the deployed profile ${profile.name} has no node ${name}. "
      + (if nodes == [ ] then "" else "The nearest is ${nearest name nodes}. ")
      + "Rename the file, or remove it."
    )
  ];

  # Every file of secrets, whoever it is for and whatever its form: "secrets/wifi.yaml". One that
  # holds bytes which are no text, Nix itself refuses by its name.
  isYaml = name: match ".*[.]ya?ml" name != null;
  isNoSecret = name: elem name [ "README.md" ".gitignore" ];
  filesBelow =
    folder:
    let
      entries = readDir (root + "/${folder}");
      ofEntry =
        name:
        if entries.${name} == "directory" then
          if "${folder}/${name}" == "secrets/keys" then [ ] else filesBelow "${folder}/${name}"
        else if isYaml name || (entries.${name} == "regular" && !isNoSecret name) then
          [ "${folder}/${name}" ]
        else
          [ ];
    in
    concatMap ofEntry (attrNames entries);
  files = if pathExists (root + "/secrets") then filesBelow "secrets" else [ ];

  # What sops wrote as YAML has a block of its own at the end; elsewhere its values are enough.
  holds = what: text: length (split what text) > 1;
  isOfSops = holds "\nsops:";
  hasValueOfSops = holds "ENC\\[AES256_GCM,";

  # The numbers of lines that say a value in clear, though sops' block is there. The beginning of a
  # line is enough to tell, and spares a long line the regular expressions.
  openLines =
    text:
    let
      lines = map (substring 0 300) (filter isString (split "\n" text));
      isTop = line: match "[^ #].*" line != null;
      isEncrypted = line: match " *(- +)*(.*: +)?[\"']?ENC\\[.*" line != null;
      saysNothing =
        line: match " *|---|[.]{3}| *#.*| *(- +)*(.*: *)?(\"\"|''|null|~|[{][}]|\\[])?" line != null;
      isMeantOpen = line: match " *(- +)*[^:]*_unencrypted[\"']?:.*" line != null;
      isOpen = line: !(isEncrypted line || saysNothing line || isMeantOpen line);
      take =
        sofar: number:
        let
          line = elemAt lines number;
          isMeta = if isTop line then match "sops:.*" line != null else sofar.isMeta;
        in
        {
          inherit isMeta;
          found = sofar.found ++ (if !isMeta && isOpen line then [ (number + 1) ] else [ ]);
        };
    in
    (foldl' take {
      isMeta = false;
      found = [ ];
    } (genList (number: number) (length lines))).found;

  ofFile =
    file:
    let
      text = readFile (root + "/${file}");
      open = openLines text;
      remedy =
        "Take it out of the repository and its history, and make another secret. How that is done with "
        + "the tokens of a cluster that runs says: nix run .#secrets-updatekeys -- --help";
      inClear = [ "${file}: it is not encrypted. ${remedy}" ];
    in
    if holds "AGE-SECRET-KEY-" text then
      [ "${file}: it holds a private key of age. ${remedy}" ]
    else if !isYaml file then
      if text == "" || hasValueOfSops text then [ ] else inClear
    else if !isOfSops text then
      inClear
    else if open != [ ] then
      [ "${file}: line ${toString (head open)} is not encrypted. ${remedy}" ]
    else
      [ ];

  # Nix copies a folder without git whole.
  isInStore = substring 0 (stringLength storeDir) (toString root) == storeDir;
  ofKeys =
    if isInStore && pathExists (root + "/secrets/keys") then
      [
        (
          "secrets/keys: Nix copied private keys into ${storeDir}, where every user can read them. "
          + "Make the repository one of git (git init && git add .), which leaves them out, and make other keys: "
          + "nix run .#secrets-init"
        )
      ]
    else
      [ ];

  # Every recipient of age that a text names.
  agesIn = text: map head (filter isList (split "(age1[02-9ac-hj-np-z]{58})" text));

  # .sops.yaml: what follows each `path_regex:`, up to the next.
  ruleFile = root + "/.sops.yaml";
  rules =
    let
      text = if pathExists ruleFile then readFile ruleFile else "";
      parts = split "path_regex:[ ]*([^\n]*)" text;
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
  # The first rule that fits counts; a trailing `$` is not for `match`, which always means the
  # whole.
  fits =
    file: rule:
    let
      bare = match "(.*[^$])[$]?" (builtins.replaceStrings [ "\\\\" ] [ "\\" ] rule.pattern);
    in
    bare != null && match (".*" + head bare) file != null;
  ruleFor =
    file:
    let
      found = filter (fits file) rules;
    in
    if found == [ ] then null else head found;

  update = "Run: nix run .#secrets-updatekeys";
  compare =
    where: remedy: secret: ages:
    concatMap (
      name:
      if keyOf name != null && !elem (keyOf name) ages then
        [
          (
            "${where}: node ${name} cannot decrypt ${secret.file}: "
            + "its key ${keyOf name} is not among the recipients. ${remedy}"
          )
        ]
      else
        [ ]
    ) secret.readers
    ++ concatMap (
      name:
      if keyOf name != null && elem (keyOf name) ages then
        [
          (
            "${where}: node ${name} can decrypt ${secret.file}, "
            + "which is for ${secret.isFor} alone. ${remedy}"
          )
        ]
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
      keyless = filter (name: keyOf name == null && isNixos name) secret.readers;
    in
    (
      if keys == [ ] || !pathExists ruleFile then
        [ ]
      else if rule == null then
        [ ".sops.yaml: no rule is for ${secret.file}. Export again." ]
      else
        compare ".sops.yaml" "Export again: it follows from n3x.yaml and profiles/." secret
          rule.ages
    )
    ++ (
      if !pathExists encrypted then
        [ ]
      else if !isOfSops (readFile encrypted) then
        [ ] # said above
      else
        map (
          name:
          "${secret.file}: node ${name} cannot decrypt it: the project knows no key of the node. "
          + "Say the age recipient of ${name} in profiles/${profile.name}.yaml, export again, "
          + "and run: nix run .#secrets-updatekeys"
        ) keyless
        ++ compare secret.file update secret (agesIn (readFile encrypted))
    );

  # Whoever a file is for: administrators read it, and nobody does whom neither project nor
  # .sops.yaml names any more.
  isListed = file: any (secret: secret.file == file) secrets;
  everyKey =
    project.admins.age
    ++ concatMap (
      name:
      filter isString (map (node: node.age or null) (attrValues project.profiles.${name}.nodes))
    ) (attrNames project.profiles)
    ++ (if pathExists ruleFile then agesIn (readFile ruleFile) else [ ]);
  ofRecipients =
    file:
    let
      ages = agesIn (readFile (root + "/${file}"));
      forAdministrators = {
        inherit file;
        readers = [ ];
        others = [ ];
      };
    in
    (if ages == [ ] || isListed file then [ ] else compare file update forAdministrators ages)
    ++ map (
      key:
      "${file}: ${key} can decrypt it, and neither project nor .sops.yaml names that key. "
      + update
    ) (filter (key: !elem key everyKey) ages);
in
ofKeys
++ concatMap ofFile files
++ concatMap ofSecret secrets
++ concatMap ofRecipients files
++ (if profile == null then [ ] else concatMap ofStranger strange)
