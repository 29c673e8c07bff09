# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# lib.nixosSystem: the options of options/, and for each system what NixOS would build of it, as derivations that
# evaluate. Asking for one of those asks for every value that any module defines.
{ lib, legacyPackages }:
let
  inherit (builtins) attrNames filter readDir;
  declare = import ./declare.nix { inherit lib; };

  optionFiles = map (file: ./options + "/${file}") (attrNames (readDir ./options));
  declared = map (file: {
    _file = toString file;
    options = declare.optionTree (import file { inherit (declare) lib; });
  }) optionFiles;

  # The variants of system.build.images in nixos-25.11 that this project knows.
  variants = [
    "amazon"
    "iso"
    "iso-installer"
    "kexec"
    "qemu"
    "qemu-efi"
    "raw"
    "raw-efi"
    "sd-card"
  ];

  # What nixpkgs puts into images of disks.
  diskImage = {
    boot.loader.systemd-boot.enable = lib.mkDefault true;
    fileSystems = {
      "/" = {
        device = "/dev/disk/by-label/nixos";
        fsType = "ext4";
      };
      "/boot" = {
        device = "/dev/disk/by-label/ESP";
        fsType = "vfat";
      };
    };
  };
  variantModules = {
    raw-efi = diskImage;
    qemu-efi = diskImage;
    amazon.imports = [ "${toString ./modules-path}/virtualisation/amazon-image.nix" ];
    iso-installer = {
      hardware.enableAllHardware = true;
      networking.networkmanager.enable = true;
      services.getty.autologinUser = "nixos";
      users.users.nixos.initialHashedPassword = "";
      system.stateVersion = lib.mkDefault "26.05"; # its release, which may be any
      boot.loader.grub.enable = lib.mkOverride 60 false;
      fileSystems."/" = lib.mkOverride 60 {
        device = "tmpfs";
        fsType = "tmpfs";
      };
    };
  };

  nixosSystem =
    {
      modules,
      specialArgs ? { },
      system ? null,
    }:
    let
      base =
        { config, ... }:
        {
          _file = "nixos";
          config = {
            nixpkgs.hostPlatform = lib.mkIf (system != null) (lib.mkDefault system);
            services.k3s.package = lib.mkOverride 1400 legacyPackages.${config.nixpkgs.hostPlatform}.k3s;
            assertions = [
              {
                # nixpkgs asks for a driver; of those only jetpack-nixos is known here.
                assertion = config.hardware.nvidia-container-toolkit.enable -> config.hardware.nvidia-jetpack.enable or false;
                message = "`nvidia-container-toolkit` requires nvidia drivers";
              }
              {
                # The drivers of all machines, which jetpack-nixos' kernel has not.
                assertion = config.hardware.enableAllHardware -> !(config.hardware.nvidia-jetpack.enable or false);
                message = "modprobe: FATAL: Module ata_piix not found";
              }
              {
                assertion = config.fileSystems ? "/";
                message = "The ‘fileSystems’ option does not specify your root file system.";
              }
            ];
            system.name = lib.mkOverride 1400 config.networking.hostName;
            _module.args.pkgs = legacyPackages.${config.nixpkgs.hostPlatform};
            boot.loader.grub.enable = lib.mkIf config.boot.loader.systemd-boot.enable (lib.mkDefault false);
            system.build = {
              toplevel = built "nixos-system-${config.system.name}" evaluation;
              vm = machine [ config.virtualisation.vmVariant ];
              vmWithBootLoader = machine [
                { virtualisation.useBootLoader = true; }
                config.virtualisation.vmVariantWithBootLoader
              ];
              images = lib.genAttrs variants (
                variant:
                let
                  result = evaluation.extendModules {
                    modules = [
                      (config.image.modules.${variant} or { })
                      (variantModules.${variant} or { })
                    ];
                  };
                in
                built "nixos-image-${variant}" result // { inherit (result) config; }
              );
            };
          };
        };

      evaluation = lib.evalModules {
        specialArgs = { modulesPath = toString ./modules-path; } // specialArgs;
        modules = declared ++ [ base ] ++ modules;
      };

      # A machine of QEMU; `config` is for tests that look at it.
      machine =
        modules:
        let
          result = evaluation.extendModules { modules = [ ./modules-path/virtualisation/qemu-vm.nix ] ++ modules; };
        in
        built "nixos-vm" result
        // {
          inherit (result) config;
          meta.mainProgram = "run-${result.config.system.name}-vm";
        };

      # A derivation that there only is where every definition is one that NixOS takes and no assertion fails.
      built =
        name: result:
        let
          failed = map (one: one.message) (filter (one: !one.assertion) result.config.assertions);
          pkgs = legacyPackages.${result.config.nixpkgs.hostPlatform};
          text = lib.concatMapStrings (message: "\n- ${message}") failed;
        in
        if !declare.isValid result then
          throw "unreachable"
        else if failed != [ ] then
          throw "Failed assertions:${text}"
        else
          pkgs.runCommand "${name}-${result.config.networking.hostName}" { } "";
    in
    {
      inherit (evaluation) config options;
      pkgs = legacyPackages.${evaluation.config.nixpkgs.hostPlatform};
      extendModules =
        more:
        nixosSystem {
          inherit system;
          modules = modules ++ more.modules or [ ];
          specialArgs = specialArgs // more.specialArgs or { };
        };
      _module = { inherit specialArgs; };
      type = "configuration";
    };
in
nixosSystem
