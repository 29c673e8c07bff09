# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# A node of the profile data → the values of `networking.firewall`: what K3s, storage and ingress
# need, on the links of the networks that carry them and nowhere else.
{ profile, node }:
let
  inherit (builtins)
    any
    attrNames
    concatMap
    concatStringsSep
    elem
    filter
    length
    listToAttrs
    match
    ;
  optional = condition: values: if condition then values else [ ];

  settings = profile.k3s // node.k3s; # a node says again only what is different for it
  flannel = settings.flannelBackend or "vxlan";
  isServer = node.role == "server";
  hasEtcd = length profile.k3s.servers > 1; # a lone server keeps SQLite

  carries = network: traffic: elem traffic network.carries;
  # Storage has its own network, or it runs beside K3s where the cluster uses Longhorn at all.
  carriesStorage =
    network:
    carries network "storage"
    || (
      carries network "k3s"
      && elem "longhorn" (settings.addons or [ ])
      && !any (other: carries other "storage") profile.networks
    );

  portsOf =
    network:
    let
      k3s = carries network "k3s";
      storage = carriesStorage network;
    in
    {
      allowedTCPPorts =
        # an ingress controller in the node's own network: HTTP and HTTPS
        optional (carries network "ingress") [
          80
          443
        ]
        # etcd
        ++ optional (k3s && isServer && hasEtcd) [
          2379
          2380
        ]
        # iSCSI
        ++ optional storage [ 3260 ]
        # the API
        ++ optional (k3s && isServer) [ 6443 ]
        # Longhorn
        ++ optional storage [
          9500
          9501
          9502
          9503
          9504
        ]
        # the kubelet
        ++ optional k3s [ 10250 ];
      allowedUDPPorts =
        optional (k3s && flannel == "vxlan") [ 8472 ]
        # WireGuard, for IPv4 and for IPv6
        ++ optional (k3s && flannel == "wireguard-native") [
          51820
          51821
        ];
    };

  networksNamed = name: filter (network: network.name == name) profile.networks;
  attached = filter (link: link ? network) node.links;
  interfaces = listToAttrs (
    concatMap (
      link:
      concatMap (
        network:
        let
          ports = portsOf network;
          used = filter (kind: ports.${kind} != [ ]) [
            "allowedTCPPorts"
            "allowedUDPPorts"
          ];
        in
        optional (used != [ ]) [
          {
            inherit (link) name;
            value = listToAttrs (
              map (kind: {
                name = kind;
                value = ports.${kind};
              }) used
            );
          }
        ]
      ) (networksNamed link.network)
    ) attached
  );

  # Pods reach their node by these.
  ranges = profile.k3s.clusterCidr ++ (node.k3s.clusterCidr or [ ]);
  isIPv6 = range: match ".*:.*" range != null;
  hasIPv4 = any (range: !(isIPv6 range)) ranges;
  hasIPv6 = any isIPv6 ranges;
  podInterfacesOf = {
    vxlan = [ "cni0" ] ++ optional hasIPv4 [ "flannel.1" ] ++ optional hasIPv6 [ "flannel-v6.1" ];
    wireguard-native =
      [ "cni0" ] ++ optional hasIPv4 [ "flannel-wg" ] ++ optional hasIPv6 [ "flannel-wg-v6" ];
    host-gw = [ "cni0" ];
    none = [ ];
  };
  podInterfaces =
    podInterfacesOf.${flannel} or (throw (
      "lib/network/profiles/${profile.name}.nix: there is no flannelBackend ${flannel}, only "
      + "${concatStringsSep ", " (attrNames podInterfacesOf)} (N3X1007). "
      + "Change profiles/${profile.name}.yaml and export again."
    ));
in
# An answer may leave by another link than the one its question came in by.
(if length attached > 1 then { checkReversePath = "loose"; } else { })
// (if podInterfaces != [ ] then { trustedInterfaces = podInterfaces; } else { })
// (if interfaces != { } then { inherit interfaces; } else { })
