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

  # What the schema says again by network.
  again =
    let
      sameId =
        network:
        let
          id = profile."${network}VlanId" or null;
        in
        if id == null || id == profile.vlanIds.${network} or null then
          [ ]
        else
          say "network ${network}: ${network}VlanId is ${show id}, vlanIds say ${show (profile.vlanIds.${network} or null)}";
      sameAddress =
        { attribute, network }:
        concatMap (
          name:
          let
            address = profile.${attribute}.${name};
            own = profile.ipAddresses.${name}.${network} or null;
          in
          if address == own then
            [ ]
          else
            say "node ${name}: ${attribute} say ${show address}, ipAddresses say ${show own} on ${network}"
        ) (attrNames (profile.${attribute} or { }));
    in
    concatMap sameId [
      "cluster"
      "storage"
    ]
    ++ concatMap sameAddress [
      {
        attribute = "nodeIPs";
        network = "cluster";
      }
      {
        attribute = "clusterIPs";
        network = "cluster";
      }
      {
        attribute = "storageIPs";
        network = "storage";
      }
    ];

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
concatMap vlan profile.networks ++ concatMap addressed nodes ++ again ++ concatMap named nodes
