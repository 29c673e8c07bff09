# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# What K3s needs of the machine around it. Its role, its flags and its tokens stand in the node's
# own module.
{
  config,
  lib,
  pkgs,
  profile,
  node,
  ...
}:
let
  cluster = import ../../../lib/k3s/cluster.nix { inherit profile node; };
  hasMoreServices = cluster.has "kyverno" || cluster.has "longhorn";
  minor = lib.concatStringsSep "." (lib.take 2 cluster.version);
  # A minor version that is no longer maintained is an error in nixpkgs, or is not there at all.
  asked = builtins.tryEval (
    pkgs.${"k3s_" + builtins.replaceStrings [ "." ] [ "_" ] minor} or pkgs.k3s
  );
  package = if asked.success then asked.value else pkgs.k3s;
  mayBe = import ../../../lib/k3s/version-skew.nix;
  mayRun = mayBe {
    inherit (cluster.self) role;
    inherit (package) version;
    wanted = cluster.k3s.version;
  };

  # Debian's agents run what the project says, and may not be newer than a server.
  here = config.services.k3s.package.version;
  isNewer =
    _: other:
    other.backend == "debian"
    && other.role == "agent"
    && !mayBe {
      role = "agent";
      version = other.k3s.version or profile.k3s.version;
      wanted = here;
    };
  newer = lib.optionals cluster.isServer (lib.attrNames (lib.filterAttrs isNewer profile.nodes));
in
{
  # nixpkgs has the last release of each minor version of Kubernetes, for as long as that is
  # maintained. What is set in the node's own module is taken as it is.
  services.k3s.package = lib.mkDefault (
    if mayRun then
      package
    else
      throw ''
        ${node} is to run K3s ${cluster.k3s.version}. In its place nixpkgs has ${package.version},
        too far from it for the ${cluster.self.role} of a cluster (Kubernetes' version skew policy).
        Choose a version that nixpkgs has, or set services.k3s.package in
        backends/nixos/own/${profile.name}/${node}.nix.
      ''
  );
  services.k3s.gracefulNodeShutdown.enable = lib.mkDefault true;
  warnings =
    lib.optional (!lib.hasPrefix minor here) (
      "${node} is to run K3s ${cluster.k3s.version}, and nixpkgs gives ${here}; "
      + "choose a version that nixpkgs has, or set services.k3s.package for the node."
    )
    ++ lib.optional (newer != [ ]) (
      "The server ${node} runs K3s ${here}, and on Debian there are agents too new for it: "
      + "${lib.concatStringsSep ", " newer} (Kubernetes' version skew policy). "
      + "Choose a version that both systems have, or set services.k3s.package for the servers."
    )
    ++ lib.optional (hasMoreServices && !cluster.reachesServices) (
      "${node} has no default route: K3s asks for one on every node, so that services can be "
      + "reached from there (N3X5032). "
      + "Give a network of every node a gateway in profiles/${profile.name}.yaml."
    );

  boot.kernelModules = [
    "br_netfilter"
    "overlay"
  ]
  ++ lib.optional (cluster.k3s.flannelBackend == "wireguard-native") "wireguard";
  boot.kernel.sysctl = {
    "net.ipv4.ip_forward" = 1;
    "net.ipv6.conf.all.forwarding" = 1;
    "net.bridge.bridge-nf-call-iptables" = 1;
    "net.bridge.bridge-nf-call-ip6tables" = 1;
  };

  # Where one of these is a partition that failed, the system's own would take what is written.
  systemd.services.k3s = lib.mkIf config.services.k3s.enable {
    unitConfig.RequiresMountsFor = [
      "/var/lib/rancher"
      "/var/lib/kubelet"
      "/var/lib/longhorn"
      "/var/log/pods"
    ];
  };

  # What networkd did not set itself, it takes away when it starts again: Flannel's routes to the
  # pods of other nodes, and rules beside them.
  systemd.network.config.networkConfig = {
    ManageForeignRoutes = false;
    ManageForeignRoutingPolicyRules = false;
  };

  environment.variables = lib.mkIf cluster.isServer {
    KUBECONFIG = "/etc/rancher/k3s/k3s.yaml";
  };
}
