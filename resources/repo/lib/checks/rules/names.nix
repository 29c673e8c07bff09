# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# What nodes and links are called by, on the wire too: no two machines have one MAC address, no two
# links one unit.
{ profile, about, ... }:
let
  inherit (builtins)
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
    stringLength
    ;
  units = import ../../network/unit-names.nix;
  names = attrNames profile.nodes;
  isLabel = text: match "[a-z0-9]([-a-z0-9]*[a-z0-9])?" text != null && stringLength text <= 63;

  # Of what the kernel and systemd take, what needs no quotes in a script.
  isInterface =
    name:
    match "[0-9A-Za-z_][-0-9A-Za-z._]*" name != null
    && match "[0-9]+" name == null
    && !elem name [
      "all"
      "bonding_masters"
      "default"
      "lo"
    ];
  # K3s makes these on every node: the bridge of its pods, Flannel's, kube-proxy's in its mode ipvs.
  isOfK3s =
    name:
    elem name [
      "cni0"
      "flannel-v6.1"
      "flannel-wg"
      "flannel-wg-v6"
      "flannel.1"
      "kube-ipvs0"
    ];
  isMac = text: match "[0-9a-f]{2}(:[0-9a-f]{2}){5}" text != null;

  ofNode =
    name:
    let
      object = "node ${name}";
      inherit (profile.nodes.${name}) links;
      unitsOf =
        link:
        [ "${units.network link}.network" ]
        ++ (if link.kind == "physical" then [ ] else [ "${units.netdev link}.netdev" ]);
      byUnit = groupBy (unit: unit) (concatMap unitsOf links);
      # Two links of one name are told of as such.
      areOne = length (attrNames (groupBy (link: link.name) links)) < length links;
      again = if areOne then [ ] else filter (unit: length byUnit.${unit} > 1) (attrNames byUnit);
    in
    (
      if isLabel name then
        [ ]
      else
        about object "its name is no DNS label, and machines are found by it" "N3X1001"
    )
    ++ concatMap (
      link:
      (
        if isInterface link.name then
          [ ]
        else
          about object "“${link.name}” is no name for a link" "N3X1005"
      )
      ++ (
        if isOfK3s link.name then
          about object "its link ${link.name} has the name of an interface of K3s" "N3X4019"
        else
          [ ]
      )
      ++ (
        if link ? mac && !(isMac link.mac) then
          about object "${link.mac} of ${link.name} is no MAC address" "N3X2003"
        else
          [ ]
      )
    ) links
    ++ concatMap (unit: about object "two of its links have the unit ${unit}" "N3X4017") again;

  # A bond has that of its first member; only ports have one of their own.
  macs =
    concatMap (
      node:
      map (link: {
        inherit node;
        inherit (link) mac;
      }) (filter (link: link.kind == "physical" && link ? mac) profile.nodes.${node}.links)
    ) names
    ++ concatMap (
      network:
      if network ? dhcp.mac then
        [
          {
            node = "the DHCP server of ${network.name}";
            inherit (network.dhcp) mac;
          }
        ]
      else
        [ ]
    ) profile.networks;
  shared = concatMap (
    group:
    if length group < 2 then
      [ ]
    else
      about "nodes ${concatStringsSep " and " (map (one: one.node) group)}"
        "they have one MAC address, ${(head group).mac}"
        "N3X2023"
  ) (attrValues (groupBy (one: one.mac) macs));
in
concatMap ofNode names ++ shared
