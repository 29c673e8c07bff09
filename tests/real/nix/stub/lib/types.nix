# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Types of options: `check` looks at one value, `merge` joins the definitions of an option, each { file, value }.
# `empty` is what an option of the type is when nobody defines it, where the type has such a thing.
lib:
let
  inherit (builtins)
    all
    concatMap
    elem
    filter
    head
    isAttrs
    isBool
    isFloat
    isInt
    isList
    isPath
    isString
    length
    mapAttrs
    match
    tail
    ;

  show = value: if isList value then "a list" else if isAttrs value then "a set" else builtins.toJSON value;
  path = lib.concatStringsSep ".";
  files = definitions: lib.concatMapStringsSep ", " (definition: definition.file) definitions;

  type =
    name: check: merge: more:
    { _type = "option-type"; inherit name check merge; description = name; } // more;

  mergeEqual =
    location: definitions:
    if all (definition: definition.value == (head definitions).value) definitions then
      (head definitions).value
    else
      throw "The option `${path location}' has conflicting definitions in ${files definitions}: ${
        lib.concatMapStringsSep ", " (definition: show definition.value) definitions
      }. Give one of them lib.mkForce.";

  mergeOne =
    location: definitions:
    if length definitions == 1 then
      (head definitions).value
    else
      throw "The option `${path location}' is defined more than once: ${files definitions}.";

  scalar = name: check: type name check mergeEqual { };

  # The values of one place, each with its own priority, as elements of lists and sets have them.
  element = elemType: location: definitions: lib.evalValue elemType location definitions;

  isPackage = value: isAttrs value && (value.type or null == "derivation" || value ? outPath);
  isStoreText = value: isString value || isPath value || isPackage value;
  isPathText = value: isPath value || isPackage value || (isString value && match "/.*" value != null);

  # A lazy set lists names without asking what their conditions are, so one may depend on another.
  attrsType =
    isLazy: name: elemType:
    type name isAttrs
      (
        location: definitions:
        mapAttrs (key: element elemType (location ++ [ key ])) (
          lib.filterAttrs (_: values: isLazy || lib.dischargeAll values != [ ]) (
            builtins.zipAttrsWith (_: values: values) (
              map (
                definition:
                mapAttrs (_: value: {
                  inherit (definition) file;
                  inherit value;
                }) definition.value
              ) definitions
            )
          )
        )
      )
      { empty = { }; nestedTypes = { inherit elemType; }; };

  self = {
    inherit mergeEqual mergeOne;
    mkOptionType = { name, check ? _: true, merge ? mergeOne, ... }: type name check merge { };
    bool = type "boolean" isBool mergeEqual { empty = false; };
    boolByOr = type "boolean" isBool (_: lib.any (definition: definition.value)) { empty = false; };
    int = scalar "integer" isInt;
    float = scalar "floating point number" isFloat;
    number = scalar "number" (value: isInt value || isFloat value);
    str = scalar "string" isString;
    nonEmptyStr = scalar "non-empty string" (value: isString value && value != "");
    singleLineStr = scalar "one line" (value: isString value && match "[^\n]*\n?" value != null);
    strMatching = pattern: scalar "string matching ${pattern}" (value: isString value && match pattern value != null);
    path = scalar "path" isPathText;
    pathInStore = self.path;
    externalPath = self.path;
    pathWith = _: self.path;
    package = type "package" (value: isPackage value || (isString value && match "/nix/store/.*" value != null)) mergeOne { };
    shellPackage = self.package;
    raw = type "raw value" (_: true) mergeOne { };
    unspecified = self.anything;
    optionType = self.raw;
    enum = values: scalar "one of ${lib.concatMapStringsSep ", " show values}" (value: elem value values);
    ints = {
      between = low: high: scalar "integer from ${toString low} to ${toString high}" (value: isInt value && value >= low && value <= high);
      unsigned = scalar "unsigned integer" (value: isInt value && value >= 0);
      positive = scalar "positive integer" (value: isInt value && value > 0);
      u8 = self.ints.between 0 255;
      u16 = self.ints.between 0 65535;
      u32 = self.ints.between 0 4294967295;
    };
    numbers = self.ints;
    port = self.ints.u16;
    separatedString =
      separator:
      type "string" isString (_: definitions: lib.concatMapStringsSep separator (definition: definition.value) definitions) { empty = ""; };
    lines = self.separatedString "\n" // { name = "lines"; };
    commas = self.separatedString ",";
    envVar = self.separatedString ":";
    listOf =
      elemType:
      type "list of ${elemType.name}" isList
        (
          location: definitions:
          concatMap (
            definition:
            lib.concatLists (
              lib.imap1 (
                at: value:
                let
                  one = [ { inherit (definition) file; inherit value; } ];
                in
                lib.optional (lib.dischargeAll one != [ ]) (element elemType (location ++ [ "[${toString at}]" ]) one)
              ) definition.value
            )
          ) definitions
        )
        { empty = [ ]; nestedTypes = { inherit elemType; }; };
    nonEmptyListOf = self.listOf;
    attrsOf = elemType: attrsType false "set of ${elemType.name}" elemType;
    lazyAttrsOf = elemType: attrsType true "set of ${elemType.name}" elemType;
    attrs = type "set" isAttrs (_: lib.foldl' (all: definition: all // definition.value) { }) { empty = { }; };
    nullOr =
      inner:
      type "null or ${inner.name}" (value: value == null || inner.check value) (
        location: definitions:
        let
          said = filter (definition: definition.value != null) definitions;
        in
        if said == [ ] then
          null
        else if length said != length definitions then
          throw "The option `${path location}' is null in one definition and not in another: ${files definitions}."
        else
          inner.merge location definitions
      ) { empty = null; nestedTypes = { elemType = inner; }; };
    either =
      one: two:
      type "${one.name} or ${two.name}" (value: one.check value || two.check value) (
        location: definitions:
        if all (definition: one.check definition.value) definitions then
          one.merge location definitions
        else if all (definition: two.check definition.value) definitions then
          two.merge location definitions
        else
          throw "The option `${path location}' has definitions of different types in ${files definitions}; they do not merge."
      ) (if one ? empty then { inherit (one) empty; } else if two ? empty then { inherit (two) empty; } else { });
    oneOf = types: if length types == 1 then head types else self.either (head types) (self.oneOf (tail types));
    coercedTo =
      from: function: to:
      type to.name (value: from.check value || to.check value) (
        location: definitions:
        to.merge location (
          map (
            definition:
            definition // { value = if from.check definition.value then function definition.value else definition.value; }
          ) definitions
        )
      ) (if to ? empty then { inherit (to) empty; } else { });
    functionTo = _: type "function" builtins.isFunction mergeOne { };
    addCheck = inner: check: inner // { check = value: inner.check value && check value; };
    uniq = inner: inner // { merge = mergeOne; };
    unique = _: self.uniq;

    # Scalars merge where they are equal, lists are joined, sets are merged name by name.
    anything = type "anything" (_: true) (
      location: definitions:
      let
        every = predicate: all (definition: predicate definition.value) definitions;
      in
      if every (value: isAttrs value && !isPackage value) then
        (self.attrsOf self.anything).merge location definitions
      else if every isList then
        concatMap (definition: definition.value) definitions
      else if every builtins.isFunction then
        mergeOne location definitions
      else
        mergeEqual location definitions
    ) { };

    # What a file format holds: no functions.
    json = type "JSON value" (
      value:
      value == null || isBool value || isInt value || isFloat value || isStoreText value || isList value || isAttrs value
    ) self.anything.merge { empty = { }; };

    # Modules, merged as one more evaluation.
    deferredModule =
      type "module" (value: isAttrs value || builtins.isFunction value || isPath value)
        (_: definitions: { imports = map (definition: definition.value) definitions; })
        { empty = { }; };
    deferredModuleWith = _: self.deferredModule;

    submodule = module: self.submoduleWith { modules = lib.toList module; };
    submoduleWith =
      {
        modules,
        specialArgs ? { },
        ...
      }:
      type "submodule" (value: isAttrs value || builtins.isFunction value || isPath value)
        (
          location: definitions:
          (lib.evalModules {
            inherit specialArgs;
            prefix = location;
            modules =
              modules
              ++ [ { _module.args.name = lib.last location; } ]
              ++ map (definition: {
                _file = definition.file;
                imports = [ (if isAttrs definition.value then { config = definition.value; } else definition.value) ];
              }) definitions;
          }).definedConfig
        )
        { empty = { }; };

    # A section of a unit or of a settings file: these keys, of these types, no others.
    section =
      keys:
      type "section" isAttrs (
        location: definitions:
        let
          unknown = filter (key: !(keys ? ${key})) (lib.attrNames (lib.mergeAttrsList (map (definition: definition.value) definitions)));
        in
        if unknown != [ ] then
          throw "The option `${path location}' has the unknown key ${head unknown}, in ${files definitions}."
        else
          mapAttrs (
            key: values: element keys.${key} (location ++ [ key ]) values
          ) (
            builtins.zipAttrsWith (_: values: values) (
              map (
                definition:
                mapAttrs (_: value: {
                  inherit (definition) file;
                  inherit value;
                }) definition.value
              ) definitions
            )
          )
      ) { empty = { }; };
  };
in
self
