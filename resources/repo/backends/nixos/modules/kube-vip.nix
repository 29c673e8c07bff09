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
  serves = cluster.isServer && cluster.apiAddress != null;
  unit = (import ../../../lib/network/unit-names.nix).network;
  links = lib.filter (link: link.name == cluster.k3sLink) cluster.self.links;
  folder = "/var/lib/rancher/k3s/agent/pod-manifests";
  file = "${folder}/kube-vip.yaml";

  # networkd leaves on the link what kube-vip puts there. Nothing is to start from that address, so
  # kube-vip ends its preferred lifetime at once; one of IPv6 is then a dynamic one for networkd,
  # which "static" does not keep.
  keep = if lib.hasInfix ":" cluster.apiAddress then true else "static";
in
{
  systemd.network.networks = lib.mkIf serves (
    lib.listToAttrs (
      map (
        link: lib.nameValuePair (unit link) { networkConfig.KeepConfiguration = keep; }
      ) links
    )
  );

  systemd.tmpfiles.settings."10-kube-vip" =
    if serves then
      {
        ${folder}.d.mode = "0700";
        ${file}."L+".argument = toString (
          pkgs.writeText "kube-vip.yaml" (builtins.toJSON pod) # JSON is YAML
        );
      }
    else
      # What a link of this kind made, nothing takes back: the pod would go on with the old address.
      { ${file}.r = { }; };
}
