# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# The machines of the deployed profile that have no key of anybody's: SSH is the only way in. An
# instance in a cloud has the key that it is started with, and a node's own settings may give some,
# which NixOS' own warning then counts (backends/nixos/modules/base.nix).
{
  project,
  root ? ../.,
}:
let
  inherit (builtins) attrNames filter pathExists;
  nodes = if project.deploy == null then { } else project.profiles.${project.deploy}.nodes;
  own = name: root + "/backends/nixos/own/${project.deploy}/${name}.nix";
  isKeyless =
    name:
    nodes.${name}.backend == "nixos"
    && !(project.hardware.${nodes.${name}.target} or { } ? cloud)
    && !(pathExists (own name));
in
if project.admins.ssh != [ ] then [ ] else filter isKeyless (attrNames nodes)
