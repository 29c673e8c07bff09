# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Addresses of nodes: in their network's subnet, none twice, none that means something else.
{ profile, about, ... }:
let
  inherit (builtins)
    any
    attrNames
    attrValues
    concatMap
    concatStringsSep
    elem
    filter
    groupBy
    head
    length
    listToAttrs
    match
    ;
  addresses = import ../addresses.nix;

  networks = listToAttrs (
    map (network: {
      inherit (network) name;
      value = network // {
        ranges = filter (range: range != null) (map addresses.interface network.subnets);
      };
    }) profile.networks
  );

  # Every static address: { node, link, network, text, said }
  entries = concatMap (
    node:
    concatMap (
      link:
      map (text: {
        inherit node text;
        link = link.name;
        network = link.network or "";
        said = head (match "([^/]*)(/.*)?" text);
        parsed = addresses.interface text;
      }) (link.addresses or [ ])
    ) profile.nodes.${node}.links
  ) (attrNames profile.nodes);
  known = filter (entry: entry.parsed != null && networks ? ${entry.network}) entries;

  ofEntry =
    entry:
    let
      object = "node ${entry.node}";
      network = networks.${entry.network};
      inherit (entry.parsed) groups prefix;
      home = filter (range: addresses.contains range groups) network.ranges;
      range = head home;
    in
    if entry.parsed == null then
      about object "${entry.text} of ${entry.link} is no address with a prefix" "N3X2001"
    else if !(networks ? ${entry.network}) then
      about object "link ${entry.link} is on the network “${entry.network}”, which the profile has not" "N3X1101"
    else if home == [ ] then
      about object
        "${entry.said} is outside the network ${entry.network}, ${concatStringsSep ", " network.subnets}"
        "N3X2004"
    else if prefix != range.prefix then
      about object "${entry.text} has another prefix than the network ${entry.network}" "N3X2004"
    else if addresses.isNetwork range groups || addresses.isBroadcast range groups then
      about object
        "${entry.said} is the address of the network ${entry.network} itself, or its broadcast address"
        "N3X2005"
    else if any (gateway: addresses.address gateway == groups) (network.gateways or [ ]) then
      about object "${entry.said} is the gateway of the network ${entry.network}" "N3X2007"
    else
      [ ];

  # By what the address is, not by how it is written.
  twice = concatMap (
    group:
    if length group < 2 then
      [ ]
    else
      about "nodes ${concatStringsSep " and " (map (entry: entry.node) group)}"
        "they have one address, ${(head group).said}, in the network ${(head group).network}"
        "N3X2006"
  ) (
    attrValues (
      groupBy (entry: "${entry.network} ${concatStringsSep ":" (map toString entry.parsed.groups)}") known
    )
  );

  ofNetwork =
    network:
    concatMap (
      gateway:
      let
        groups = addresses.address gateway;
      in
      if groups == null then
        about "network ${network.name}" "gateway ${gateway} is no address" "N3X2001"
      else if !any (range: addresses.contains range groups) networks.${network.name}.ranges then
        about "network ${network.name}" "gateway ${gateway} is outside its subnets" "N3X2015"
      else
        [ ]
    ) (network.gateways or [ ]);

  api = profile.k3s.apiAddress or null;
  apiProblems =
    if api == null then
      [ ]
    else if addresses.address api == null then
      about "k3s" "its API address ${api} is no address" "N3X2001"
    else if !any (range: addresses.contains range (addresses.address api)) networks.${profile.k3s.network}.ranges then
      about "k3s" "its API address ${api} is outside the network ${profile.k3s.network}" "N3X5016"
    else if elem (addresses.address api) (map (entry: entry.parsed.groups) known) then
      about "k3s" "its API address ${api} is that of a node" "N3X5017"
    else
      [ ];
in
concatMap ofEntry entries ++ twice ++ concatMap ofNetwork profile.networks ++ apiProblems
