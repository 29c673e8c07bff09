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

  # The address on the network that carries K3s, without its prefix; by name where DHCP decides.
  hostOf =
    profile: name:
    let
      isOfK3s = link: (link.network or null) == profile.k3s.network;
      links = filter isOfK3s profile.nodes.${name}.links;
      link = head links;
      addresses = link.addresses or [ ] ++ link.reservations or [ ];
    in
    if links != [ ] && addresses != [ ] then
      elemAt (match "([^/]*)(/.*)?" (head addresses)) 0
    else
      name + (if profile ? domain then ".${profile.domain}" else "");

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
      age = node.age or null; # what its secrets are encrypted to
      host = hostOf profile name;
      images = hardware.nixos.image;
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
