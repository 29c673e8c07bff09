# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Lists, sets and strings.
let
  inherit (builtins)
    attrNames
    concatMap
    concatStringsSep
    elem
    elemAt
    filter
    foldl'
    genList
    head
    isAttrs
    length
    listToAttrs
    replaceStrings
    stringLength
    substring
    tail
    toJSON
    ;
  self = {
    inherit (builtins)
      all
      any
      attrNames
      attrValues
      catAttrs
      concatLists
      concatMap
      concatStringsSep
      elem
      elemAt
      filter
      foldl'
      fromJSON
      functionArgs
      genList
      groupBy
      hasAttr
      head
      intersectAttrs
      isAttrs
      isBool
      isFunction
      isInt
      isList
      isPath
      isString
      length
      listToAttrs
      mapAttrs
      match
      parseDrvName
      partition
      readFile
      removeAttrs
      replaceStrings
      seq
      deepSeq
      sort
      splitVersion
      stringLength
      substring
      tail
      toJSON
      trace
      tryEval
      typeOf
      ;
    id = value: value;
    const = value: _: value;
    flip = function: one: two: function two one;
    pipe = foldl' (value: function: function value);
    min = one: two: if one < two then one else two;
    max = one: two: if one > two then one else two;
    boolToString = value: if value then "true" else "false";
    throwIf = condition: message: value: if condition then throw message else value;
    throwIfNot = condition: message: value: if condition then value else throw message;
    assertMsg = holds: message: holds || throw message;
    warn = message: builtins.trace "warning: ${message}";
    warnIf = condition: message: value: if condition then self.warn message value else value;
    versionOlder = one: two: builtins.compareVersions two one == 1;
    versionAtLeast = one: two: builtins.compareVersions one two != -1;
    version = "25.11.stub";
    trivial = { release = "25.11"; };
    versions = {
      major = version: head (builtins.splitVersion version);
      minor = version: elemAt (builtins.splitVersion version) 1;
      majorMinor = version: concatStringsSep "." (self.take 2 (builtins.splitVersion version));
    };
    isDerivation = value: value.type or null == "derivation";
    isStringLike = value: builtins.isString value || builtins.isPath value || value ? outPath || value ? __toString;

    optional = condition: value: if condition then [ value ] else [ ];
    optionals = condition: list: if condition then list else [ ];
    optionalAttrs = condition: set: if condition then set else { };
    optionalString = condition: text: if condition then text else "";
    singleton = value: [ value ];
    toList = value: if builtins.isList value then value else [ value ];
    last = list: elemAt list (length list - 1);
    init = list: self.take (length list - 1) list;
    take = count: list: genList (elemAt list) (self.min count (length list));
    drop = count: list: genList (at: elemAt list (at + count)) (self.max 0 (length list - count));
    range = first: last: if first > last then [ ] else genList (at: first + at) (last - first + 1);
    reverseList = list: genList (at: elemAt list (length list - 1 - at)) (length list);
    flatten = value: if builtins.isList value then concatMap self.flatten value else [ value ];
    unique = foldl' (seen: value: if elem value seen then seen else seen ++ [ value ]) [ ];
    subtractLists = without: filter (value: !elem value without);
    intersectLists = one: filter (value: elem value one);
    remove = value: filter (other: other != value);
    imap0 = function: list: genList (at: function at (elemAt list at)) (length list);
    imap1 = function: list: genList (at: function (at + 1) (elemAt list at)) (length list);
    zipListsWith =
      function: one: two:
      genList (at: function (elemAt one at) (elemAt two at)) (self.min (length one) (length two));
    findFirst = predicate: otherwise: list: let found = filter predicate list; in if found == [ ] then otherwise else head found;
    count = predicate: list: length (filter predicate list);
    foldr = function: start: list: foldl' (value: one: function one value) start (self.reverseList list);
    foldl = foldl';
    forEach = list: function: map function list;
    naturalSort = builtins.sort builtins.lessThan;

    nameValuePair = name: value: { inherit name value; };
    genAttrs = names: function: listToAttrs (map (name: self.nameValuePair name (function name)) names);
    mapAttrs' = function: set: listToAttrs (map (name: function name set.${name}) (attrNames set));
    mapAttrsToList = function: set: map (name: function name set.${name}) (attrNames set);
    attrsToList = self.mapAttrsToList self.nameValuePair;
    concatMapAttrs = function: set: foldl' (all: one: all // one) { } (self.mapAttrsToList function set);
    filterAttrs =
      predicate: set:
      listToAttrs (
        concatMap (name: if predicate name set.${name} then [ (self.nameValuePair name set.${name}) ] else [ ]) (attrNames set)
      );
    getAttrs = names: set: self.genAttrs names (name: set.${name});
    attrByPath =
      path: otherwise: set:
      if path == [ ] then set
      else if set ? ${head path} then self.attrByPath (tail path) otherwise set.${head path}
      else otherwise;
    hasAttrByPath = path: set: path == [ ] || (set ? ${head path} && self.hasAttrByPath (tail path) set.${head path});
    getAttrFromPath = path: self.attrByPath path (throw "no attribute ${concatStringsSep "." path}");
    setAttrByPath = path: value: if path == [ ] then value else { ${head path} = self.setAttrByPath (tail path) value; };
    recursiveUpdate =
      one: two:
      one // builtins.mapAttrs (name: value:
        if isAttrs value && isAttrs (one.${name} or null) then self.recursiveUpdate one.${name} value else value) two;
    foldlAttrs = function: start: set: foldl' (all: name: function all name set.${name}) start (attrNames set);
    mergeAttrsList = foldl' (all: one: all // one) { };
    attrVals = names: set: map (name: set.${name}) names;
    zipAttrsWith = builtins.zipAttrsWith;

    concatStrings = concatStringsSep "";
    concatMapStrings = function: list: concatStringsSep "" (map function list);
    concatMapStringsSep = separator: function: list: concatStringsSep separator (map function list);
    concatImapStringsSep = separator: function: list: concatStringsSep separator (self.imap1 function list);
    concatLines = self.concatMapStrings (line: line + "\n");
    concatMapAttrsStringSep = separator: function: set: concatStringsSep separator (self.mapAttrsToList function set);
    hasPrefix = prefix: text: substring 0 (stringLength prefix) text == prefix;
    hasSuffix =
      suffix: text:
      stringLength text >= stringLength suffix
      && substring (stringLength text - stringLength suffix) (stringLength suffix) text == suffix;
    hasInfix = infix: text: length (builtins.split (self.escapeRegex infix) text) > 1;
    removePrefix = prefix: text: if self.hasPrefix prefix text then substring (stringLength prefix) (-1) text else text;
    removeSuffix =
      suffix: text: if self.hasSuffix suffix text then substring 0 (stringLength text - stringLength suffix) text else text;
    stringToCharacters = text: genList (at: substring at 1 text) (stringLength text);
    escape = characters: replaceStrings characters (map (character: "\\${character}") characters);
    escapeRegex = self.escape (self.stringToCharacters "\\[{()^$?*+|.");
    escapeShellArg = value: "'${replaceStrings [ "'" ] [ "'\\''" ] (toString value)}'";
    escapeShellArgs = self.concatMapStringsSep " " self.escapeShellArg;
    splitString = separator: text: filter builtins.isString (builtins.split (self.escapeRegex separator) text);
    toLower = replaceStrings (self.stringToCharacters "ABCDEFGHIJKLMNOPQRSTUVWXYZ") (self.stringToCharacters "abcdefghijklmnopqrstuvwxyz");
    toUpper = replaceStrings (self.stringToCharacters "abcdefghijklmnopqrstuvwxyz") (self.stringToCharacters "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    trim = text: let found = builtins.match "[ \t\r\n]*(.*[^ \t\r\n])[ \t\r\n]*" text; in if found == null then "" else head found;
    toInt = builtins.fromJSON;
    fromHexString = text: (fromTOML "value = 0x${text}").value;
    fixedWidthString = width: filler: text: if stringLength text >= width then text else filler + self.fixedWidthString (width - 1) filler text;
    replaceString = from: to: replaceStrings [ from ] [ to ];
    getExe = package: "${package}/bin/${package.meta.mainProgram or (builtins.parseDrvName package.name).name}";
    getExe' = package: program: "${package}/bin/${program}";
    getBin = package: package;
    getOutput = output: package: package.${output} or package.out or package;
    makeBinPath = self.concatMapStringsSep ":" (package: "${package}/bin");
    fileContents = file: self.removeSuffix "\n" (builtins.readFile file);
    importJSON = file: builtins.fromJSON (builtins.readFile file);
    licenses = { asl20 = { }; mit = { }; };
    generators = {
      toJSON = _: toJSON;
      toYAML = _: toJSON;
      toINI = _: toJSON;
      toKeyValue = _: set: self.concatLines (self.mapAttrsToList (name: value: "${name}=${toString value}") set);
    };
    cartesianProduct =
      sets:
      foldl' (all: name: concatMap (one: map (value: one // { ${name} = value; }) sets.${name}) all) [ { } ] (attrNames sets);
    maintainers = { };
  };
in
self
