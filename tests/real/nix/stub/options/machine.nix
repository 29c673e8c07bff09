# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Boot, kernel, disks, hardware, virtual machines.
{ lib }:
let
  inherit (lib) types;
  inherit (types)
    attrs
    attrsOf
    bool
    either
    int
    json
    lines
    listOf
    nullOr
    package
    path
    raw
    str
    submodule
    ;
  of = options: submodule { options = lib.optionTree options; };
in
{
  "boot.kernelModules" = listOf str;
  "boot.blacklistedKernelModules" = listOf str;
  "boot.extraModulePackages" = listOf package;
  "boot.extraModprobeConfig" = lines;
  "boot.kernelParams" = listOf (types.strMatching "[^\" ]*(\"[^\"]*\"[^\" ]*)*"); # blanks in double quotes only
  "boot.kernelPackages" = raw;
  "boot.kernelPatches" = listOf attrs;
  "boot.kernel.sysctl" = attrsOf (nullOr (types.oneOf [
    bool
    str
    int
  ]));
  "boot.consoleLogLevel" = int;
  "boot.growPartition" = bool;
  "boot.supportedFilesystems" = either (listOf str) (attrsOf bool);
  "boot.tmp.useTmpfs" = bool;
  "boot.tmp.cleanOnBoot" = bool;
  "boot.tmp.tmpfsSize" = either str int;
  "boot.initrd.availableKernelModules" = listOf str;
  "boot.initrd.kernelModules" = listOf str;
  "boot.initrd.includeDefaultModules" = bool;
  "boot.initrd.services.udev.rules" = lines;
  "boot.initrd.systemd.enable" = bool;
  "boot.initrd.luks.devices" = attrsOf attrs;
  "boot.loader.timeout" = nullOr int;
  "boot.loader.systemd-boot.enable" = bool;
  "boot.loader.systemd-boot.configurationLimit" = nullOr int;
  "boot.loader.systemd-boot.editor" = bool;
  "boot.loader.efi.canTouchEfiVariables" = bool;
  "boot.loader.efi.efiSysMountPoint" = str;
  "boot.loader.grub.enable" = bool;
  "boot.loader.grub.device" = str;
  "boot.loader.grub.devices" = listOf str;
  "boot.loader.grub.efiSupport" = bool;
  "boot.loader.grub.efiInstallAsRemovable" = bool;
  "boot.loader.generic-extlinux-compatible.enable" = bool;

  "fileSystems" = attrsOf (of {
    device = nullOr str;
    fsType = str;
    label = nullOr str;
    options = listOf str;
    neededForBoot = bool;
    autoResize = bool;
    autoFormat = bool;
    noCheck = bool;
    depends = listOf str;
  });
  "swapDevices" = listOf attrs;
  "zramSwap.enable" = bool;
  "zramSwap.algorithm" = str;
  "zramSwap.memoryPercent" = types.ints.positive;
  "powerManagement.enable" = bool;
  "powerManagement.cpuFreqGovernor" = nullOr str;
  "powerManagement.scsiLinkPolicy" = nullOr str;

  "hardware.enableRedistributableFirmware" = bool;
  "hardware.enableAllHardware" = bool;
  "hardware.enableAllFirmware" = bool;
  "hardware.firmware" = listOf package;
  "hardware.cpu.intel.updateMicrocode" = bool;
  "hardware.cpu.amd.updateMicrocode" = bool;
  "hardware.graphics.enable" = bool;
  "hardware.graphics.extraPackages" = listOf package;
  "hardware.nvidia-container-toolkit.enable" = bool;
  "hardware.facter.reportPath" = nullOr path;
  "hardware.rasdaemon.enable" = bool;

  "virtualisation.vmVariant" = types.deferredModule;
  "virtualisation.vmVariantWithBootLoader" = types.deferredModule;
  "isoImage.squashfsCompression" = nullOr str;
  "isoImage.edition" = str;
  "isoImage.volumeID" = str;
  "isoImage.contents" = listOf attrs;
  "isoImage.storeContents" = listOf package;
}
