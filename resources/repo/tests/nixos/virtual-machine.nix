# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# What a node has in place of its machine, in a test and where somebody tries it out: memory and a
# disk that are enough for K3s, its images, and tokens that are no secret.
{ lib }:
profile: name:
let
  node = profile.nodes.${name};

  # The server that founds the cluster, on the network of K3s.
  founder = profile.nodes.${profile.k3s.initServer};
  linksOfK3s = builtins.filter (link: (link.network or null) == profile.k3s.network) founder.links;
  addresses = lib.concatMap (link: link.addresses or [ ] ++ link.reservations or [ ]) linksOfK3s;
  # Where nobody knows it, its name has to do, as in the plan.
  known = lib.findFirst (_: true) profile.k3s.initServer addresses;
  address = builtins.head (lib.splitString "/" known);
  founderUrl = "https://${if lib.hasInfix ":" address then "[${address}]" else address}:6443";
in
{ config, ... }:
{
  virtualisation = {
    memorySize = 3072;
    cores = 2;
    diskSize = 16384;
  };

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
