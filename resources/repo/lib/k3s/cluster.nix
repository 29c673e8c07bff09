# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# What modules ask of a profile about one of its nodes, answered once.
{ profile, node }:
let
  inherit (builtins)
    any
    attrNames
    attrValues
    elem
    filter
    length
    ;
  self = profile.nodes.${node};

  # A node says again only what differs from its profile.
  k3s = profile.k3s // self.k3s;

  linksOf = network: filter (link: (link.network or null) == network) self.links;
  networksCarrying = what: filter (network: elem what network.carries) profile.networks;

  # Longhorn keeps volumes on the nodes that ask for a disk, or on all where none asks.
  label = "node.longhorn.io/create-default-disk=true";
  asks = one: elem label (one.k3s.labels or [ ]);
  asking = filter asks (attrValues profile.nodes);
  labelsStorage = asking != [ ];
  addons = k3s.addons or [ ];

  # Services have an address of the family that comes first, and the kernel looks for a route to it
  # before kube-proxy makes a pod's of it.
  isIPv6 = text: builtins.match ".*:.*" text != null;
  firstService = builtins.head (k3s.serviceCidr or [ ] ++ [ "0.0.0.0/0" ]);
  family = if isIPv6 firstService then "ipv6" else "ipv4";
  isOfFamily = text: isIPv6 text == (family == "ipv6");
  leadsOut =
    link:
    any isOfFamily (link.gateways or [ ])
    || any (route: builtins.match ".*/0" route.to != null && isOfFamily route.to) (
      link.routes or [ ]
    )
    || elem (link.dhcpRoutes or null) [
      family
      "both"
    ];
in
{
  inherit self k3s addons;
  inherit (profile.k3s) servers;
  isServer = self.role == "server";
  isInitServer = node == profile.k3s.initServer;
  nodeCount = length (attrNames profile.nodes);

  has = addon: elem addon addons;
  apiAddress = k3s.apiAddress or null;
  images = k3s.images or "registry";
  longhornPaths = k3s.longhornPaths or "link";
  # "v1.35.0+k3s3" as [ "1" "35" "0" ]
  version = builtins.match "v([0-9]+)\\.([0-9]+)\\.([0-9]+).*" k3s.version;

  reachesServices = any leadsOut self.links;
  # The link that carries K3s on this node.
  k3sLink = k3s.flannelInterface;
  # The links of the networks for administration; none where no network carries management.
  managementLinks = map (link: link.name) (
    builtins.concatMap (network: linksOf network.name) (networksCarrying "management")
  );

  inherit labelsStorage;
  storageNodeCount = if labelsStorage then length asking else length (attrNames profile.nodes);

  # Copies of what must outlive a node: one for each node, three at most.
  replicas = count: if count > 3 then 3 else count;
}
