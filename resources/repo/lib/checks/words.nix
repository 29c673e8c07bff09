# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# `strange set fields`: each word in these fields of the set that is none of its choices, as a
# sentence. A field holds one word, or a list of them.
let
  inherit (builtins)
    concatMap
    concatStringsSep
    elem
    filter
    isList
    ;
  choices = import ./choices.nix;
in
set:
concatMap (
  field:
  let
    value = set.${field};
    words = if isList value then value else [ value ];
    known = choices.${field};
  in
  map (word: "there is no ${field} ${toString word}, only ${concatStringsSep ", " known}") (
    filter (word: !elem word known) words
  )
)
