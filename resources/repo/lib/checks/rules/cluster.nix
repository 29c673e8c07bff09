# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# What makes the nodes a cluster: a server that founds it, one network for K3s with an address on
# it, hardware that the backend knows.
{
  project,
  profile,
  about,
  ...
}:
let
  inherit (builtins)
    attrNames
    concatMap
    concatStringsSep
    elem
    filter
    length
    ;
  nodes = attrNames profile.nodes;
  servers = filter (name: profile.nodes.${name}.role == "server") nodes;
  carriers = filter (network: elem "k3s" network.carries) profile.networks;

  networks =
    if carriers == [ ] then
      about "profile ${profile.name}" "none of its networks carries k3s" "N3X5001"
    else if length carriers > 1 then
      about "networks ${concatStringsSep " and " (map (network: network.name) carriers)}"
        "they both carry k3s"
        "N3X5002"
    else
      [ ];

  founding =
    if servers == [ ] then
      about "profile ${profile.name}" "it has no server" "N3X5003"
    else if !(profile.nodes ? ${profile.k3s.initServer}) then
      about "k3s" "there is no node ${profile.k3s.initServer} to found the cluster" "N3X1103"
    else if !elem profile.k3s.initServer servers then
      about "node ${profile.k3s.initServer}" "it is to found the cluster and is an agent" "N3X1104"
    else
      [ ];

  ofNode =
    name:
    let
      node = profile.nodes.${name};
      object = "node ${name}";
      target = project.hardware.${node.target} or null;
      onK3s = filter (link: (link.network or "") == profile.k3s.network) node.links;
      reached = filter (link: link ? addresses || link ? dhcp) onK3s;
    in
    (
      if reached == [ ] then
        about object
          "it has no address on the network ${profile.k3s.network}, which carries k3s"
          "N3X5005"
      else
        [ ]
    )
    ++ (
      if target != null && !elem node.backend target.backends then
        about object "its hardware ${node.target} has no backend ${node.backend}" "N3X6002"
      else
        [ ]
    );
in
networks ++ founding ++ concatMap ofNode nodes
