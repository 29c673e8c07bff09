# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Values that have a form of their own: one of a few words, or a time with its unit.
{ profile, about, ... }:
let
  inherit (builtins)
    attrNames
    concatMap
    filter
    ;
  strange = import ../words.nix;
  milliseconds = import ../durations.nix;
  longest = 2147483647; # as far as the kernel counts in its bonds

  words =
    object: suffix: set: fields:
    concatMap (what: about object "${what}${suffix}" "N3X1007") (
      strange set (filter (field: set ? ${field}) fields)
    );

  ofTime =
    object: name: limit: text:
    let
      time = milliseconds text;
    in
    if time == null then
      about object "${name}, ${toString text}, is no time with its unit, such as 100ms" "N3X1013"
    else if limit != null && time > limit then
      about object "${name}, ${text}, is longer than the kernel counts" "N3X4020"
    else
      [ ];

  ofNetwork =
    network:
    let
      object = "network ${network.name}";
    in
    words object "" network [
      "carries"
      "addressing"
    ]
    ++ (
      if network ? dhcp.leaseTime then
        ofTime object "the leaseTime of its DHCP" null network.dhcp.leaseTime
      else
        [ ]
    );

  ofK3s =
    object: k3s:
    words object "" k3s [
      "flannelBackend"
      "addons"
      "longhornPaths"
      "images"
    ];

  ofNode =
    name:
    let
      node = profile.nodes.${name};
      object = "node ${name}";
      ofBond =
        link:
        words object " (${link.name})" link.bonding [
          "mode"
          "lacpRate"
          "hashPolicy"
        ]
        ++
          concatMap
            (field: ofTime object "the ${field} of ${link.name}" longest link.bonding.${field})
            (
              filter (field: link.bonding ? ${field}) [
                "miimon"
                "upDelay"
                "downDelay"
              ]
            );
    in
    words object "" node [
      "role"
      "backend"
    ]
    ++ concatMap ofBond (filter (link: link ? bonding) node.links)
    ++ ofK3s object node.k3s;
in
concatMap ofNetwork profile.networks
++ ofK3s "k3s" profile.k3s
++ concatMap ofNode (attrNames profile.nodes)
