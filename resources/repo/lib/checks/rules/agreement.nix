# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# The n3x schema and the plan stand beside each other in the data: where both speak they say the
# same. A node may have another VLAN than its network, but only as its profile says.
{ profile, ... }:
let
  inherit (builtins)
    attrNames
    concatMap
    elem
    filter
    head
    match
    ;
  file = "lib/network/profiles/${profile.name}.nix";
  remedy = "It was changed by hand: change profiles/${profile.name}.yaml and export again.";
  say = what: [ "${file}: ${what}. ${remedy}" ];
  show = value: if value == null then "nothing" else toString value;

  vlan =
    network:
    let
      schema = profile.vlanIds.${network.name} or null;
      plan = network.vlanId or null;
    in
    if schema == plan then
      [ ]
    else
      say "network ${network.name}: vlanIds say ${show schema}, networks say ${show plan}";

  addressed =
    name:
    let
      schema = profile.ipAddresses.${name} or { };
      ofLink =
        link:
        let
          said = (link.addresses or [ ]) ++ (link.reservations or [ ]);
          bare = map (text: head (match "([^/]*)(/.*)?" text)) said;
          own = schema.${link.network} or null;
        in
        if own == null || elem own bare then
          [ ]
        else
          say (
            "node ${name}: ipAddresses say ${own} on ${link.network}, "
            + "its link ${link.name} says ${builtins.concatStringsSep ", " bare}"
          );
    in
    concatMap ofLink (filter (link: link ? network) profile.nodes.${name}.links);

  # `<uplink>.<id>`: the name and the number are one fact.
  named =
    name:
    concatMap (
      link:
      let
        id = match ".*[.]([0-9]+)" link.name;
      in
      if link.kind == "vlan" && id != null && head id != toString link.vlanId then
        say "node ${name}: link ${link.name} has VLAN ${toString link.vlanId}"
      else
        [ ]
    ) profile.nodes.${name}.links;
  nodes = attrNames profile.nodes;
in
concatMap vlan profile.networks ++ concatMap addressed nodes ++ concatMap named nodes
