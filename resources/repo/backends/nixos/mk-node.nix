# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# The one builder of nodes: hosts, images and the hive are what it gives. `modules` are for a caller
# that needs a little more, as an image or a flake that takes these nodes over.
{
  inputs,
  project,
  profile,
  node,
  modules ? [ ],
}:
let
  parts = import ./node-modules.nix {
    inherit
      inputs
      project
      profile
      node
      ;
  };
in
inputs.nixpkgs.lib.nixosSystem {
  inherit (parts) specialArgs;
  modules = parts.common ++ parts.machine ++ modules;
}
