# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# What a network says beside its nodes: gateways, routes, who serves DHCP. And that a node has one
# way out.
{ profile, about, ... }:
let
  inherit (builtins)
    any
    attrNames
    attrValues
    concatMap
    concatStringsSep
    filter
    groupBy
    head
    length
    match
    ;
  addresses = import ../addresses.nix;
  networks = import ../networks.nix profile;

  isIPv6 = text: match ".*:.*" text != null;
  isIPv4 = text: !(isIPv6 text);
  families = [
    {
      name = "IPv4";
      isOf = isIPv4;
    }
    {
      name = "IPv6";
      isOf = isIPv6;
    }
  ];
  isDefault = route: match ".*/0" route.to != null;

  # Flannel has a route to each node's pods; who goes without it may have such routes itself.
  pods = filter (range: range != null) (map addresses.interface (profile.k3s.clusterCidr or [ ]));
  isPastFlannel =
    route:
    let
      to = addresses.interface route.to;
    in
    (profile.k3s.flannelBackend or "vxlan") != "none"
    && any (range: to.prefix >= range.prefix && addresses.contains range to.groups) pods;

  # Destinations of routes that are there twice, each once; default gateways have a rule below.
  twice =
    routes:
    let
      others = filter (route: !(isDefault route)) routes;
      groups = attrValues (groupBy (route: route.to) others);
    in
    map (group: (head group).to) (filter (group: length group > 1) groups);

  ofNetwork =
    network:
    let
      object = "network ${network.name}";
      more = networks.${network.name};
      homeOf = groups: filter (range: addresses.contains range groups) more.ranges;
      # A router of IPv6 goes by its link-local address too, which no subnet holds.
      isRouter = groups: addresses.isLinkLocal groups && any isIPv6 network.subnets;
      isEnd =
        groups:
        any (range: addresses.isNetwork range groups || addresses.isBroadcast range groups) (
          homeOf groups
        );

      ofGateway =
        gateway:
        let
          groups = addresses.address gateway;
        in
        if groups == null then
          about object "gateway ${gateway} is no address" "N3X2001"
        else if homeOf groups == [ ] && !(isRouter groups) then
          about object "gateway ${gateway} is outside its subnets" "N3X2015"
        else if isEnd groups then
          about object
            "gateway ${gateway} is the network's own address, or its broadcast address"
            "N3X2005"
        else if more.gives groups then
          about object "gateway ${gateway} is in the range that DHCP gives away" "N3X2008"
        else
          [ ];

      ofRoute =
        route:
        let
          via = addresses.address route.via;
          to = addresses.interface route.to;
          holds = range: to.prefix >= range.prefix && addresses.contains range to.groups;
        in
        if to == null || via == null then
          about object "its route to ${route.to} via ${route.via} has no two addresses" "N3X2001"
        else if isIPv6 route.to != isIPv6 route.via then
          about object
            "its route to ${route.to} goes via ${route.via}, of the other family"
            "N3X2024"
        else if homeOf via == [ ] && !(isRouter via) then
          about object
            "its route to ${route.to} goes via ${route.via}, which is not on it"
            "N3X2017"
        else if isEnd via then
          about object
            "its route to ${route.to} goes via ${route.via}, its own or its broadcast address"
            "N3X2005"
        else if any holds more.ranges then
          about object "its route to ${route.to} leads to where its nodes are themselves" "N3X2033"
        else if isPastFlannel route then
          about object
            "its route to ${route.to} leads into the range of pods, past Flannel"
            "N3X2010"
        else
          [ ];

      # One value of each family, and one default gateway.
      ofFamily =
        family:
        let
          subnets = filter family.isOf network.subnets;
          gateways = filter family.isOf (network.gateways or [ ]);
          ways = filter (route: isDefault route && family.isOf route.to) (network.routes or [ ]);
        in
        (
          if length subnets > 1 || length gateways > 1 then
            about object "it has two subnets or gateways of ${family.name}" "N3X2013"
          else
            [ ]
        )
        ++ (
          if length gateways + length ways > 1 then
            about object "it has two default gateways of ${family.name}" "N3X2016"
          else
            [ ]
        );

      inherit (network) dhcp;
      isUnfit = groups: homeOf groups == [ ] || isEnd groups;
      ends = [
        more.range.first
        more.range.last
      ];
      ofDhcp =
        if more.server == null || more.range == null then
          about object "its DHCP has no server with an address, or no range of two" "N3X2018"
        else if any isUnfit ends || addresses.isBefore more.range.last more.range.first then
          about object
            "the DHCP range ${concatStringsSep " to " dhcp.range} is not inside its subnets"
            "N3X2020"
        else if isUnfit more.server || more.gives more.server then
          about object
            "the DHCP server ${dhcp.server} is outside its subnets, or in its own range"
            "N3X2021"
        else
          [ ];
    in
    (if network.subnets == [ ] then about object "it has no subnet" "N3X2014" else [ ])
    ++ (
      if network ? mtu && network.mtu < 1280 && any isIPv6 network.subnets then
        about object "its MTU ${toString network.mtu} is under the 1280 that IPv6 needs" "N3X3008"
      else
        [ ]
    )
    ++ concatMap ofGateway (network.gateways or [ ])
    ++ concatMap ofRoute (network.routes or [ ])
    ++ concatMap (to: about object "it has two routes to ${to}" "N3X2030") (
      twice (network.routes or [ ])
    )
    ++ concatMap ofFamily families
    ++ (if network ? dhcp then ofDhcp else [ ]);

  # Static gateways stand on links; what DHCP brings is the network's.
  wayOut =
    family: link:
    any family.isOf (link.gateways or [ ])
    || any (route: isDefault route && family.isOf route.to) (link.routes or [ ])
    || (link ? dhcpRoutes && any family.isOf (networks.${link.network or ""}.gateways or [ ]));
  namesOf = links: concatStringsSep " and " (map (link: link.name) links);
  leadsTo = to: link: any (route: route.to == to) (link.routes or [ ]);
  ofNode =
    node:
    let
      inherit (profile.nodes.${node}) links;
      object = "node ${node}";
      ofFamily =
        family:
        let
          ways = filter (wayOut family) links;
        in
        if length ways > 1 then
          about object "it has two default gateways of ${family.name}, on ${namesOf ways}" "N3X2016"
        else
          [ ];
      ofDestination =
        to:
        let
          ways = filter (leadsTo to) links;
        in
        if length ways > 1 then
          about object "it has two routes to ${to}, on ${namesOf ways}" "N3X2030"
        else
          [ ];
    in
    concatMap ofFamily families
    ++ concatMap ofDestination (twice (concatMap (link: link.routes or [ ]) links));
in
concatMap ofNetwork profile.networks ++ concatMap ofNode (attrNames profile.nodes)
