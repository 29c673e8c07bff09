# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Old data → links of a node as today's profile data has them (`nodes.<node>.links`).
#
# Old data knows the attributes of the n3x network schema only: addresses (`nodes` or
# `ipAddresses`), `interfaces`, `vlanIds`, `bondConfig`, `mode`, `dhcpServer`, `reservations`. What
# it leaves open is as it was in n3x: the cluster's link eth1, members eth1 and eth2 of bond0, id
# 200 for the cluster, active-backup, 100 ms, prefixes of 24 bits.
let
  inherit (builtins)
    attrNames
    concatMap
    elem
    filter
    head
    isInt
    match
    ;

  optional = condition: values: if condition then values else { };
  isIPv6 = address: match ".*:.*" address != null;
  withPrefix =
    address:
    if match ".*/.*" address != null then
      address
    else if isIPv6 address then
      "${address}/64"
    else
      "${address}/24";

  # n3x gives numbers of milliseconds; a text has its own unit.
  duration = value: if isInt value then "${toString value}ms" else value;
in
{
  nodeName,
  addresses, # of this node: { cluster = "192.168.1.1"; … }
  interfaces,
  vlanIds ? null,
  bondConfig ? null,
  mode ? null,
  dhcpServer ? null,
  reservation ? null, # of this node: { mac, ip }
}:
let
  ids = if vlanIds == null then { } else vlanIds;
  isBonded = bondConfig != null;
  isTagged = ids != { };
  takesDhcp = mode == "dhcp";

  # --- the link below everything ------------------------------------------------------------------

  carrier =
    interfaces.trunk or (
      if isBonded then
        (if isTagged then "bond0" else interfaces.cluster or "bond0")
      else if isTagged then
        "eth1"
      else
        interfaces.cluster or "eth1"
    );

  members =
    bondConfig.members or interfaces.bondMembers or [
      "eth1"
      "eth2"
    ];
  bondMode = bondConfig.mode or "active-backup";
  hasPrimary = elem bondMode [
    "active-backup"
    "balance-tlb"
    "balance-alb"
  ];
  primary = bondConfig.primary or (if members == [ ] then null else head members);

  # These modes watch links in any case; the driver then takes 100 ms for 0.
  alwaysWatches = elem bondMode [
    "802.3ad"
    "balance-tlb"
    "balance-alb"
  ];
  isNever = time: match "0+(ms|s)?" time != null;
  said = duration (bondConfig.miimon or 100);
  miimon = if alwaysWatches && isNever said then "100ms" else said;

  bonding = {
    mode = bondMode;
    inherit miimon;
  }
  # The kernel refuses the delays of a bond that watches no link.
  // optional (!(isNever miimon)) {
    upDelay = duration (bondConfig.upDelay or 200);
    downDelay = duration (bondConfig.downDelay or 200);
  }
  // optional hasPrimary { inherit primary; }
  // optional (bondMode == "802.3ad") { lacpRate = bondConfig.lacpRate or "slow"; }
  // optional (elem bondMode [
    "balance-xor"
    "802.3ad"
    "balance-tlb"
  ]) { hashPolicy = bondConfig.hashPolicy or "layer2"; };

  # --- the networks: "cluster" and "storage" first, as they always were ---------------------------

  known = [
    "cluster"
    "storage"
  ];
  named = known ++ filter (name: !elem name known) (attrNames addresses);
  # A profile may call one link by two names; it is one network.
  isSecondName =
    name:
    let
      link = interfaces.${name} or null;
      rivals = filter (other: interfaces.${other} or null == link) named;
    in
    link != null && head rivals != name;

  # The id that a link's own name has: "eth1.200" on eth1 is 200.
  idInName =
    link:
    let
      parts = match "(.*)[.]([0-9]+)" link;
    in
    if parts != null && head parts == carrier then
      builtins.fromJSON (builtins.elemAt parts 1)
    else
      null;

  network =
    name:
    let
      # Only the cluster has an id by default, and only where its link has no name.
      isDefault = name == "cluster" && isTagged && !interfaces ? cluster;
      id = ids.${name} or (if isDefault then 200 else null);
      link =
        interfaces.${name} or (if id == null then carrier else "${carrier}.${toString id}");
      vlanId = if id != null && link != carrier then id else idInName link;
      address = addresses.${name} or null;
      isDhcp = takesDhcp && name == "cluster";
    in
    {
      inherit
        name
        link
        vlanId
        address
        isDhcp
        ;
      isAttached = (address != null || isDhcp) && !isSecondName name;
    };

  networks =
    if addresses ? cluster || takesDhcp then
      filter (one: one.isAttached) (map network named)
    else
      throw ''
        Node "${nodeName}" has no address on the network "cluster". Give it one in `ipAddresses`.'';
  tagged = filter (one: one.vlanId != null) networks;
  untaggedOn = link: filter (one: one.vlanId == null && one.link == link) networks;
  # A network without an id whose link is not the carrier has a port of its own.
  ports = filter (link: link != carrier) (
    concatMap (one: if one.vlanId == null then [ one.link ] else [ ]) networks
  );

  # --- what a network puts on its link ------------------------------------------------------------

  # The boot waits for the cluster and for nothing else; without a bond n3x left that to networkd.
  online =
    isRequired:
    if isBonded then
      optional isRequired { requiredForOnline = true; }
    else
      { requiredForOnline = null; };

  carried =
    one:
    {
      network = one.name;
    }
    // online (one.name == "cluster")
    // (
      if one.isDhcp then
        {
          dhcp = "ipv4";
          dhcpSetsDns = dhcpServer == null;
        }
        # A server of the cluster itself gives what its profile says; any other knows better.
        // optional (dhcpServer == null || dhcpServer.gateway or null != null) {
          dhcpRoutes = "ipv4";
        }
      else
        {
          addresses = [ (withPrefix one.address) ];
        }
        // optional (isIPv6 one.address) { hasIPv6 = true; }
    );

  # One link may carry several untagged networks of old data; it then has all their addresses.
  carriedBy =
    link:
    let
      all = map carried (untaggedOn link);
      addresses = concatMap (one: one.addresses or [ ]) all;
    in
    if all == [ ] then
      online false
    else
      head all // optional (addresses != [ ]) { inherit addresses; };

  # --- the links, in the order of making ----------------------------------------------------------

  member =
    name:
    {
      inherit name;
      kind = "physical";
      bond = carrier;
    }
    // online false
    // optional (hasPrimary && name == primary) { isPrimary = true; };

  bond = {
    name = carrier;
    kind = "bond";
    inherit members bonding;
  }
  # networkd makes up an address for a bond, for which no server can have reserved anything.
  // optional (takesDhcp && reservation ? mac) { inherit (reservation) mac; };

  port = name: {
    inherit name;
    kind = "physical";
  };

  base =
    (if isBonded then bond else port carrier)
    // carriedBy carrier
    // optional (tagged != [ ]) { vlans = map (one: one.link) tagged; };

  vlan =
    one:
    {
      name = one.link;
      kind = "vlan";
      parent = carrier;
      inherit (one) vlanId;
    }
    // carried one;

  isUsed = tagged != [ ] || untaggedOn carrier != [ ] || isBonded;
in
(if isBonded then map member members else [ ])
++ (if isUsed then [ base ] else [ ])
++ map (name: port name // carriedBy name) ports
++ map vlan tagged
