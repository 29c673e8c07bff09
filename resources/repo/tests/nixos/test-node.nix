# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# A node as a virtual machine: all of it but its hardware and its disk, which the machine of the
# test stands for. Its ports have the names and the MAC addresses that they have on the hardware.
{
  inputs,
  project,
  lib,
}:
profile: name:
let
  parts = import ../../backends/nixos/node-modules.nix {
    inherit inputs project profile;
    node = name;
  };
  inherit (import ../../lib/network/unit-names.nix) network;

  node = profile.nodes.${name};
  wires = import ./wires.nix { inherit lib profile; };
  ports = builtins.filter (link: link.kind == "physical") node.links;

  # The server that founds the cluster, on the network of K3s.
  founder = profile.nodes.${profile.k3s.initServer};
  linksOfK3s = builtins.filter (link: (link.network or null) == profile.k3s.network) founder.links;
  addresses = lib.concatMap (link: link.addresses or [ ] ++ link.reservations or [ ]) linksOfK3s;
  address = builtins.head (lib.splitString "/" (builtins.head addresses));
  founderUrl = "https://${if lib.hasInfix ":" address then "[${address}]" else address}:6443";
in
{ config, ... }:
{
  imports = parts.common;

  # The arguments that differ from node to node; no module imports by them.
  _module.args = {
    node = name;
    inherit (parts.specialArgs) hardware;
  };

  virtualisation = {
    memorySize = 3072;
    cores = 2;
    diskSize = 8192;
    vlans = [ ];
    qemu.networkingOptions = lib.mkForce [ ]; # no way out: a test must not lean on the internet
    interfaces = lib.mapAttrs (_: wire: {
      vlan = wire;
      assignIP = false;
    }) (wires.of name);
  };
  systemd.network.networks = builtins.listToAttrs (
    map (link: lib.nameValuePair (network link) { linkConfig.MACAddress = link.mac; }) (
      builtins.filter (link: link ? mac) ports
    )
  );

  # Nothing is fetched, and what is secret elsewhere is the same for all here.
  services.k3s.images = [ config.services.k3s.package.airgap-images ];
  # kube-vip's image is not among those, so that nobody serves the API address here.
  services.k3s.serverAddr = lib.mkIf (node.k3s ? joinUrl && profile.k3s ? apiAddress) (
    lib.mkForce founderUrl
  );
  sops.secrets = lib.mkForce { };
  systemd.tmpfiles.rules = [
    "d /run/secrets 0700 root root -"
    "f /run/secrets/k3s-server-token 0400 root root - servers-of-a-test"
    "f /run/secrets/k3s-agent-token 0400 root root - agents-of-a-test"
  ];
}
