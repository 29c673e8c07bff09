# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# What bears every taint that nodes of a profile have: for pods that have to run on all of them.
{ profile }:
let
  inherit (builtins)
    attrValues
    concatMap
    concatStringsSep
    elemAt
    foldl'
    match
    ;
  taints = foldl' (known: one: if builtins.elem one known then known else known ++ [ one ]) [ ] (
    concatMap (node: node.k3s.taints or [ ]) (attrValues profile.nodes)
  );

  # "key=value:effect", or without a value "key:effect".
  tolerationOf =
    taint:
    let
      parts = match "([^=:]+)(=([^:]*))?:(.+)" taint;
      value = elemAt parts 2;
    in
    {
      key = elemAt parts 0;
      effect = elemAt parts 3;
    }
    // (
      if value == null then
        { operator = "Exists"; }
      else
        {
          operator = "Equal";
          inherit value;
        }
    );
in
{
  list = map tolerationOf taints;
  text = concatStringsSep "; " taints; # as Longhorn's own setting takes it
}
