# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Network of a node: from profile data to systemd-networkd, for both backends. Builtins only.
#
#   mkNixOSConfig data node            a NixOS module that makes the node's links
#   mkSystemdNetworkdFiles data node   the same as files: { "20-eth1.network" = "[Match]…"; }
#   generateProfileFiles profile node  the files of one node of a profile
#   generateAllNodeFiles profile       the files of all of them: { server-1 = { … }; }
#
# `data` is a profile of lib/network/profiles, or any part of one that has its `nodes`. It may also
# be old data, which knows no links: { nodes, interfaces, vlanIds ? null, bondConfig ? null }, where
# `nodes` is what old profiles call `ipAddresses`; what it leaves open is in old-data.nix. `mode`,
# `dhcpServer` and `reservations` are heeded in both.
{
  lib ? null, # not needed; callers of the n3x library give it
}:
let
  inherit (import ../nearest.nix) unknown;
  linksOfOldData = import ./old-data.nix;
  unitTexts = import ./unit-texts.nix;
  moduleValues = import ./module-values.nix;

  nodesOf =
    data:
    data.nodes or data.ipAddresses
      or (throw "Network data without nodes. Give a profile, or `nodes` and `interfaces`.");

  ownerOf = data: if data ? name then "Profile \"${data.name}\"" else "The profile";

  linksOf =
    data: nodeName:
    let
      nodes = nodesOf data;
      node =
        nodes.${nodeName}
          or (throw (unknown (ownerOf data) "node" nodeName (builtins.attrNames nodes)));
    in
    node.links or (linksOfOldData {
      inherit nodeName;
      addresses = node;
      interfaces = data.interfaces or { };
      vlanIds = data.vlanIds or null;
      bondConfig = data.bondConfig or null;
      mode = data.mode or null;
      dhcpServer = data.dhcpServer or null;
      reservation = data.reservations.${nodeName} or null;
    });

  mkSystemdNetworkdFiles = data: nodeName: unitTexts (linksOf data nodeName);
in
{
  inherit mkSystemdNetworkdFiles;

  mkNixOSConfig =
    data: nodeName:
    let
      links = linksOf data nodeName;
    in
    { ... }:
    moduleValues links;

  generateProfileFiles = mkSystemdNetworkdFiles;

  generateAllNodeFiles =
    profile:
    builtins.mapAttrs (nodeName: _: mkSystemdNetworkdFiles profile nodeName) (nodesOf profile);
}
