# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# The options of nixpkgs' machines of QEMU, which no other system has.
{ lib }:
let
  inherit (lib) types;
  inherit (types)
    attrsOf
    bool
    int
    listOf
    nullOr
    str
    ;
  of = options: types.submodule { options = lib.optionTree options; };
in
{
  "virtualisation.diskImage" = nullOr str;
  "virtualisation.diskSize" = types.either types.ints.positive (types.enum [ "auto" ]);
  "virtualisation.memorySize" = types.ints.positive;
  "virtualisation.cores" = types.ints.positive;
  "virtualisation.graphics" = bool;
  "virtualisation.vlans" = listOf int;
  "virtualisation.interfaces" = attrsOf (of {
    vlan = int;
    assignIP = bool;
  });
  "virtualisation.useEFIBoot" = bool;
  "virtualisation.useBootLoader" = bool;
  "virtualisation.emptyDiskImages" = listOf types.raw;
  "virtualisation.qemu.options" = listOf str;
  "virtualisation.qemu.consoles" = listOf str;
  "virtualisation.qemu.networkingOptions" = listOf str;
  "virtualisation.forwardPorts" = listOf types.attrs;
  "virtualisation.fileSystems" = attrsOf (of {
    device = nullOr str;
    fsType = str;
    options = listOf str;
    autoResize = bool;
  });
}
