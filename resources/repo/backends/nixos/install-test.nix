# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# An installation of a system onto empty disks, and a start from them: disko's own test, with disks
# as large as the layouts ask for.
{ inputs, lib, ... }:
system:
let
  inherit (system) config;
  disks = builtins.attrNames config.disko.devices.disk;
in
inputs.disko.lib.testLib.makeDiskoTest {
  inherit (system) extendModules pkgs;
  name = config.networking.hostName;
  disko-config = removeAttrs config [ "_module" ];
  testMode = "direct";
  inherit (config.disko.tests) bootCommands efi enableOCR;
  extraSystemConfig = config.disko.tests.extraConfig;
  extraTestScript = config.disko.tests.extraChecks;
  # MiB, as many as images have. They take no more than what is written to them.
  extraInstallerConfig.virtualisation.emptyDiskImages = lib.mkForce (map (_: 112640) disks);
}
