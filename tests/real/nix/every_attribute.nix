# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Evaluates every attribute of every output of a flake, and counts what it met. Systems are asked for what they build;
# their thousands of options were asked for by that.
outputs:
let
  inherit (builtins)
    attrNames
    foldl'
    isAttrs
    isFunction
    isList
    seq
    ;
  none = {
    derivations = 0;
    functions = 0;
    values = 0;
  };
  add = one: two: builtins.mapAttrs (name: count: count + two.${name}) one;
  sum = foldl' add none;

  isSystem = value: value ? config && value ? extendModules;
  walk =
    value:
    if isFunction value then
      none // { functions = 1; }
    else if isList value then
      sum (map walk value)
    else if !isAttrs value then
      seq value (none // { values = 1; })
    else if value.type or null == "derivation" then
      seq value.drvPath (none // { derivations = 1; })
    else if isSystem value then
      walk { inherit (value.config.system.build) toplevel; }
    else
      sum (map (name: walk value.${name}) (attrNames value));

  # What flakes add to every flake's outputs.
  names = builtins.filter (
    name:
    !builtins.elem name [
      "inputs"
      "outPath" # a set with it counts as a path
      "outputs"
      "sourceInfo"
      "_type"
    ]
  ) (attrNames outputs);
in
builtins.listToAttrs (
  map (name: {
    inherit name;
    value = walk outputs.${name};
  }) names
)
