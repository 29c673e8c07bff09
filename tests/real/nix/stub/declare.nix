# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# From the flat lists of options/ and others/ to declarations, for the lib of the stand-in and for the real one: that
# lacks two of our types, and says no default where a list of ours leaves it to the type.
{ lib }:
let
  inherit (builtins)
    all
    attrNames
    elem
    filter
    isAttrs
    isString
    split
    ;
  isOurs = lib.types ? section;

  known = types: {
    json = types.anything;
    # A section of a unit or of a settings file: these keys, of these types, no others.
    section =
      keys:
      types.addCheck (types.attrsOf types.anything) (
        value: isAttrs value && all (key: keys ? ${key}) (attrNames value)
      )
      // {
        description = "section of ${toString (attrNames keys)}";
      };
  };
  types = if isOurs then lib.types else lib.types // known lib.types;
  self = lib // {
    inherit types optionTree;
  };

  # Real options need their defaults said. What has none is null there, or asking for all of a set would end at the
  # first that nobody defined.
  declared =
    said:
    let
      isType = elem (said._type or "") [ "option-type" ];
      type = if isType then said else said.type;
      name = type.name or "";
      defaultOf =
        if isOurs || type.emptyValue ? value || said ? default then
          { }
        else if name == "bool" then
          { default = false; }
        else if elem name [ "separatedString" "lines" ] then
          { default = ""; }
        else if name == "deferredModule" then
          { default = { }; }
        else
          {
            type = types.nullOr type;
            default = null;
          };
    in
    lib.mkOption ((if isType then { inherit type; } else said) // defaultOf);

  # { "services.k3s.enable" = type or { type, default }; … } as a tree of options.
  optionTree =
    flat:
    lib.foldl' lib.recursiveUpdate { } (
      map (name: lib.setAttrByPath (filter isString (split "\\." name)) (declared flat.${name})) (attrNames flat)
    );
in
{
  inherit optionTree;
  lib = self;

  # True, or an error: all that somebody defines has the type of its option. Ours says it of every evaluation; for the
  # real lib each option that has a value is asked for it.
  isValid =
    evaluation:
    evaluation.isValid or (
      let
        isRaw = option: elem (option.type.name or "") [ "raw" "deferredModule" "lazyAttrsOf" ];
        # What packages are made of is nobody's question here.
        shallow =
          value:
          if builtins.isList value then
            all shallow value
          else if isAttrs value then
            if value ? outPath || value.type or null == "derivation" then
              builtins.seq value.outPath true
            else
              all (name: shallow value.${name}) (attrNames value)
          else
            builtins.seq value true;
        forced =
          options:
          all (
            name:
            let
              option = options.${name};
            in
            name == "_module"
            || (
              if lib.isOption option then
                isRaw option || !option.isDefined || shallow (map (definition: definition) [ option.value ])
              else
                forced option
            )
          ) (attrNames options);
      in
      forced evaluation.options
    );
}
