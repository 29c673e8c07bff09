# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# `nearest name names`: the one of `names` that a mistyped `name` was most likely meant to be, or
# null where there is none at all. `unknown` makes the sentence that errors say.
let
  inherit (builtins)
    concatStringsSep
    elemAt
    foldl'
    genList
    length
    stringLength
    substring
    ;

  letters = text: genList (at: substring at 1 text) (stringLength text);
  least = one: two: if one < two then one else two;

  # By how many letters two words differ: row by row of the table of Levenshtein.
  distance =
    one: two:
    let
      columns = letters two;
      row =
        before: letter:
        (foldl'
          (
            { left, cells }:
            at:
            let
              replaced = elemAt before at + (if elemAt columns at == letter then 0 else 1);
              cell = least replaced (1 + least left (elemAt before (at + 1)));
            in
            {
              left = cell;
              cells = cells ++ [ cell ];
            }
          )
          {
            left = elemAt before 0 + 1;
            cells = [ (elemAt before 0 + 1) ];
          }
          (genList (at: at) (length columns))
        ).cells;
    in
    elemAt (foldl' row (genList (at: at) (length columns + 1)) (letters one)) (length columns);

  nearest =
    name: names:
    (foldl'
      (
        best: candidate:
        let
          letters = distance name candidate;
        in
        if best.name == null || letters < best.letters then
          {
            inherit letters;
            name = candidate;
          }
        else
          best
      )
      {
        name = null;
        letters = 0;
      }
      names
    ).name;

  # unknown "profile \"simple\"" "node" "sevrer-1" [ "server-1" "agent-1" ]
  unknown =
    owner: kind: name: names:
    let
      known = concatStringsSep ", " names;
    in
    if names == [ ] then
      "${owner} has no ${kind} \"${name}\", and no ${kind} at all."
    else
      "${owner} has no ${kind} \"${name}\". The nearest is \"${toString (nearest name names)}\""
      + (if length names <= 12 then "; there are: ${known}." else ".");
in
{
  inherit distance nearest unknown;
}
