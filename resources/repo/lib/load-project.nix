# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# The project's data as the flake uses it. A profile that has errors now stays what was exported of
# it before, so that a half-done edit takes no machine out of the flake.
let
  inherit (builtins)
    filter
    foldl'
    listToAttrs
    pathExists
    ;
  project = import ./project.nix;
  fileOf = name: ./network/profiles + "/${name}.nix";
  exportedBefore = filter (name: pathExists (fileOf name)) (project.held or [ ]);
  profiles =
    listToAttrs (
      map (name: {
        inherit name;
        value = import (fileOf name);
      }) exportedBefore
    )
    // project.profiles;
  # A target of the project's own that n3x.yaml calls otherwise now, or leaves out, is still there
  # for the nodes of such a profile.
  hardware = foldl' (
    known: name: (profiles.${name}.hardware or { }) // known
  ) project.hardware exportedBefore;
in
project
// {
  inherit hardware profiles;
  wanted = project.deploy; # what n3x.yaml says, whether there is such a profile here or not
  deploy = if project.deploy != null && profiles ? ${project.deploy} then project.deploy else null;
}
