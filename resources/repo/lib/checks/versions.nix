# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Versions of K3s: each a release at all, and no node further than one minor version from its
# profile's: a cluster is upgraded node by node, and Kubernetes bears no more than that between its
# servers.
{ project, ... }:
let
  inherit (builtins)
    attrNames
    concatMap
    elemAt
    fromJSON
    match
    ;
  parts = match "v([0-9]+)[.]([0-9]+)[.]([0-9]+)(-[A-Za-z0-9.]+)?[+]k3s([0-9]+)";
  numberAt = at: version: fromJSON (elemAt (parts version) at);
  isNear =
    one: two:
    let
      steps = numberAt 1 one - numberAt 1 two;
    in
    numberAt 0 one == numberAt 0 two && steps >= -1 && steps <= 1;

  ofProfile =
    name:
    let
      profile = project.profiles.${name};
      file = "lib/network/profiles/${name}.nix";
      remedy = "Change k3s.version in profiles/${name}.yaml or n3x.yaml and export again.";
      wanted = profile.k3s.version;
      refused = "is no version of K3s, such as v1.35.0+k3s3 (N3X5014)";
      ofNode =
        node:
        let
          version = profile.nodes.${node}.k3s.version or wanted;
        in
        if version == wanted then
          [ ]
        else if parts version == null then
          [ "${file}: node ${node}: ${version} ${refused}. ${remedy}" ]
        else if parts wanted != null && !(isNear version wanted) then
          [
            (
              "${file}: node ${node}: it runs K3s ${version}, its profile ${wanted}: "
              + "more than one minor version apart (N3X5024). ${remedy}"
            )
          ]
        else
          [ ];
    in
    (
      if parts wanted == null then
        [ "${file}: profile ${name}: ${wanted} ${refused}. ${remedy}" ]
      else
        [ ]
    )
    ++ concatMap ofNode (attrNames profile.nodes);

  # What NixOS and Debian build of the project's own version has to be one that both know.
  own =
    if parts project.k3s.version == null then
      [
        (
          "lib/project.nix: k3s: ${project.k3s.version} is no version of K3s, such as v1.35.0+k3s3 "
          + "(N3X5014). Change k3s.version in n3x.yaml and export again."
        )
      ]
    else
      [ ];
in
own ++ concatMap ofProfile (attrNames project.profiles)
