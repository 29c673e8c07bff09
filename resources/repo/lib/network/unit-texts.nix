# Links of a node (`nodes.<node>.links` of the profile data) → the files of systemd-networkd:
# { "20-eth1.network" = "[Match]…"; }.
let
  names = import ./unit-names.nix;

  head = ''
    # Written by n3x Studio from the project's profile. An export replaces it:
    # change the profile, or what you change here is yours to keep up to date.
  '';

  yes = value: if value then "yes" else "no";
  line = key: value: "${key}=${toString value}\n";
  # One line a value.
  each = key: values: builtins.concatStringsSep "" (map (value: "${key}=${value}\n") values);

  dhcpWords = {
    none = "no";
    ipv4 = "ipv4";
    ipv6 = "ipv6";
    both = "yes";
  };

  bondSection =
    bonding:
    ''

      [Bond]
      Mode=${bonding.mode}
      MIIMonitorSec=${bonding.miimon}
      UpDelaySec=${bonding.upDelay}
      DownDelaySec=${bonding.downDelay}
    ''
    + (if bonding.mode == "active-backup" then "PrimaryReselectPolicy=always\n" else "")
    + (if bonding ? lacpRate then line "LACPTransmitRate" bonding.lacpRate else "")
    + (if bonding ? hashPolicy then line "TransmitHashPolicy" bonding.hashPolicy else "");

  vlanSection = id: ''

    [VLAN]
    Id=${toString id}
  '';

  netdev =
    link:
    ''
      ${head}
      [NetDev]
      Name=${link.name}
      Kind=${link.kind}
      ${if link ? mac then line "MACAddress" link.mac else ""}''
    + (if link.kind == "vlan" then vlanSection link.vlanId else bondSection link.bonding);

  linkSection =
    link:
    let
      mtu = if link ? mtu then line "MTUBytes" link.mtu else "";
      online = link.requiredForOnline or false;
    in
    # Old data may leave open whether the boot waits; then networkd decides.
    if online == null then
      (if link ? mtu then "\n[Link]\n${mtu}" else "")
    else
      "\n[Link]\n${mtu}RequiredForOnline=${yes online}\n";

  networkSection = link: ''

    [Network]
    DHCP=${dhcpWords.${link.dhcp or "none"}}
    IPv6AcceptRA=${yes (takesDhcp6 link)}
    LinkLocalAddressing=${if link ? hasIPv6 then "ipv6" else "no"}
    ${if link ? bond then line "Bond" link.bond else ""}${
      if link ? isPrimary then "PrimarySlave=yes\n" else ""
    }${if link ? addresses then each "Address" link.addresses else ""}${
      if link ? gateways then each "Gateway" link.gateways else ""
    }${if link ? nameservers then each "DNS" link.nameservers else ""}${
      if link ? searchDomains then each "Domains" link.searchDomains else ""
    }${if link ? vlans then each "VLAN" link.vlans else ""}'';

  takesDhcp6 = link: link ? dhcp && link.dhcp != "ipv4";

  # Reservations by MAC address hold only where the client names itself by it.
  dhcpSections =
    link:
    let
      useDns = yes (link.dhcpSetsDns or false);
      useRoutes = family: yes (builtins.elem (link.dhcpRoutes or null) [ family "both" ]);
    in
    (
      if link.dhcp == "ipv6" then
        ""
      else
        ''

          [DHCPv4]
          ClientIdentifier=mac
          UseDNS=${useDns}
          UseRoutes=${useRoutes "ipv4"}
        ''
    )
    + (
      if link.dhcp == "ipv4" then
        ""
      else
        ''

          [DHCPv6]
          DUIDType=link-layer
          UseDNS=${useDns}
          WithoutRA=solicit

          [IPv6AcceptRA]
          UseDNS=${useDns}
          UseGateway=${useRoutes "ipv6"}
        ''
    );

  # Without an address of its own networkd cannot see that the gateway is a neighbour.
  routeSection =
    link: route:
    ''

      [Route]
      Destination=${route.to}
      Gateway=${route.via}
    ''
    + (if link ? addresses then "" else "GatewayOnLink=yes\n");

  network =
    link:
    ''
      ${head}
      [Match]
      Name=${names.pattern link.name}
    ''
    + linkSection link
    + networkSection link
    + (if link ? dhcp then dhcpSections link else "")
    + (
      if link ? routes then builtins.concatStringsSep "" (map (routeSection link) link.routes) else ""
    );

  filesOfLink =
    link:
    let
      ownNetwork = {
        name = "${names.network link}.network";
        value = network link;
      };
    in
    if link.kind == "physical" then
      [ ownNetwork ]
    else
      [
        {
          name = "${names.netdev link}.netdev";
          value = netdev link;
        }
        ownNetwork
      ];
in
links: builtins.listToAttrs (builtins.concatMap filesOfLink links)
