# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# The rules of a profile that can be seen in its data, under the codes that the studio gives them
# (n3x explain N3X2006).
{ project, profile, ... }:
let
  inherit (builtins) concatMap;
  file = "lib/network/profiles/${profile.name}.nix";
  remedy = "Change profiles/${profile.name}.yaml and export again.";
  context = {
    inherit project profile;
    # about "node server-1" "address 10.0.0.1 is taken" "N3X2006"
    about = object: what: code: [ "${file}: ${object}: ${what} (${code}). ${remedy}" ];
    # The pairs of different elements of a list, each once.
    pairs =
      list:
      concatMap (
        at:
        map (other: {
          one = builtins.elemAt list at;
          two = builtins.elemAt list other;
        }) (builtins.genList (other: at + 1 + other) (builtins.length list - at - 1))
      ) (builtins.genList (at: at) (builtins.length list));
  };
in
concatMap (rules: import rules context) [
  ./rules/values.nix
  ./rules/names.nix
  ./rules/networks.nix
  ./rules/addresses.nix
  ./rules/subnets.nix
  ./rules/links.nix
  ./rules/cluster.nix
  ./rules/kubernetes.nix
  ./rules/agreement.nix
  ./rules/agreement-links.nix
  ./rules/agreement-services.nix
]
