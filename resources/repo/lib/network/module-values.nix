# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Links of a node (`nodes.<node>.links` of the profile data) → the values that a NixOS module sets
# for them. The same settings as in unit-texts.nix, in the words and types of the options of
# nixpkgs.
let
  inherit (builtins)
    any
    filter
    listToAttrs
    ;
  names = import ./unit-names.nix;

  optional = condition: values: if condition then values else { };
  has = kind: any (link: link.kind == kind);
  isMade = link: link.kind != "physical";

  dhcpWords = {
    none = "no";
    ipv4 = "ipv4";
    ipv6 = "ipv6";
    both = "yes";
  };
  has4 = families: builtins.elem families [ "ipv4" "both" ];
  has6 = families: builtins.elem families [ "ipv6" "both" ];
  takesDhcp4 = link: link ? dhcp && link.dhcp != "ipv6";
  takesDhcp6 = link: link ? dhcp && link.dhcp != "ipv4";

  bondConfig =
    bonding:
    {
      Mode = bonding.mode;
      MIIMonitorSec = bonding.miimon;
    }
    # Without monitoring there are none.
    // optional (bonding ? upDelay) { UpDelaySec = bonding.upDelay; }
    // optional (bonding ? downDelay) { DownDelaySec = bonding.downDelay; }
    // optional (bonding.mode == "active-backup") { PrimaryReselectPolicy = "always"; }
    // optional (bonding ? lacpRate) { LACPTransmitRate = bonding.lacpRate; }
    // optional (bonding ? hashPolicy) { TransmitHashPolicy = bonding.hashPolicy; };

  netdev = link: {
    name = names.netdev link;
    value = {
      netdevConfig = {
        Name = link.name;
        Kind = link.kind;
      }
      // optional (link ? mac) { MACAddress = link.mac; };
    }
    // (
      if link.kind == "vlan" then
        { vlanConfig.Id = link.vlanId; }
      else
        { bondConfig = bondConfig link.bonding; }
    );
  };

  linkConfig =
    link:
    let
      online = link.requiredForOnline or false;
      values =
        optional (link ? mtu) { MTUBytes = toString link.mtu; }
        # Old data may leave open whether the boot waits; then networkd decides.
        // optional (online != null) { RequiredForOnline = online; };
    in
    optional (values != { }) { linkConfig = values; };

  networkConfig =
    link:
    {
      DHCP = dhcpWords.${link.dhcp or "none"};
      IPv6AcceptRA = takesDhcp6 link;
      LinkLocalAddressing = if link ? hasIPv6 then "ipv6" else "no";
    }
    // optional (link ? bond) { Bond = link.bond; }
    // optional (link ? isPrimary) { PrimarySlave = true; };

  # Reservations by MAC address hold only where the client names itself by it.
  dhcpConfig =
    link:
    let
      UseDNS = link.dhcpSetsDns or false;
    in
    optional (takesDhcp4 link) {
      dhcpV4Config = {
        inherit UseDNS;
        ClientIdentifier = "mac";
        UseRoutes = has4 (link.dhcpRoutes or null);
      };
    }
    // optional (takesDhcp6 link) {
      dhcpV6Config = {
        inherit UseDNS;
        DUIDType = "link-layer";
        WithoutRA = "solicit";
      };
      ipv6AcceptRAConfig = {
        inherit UseDNS;
        UseGateway = has6 (link.dhcpRoutes or null);
      };
    };

  # What is on the wire itself, where a lease names no prefix.
  onLink = subnet: { Destination = subnet; };

  route =
    link: route:
    {
      Destination = route.to;
      Gateway = route.via;
    }
    # Without an address of its own networkd cannot see that the gateway is a neighbour.
    // optional (!link ? addresses) { GatewayOnLink = true; };

  network = link: {
    name = names.network link;
    value = {
      matchConfig.Name = names.pattern link.name;
      networkConfig = networkConfig link;
    }
    // linkConfig link
    // dhcpConfig link
    // optional (link ? addresses) { address = link.addresses; }
    // optional (link ? gateways) { gateway = link.gateways; }
    // optional (link ? nameservers) { dns = link.nameservers; }
    // optional (link ? searchDomains) { domains = link.searchDomains; }
    // optional (link ? vlans) { vlan = link.vlans; }
    // optional (link ? onLink || link ? routes) {
      routes = map onLink (link.onLink or [ ]) ++ map (route link) (link.routes or [ ]);
    };
  };
in
links: {
  networking = {
    useNetworkd = true;
    useDHCP = false;
  };

  boot.kernelModules =
    (if has "bond" links then [ "bonding" ] else [ ])
    ++ (if has "vlan" links then [ "8021q" ] else [ ]);

  systemd.network = {
    enable = true;
    networks = listToAttrs (map network links);
  }
  // optional (any isMade links) { netdevs = listToAttrs (map netdev (filter isMade links)); };
}
