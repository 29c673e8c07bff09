# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# disko's images and installations: they are there where the partitions have room on the disks that they are made on.
{ lib }:
let
  units = {
    M = 1;
    G = 1024;
  };
  # "40G" in MiB; nothing for what takes the rest.
  mebibytes =
    size:
    let
      parts = builtins.match "([0-9]+)([MG])" size;
    in
    if parts == null then 0 else lib.toInt (lib.head parts) * units.${lib.last parts};

  # `value`, where each disk of a system has room on one of the size that `sizeOf` gives.
  fitting =
    sizeOf: config: value:
    let
      need = disk: lib.foldl' (sum: one: sum + mebibytes one.size) 0 (lib.attrValues disk.content.partitions);
      isTooSmall = disk: need disk >= sizeOf disk;
    in
    if lib.any isTooSmall (lib.attrValues config.disko.devices.disk) then throw "sgdisk: could not create partition" else value;

  makeDiskoTest =
    {
      name,
      disko-config,
      pkgs,
      extendModules,
      testMode,
      efi,
      enableOCR ? false,
      bootCommands ? "",
      extraTestScript ? "",
      extraSystemConfig ? { },
      extraInstallerConfig ? { },
    }:
    let
      count = lib.length (lib.attrValues disko-config.disko.devices.disk);
      images = extraInstallerConfig.virtualisation.emptyDiskImages or { content = lib.genList (_: 4096) count; };
    in
    if lib.length images.content != count then
      throw "the machine has other disks than the system"
    else
      fitting (_: lib.head images.content) disko-config (pkgs.runCommand "disko-${name}" { } "");
in
{
  inherit fitting mebibytes makeDiskoTest;
}
