# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# The n3x schema and the plan stand beside each other in the data: where both speak they say the
# same. Here VLANs and addresses. A node may have another VLAN than its network, but only as its
# profile says.
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
  schema = import ../schema.nix profile;
  inherit (schema) networkOf say show;
  nodes = attrNames profile.nodes;

  vlan =
    name:
    let
      said = profile.vlanIds.${name} or null;
      plan = (networkOf name).vlanId or null;
    in
    if said == plan then
      [ ]
    else
      say "network ${name}: vlanIds say ${show said}, networks say ${show plan}";
  strangeVlans = filter (name: networkOf name == null) (attrNames (profile.vlanIds or { }));

  addressed =
    name:
    let
      said = profile.ipAddresses.${name} or { };
      inherit (profile.nodes.${name}) links;
      ofName =
        network:
        let
          on = filter (link: (link.network or "") == (networkOf network).name) links;
          addresses = concatMap (link: (link.addresses or [ ]) ++ (link.reservations or [ ])) on;
          bare = map (text: head (match "([^/]*)(/.*)?" text)) addresses;
          its =
          if on == [ ] then
            "it has no link there"
          else
            "its link ${(head on).name} says ${show bare}";
        in
        if networkOf network == null then
          say "node ${name}: ipAddresses say ${said.${network}} on ${network}, which is no network"
        else if elem said.${network} bare then
          [ ]
        else
          say "node ${name}: ipAddresses say ${said.${network}} on ${network}, ${its}";
    in
    concatMap ofName (attrNames said);

  # What only has the name of a node.
  strangers =
    attribute:
    concatMap (
      name:
      if profile.nodes ? ${name} then
        [ ]
      else
        say "node ${name}: ${attribute} name it, and there is none"
    ) (attrNames (profile.${attribute} or { }));

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
in
concatMap vlan schema.names
++ concatMap (name: say "vlanIds name ${name}, which is no network") strangeVlans
++ concatMap addressed nodes
++ concatMap strangers [
  "ipAddresses"
  "reservations"
]
++ again
++ concatMap named nodes
