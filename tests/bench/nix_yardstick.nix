# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# What Nix needs for a comparable set: the unit texts of every node of the four built-in profiles, made by one
# function of a node from an attribute set, with builtins alone. Less than n3x generates, which also writes modules,
# flags, overlays and the profiles as data: the comparison is in favour of Nix.
let
  inherit (builtins) concatMap concatStringsSep foldl' genList head length listToAttrs map mapAttrs toString;

  nodes = [ "server-1" "server-2" "agent-1" "agent-2" ];
  numbered = listToAttrs (genList (index: { name = builtins.elemAt nodes index; value = index + 1; }) (length nodes));

  tagged = link: {
    networks = [
      { name = "cluster"; vlan = 200; subnet = "192.168.200"; prefix = 24; online = true; inherit link; }
      { name = "storage"; vlan = 100; subnet = "192.168.100"; prefix = 24; online = false; inherit link; }
    ];
  };
  flat = dhcp: {
    link = "eth1";
    networks = [ { name = "cluster"; subnet = "192.168.1"; prefix = 24; online = true; link = "eth1"; inherit dhcp; } ];
  };
  profiles = {
    simple = flat false;
    dhcp-simple = flat true;
    vlans = tagged "eth1" // { link = "eth1"; };
    bonding-vlans = tagged "bond0" // {
      link = "bond0";
      bond = { mode = "active-backup"; primary = "eth1"; members = [ "eth1" "eth2" ]; miimon = 100; delay = 200; };
    };
  };

  # Sections are a list, because units keep their order: [ { name; settings = [ [ key value ] … ]; } … ].
  section = name: settings: { inherit name settings; };
  value = given: if given == true then "yes" else if given == false then "no" else toString given;
  unit = sections: concatStringsSep "\n" (
    [ "# Written by a yardstick; an export replaces it." ]
    ++ concatMap (one: [ "" "[${one.name}]" ] ++ map (pair: "${head pair}=${value (builtins.elemAt pair 1)}") one.settings) sections
    ++ [ "" ]
  );

  quiet = [ [ "DHCP" false ] [ "IPv6AcceptRA" false ] [ "LinkLocalAddressing" false ] ];
  vlanLink = network: "${network.link}.${toString network.vlan}";

  addressed = node: name: network: unit (
    [
      (section "Match" [ [ "Name" name ] ])
      (section "Link" [ [ "RequiredForOnline" network.online ] ])
    ]
    ++ (if network.dhcp or false then [
      (section "Network" [ [ "DHCP" "ipv4" ] [ "IPv6AcceptRA" false ] [ "LinkLocalAddressing" false ] ])
      (section "DHCPv4" [ [ "ClientIdentifier" "mac" ] [ "UseDNS" false ] [ "UseRoutes" false ] ])
    ] else [
      (section "Network" (quiet ++ [ [ "Address" "${network.subnet}.${toString numbered.${node}}/${toString network.prefix}" ] ]))
    ])
  );

  vlanUnits = node: network: {
    "20-vlan-${network.name}.netdev" = unit [
      (section "NetDev" [ [ "Name" (vlanLink network) ] [ "Kind" "vlan" ] ])
      (section "VLAN" [ [ "Id" network.vlan ] ])
    ];
    "20-vlan-${network.name}.network" = addressed node (vlanLink network) network;
  };

  bondUnits = bond: link: {
    "10-${link}.netdev" = unit [
      (section "NetDev" [ [ "Name" link ] [ "Kind" "bond" ] ])
      (section "Bond" [
        [ "Mode" bond.mode ]
        [ "MIIMonitorSec" "${toString bond.miimon}ms" ]
        [ "UpDelaySec" "${toString bond.delay}ms" ]
        [ "DownDelaySec" "${toString bond.delay}ms" ]
        [ "PrimaryReselectPolicy" "always" ]
      ])
    ];
  } // listToAttrs (map (member: {
    name = "10-${member}.network";
    value = unit [
      (section "Match" [ [ "Name" member ] ])
      (section "Link" [ [ "RequiredForOnline" false ] ])
      (section "Network" (quiet ++ [ [ "Bond" link ] ] ++ (if member == bond.primary then [ [ "PrimarySlave" true ] ] else [ ])))
    ];
  }) bond.members);

  unitsOf = profile: node:
    let
      onVlans = builtins.filter (network: network ? vlan) profile.networks;
      plain = builtins.filter (network: !(network ? vlan)) profile.networks;
    in
    foldl' (units: network: units // vlanUnits node network) { } onVlans
    // listToAttrs (map (network: { name = "20-${network.link}.network"; value = addressed node network.link network; }) plain)
    // (if onVlans == [ ] then { } else {
      "15-${profile.link}.network" = unit [
        (section "Match" [ [ "Name" profile.link ] ])
        (section "Link" [ [ "RequiredForOnline" false ] ])
        (section "Network" (quiet ++ map (network: [ "VLAN" (vlanLink network) ]) onVlans))
      ];
    })
    // (if profile ? bond then bondUnits profile.bond profile.link else { });
in
mapAttrs (_: profile: mapAttrs (node: _: unitsOf profile node) numbered) profiles
