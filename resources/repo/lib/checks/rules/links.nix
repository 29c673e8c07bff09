# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# VLANs, MTUs and bonds: of networks, and of the links of each node.
{
  profile,
  about,
  pairs,
  ...
}:
let
  inherit (builtins)
    any
    attrNames
    concatMap
    elem
    filter
    head
    isInt
    listToAttrs
    match
    stringLength
    ;
  networks = import ../networks.nix profile;
  isIPv6 = range: match ".*:.*" range != null;
  pods = profile.k3s.clusterCidr or [ ];
  isVlan = id: isInt id && id >= 1 && id <= 4094;

  networkVlan =
    network:
    if network ? vlanId && !isVlan network.vlanId then
      about "network ${network.name}"
        "VLAN ${toString network.vlanId} is not between 1 and 4094"
        "N3X3001"
    else
      [ ];

  oneUplink =
    { one, two }:
    if one.uplink != two.uplink || (one.vlanId or null) != (two.vlanId or null) then
      [ ]
    else if one ? vlanId then
      about "networks ${one.name} and ${two.name}"
        "they have one VLAN, ${toString one.vlanId}, on the uplink ${one.uplink}"
        "N3X3002"
    else
      about "networks ${one.name} and ${two.name}"
        "they are both untagged on the uplink ${one.uplink}"
        "N3X3003";

  ofNode =
    name:
    let
      object = "node ${name}";
      inherit (profile.nodes.${name}) links k3s;
      byName = listToAttrs (
        map (link: {
          inherit (link) name;
          value = link;
        }) links
      );
      bonds = filter (link: link.kind == "bond") links;
      flannel = k3s.flannelBackend or (profile.k3s.flannelBackend or "vxlan");
      # Of IPv6 pods.
      overhead =
        {
          vxlan = 70;
          wireguard-native = 80;
        }
        .${flannel} or 0;

      ofLink =
        link:
        let
          parent = byName.${link.parent or ""} or { };
          limit = toString (parent.mtu or 1500);
          mtu = link.mtu or (parent.mtu or 1500);
          subnets = (networks.${link.network or ""} or { subnets = [ ]; }).subnets;
          carriesK3s = (link.network or "") == profile.k3s.network;
        in
        (
          if stringLength link.name > 15 then
            about object
              "the name of link ${link.name} is longer than the 15 bytes that the kernel takes"
              "N3X1004"
          else
            [ ]
        )
        ++ (
          if link.kind == "vlan" && !isVlan link.vlanId then
            about object
              "VLAN ${toString link.vlanId} of ${link.name} is not between 1 and 4094"
              "N3X3001"
          else
            [ ]
        )
        ++ (
          if link ? mtu && (link.mtu < 68 || link.mtu > 65535) then
            about object
              "MTU ${toString link.mtu} of ${link.name} is not between 68 and 65535"
              "N3X3005"
          else
            [ ]
        )
        ++ (
          if link.kind == "vlan" && (link.mtu or 0) > (parent.mtu or 1500) then
            about object
              "MTU ${toString link.mtu} of ${link.name} is above that of ${link.parent}, ${limit}"
              "N3X3004"
          else
            [ ]
        )
        ++ (
          if link ? bond && link ? addresses then
            about object
              "${link.name} is a member of ${link.bond} and has an address of its own"
              "N3X4005"
          else
            [ ]
        )
        ++ (
          if any isIPv6 subnets && mtu < 1280 then
            about object
              "MTU ${toString mtu} of ${link.name} is under the 1280 that IPv6 needs"
              "N3X3008"
          else if carriesK3s && any isIPv6 pods && mtu - overhead < 1280 then
            about object
              (
                "MTU ${toString mtu} of ${link.name}, less the ${toString overhead} of Flannel's "
                + "${flannel}, is under the 1280 that IPv6 pods need"
              )
              "N3X5013"
          else
            [ ]
        );

      ofBond =
        bond:
        (
          if bond.members or [ ] == [ ] then
            about object "bond ${bond.name} has no members" "N3X4002"
          else
            [ ]
        )
        ++ (
          if bond.bonding ? primary && !elem bond.bonding.primary (bond.members or [ ]) then
            about object
              "the primary of ${bond.name}, ${bond.bonding.primary}, is none of its members"
              "N3X4006"
          else
            [ ]
        )
        ++ concatMap (
          { one, two }:
          if one == two then
            about object "bond ${bond.name} has the member ${one} twice" "N3X4003"
          else
            [ ]
        ) (pairs (bond.members or [ ]));

      shared =
        { one, two }:
        let
          both = filter (member: elem member (two.members or [ ])) (one.members or [ ]);
        in
        if both == [ ] then
          [ ]
        else
          about object "${head both} is a member of both ${one.name} and ${two.name}" "N3X4004";

      twice =
        { one, two }:
        if one.name == two.name then
          about object "it has the link ${one.name} twice" "N3X4013"
        else
          [ ];
    in
    concatMap ofLink links
    ++ concatMap ofBond bonds
    ++ concatMap shared (pairs bonds)
    ++ concatMap twice (pairs links);
in
concatMap networkVlan profile.networks
++ concatMap oneUplink (pairs profile.networks)
++ concatMap ofNode (attrNames profile.nodes)
