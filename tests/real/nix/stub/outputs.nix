# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# The outputs of the stand-in, on its own lib or on the real one of nixpkgs.
{ lib }:
let
  systems = [
    "x86_64-linux"
    "aarch64-linux"
    "x86_64-darwin"
    "aarch64-darwin"
  ];
  legacyPackages = lib.genAttrs systems (system: import ./packages.nix { inherit lib system; });

  # Options of another input, in the types of whoever evaluates them: real nixpkgs may be beside this stand-in.
  optionModule = file: {
    _file = toString file;
    key = toString file;
    imports = [
      (
        { lib, ... }:
        let
          declare = import ./declare.nix { inherit lib; };
        in
        {
          options = declare.optionTree (import file { inherit (declare) lib; });
        }
      )
    ];
  };
  diskoBuild =
    { config, pkgs, ... }:
    let
      partitions = builtins.concatMap (disk: lib.attrValues disk.content.partitions) (lib.attrValues config.disko.devices.disk);
      mounted = builtins.filter (partition: partition.content.mountpoint or null != null) partitions;
    in
    {
      disko.enableConfig = lib.mkOverride 1400 true;
      fileSystems = lib.mkIf config.disko.enableConfig (
        builtins.listToAttrs (
          map (
            partition:
            lib.nameValuePair partition.content.mountpoint {
              device = "/dev/disk/by-partlabel/x";
              fsType = partition.content.format;
              options = partition.content.mountOptions or [ "defaults" ];
            }
          ) mounted
        )
      );
      disko.tests.efi = lib.mkOverride 1400 true;
      system.build = {
        diskoScript = pkgs.runCommand "disko" { } "";
        diskoImages = disks.fitting (disk: disks.mebibytes (disk.imageSize or "2G")) config (pkgs.runCommand "disko-images" { } "");
        installTest = disks.fitting (_: 4096) config (pkgs.runCommand "disko-test" { } "");
      };
    };
  disks = import ./disks.nix { inherit lib; };
in
{
  inherit legacyPackages;
  lib = lib // {
    nixosSystem = import ./nixos.nix { inherit lib legacyPackages; };
    testLib = { inherit (disks) makeDiskoTest; };
  };
  nixosModules = {
    disko.imports = [
      (optionModule ./others/disko.nix)
      diskoBuild
    ];
    sops = optionModule ./others/sops.nix;
    default = optionModule ./others/jetpack.nix;
    # nixos-hardware
    common-pc-ssd.services.fstrim.enable = lib.mkDefault true;
  };
  packages = lib.genAttrs systems (
    system:
    {
      default = legacyPackages.${system}.nixos-anywhere;
    }
    // lib.genAttrs [
      "disko-install"
      "flash-orin-nano-devkit"
      "iso_minimal"
    ] (name: legacyPackages.${system}.${name})
  );
}
