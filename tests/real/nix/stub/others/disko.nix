# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# The options of disko.
{ lib }:
let
  inherit (lib) types;
in
{
  "disko.devices" = types.submodule {
    options = lib.optionTree {
      disk = types.attrsOf types.json;
      lvm_vg = types.attrsOf types.json;
      mdadm = types.attrsOf types.json;
      nodev = types.attrsOf types.json;
      zpool = types.attrsOf types.json;
    };
  };
  "disko.enableConfig" = types.bool;
  "disko.imageBuilder.copyNixStore" = types.bool;
  "disko.imageBuilder.imageFormat" = types.enum [ "raw" "qcow2" ];
  "disko.memSize" = types.int;
  "disko.tests.bootCommands" = types.lines;
  "disko.tests.efi" = types.bool;
  "disko.tests.enableOCR" = types.bool;
  "disko.tests.extraChecks" = types.lines;
  "disko.tests.extraConfig" = types.attrs;
}
