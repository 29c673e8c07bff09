# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Outputs are named <profile>-<node>, and those of the deployed profile by node alone: no two may
# fall together.
{ project, ... }:
let
  inherit (builtins)
    attrNames
    attrValues
    concatMap
    concatStringsSep
    groupBy
    length
    ;
  names = concatMap (
    profile:
    concatMap (
      node:
      [
        {
          name = "${profile}-${node}";
          is = "node ${node} of profile ${profile}";
        }
      ]
      ++ (
        if profile == project.deploy then
          [
            {
              name = node;
              is = "the deployed node ${node}";
            }
          ]
        else
          [ ]
      )
    ) (attrNames project.profiles.${profile}.nodes)
  ) (attrNames project.profiles);
in
concatMap (
  group:
  if length group < 2 then
    [ ]
  else
    [
      (
        "lib/project.nix: ${concatStringsSep " and " (map (one: one.is) group)} "
        + "would both be called ${(builtins.head group).name} (N3X1003). "
        + "Rename one of them in n3x.yaml or profiles/ and export again."
      )
    ]
) (attrValues (groupBy (one: one.name) names))
