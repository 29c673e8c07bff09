# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# The servers' shared address of the API: nodes join at it, and the first server may die.
{
  lib,
  pkgs,
  profile,
  node,
  ...
}:
let
  cluster = import ../../../lib/k3s/cluster.nix { inherit profile node; };
  pod = import ../../../lib/k3s/manifests/kube-vip.nix {
    address = cluster.apiAddress;
    interface = cluster.k3sLink;
  };
  folder = "/var/lib/rancher/k3s/agent/pod-manifests";
in
{
  config = lib.mkIf (cluster.isServer && cluster.apiAddress != null) {
    systemd.tmpfiles.settings."10-kube-vip" = {
      ${folder}.d.mode = "0700";
      "${folder}/kube-vip.yaml"."L+".argument = toString (
        pkgs.writeText "kube-vip.yaml" (builtins.toJSON pod) # JSON is YAML
      );
    };
  };
}
