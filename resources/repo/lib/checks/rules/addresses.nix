# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Addresses of nodes: in their network's subnet, none twice, none that means something else. An
# address that a DHCP server keeps for a node is one of its addresses too.
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
    match
    ;
  addresses = import ../addresses.nix;
  networks = import ../networks.nix profile;

  # Each address: { node, link, network, text, said, parsed, isReserved }
  entriesOf =
    node: link: isReserved:
    map (text: {
      inherit node text isReserved;
      link = link.name;
      network = link.network or "";
      said = head (match "([^/]*)(/.*)?" text);
      parsed =
        if isReserved then
          let
            groups = addresses.address text;
          in
          if groups == null then null else { inherit groups; }
        else
          addresses.interface text;
    });
  entries = concatMap (
    node:
    concatMap (
      link:
      entriesOf node link false (link.addresses or [ ])
      ++ entriesOf node link true (link.reservations or [ ])
    ) profile.nodes.${node}.links
  ) (attrNames profile.nodes);
  known = filter (entry: entry.parsed != null && networks ? ${entry.network}) entries;

  ofEntry =
    entry:
    let
      object = "node ${entry.node}";
      subnets = concatStringsSep ", " network.subnets;
      form = if entry.isReserved then "address" else "address with a prefix";
      network = networks.${entry.network};
      inherit (entry.parsed) groups;
      home = filter (range: addresses.contains range groups) network.ranges;
      range = head home;
    in
    if entry.parsed == null then
      about object "${entry.text} of ${entry.link} is no ${form}" "N3X2001"
    else if !(networks ? ${entry.network}) then
      about object
        "link ${entry.link} is on the network “${entry.network}”, which the profile has not"
        "N3X1101"
    else if home == [ ] then
      about object
        "${entry.said} is outside the network ${entry.network}, ${subnets}"
        "N3X2004"
    else if !entry.isReserved && entry.parsed.prefix != range.prefix then
      about object "${entry.text} has another prefix than the network ${entry.network}" "N3X2004"
    else if addresses.isNetwork range groups || addresses.isBroadcast range groups then
      about object
        "${entry.said} is the network ${entry.network} itself, or its broadcast address"
        "N3X2005"
    else if elem groups network.gatewayGroups then
      about object "${entry.said} is the gateway of the network ${entry.network}" "N3X2007"
    else if network.server == groups then
      about object "${entry.said} is the DHCP server of the network ${entry.network}" "N3X2027"
    else if network.gives groups then
      about object
        "${entry.said} is in the range that DHCP gives away in the network ${entry.network}"
        "N3X2008"
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
      groupBy (
        entry: concatStringsSep ":" ([ entry.network ] ++ map toString entry.parsed.groups)
      ) known
    )
  );

  # On each link: of a family one address at most, and one at all where nobody serves any.
  ofLink =
    node: link:
    let
      object = "node ${node}";
      texts = (link.addresses or [ ]) ++ (link.reservations or [ ]);
      isIPv6 = text: match ".*:.*" text != null;
      six = filter isIPv6 texts;
      four = filter (text: !(isIPv6 text)) texts;
      network = networks.${link.network};
      carriesK3s = link.network == profile.k3s.network;
      lacks =
        family: found:
        carriesK3s
        && found == [ ]
        && any family network.subnets
        && any family (profile.k3s.clusterCidr or [ ]);
      isIPv4 = text: !(isIPv6 text);
      missing = if six == [ ] then "IPv6" else "IPv4";
    in
    if !(link ? network) || !(networks ? ${link.network}) then
      [ ]
    else if length four > 1 || length six > 1 then
      about object
        "${link.name} has two addresses of one family, ${concatStringsSep " and " texts}"
        "N3X2013"
    else if texts == [ ] && !(link ? dhcp) && !carriesK3s then
      about object
        "it has no address on the network ${link.network}, whose addresses are static"
        "N3X2025"
    else if texts != [ ] && (lacks isIPv6 six || lacks isIPv4 four) then
      about object
        "it has no ${missing} address on ${link.network}, and pods have one"
        "N3X2012"
    else if carriesK3s && texts == [ ] && link ? dhcp && servesApi node then
      about object
        "it serves the API address ${api}, and DHCP gives it any address on ${link.network}"
        "N3X5037"
    else if carriesK3s && texts != [ ] && !(link ? dhcp) && isApiHome && !any isOfApi texts then
      about object
        "it has no ${missing} address on ${link.network}, and nodes join at ${api}"
        "N3X5036"
    else
      [ ];
  ofLinks = concatMap (node: concatMap (ofLink node) profile.nodes.${node}.links) (
    attrNames profile.nodes
  );

  api = profile.k3s.apiAddress or null;
  home = networks.${profile.k3s.network};
  groups = addresses.address api;
  # Who has an address on the wire without being a node.
  servers = concatMap (network: network.nameservers or [ ]) profile.networks;
  hops = map (route: route.via) (concatMap (network: network.routes or [ ]) profile.networks);
  isThis = text: addresses.address text == groups;
  isOwn = range: addresses.isNetwork range groups || addresses.isBroadcast range groups;
  isApiHome =
    api != null && groups != null && any (range: addresses.contains range groups) home.ranges;
  isOfApi = text: (match ".*:.*" text != null) == (match ".*:.*" api != null);
  # kube-vip does, on NixOS alone.
  servesApi =
    name:
    let
      node = profile.nodes.${name};
    in
    api != null && node.role == "server" && node.backend == "nixos";
  apiProblems =
    if api == null || !(networks ? ${profile.k3s.network}) then
      [ ]
    else if groups == null then
      about "k3s" "its API address ${api} is no address" "N3X2001"
    else if !any (range: addresses.contains range groups) home.ranges then
      about "k3s" "its API address ${api} is outside the network ${profile.k3s.network}" "N3X5016"
    else if elem groups (map (entry: entry.parsed.groups) known) then
      about "k3s" "its API address ${api} is that of a node" "N3X5017"
    else if any isOwn home.ranges then
      about "k3s"
        "its API address ${api} is that of the network ${profile.k3s.network} itself"
        "N3X5017"
    else if elem groups home.gatewayGroups || home.server == groups || home.gives groups then
      about "k3s"
        "its API address ${api} is the gateway's or DHCP's in ${profile.k3s.network}"
        "N3X5017"
    else if any isThis (servers ++ hops) then
      about "k3s"
        "its API address ${api} is that of a name server or of a route's next hop"
        "N3X5017"
    else
      [ ];
in
concatMap ofEntry entries ++ twice ++ ofLinks ++ apiProblems
