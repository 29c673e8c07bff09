# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# The part of nixpkgs' lib that exported repositories use, written anew.
let
  lists = import ./lists.nix;
  types = import ./types.nix lib;
  modules = import ./modules.nix lib;
  # Values of options of the kernel.
  kernel = lists.mapAttrs (_: tristate: {
    inherit tristate;
    optional = false;
  }) { yes = "y"; module = "m"; no = "n"; };
  lib = lists // modules // { inherit lists types modules kernel; attrsets = lists; strings = lists; options = modules; };
in
lib
