# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Every node of every profile that NixOS can run, as data: what outputs, apps, hive and checks list
# nodes from.
{ project }:
let
  inherit (builtins)
    attrNames
    concatMap
    elem
    elemAt
    filter
    head
    match
    ;

  clusterOf =
    profile: name:
    import ../../lib/k3s/cluster.nix {
      inherit profile;
      node = name;
    };

  # A node's address on the first link that has one, without its prefix; by name where DHCP decides.
  addressOn =
    isWay: profile: name:
    let
      ways = filter isWay profile.nodes.${name}.links;
      addresses = concatMap (link: link.addresses or [ ] ++ link.reservations or [ ]) ways;
    in
    if addresses != [ ] then
      elemAt (match "([^/]*)(/.*)?" (head addresses)) 0
    else
      name + (if profile ? domain then ".${profile.domain}" else "");
  k3sAddress = profile: addressOn (link: (link.network or null) == profile.k3s.network) profile;

  # Where people reach a node: SSH is open on its links for management alone, where it has any, and
  # on that of K3s else.
  hostOf =
    profile: name:
    let
      links = (clusterOf profile name).managementLinks;
    in
    if links != [ ] then
      addressOn (link: elem link.name links) profile name
    else
      k3sAddress profile name;

  # Where the API answers while the node is away: at the shared address, and at other servers.
  apisOf =
    profile: name:
    let
      cluster = clusterOf profile name;
      others = filter (server: server != name) cluster.servers;
    in
    (if cluster.apiAddress != null then [ cluster.apiAddress ] else [ ])
    ++ map (k3sAddress profile) others;

  entry =
    profileName: name:
    let
      profile = project.profiles.${profileName};
      node = profile.nodes.${name};
      hardware = project.hardware.${node.target};
    in
    {
      inherit name;
      inherit (node) role target;
      inherit (hardware) system;
      profile = profileName;
      attribute = "${profileName}-${name}"; # in nixosConfigurations
      isDeployed = profileName == project.deploy;
      isInitServer = name == profile.k3s.initServer;
      inherit (node) backend;
      taints = (profile.k3s // node.k3s).taints or [ ];
      age = node.age or null; # what its secrets are encrypted to
      host = hostOf profile name;
      apis = apisOf profile name;
      images = hardware.nixos.image;
      module = hardware.nixos.module or null;
      hasLayout = hardware.nixos ? disko; # of a disk to install on
      inherit (hardware) emulated;
    };

  # A node on hardware that nobody knows has no outputs; the check of members says so.
  hasNixos =
    profile: name:
    elem "nixos" (project.hardware.${profile.nodes.${name}.target}.backends or [ ]);

  of =
    profileName:
    let
      profile = project.profiles.${profileName};
    in
    map (entry profileName) (filter (hasNixos profile) (attrNames profile.nodes));
in
concatMap of (attrNames project.profiles)
