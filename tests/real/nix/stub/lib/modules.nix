# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# A small module system: imports, option declarations, definitions with conditions, priorities and orders, a fixed
# point. What no option takes is an error, and so is a value of another type.
lib:
let
  inherit (builtins)
    attrNames
    concatMap
    filter
    foldl'
    functionArgs
    head
    isAttrs
    isFunction
    isPath
    isString
    mapAttrs
    removeAttrs
    sort
    ;

  path = lib.concatStringsSep ".";
  undefined = { _type = "undefined"; };
  isType = type: value: isAttrs value && value._type or null == type;

  # ---- values with properties -------------------------------------------------------------------------------------
  property = type: content: more: { _type = type; inherit content; } // more;
  mkOverride = priority: content: property "override" content { inherit priority; };
  mkOrder = priority: content: property "order" content { inherit priority; };

  # Conditions and merges of a set, moved down to its attributes, so that reading its names asks no condition.
  pushDown =
    value:
    if isType "merge" value then
      concatMap pushDown value.contents
    else if isType "if" value then
      map (mapAttrs (_: content: property "if" content { inherit (value) condition; })) (pushDown value.content)
    else if isType "override" value then
      map (mapAttrs (_: mkOverride value.priority)) (pushDown value.content)
    else if isType "order" value then
      map (mapAttrs (_: mkOrder value.priority)) (pushDown value.content)
    else
      [ value ];

  # { file, value } → what is left of it when conditions are asked: { file, value, priority, order } each.
  # What stands under a priority is looked at once that has won, as in nixpkgs.
  dischargeIn =
    order: definition:
    let
      go =
        priority: order: value:
        if isType "merge" value then
          concatMap (go priority order) value.contents
        else if isType "if" value then
          if value.condition then go priority order value.content else [ ]
        else if isType "override" value then
          [ { inherit (definition) file; inherit (value) priority; value = value.content; inherit order; } ]
        else if isType "order" value then
          go priority value.priority value.content
        else
          [ { inherit (definition) file; inherit value priority order; } ];
    in
    go 100 order definition.value;

  dischargeAll = concatMap (dischargeIn 1000);

  # The definitions of the strongest priority, in order.
  strongest =
    definitions:
    let
      found = dischargeAll definitions;
      best = foldl' (low: one: lib.min low one.priority) 9999 found;
      chosen = filter (one: one.priority == best) found;
    in
    sort (one: two: one.order < two.order) (concatMap (one: dischargeIn one.order one) chosen);

  evalValue =
    type: location: definitions:
    let
      chosen = strongest definitions;
      wrong = filter (one: !type.check one.value) chosen;
    in
    if wrong != [ ] then
      throw "A definition of option `${path location}' is not of type ${type.name}, in ${(head wrong).file}: ${
        let value = (head wrong).value; in
        if isFunction value then "a function" else if isAttrs value then "a set" else builtins.toJSON value
      }."
    else
      type.merge location chosen;

  # ---- options ----------------------------------------------------------------------------------------------------
  mkOption = attributes: attributes // { _type = "option"; };
  isOption = isType "option";

  # Declarations of the same set joined; two of one option are an error but for sub-options of one name.
  mergeOptions =
    location: declarations:
    builtins.zipAttrsWith (
      name: values:
      let
        here = location ++ [ name ];
      in
      if lib.any isOption values then
        if lib.length values == 1 then head values else throw "The option `${path here}' is declared twice."
      else
        mergeOptions here values
    ) declarations;

  # ---- modules ----------------------------------------------------------------------------------------------------
  evalModules =
    {
      modules,
      specialArgs ? { },
      prefix ? [ ],
    }@given:
    let
      arguments = {
        inherit config lib;
        options = tree;
      }
      // specialArgs;

      call =
        module:
        let
          named = functionArgs module;
          values = mapAttrs (
            name: _:
            arguments.${name} or config._module.args.${name}
              or (throw "A module asks for the argument ${name}, which nobody gives.")
          ) (lib.filterAttrs (name: optional: !optional || arguments ? ${name}) named);
        in
        module (arguments // values);

      reserved = [ "_file" "key" "imports" "disabledModules" "config" "options" "meta" "_class" "freeformType" ];
      normal =
        file: module:
        if isPath module || isString module then
          normal (toString module) (import module) // { key = toString module; }
        else if isFunction module || (isAttrs module && module ? __functor) then
          normal file (call module)
        else
          let
            structured = module ? config || module ? options;
            stray = attrNames (removeAttrs module reserved);
            where = module._file or file;
          in
          if structured && stray != [ ] then
            throw "Module ${where} has `${head stray}' beside `config' or `options'; move it into `config'."
          else
            {
              file = where;
              imports = module.imports or [ ];
              options = module.options or { };
              freeformType = module.freeformType or null;
              definitions = pushDown (if structured then module.config or { } else removeAttrs module (lib.remove "config" reserved));
            }
            // (if module ? key then { inherit (module) key; } else { });

      # All modules that are reached, each file once.
      collect =
        found: file: list:
        foldl' (
          sofar: module:
          let
            one = normal file module;
            known = one ? key && sofar.keys ? ${one.key};
            with_ = {
              keys = sofar.keys // (if one ? key then { ${one.key} = true; } else { });
              list = sofar.list ++ [ one ];
            };
          in
          if known then sofar else collect with_ one.file one.imports
        ) found list;
      all = (collect { keys = { }; list = [ ]; } "<given>" modules).list;

      tree = mergeOptions prefix (map (module: module.options) all ++ [ internal ]);
      internal._module.args = mkOption { type = lib.types.lazyAttrsOf lib.types.raw; };
      freeform = lib.findFirst (type: type != null) null (map (module: module.freeformType) all);

      definitions = concatMap (
        module: map (value: { inherit (module) file; inherit value; }) module.definitions
      ) all;

      # The definitions below each name of a set of options.
      below =
        set:
        builtins.zipAttrsWith (_: values: values) (
          concatMap (
            definition:
            map (mapAttrs (_: value: { inherit (definition) file; inherit value; })) (pushDown definition.value)
          ) set
        );

      evalOption =
        location: option: said:
        let
          type = option.type or lib.types.unspecified;
          chosen = strongest said;
          applied = option.apply or (value: value);
        in
        applied (
          if chosen != [ ] then
            evalValue type location said
          else if option ? default then
            option.default
          else if type ? empty then
            (if type.name == "submodule" then type.merge location [ ] else type.empty)
          else
            throw "The option `${path location}' is read but nobody defines it, and the stand-in for nixpkgs knows no default."
        );

      evalTree =
        location: options: set:
        let
          said = below set;
        in
        mapAttrs (
          name: option:
          (if isOption option then evalOption else evalTree) (location ++ [ name ]) option (said.${name} or [ ])
        ) options
        // (
          if freeform == null then
            { }
          else
            mapAttrs (name: values: evalValue freeform.nestedTypes.elemType (location ++ [ name ]) values) (
              removeAttrs said (attrNames options)
            )
        );

      config = evalTree prefix tree definitions;

      # What no option takes: { option, file } each.
      unknown =
        location: options: set:
        let
          said = below set;
        in
        concatMap (
          name:
          if !(options ? ${name}) then
            if freeform != null then [ ] else [ { option = path (location ++ [ name ]); inherit (head said.${name}) file; } ]
          else if isOption options.${name} then
            [ ]
          else
            unknown (location ++ [ name ]) options.${name} said.${name}
        ) (attrNames said);

      # A definition whose condition does not hold defines nothing.
      hasValue = option: said: option ? default || (option.type or { }) ? empty || dischargeAll said != [ ];
      definedIn =
        options: values: said:
        mapAttrs (
          name: option: if isOption option then values.${name} else definedIn option values.${name} (below (said.${name} or [ ]))
        ) (
          lib.filterAttrs (
            name: option: !isOption option || hasValue option (said.${name} or [ ])
          ) (removeAttrs options [ "_module" ])
        )
        // (if freeform == null then { } else removeAttrs values (attrNames options));

      strangers = unknown prefix tree definitions;
      checked =
        value:
        if strangers == [ ] then
          value
        else
          throw "The option `${(head strangers).option}' does not exist (in ${(head strangers).file}).";

      # Every value that has one, in full: that is what asks all types.
      forced =
        options: values: said:
        lib.all (
          name:
          let
            option = options.${name};
            has = said ? ${name};
          in
          if !has then
            true
          else if isOption option then
            !hasValue option said.${name}
            || (if isRaw option then builtins.seq values.${name} true else shallow values.${name})
          else
            forced option values.${name} (below said.${name})
        ) (attrNames options);
      # What is in it is nobody's question; that it is a list or a set of such things, is.
      isRaw =
        option:
        let
          name = " ${(option.type or { }).name or ""}";
        in
        lib.any (word: lib.hasSuffix " ${word}" name) [
          "raw value"
          "module"
          "function"
        ];
    in
    {
      inherit config;
      options = tree;
      # What has a value: an option that nobody defines and that has no default is left out.
      definedConfig = checked (definedIn tree config (below definitions));
      # True, or an error: every option that somebody defines takes what it is given.
      isValid = checked (forced (removeAttrs tree [ "_module" ]) config (below definitions));
      extendModules =
        { modules ? [ ], specialArgs ? { } }@more:
        evalModules {
          modules = given.modules ++ more.modules or [ ];
          specialArgs = given.specialArgs or { } // more.specialArgs or { };
          inherit prefix;
        };
      _module.args = { inherit modules; };
    };

  # Asks for all of a value, but not for what packages are made of.
  shallow =
    value:
    if builtins.isList value then
      lib.all shallow value
    else if isAttrs value then
      if value ? outPath || value.type or null == "derivation" then
        builtins.seq value.outPath true
      else
        lib.all (name: shallow value.${name}) (attrNames value)
    else
      builtins.seq value true;
in
{
  inherit
    evalModules
    evalValue
    dischargeAll
    undefined
    mkOption
    mkOverride
    mkOrder
    isOption
    ;
  mkIf = condition: content: property "if" content { inherit condition; };
  mkMerge = contents: { _type = "merge"; inherit contents; };
  mkForce = mkOverride 50;
  mkVMOverride = mkOverride 10;
  mkImageMediaOverride = mkOverride 60;
  mkDefault = mkOverride 1000;
  mkOptionDefault = mkOverride 1500;
  mkBefore = mkOrder 500;
  mkAfter = mkOrder 1500;
  mkAssert = holds: message: content: if holds then content else throw message;
  mkEnableOption =
    name:
    mkOption {
      type = lib.types.bool;
      default = false;
      description = "Whether to enable ${name}.";
    };
  mkPackageOption =
    pkgs: name: _:
    mkOption {
      type = lib.types.package;
      default = pkgs.${builtins.head (lib.toList name)};
    };
  literalExpression = text: text;
  literalMD = text: text;
  mdDoc = text: text;
  mkRenamedOptionModule = _: _: { };
  mkRemovedOptionModule = _: _: { };
  setDefaultModuleLocation = file: module: { _file = file; imports = [ module ]; };
}
