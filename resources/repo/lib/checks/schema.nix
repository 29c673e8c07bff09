# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# The n3x schema of a profile beside its plan: which networks its names mean, and the sentence that
# says where the two differ.
profile:
let
  inherit (builtins)
    elem
    filter
    head
    isList
    ;
  file = "lib/network/profiles/${profile.name}.nix";
  remedy = "It was changed by hand: change profiles/${profile.name}.yaml and export again.";

  first = list: if list == [ ] then null else head list;
  named = name: first (filter (network: network.name == name) profile.networks);
  # The schema asks for two networks by name; where none is called so, one plays that part.
  parts = {
    cluster = named profile.k3s.network;
    storage = first (filter (network: elem "storage" network.carries) profile.networks);
  };
  # Null for a name that means no network.
  networkOf =
    name:
    let
      own = named name;
    in
    if own != null then own else parts.${name} or null;
  ofCluster = networkOf "cluster"; # null only where nothing carries K3s, which another rule says
in
{
  inherit networkOf;
  cluster = if ofCluster == null then { name = "cluster"; } else ofCluster;
  # Every name that the schema has to have a value for where its network has one.
  names =
    map (network: network.name) profile.networks
    ++ filter (name: named name == null && parts.${name} != null) [
      "cluster"
      "storage"
    ];

  say = what: [ "${file}: ${what}. ${remedy}" ];
  show =
    value:
    if value == null then
      "nothing"
    else if isList value then
      builtins.concatStringsSep ", " (map toString value)
    else
      toString value;
}
