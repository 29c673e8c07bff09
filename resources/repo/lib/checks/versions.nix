# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Versions of K3s: each a release at all, and no node further from the servers than Kubernetes
# bears. The release that nixpkgs has instead is held against the same by the modules of NixOS.
{ project, ... }:
let
  inherit (builtins)
    attrNames
    concatMap
    filter
    groupBy
    head
    match
    ;
  parts = match "v([0-9]+)[.]([0-9]+)[.]([0-9]+)(-[A-Za-z0-9.]+)?[+]k3s([0-9]+)";
  mayRun =
    role: version: wanted:
    import ../k3s/version-skew.nix { inherit role version wanted; };

  ofProfile =
    name:
    let
      profile = project.profiles.${name};
      file = "lib/network/profiles/${name}.nix";
      remedy = "Change k3s.version in profiles/${name}.yaml or n3x.yaml and export again.";
      wanted = profile.k3s.version;
      refused = "is no version of K3s, such as v1.35.0+k3s3 (N3X5014)";
      versionOf = node: profile.nodes.${node}.k3s.version or wanted;
      served = filter (version: parts version != null) (
        attrNames (
          groupBy versionOf (
            filter (node: profile.nodes.${node}.role == "server") (attrNames profile.nodes)
          )
        )
      );
      ofNode =
        node:
        let
          version = versionOf node;
          inherit (profile.nodes.${node}) role;
          apart = filter (server: !(mayRun role version server)) served;
        in
        if version == wanted && parts wanted == null then
          [ ] # told of once, below
        else if parts version == null then
          [ "${file}: node ${node}: ${version} ${refused}. ${remedy}" ]
        else if apart != [ ] then
          [
            (
              "${file}: node ${node}: it runs K3s ${version}, a server ${head apart}: "
              + (
                if role == "server" then
                  "more than one minor version apart (N3X5024). "
                else
                  "an agent is never newer, and at most three minor versions older (N3X5024). "
              )
              + remedy
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
