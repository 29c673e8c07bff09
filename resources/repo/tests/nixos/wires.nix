# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# The wires of a test, each by its number. The ports of all nodes that stand at one place of an
# uplink are on one: members of a bond each have theirs, because the driver gives two ports of a
# machine on one wire one MAC address.
#
#   of name        { <port> = number; } of a node
#   cards name     the network cards of a node in their order, as [ { name; wire; } … ]
#   ofUplink name  the numbers of an uplink's wires
{ lib, profile }:
let
  inherit (builtins)
    attrNames
    attrValues
    concatMap
    filter
    groupBy
    listToAttrs
    mapAttrs
    ;

  # Each port of a node with its place among those of its uplink.
  portsOf =
    name:
    let
      ports = filter (link: link.kind == "physical") profile.nodes.${name}.links;
      placed =
        uplink:
        lib.imap0 (
          place: link: {
            inherit (link) name;
            at = { inherit uplink place; };
          }
        );
    in
    lib.concatLists (attrValues (mapAttrs placed (groupBy (link: link.uplink) ports)));

  places = lib.unique (map (port: port.at) (concatMap portsOf (attrNames profile.nodes)));
  numbered = lib.imap1 (number: at: { inherit number at; }) places;
  numberOf = at: (lib.findFirst (one: one.at == at) null numbered).number;

  of =
    name:
    listToAttrs (map (port: lib.nameValuePair port.name (numberOf port.at)) (portsOf name));

  # The kernel calls cards eth0, eth1, … in their order, and none can get a name that another still
  # has: what has such a name in the plan is at its place, with cards between that nobody uses.
  cards =
    name:
    let
      wires = of name;
      counted = builtins.genList (place: "eth${toString place}") 100;
      used = filter (place: wires ? "eth${toString place}") (lib.range 0 99);
      atPlace = lib.take (if used == [ ] then 0 else lib.last used + 1) counted;
    in
    lib.imap0 (place: card: {
      name = card;
      wire = wires.${card} or (100 + place);
    }) (atPlace ++ lib.subtractLists atPlace (attrNames wires));
in
{
  inherit of cards;
  ofUplink = uplink: map (one: one.number) (filter (one: one.at.uplink == uplink) numbered);
}
