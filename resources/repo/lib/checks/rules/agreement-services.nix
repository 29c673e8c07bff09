# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# The n3x schema and the plan say the same of DHCP, of the cluster's API and of its ranges. Machines
# of tests are served from the one and stand on the other.
{ profile, ... }:
let
  inherit (builtins)
    attrNames
    concatMap
    concatStringsSep
    elemAt
    filter
    head
    length
    match
    ;
  schema = import ../schema.nix profile;
  addresses = import ../addresses.nix;
  inherit (schema) cluster say show;
  at = index: list: if length list > index then elemAt list index else null;
  first = at 0;

  # Attribute by attribute, of two sets; null for none at all.
  differing =
    object: attribute: said: plan:
    concatMap (
      name:
      let
        ours = if said == null then null else said.${name} or null;
        theirs = if plan == null then null else plan.${name} or null;
      in
      if ours == theirs then
        [ ]
      else
        say "${object}: ${attribute}.${name} is ${show ours}, the plan says ${show theirs}"
    ) (attrNames ((if said == null then { } else said) // (if plan == null then { } else plan)));

  addressing = cluster.addressing or "static";
  mode =
    if (profile.mode or "static") == addressing then
      [ ]
    else
      say "network ${cluster.name}: mode is ${show (profile.mode or null)}, networks say ${addressing}";

  server =
    if cluster ? dhcp then
      {
        inherit (cluster.dhcp) mac leaseTime;
        ip = cluster.dhcp.server;
        rangeStart = at 0 cluster.dhcp.range;
        rangeEnd = at 1 cluster.dhcp.range;
        gateway = first (cluster.gateways or [ ]);
        subnet = first cluster.subnets;
      }
    else
      null;

  # A VLAN asks by the MAC address of what carries it.
  reserved =
    name:
    let
      inherit (profile.nodes.${name}) links;
      macOf =
        link:
        let
          base = first (filter (base: base.name == link.parent or null) links);
        in
        link.mac or (base.mac or null);
      isReserved = link: (link.network or "") == cluster.name && link.reservations or [ ] != [ ];
      on = filter isReserved links;
      plan = {
        mac = macOf (head on);
        ip = head (head on).reservations;
      };
    in
    differing "node ${name}" "reservations.${name}" (profile.reservations.${name} or null) (
      if on == [ ] || plan.mac == null then null else plan
    );

  # The API address, else the first of the server that founds the cluster, else its name.
  inherit (profile) k3s;
  founder = profile.nodes.${k3s.initServer} or { };
  domain = if profile ? domain then ".${profile.domain}" else "";
  known = first (
    (if k3s.apiAddress or null == null then [ ] else [ k3s.apiAddress ])
    ++ (founder.k3s.nodeAddresses or [ ])
  );
  meant = if known == null then k3s.initServer + domain else known;
  said = profile.serverApi or null;
  isIPv6 = match ".*:.*" meant != null;
  url = if isIPv6 then "https://\\[([^]]*)]:6443" else "https://([^]:/]*):6443";
  host = match url (toString said);
  # By what the address is, not by how it is written.
  valueOf = text: if addresses.address text == null then text else addresses.address text;
  isSame = host != null && valueOf (head host) == valueOf meant;
  api = if isSame then [ ] else say "k3s: serverApi is ${show said}, nodes reach the API at ${meant}";
  joins =
    name:
    let
      url = profile.nodes.${name}.k3s.joinUrl or null;
    in
    if name == k3s.initServer || url == said then
      [ ]
    else
      say "node ${name}: it joins at ${show url}, serverApi is ${show said}";

  ranges =
    name:
    let
      plan = concatStringsSep "," (k3s.${name} or [ ]);
    in
    if profile.${name} or null == plan then
      [ ]
    else
      say "k3s: ${name} of the schema is ${show (profile.${name} or null)}, the plan says ${show plan}";
in
mode
++ differing "network ${cluster.name}" "dhcpServer" (profile.dhcpServer or null) server
++ concatMap reserved (attrNames profile.nodes)
++ api
++ concatMap joins (attrNames profile.nodes)
++ concatMap ranges [
  "clusterCidr"
  "serviceCidr"
]
