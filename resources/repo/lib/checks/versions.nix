# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Versions of K3s: a version at all, and within one minor version for all servers and agents of a cluster.
{ project, ... }:
let
  inherit (builtins)
    attrNames
    concatMap
    match
    ;
  parts = match "v([0-9]+)[.]([0-9]+)[.]([0-9]+)[+]k3s([0-9]+)";

  ofProfile =
    name:
    let
      profile = project.profiles.${name};
      file = "lib/network/profiles/${name}.nix";
      remedy = "Change k3s.version in profiles/${name}.yaml or n3x.yaml and export again.";
      wanted = profile.k3s.version;
      ofNode =
        node:
        let
          version = profile.nodes.${node}.k3s.version or wanted;
        in
        if version == wanted then
          [ ]
        else
          [ "${file}: node ${node} runs K3s ${version}, its profile ${wanted} (N3X5011). ${remedy}" ];
    in
    (
      if parts wanted == null then
        [ "${file}: ${wanted} is no version of K3s, such as v1.35.0+k3s3 (N3X5014). ${remedy}" ]
      else
        [ ]
    )
    ++ concatMap ofNode (attrNames profile.nodes);

  # What NixOS and Debian build of the project's own version has to be one that both know.
  own =
    if parts project.k3s.version == null then
      [ "lib/project.nix: ${project.k3s.version} is no version of K3s (N3X5014). Change k3s.version in n3x.yaml." ]
    else
      [ ];
in
own ++ concatMap ofProfile (attrNames project.profiles)
