# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Links, addresses, firewall.
{ lib }:
let
  inherit (lib) types;
  inherit (types)
    attrsOf
    bool
    either
    enum
    int
    listOf
    nullOr
    port
    section
    str
    submodule
    ;
  # In unit files a yes or no may also be a word with more to say.
  boolOr = words: either bool (enum words);
  text = either str (listOf str);
  size = either int str;
  portRange = submodule {
    options = lib.optionTree {
      from = port;
      to = port;
    };
  };
  ports = {
    allowedTCPPorts = listOf port;
    allowedUDPPorts = listOf port;
    allowedTCPPortRanges = listOf portRange;
    allowedUDPPortRanges = listOf portRange;
  };
  matchConfig = section {
    Name = text;
    MACAddress = text;
    PermanentMACAddress = text;
    Path = text;
    Driver = text;
    Type = text;
    OriginalName = text;
    Kind = text;
  };
  common = {
    enable = bool;
    extraConfig = types.lines;
    inherit matchConfig;
  };
  of = options: submodule { options = lib.optionTree options; };

  netdev = of (
    removeAttrs common [ "matchConfig" ]
    // {
      netdevConfig = section {
        Name = str;
        Kind = enum [
          "bond"
          "bridge"
          "dummy"
          "vlan"
          "wireguard"
          "macvlan"
        ];
        MACAddress = str;
        MTUBytes = size;
        Description = str;
      };
      vlanConfig = section {
        Id = types.ints.between 0 4094;
        GVRP = bool;
        MVRP = bool;
        LooseBinding = bool;
        ReorderHeader = bool;
      };
      bondConfig = section {
        Mode = enum [
          "balance-rr"
          "active-backup"
          "balance-xor"
          "broadcast"
          "802.3ad"
          "balance-tlb"
          "balance-alb"
        ];
        TransmitHashPolicy = enum [
          "layer2"
          "layer3+4"
          "layer2+3"
          "encap2+3"
          "encap3+4"
          "vlan+srcmac"
        ];
        LACPTransmitRate = enum [
          "slow"
          "fast"
        ];
        MIIMonitorSec = str;
        UpDelaySec = str;
        DownDelaySec = str;
        PrimaryReselectPolicy = enum [
          "always"
          "better"
          "failure"
        ];
        MinLinks = int;
        AdSelect = str;
        FailOverMACPolicy = str;
        GratuitousARP = int;
      };
    }
  );

  network = of (
    common
    // {
      linkConfig = section {
        MTUBytes = size;
        MACAddress = str;
        RequiredForOnline = either bool str;
        RequiredFamilyForOnline = str;
        ActivationPolicy = str;
        Unmanaged = bool;
        ARP = bool;
      };
      networkConfig = section {
        DHCP = boolOr [
          "yes"
          "no"
          "ipv4"
          "ipv6"
        ];
        IPv6AcceptRA = bool;
        LinkLocalAddressing = boolOr [
          "yes"
          "no"
          "ipv4"
          "ipv6"
        ];
        Bond = str;
        Bridge = str;
        PrimarySlave = bool;
        ConfigureWithoutCarrier = bool;
        IgnoreCarrierLoss = either bool str;
        LLDP = boolOr [ "routers-only" ];
        Domains = text;
        DNS = text;
        VLAN = text;
        Address = text;
        Gateway = text;
        IPv4Forwarding = bool;
        IPv6Forwarding = bool;
        KeepConfiguration = boolOr [
          "static"
          "dynamic-on-stop"
          "dynamic"
        ];
        DHCPServer = bool;
        IPMasquerade = str;
      };
      dhcpV4Config = section {
        ClientIdentifier = enum [
          "mac"
          "duid"
          "duid-only"
        ];
        UseDNS = bool;
        UseRoutes = bool;
        UseNTP = bool;
        UseDomains = either bool str;
        SendHostname = bool;
        UseHostname = bool;
        RouteMetric = int;
        UseGateway = bool;
        UseMTU = bool;
      };
      dhcpV6Config = section {
        UseDNS = bool;
        DUIDType = str;
        WithoutRA = enum [
          "no"
          "solicit"
          "information-request"
        ];
        UseHostname = bool;
        SendHostname = bool;
      };
      ipv6AcceptRAConfig = section {
        UseDNS = bool;
        UseGateway = bool;
        UseDomains = either bool str;
        DHCPv6Client = either bool str;
        Token = str;
      };
      dhcpServerConfig = section {
        PoolOffset = int;
        PoolSize = int;
        EmitDNS = bool;
        DNS = text;
        EmitRouter = bool;
        Router = str;
        DefaultLeaseTimeSec = either int str;
        ServerAddress = str;
      };
      address = listOf str;
      gateway = listOf str;
      dns = listOf str;
      ntp = listOf str;
      domains = nullOr (listOf str);
      vlan = listOf str;
      bond = listOf str;
      DHCP = nullOr str;
      name = nullOr str;
      routes = listOf (section {
        Destination = str;
        Gateway = str;
        GatewayOnLink = bool;
        Metric = int;
        Scope = str;
        Source = str;
        Table = either int str;
        Type = str;
        MTUBytes = size;
      });
      addresses = listOf (section {
        Address = str;
        Peer = str;
        Scope = str;
      });
      dhcpServerStaticLeases = listOf (section {
        MACAddress = str;
        Address = str;
      });
    }
  );
in
{
  "networking.hostName" = types.strMatching "([[:alnum:]]([[:alnum:]_-]{0,61}[[:alnum:]])?)?";
  "networking.hostId" = nullOr str;
  "networking.domain" = nullOr str;
  "networking.search" = listOf str;
  "networking.nameservers" = listOf str;
  "networking.useNetworkd" = bool;
  "networking.useDHCP" = bool;
  "networking.enableIPv6" = bool;
  "networking.usePredictableInterfaceNames" = bool;
  "networking.networkmanager.enable" = bool;
  "networking.extraHosts" = types.lines;
  "networking.hosts" = attrsOf (listOf str);
  "networking.timeServers" = listOf str;
  "networking.nftables.enable" = bool;
  "networking.firewall" = of (
    ports
    // {
      enable = {
        type = bool;
        default = true;
      };
      allowPing = bool;
      checkReversePath = boolOr [
        "strict"
        "loose"
      ];
      extraCommands = types.lines;
      extraInputRules = types.lines;
      extraForwardRules = types.lines;
      filterForward = bool;
      interfaces = attrsOf (of ports);
      logRefusedConnections = bool;
      logReversePathDrops = bool;
      trustedInterfaces = listOf str;
    }
  );

  "systemd.network.enable" = bool;
  "systemd.network.config.networkConfig" = section {
    ManageForeignRoutes = bool;
    ManageForeignRoutingPolicyRules = bool;
    SpeedMeter = bool;
    IPv4Forwarding = bool;
    IPv6Forwarding = bool;
  };
  "systemd.network.netdevs" = attrsOf netdev;
  "systemd.network.networks" = attrsOf network;
  "systemd.network.links" = attrsOf (
    of (
      common
      // {
        linkConfig = section {
          Name = str;
          NamePolicy = str;
          MACAddressPolicy = str;
          MACAddress = str;
          MTUBytes = size;
          Description = str;
        };
      }
    )
  );
  "systemd.network.wait-online.enable" = bool;
  "systemd.network.wait-online.anyInterface" = bool;
  "systemd.network.wait-online.timeout" = types.ints.unsigned;
  "systemd.network.wait-online.extraArgs" = listOf str;
  "systemd.network.wait-online.ignoredInterfaces" = listOf str;

  "services.resolved.enable" = bool;
  "services.resolved.dnssec" = str;
  "services.resolved.dnsovertls" = str;
  "services.resolved.domains" = nullOr (listOf str);
  "services.resolved.fallbackDns" = nullOr (listOf str);
  "services.resolved.llmnr" = str;
  "services.resolved.extraConfig" = types.lines;
}
