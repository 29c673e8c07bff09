# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# `mkNodeModule profile nodeName`: the whole NixOS module of a node, with links, firewall and K3s,
# as backends/nixos/nodes/<profile>/<node>.nix has it. Builtins only; needs today's profile data.
let
  network = import ./network/mk-network-config.nix { };
  k3s = import ./k3s/mk-k3s-flags.nix { };
in
profile: nodeName:
let
  links = network.mkNixOSConfig profile nodeName { };
in
{ ... }:
links
// {
  networking = links.networking // {
    hostName = nodeName;
    firewall = import ./network/firewall.nix {
      inherit profile;
      node = profile.nodes.${nodeName};
    };
  };
  services.k3s = k3s.mkServiceConfig { inherit profile nodeName; };
}
