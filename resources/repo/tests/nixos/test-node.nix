# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# A node as a virtual machine: all of it but its hardware and its disk, which the machine of the
# test stands for. Its ports have the names and the MAC addresses that they have on the hardware;
# all ports of an uplink are on one wire.
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
  # Each uplink is one wire of the test.
  wires = import ./wires.nix { inherit lib profile; };
  ports = builtins.filter (link: link.kind == "physical") node.links;
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
    interfaces = builtins.listToAttrs (
      map (
        link:
        lib.nameValuePair link.name {
          vlan = wires.${link.uplink};
          assignIP = false;
        }
      ) ports
    );
  };
  systemd.network.networks = builtins.listToAttrs (
    map (link: lib.nameValuePair (network link) { linkConfig.MACAddress = link.mac; }) (
      builtins.filter (link: link ? mac) ports
    )
  );

  # Nothing is fetched, and what is secret elsewhere is the same for all here.
  services.k3s.images = [ config.services.k3s.package.airgap-images ];
  sops.secrets = lib.mkForce { };
  systemd.tmpfiles.rules = [
    "d /run/secrets 0700 root root -"
    "f /run/secrets/k3s-server-token 0400 root root - servers-of-a-test"
    "f /run/secrets/k3s-agent-token 0400 root root - agents-of-a-test"
  ];
}
