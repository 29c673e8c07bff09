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

  wires = import ./wires.nix { inherit lib profile; };
  ports = builtins.filter (link: link.kind == "physical") profile.nodes.${name}.links;
in
{
  imports = parts.common ++ [ (import ./virtual-machine.nix { inherit lib; } profile name) ];

  # The arguments that differ from node to node; no module imports by them.
  _module.args = {
    node = name;
    inherit (parts.specialArgs) hardware;
  };

  virtualisation = {
    vlans = [ ];
    qemu.networkingOptions = lib.mkForce [ ]; # no way out: a test must not lean on the internet
    interfaces = lib.listToAttrs (
      map (
        card:
        lib.nameValuePair card.name {
          vlan = card.wire;
          assignIP = false;
        }
      ) (wires.cards name)
    );
  };
  systemd.network.networks = builtins.listToAttrs (
    map (link: lib.nameValuePair (network link) { linkConfig.MACAddress = link.mac; }) (
      builtins.filter (link: link ? mac) ports
    )
  );
}
