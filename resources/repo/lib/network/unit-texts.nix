# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Links of a node (`nodes.<node>.links` of the profile data) → the files of systemd-networkd:
# { "20-eth1.network" = "[Match]…"; }.
let
  inherit (builtins)
    concatMap
    concatStringsSep
    listToAttrs
    ;
  names = import ./unit-names.nix;

  # A thousand nodes have eight thousand files: what nearly every link has is written in one piece,
  # and only what few have is a call.

  head = ''
    # Written by n3x Studio from the project's profile; change it there, not here.
  '';

  yes = value: if value then "yes" else "no";
  # One line a value; there is at least one.
  each = key: values: "${key}=${concatStringsSep "\n${key}=" values}\n";

  # --- .netdev ------------------------------------------------------------------------------------

  bondSection =
    bonding:
    ''

      [Bond]
      Mode=${bonding.mode}
      MIIMonitorSec=${bonding.miimon}
    ''
    # Without monitoring there are none.
    + (if bonding ? upDelay then "UpDelaySec=${bonding.upDelay}\n" else "")
    + (if bonding ? downDelay then "DownDelaySec=${bonding.downDelay}\n" else "")
    + (if bonding.mode == "active-backup" then "PrimaryReselectPolicy=always\n" else "")
    + (if bonding ? lacpRate then "LACPTransmitRate=${bonding.lacpRate}\n" else "")
    + (if bonding ? hashPolicy then "TransmitHashPolicy=${bonding.hashPolicy}\n" else "");

  vlanSection = id: "\n[VLAN]\nId=${toString id}\n";

  netdev = link: ''
    ${head}
    [NetDev]
    Name=${link.name}
    Kind=${link.kind}
    ${if link ? mac then "MACAddress=${link.mac}\n" else ""}${
      if link.kind == "vlan" then vlanSection link.vlanId else bondSection link.bonding
    }'';

  # --- .network -----------------------------------------------------------------------------------

  linkSection =
    link:
    let
      mtu = if link ? mtu then "MTUBytes=${toString link.mtu}\n" else "";
    in
    if !(link ? requiredForOnline) then
      "\n[Link]\n${mtu}RequiredForOnline=no\n"
    # Old data may leave open whether the boot waits; then networkd decides.
    else if link.requiredForOnline != null then
      "\n[Link]\n${mtu}RequiredForOnline=${yes link.requiredForOnline}\n"
    else if mtu != "" then
      "\n[Link]\n${mtu}"
    else
      "";

  dhcpLines = {
    ipv4 = "DHCP=ipv4\nIPv6AcceptRA=no\n";
    ipv6 = "DHCP=ipv6\nIPv6AcceptRA=yes\n";
    both = "DHCP=yes\nIPv6AcceptRA=yes\n";
  };

  # Reservations by MAC address hold only where the client names itself by it.
  dhcpSections =
    link:
    let
      useDns = yes (link.dhcpSetsDns or false);
      useRoutes = family: yes (builtins.elem (link.dhcpRoutes or null) [ family "both" ]);
      v4 = ''

        [DHCPv4]
        ClientIdentifier=mac
        UseDNS=${useDns}
        UseRoutes=${useRoutes "ipv4"}
      '';
      v6 = ''

        [DHCPv6]
        DUIDType=link-layer
        UseDNS=${useDns}
        WithoutRA=solicit

        [IPv6AcceptRA]
        UseDNS=${useDns}
        UseGateway=${useRoutes "ipv6"}
      '';
    in
    {
      ipv4 = v4;
      ipv6 = v6;
      both = v4 + v6;
    }
    .${link.dhcp};

  # What is on the wire itself, where a lease names no prefix.
  onLinkSection = subnet: "\n[Route]\nDestination=${subnet}\n";

  # Without an address of its own networkd cannot see that the gateway is a neighbour.
  routeSection = link: route: ''

    [Route]
    Destination=${route.to}
    Gateway=${route.via}
    ${if link ? addresses then "" else "GatewayOnLink=yes\n"}'';

  network = link: ''
    ${head}
    [Match]
    Name=${names.pattern link.name}
    ${linkSection link}
    [Network]
    ${
      if link ? dhcp then dhcpLines.${link.dhcp} else "DHCP=no\nIPv6AcceptRA=no\n"
    }LinkLocalAddressing=${if link ? hasIPv6 then "ipv6" else "no"}
    ${
      if link ? bond then
        "Bond=${link.bond}\n${if link ? isPrimary then "PrimarySlave=yes\n" else ""}"
      else
        ""
    }${if link ? addresses then each "Address" link.addresses else ""}${
      if link ? gateways then each "Gateway" link.gateways else ""
    }${if link ? nameservers then each "DNS" link.nameservers else ""}${
      if link ? searchDomains then each "Domains" link.searchDomains else ""
    }${if link ? vlans then each "VLAN" link.vlans else ""}${
      if link ? dhcp then dhcpSections link else ""
    }${
      if link ? onLink then concatStringsSep "" (map onLinkSection link.onLink) else ""
    }${
      if link ? routes then concatStringsSep "" (map (routeSection link) link.routes) else ""
    }'';

  # --- files --------------------------------------------------------------------------------------

  filesOfLink =
    link:
    let
      networkFile = {
        name = "${names.network link}.network";
        value = network link;
      };
      netdevFile = {
        name = "${names.netdev link}.netdev";
        value = netdev link;
      };
    in
    if link.kind == "physical" then
      [ networkFile ]
    else
      [
        netdevFile
        networkFile
      ];
in
links: listToAttrs (concatMap filesOfLink links)
