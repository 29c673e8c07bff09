# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Somebody can log in to each machine that is deployed. Where nobody can, it is reached by its
# console alone, which asks for a password that there is not. Emulated ones have their console.
{ project, root, ... }:
let
  inherit (builtins) concatStringsSep filter;
  inherit (project.profiles.${project.deploy}) nodes;
  isReal = name: !(project.hardware.${nodes.${name}.target}.emulated or false);
  keyless = filter isReal (import ../keyless.nix { inherit project root; });
in
if keyless == [ ] then
  [ ]
else
  [
    (
      "lib/project.nix: nobody could log in to ${concatStringsSep ", " keyless} of ${project.deploy}: "
      + "the project names no SSH key (N3X6011). Add the public key of each administrator under "
      + "admins.ssh of n3x.yaml and export again. A machine that gets keys otherwise says so in its "
      + "own settings: users.users.root.openssh.authorizedKeys in "
      + "backends/nixos/own/${project.deploy}/NODE.nix."
    )
  ]
