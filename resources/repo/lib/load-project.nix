# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# The project's data as the flake uses it. A profile that has errors now stays what was exported of
# it before, so that a half-done edit takes no machine out of the flake.
let
  inherit (builtins)
    filter
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
in
project
// {
  inherit profiles;
  wanted = project.deploy; # what n3x.yaml says, whether there is such a profile here or not
  deploy = if project.deploy != null && profiles ? ${project.deploy} then project.deploy else null;
}
