# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# A machine as its hardware target says it: loader, consoles, drivers of its ports. It suits most
# machines, and the modules beside it add what one kind needs more. A target names its module in
# `nixos.module`; this one is for those that name none.
{ lib, hardware, ... }:
let
  isX86 = hardware.arch == "x86_64";
  boot = hardware.boot or "systemd-boot";
  drivers = lib.unique (lib.catAttrs "driver" hardware.nics);
in
{
  boot = {
    loader = {
      timeout = lib.mkDefault 3;
      systemd-boot = {
        # Images would turn it on by default, beside what the machine starts by.
        enable = lib.mkOverride 900 (boot == "systemd-boot");
        # What the ESP has room for: a layout's has 1 GiB, that of an image without one 256 MiB.
        configurationLimit = if hardware.nixos ? disko then 10 else 3;
        editor = false; # who is at the console is nobody special
      };
      efi.canTouchEfiVariables = lib.mkIf (boot == "systemd-boot") (lib.mkDefault true);
      grub = {
        enable = lib.mkDefault (boot == "grub");
        device = lib.mkIf (boot == "grub") (lib.mkDefault "nodev");
        efiSupport = lib.mkIf (boot == "grub") (lib.mkDefault true);
        efiInstallAsRemovable = lib.mkIf (boot == "grub") (lib.mkDefault true);
      };
      generic-extlinux-compatible.enable = boot == "extlinux";
    };

    # The last one is the main one.
    kernelParams =
      map (console: "console=${console}") hardware.console
      # Emulated machines count their ports: eth0, eth1, …
      ++ lib.optional hardware.emulated "net.ifnames=0";

    # Other kernels, such as NVIDIA's, lack some of these; there the lists of NixOS and of the board
    # have to do.
    initrd.availableKernelModules = lib.optionals isX86 [
      "ahci"
      "nvme"
      "sd_mod"
      "usb_storage"
      "xhci_pci"
    ];
    kernelModules = lib.subtractLists [ "virtio_net" ] drivers; # the kernel loads that one itself
  };

  hardware.enableRedistributableFirmware = lib.mkDefault (!hardware.emulated);
}
