# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Where the n3x schema names links and bonds, the nodes have them so: but for a node whose profile
# moves it elsewhere, and for ports on hardware that has its own (`ownPorts`), which the schema
# cannot say.
{ profile, ... }:
let
  inherit (builtins)
    all
    attrNames
    concatMap
    elem
    filter
    head
    listToAttrs
    ;
  schema = import ../schema.nix profile;
  inherit (schema)
    cluster
    networkOf
    say
    show
    ;
  interfaces = profile.interfaces or { };
  hasOwnPorts = node: !(profile ? ownPorts) || elem node.target profile.ownPorts;

  # Each link that a network has on a node: { node, network, uplink, isTagged, link, base }. A bond
  # has one name on all hardware.
  found = concatMap (
    name:
    let
      node = profile.nodes.${name};
      byName = listToAttrs (
        map (link: {
          inherit (link) name;
          value = link;
        }) node.links
      );
      ofLink =
        link:
        let
          network = networkOf link.network;
          base = if link.kind == "vlan" then byName.${link.parent} or link else link;
          isAsSaid =
            network != null
            && link.uplink == network.uplink
            && (link.vlanId or null) == (network.vlanId or null);
        in
        if isAsSaid && (base.kind == "bond" || !(hasOwnPorts node)) then
          [
            {
              node = name;
              network = network.name;
              inherit (network) uplink;
              isTagged = network ? vlanId;
              link = link.name;
              base = base.name;
            }
          ]
        else
          [ ];
    in
    concatMap ofLink (filter (link: link ? network) node.links)
  ) (attrNames profile.nodes);
  onNetwork = listToAttrs (
    map (network: {
      inherit (network) name;
      value = filter (one: one.network == network.name) found;
    }) profile.networks
  );

  # The schema keeps two names for itself.
  kept = [
    "trunk"
    "bondMembers"
  ];
  linked =
    name:
    let
      said = interfaces.${name} or null;
      others = filter (one: one.link != said) onNetwork.${(networkOf name).name};
      other = head others;
    in
    if others == [ ] then
      [ ]
    else
      say "network ${name}: interfaces say ${show said}, node ${other.node} has it on ${other.link}";
  strange = filter (name: !elem name kept && networkOf name == null) (attrNames interfaces);

  # One of the links that carry VLANs, and that of the cluster where it is one. Of an uplink that no
  # node shows nothing is known.
  tagged = filter (one: one.isTagged) found;
  uplinks = map (network: network.uplink) (filter (network: network ? vlanId) profile.networks);
  seen = all (uplink: builtins.any (one: one.uplink == uplink) tagged) uplinks;
  carriers = if cluster ? vlanId then onNetwork.${cluster.name} else tagged;
  trunk =
    let
      said = interfaces.trunk or null;
      bases = map (one: one.base) carriers;
      isWrong =
        if cluster ? vlanId then !all (base: base == said) bases else seen && !elem said bases;
    in
    if uplinks == [ ] then
      if said == null || networkOf "trunk" != null then
        [ ]
      else
        say "interfaces.trunk is ${show said}, and no network has a VLAN"
    else if carriers != [ ] && isWrong then
      say "interfaces.trunk is ${show said}, node ${(head carriers).node} has VLANs on ${(head carriers).base}"
    else
      [ ];

  # The bond of the cluster's uplink where that is one; else the schema is about another, and the
  # members tell about which.
  bonds = concatMap (
    name:
    map (bond: {
      node = name;
      inherit bond;
      isPlain = !(hasOwnPorts profile.nodes.${name});
    }) (filter (link: link.kind == "bond") profile.nodes.${name}.links)
  ) (attrNames profile.nodes);
  ofCluster = filter (one: one.bond.uplink == cluster.uplink or null) bonds;
  meant =
    if ofCluster != [ ] then
      ofCluster
    else
      filter (one: one.isPlain && (one.bond.members or [ ]) == members) bonds;
  said = profile.bondConfig or { };
  milliseconds = import ../durations.nix;
  differing =
    one:
    let
      bonding = one.bond.bonding or { };
      plan = {
        mode = bonding.mode or null;
        miimon = milliseconds (bonding.miimon or null);
      }
      // (
        if one.isPlain then
          {
            members = one.bond.members or [ ];
            primary = bonding.primary or null;
          }
        else
          { }
      );
    in
    concatMap (
      name:
      if (said.${name} or null) == plan.${name} then
        [ ]
      else
        [
          (
            "bondConfig.${name} is ${show (said.${name} or null)}, "
            + "${one.bond.name} of node ${one.node} has ${show plan.${name}}"
          )
        ]
    ) (attrNames plan);
  firstDifference = concatMap differing meant;
  namedMembers = interfaces.bondMembers or null;
  members = said.members or null;
in
concatMap linked (filter (name: !elem name kept) schema.names)
++ concatMap (name: say "interfaces name ${name}, which is no network") strange
++ trunk
++ (if firstDifference == [ ] then [ ] else say (head firstDifference))
++ (
  if namedMembers == members then
    [ ]
  else
    say "interfaces.bondMembers are ${show namedMembers}, bondConfig.members ${show members}"
)
