# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# What belongs to no profile: the profile that machines run is one, and words are of their choices.
{ project, ... }:
let
  inherit (builtins)
    attrNames
    concatMap
    elem
    filter
    ;
  inherit (import ../nearest.nix) nearest;
  strange = import ./words.nix;
  say = what: [ "lib/project.nix: ${what} Change n3x.yaml and export again." ];

  profiles = attrNames project.profiles;
  wanted = project.wanted or project.deploy;
  deploy =
    if wanted == null || elem wanted profiles || elem wanted (project.held or [ ]) then
      [ ]
    else
      say (
        "deploy: there is no profile ${wanted}, so no machine is built by its own name, nor pushed to "
        + "(N3X1105). The nearest is ${toString (nearest wanted profiles)}."
      );

  words =
    object: set: fields:
    concatMap (what: say "${object}${what} (N3X1007).") (
      strange set (filter (field: set ? ${field}) fields)
    );
  ofTarget =
    name:
    let
      target = project.hardware.${name};
    in
    words "hardware ${name}: " target [
      "arch"
      "backends"
      "boot"
      "cloud"
    ]
    ++ words "hardware ${name}: " (target.disk or { }) [ "layout" ];
in
deploy ++ words "" project [ "tuning" ] ++ concatMap ofTarget (attrNames project.hardware)
