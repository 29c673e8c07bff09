# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Who serves addresses in a test of a profile that takes them by DHCP: { } for all other profiles.
# networkd's server gives IPv4 addresses only. No node can be called so: their names are in small
# letters.
{ lib }:
profile:
let
  served = profile.dhcpServer;
  cluster = lib.findFirst (network: network.name == profile.k3s.network) { } profile.networks;
  wires = (import ./wires.nix { inherit lib profile; }).ofUplink cluster.uplink;
  prefix = lib.last (lib.splitString "/" served.subnet);
  # One port on each wire of the uplink, and a switch between them.
  switch = "br0";
  port = wire: "wire${toString wire}"; # a name that the kernel gives to none
  link = if cluster ? vlanId then "${switch}.${toString cluster.vlanId}" else switch;
  isIPv4 = address: !(lib.hasInfix ":" address);
  leases = lib.filterAttrs (_: lease: isIPv4 lease.ip) (profile.reservations or { });
in
lib.optionalAttrs (profile ? dhcpServer && isIPv4 served.ip) {
  DHCP = {
    virtualisation.vlans = [ ];
    virtualisation.interfaces = lib.listToAttrs (
      map (
        wire:
        lib.nameValuePair (port wire) {
          vlan = wire;
          assignIP = false;
        }
      ) wires
    );
    networking = {
      useNetworkd = true;
      useDHCP = false;
      firewall.allowedUDPPorts = [ 67 ];
    };
    systemd.network.netdevs = {
      "10-${switch}".netdevConfig = {
        Name = switch;
        Kind = "bridge";
      };
    }
    // lib.optionalAttrs (cluster ? vlanId) {
      "20-${link}" = {
        netdevConfig = {
          Name = link;
          Kind = "vlan";
        };
        vlanConfig.Id = cluster.vlanId;
      };
    };
    systemd.network.networks."10-ports" = {
      matchConfig.Name = lib.concatMapStringsSep " " port wires;
      networkConfig = {
        Bridge = switch;
        LinkLocalAddressing = "no";
      };
    };
    systemd.network.networks."15-${switch}" = lib.mkIf (cluster ? vlanId) {
      matchConfig.Name = switch;
      networkConfig.LinkLocalAddressing = "no";
      linkConfig.RequiredForOnline = false; # it has no address of its own
      vlan = [ link ];
    };
    systemd.network.networks."20-${link}" = {
      matchConfig.Name = link;
      address = [ "${served.ip}/${prefix}" ];
      networkConfig.DHCPServer = true;
      dhcpServerConfig.EmitRouter = (served.gateway or null) != null;
      dhcpServerStaticLeases = lib.mapAttrsToList (_: lease: {
        MACAddress = lease.mac;
        Address = lease.ip;
      }) leases;
    };
  };
}
