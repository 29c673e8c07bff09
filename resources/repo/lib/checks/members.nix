# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Every port that a node's links stand on is one that its hardware has, and every link stands on one
# that there is.
{ project, profile, ... }:
let
  inherit (builtins)
    attrNames
    concatMap
    concatStringsSep
    elem
    filter
    ;
  file = "lib/network/profiles/${profile.name}.nix";
  remedy = "Change profiles/${profile.name}.yaml and export again.";

  ofNode =
    name:
    let
      node = profile.nodes.${name};
      target = project.hardware.${node.target};
      ports = map (nic: nic.name) target.nics;
      links = map (link: link.name) node.links;
      say = text: [ "${file}: node ${name}: ${text} ${remedy}" ];

      ofLink =
        link:
        (
          if link.kind == "physical" && !elem link.name ports then
            say (
              "its hardware ${node.target} has no port ${link.name}, "
              + "only ${concatStringsSep ", " ports} (N3X6003)."
            )
          else
            [ ]
        )
        ++ concatMap (
          member:
          if elem member links then
            [ ]
          else
            say "bond ${link.name} takes ${member}, which is none of its links."
        ) (link.members or [ ])
        ++ (
          if link.kind == "vlan" && !elem link.parent links then
            say "VLAN ${link.name} stands on ${link.parent}, which is none of its links."
          else
            [ ]
        )
        ++ concatMap (
          vlan:
          if elem vlan links then
            [ ]
          else
            say "link ${link.name} carries ${vlan}, which nothing makes."
        ) (link.vlans or [ ]);
    in
    if project.hardware ? ${node.target} then
      concatMap ofLink node.links
    else
      [
        "${file}: node ${name}: there is no hardware target ${node.target}, only ${
          concatStringsSep ", " (attrNames project.hardware)
        } (N3X6001). ${remedy}"
      ];
in
concatMap ofNode (filter (name: profile.nodes.${name} ? links) (attrNames profile.nodes))
