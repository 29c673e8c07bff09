# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# The network that carries storage, as pods of Longhorn can be put on it: they get a port of their
# own on the link of their node, with an address of the network.
#
#   attachment   { link, range, first, taken }, or null where pods stay on their own network
#   obstacle     why they stay there although a network carries storage, or null
{ profile }:
let
  inherit (builtins)
    all
    attrNames
    bitAnd
    concatMap
    concatStringsSep
    elem
    elemAt
    filter
    head
    length
    match
    ;
  addresses = import ../checks/addresses.nix;

  carriers = filter (
    network: elem "storage" network.carries && network.name != profile.k3s.network
  ) profile.networks;
  network = head carriers;
  nodes = attrNames profile.nodes;

  linksOf =
    name: filter (link: (link.network or null) == network.name) profile.nodes.${name}.links;
  away = filter (name: linksOf name == [ ]) nodes;
  link = (head (linksOf (head nodes))).name;
  isCalledSo = name: (head (linksOf name)).name == link;
  bare = text: head (match "([^/]*)(/.*)?" text);
  isOfRange = text: (match ".*:.*" text == null) == isIPv4;
  taken = filter isOfRange (
    concatMap (name: concatMap (one: map bare (one.addresses or [ ])) (linksOf name)) nodes
    ++ network.gateways or [ ]
  );

  # The upper half of an IPv4 subnet is for pods, the lower one for machines, also those that nobody
  # told us of. In an IPv6 subnet there is room enough behind what is taken.
  range = head network.subnets;
  parsed = addresses.interface range;
  isIPv4 = length parsed.groups == 2;
  powerOf = exponent: if exponent == 0 then 1 else 2 * powerOf (exponent - 1);
  half = powerOf (32 - parsed.prefix - 1);
  middle = 65536 * elemAt parsed.groups 0 + elemAt parsed.groups 1 + half;
  byteAt = divisor: toString (bitAnd (middle / divisor) 255);
  first =
    if isIPv4 then
      concatStringsSep "." (map byteAt [
        16777216
        65536
        256
        1
      ])
    else
      null;
  # Longhorn has up to three such pods on a node.
  hasRoom = !isIPv4 || (parsed.prefix < 31 && half > 3 * length nodes);

  obstacle =
    if (network.addressing or "static") != "static" then
      "its addresses come by DHCP"
    else if away != [ ] then
      "${head away} is not on it"
    else if !all isCalledSo nodes then
      "its link is not called ${link} on every node"
    else if !hasRoom then
      "${range} is too small for pods beside the nodes"
    else
      null;
in
if carriers == [ ] then
  {
    attachment = null;
    obstacle = null;
  }
else
  {
    attachment =
      if obstacle != null then
        null
      else
        {
          inherit
            link
            range
            first
            taken
            ;
        };
    obstacle =
      if obstacle == null then
        null
      else
        "Longhorn of ${profile.name} copies volumes over the network of the pods, "
        + "not over ${network.name}: ${obstacle}.";
  }
