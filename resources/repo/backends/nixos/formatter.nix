# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# `nix fmt` lays out what people write here. What the studio exported it leaves alone: the next
# export would take it for changed by hand, and so would the drift check.
_: pkgs:
let
  manifest = ../../.n3x/manifest.json;
  exported =
    if builtins.pathExists manifest then
      builtins.attrNames (builtins.fromJSON (builtins.readFile manifest)).files
    else
      [ ];
in
pkgs.nixfmt-tree.override {
  settings.excludes = builtins.filter (file: builtins.match ".*[.]nix" file != null) exported;
}
