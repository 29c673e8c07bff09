# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Who serves addresses in a test of a profile that takes them by DHCP: { } for all other profiles.
{ lib }:
profile:
let
  served = profile.dhcpServer;
  cluster = lib.findFirst (network: network.name == profile.k3s.network) { } profile.networks;
  wire = (import ./wires.nix { inherit lib profile; }).${cluster.uplink};
  prefix = lib.last (lib.splitString "/" served.subnet);
  port = "eth1";
  link = if cluster ? vlanId then "${port}.${toString cluster.vlanId}" else port;
in
lib.optionalAttrs (profile ? dhcpServer) {
  dhcp-server = {
    virtualisation.vlans = [ ];
    virtualisation.interfaces.${port} = {
      vlan = wire;
      assignIP = false;
    };
    networking = {
      useNetworkd = true;
      useDHCP = false;
      firewall.allowedUDPPorts = [ 67 ];
    };
    systemd.network.netdevs = lib.mkIf (cluster ? vlanId) {
      "20-${link}" = {
        netdevConfig = {
          Name = link;
          Kind = "vlan";
        };
        vlanConfig.Id = cluster.vlanId;
      };
    };
    systemd.network.networks."15-${port}" = lib.mkIf (cluster ? vlanId) {
      matchConfig.Name = port;
      networkConfig.LinkLocalAddressing = "no";
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
      }) (profile.reservations or { });
    };
  };
}
