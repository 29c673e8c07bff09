# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Stands in for every input of an exported repository, so that its flake evaluates without a network:
#   nixpkgs         lib (a small module system that refuses what it does not know), nixosSystem, packages by name
#   disko, sops-nix, jetpack-nixos, nixos-hardware   their NixOS modules: options only
#   nixos-anywhere  its program
# It shows that the repository says nothing that these do not take; it does not show that a machine boots.
# What it takes stands in options/ and packages.nix. Real nixpkgs in its place: N3X_NIXPKGS, see HACKING.md.
{
  description = "A stand-in for nixpkgs and the other inputs";

  outputs =
    _:
    let
      lib = import ./lib;
      systems = [
        "x86_64-linux"
        "aarch64-linux"
        "x86_64-darwin"
        "aarch64-darwin"
      ];
      legacyPackages = lib.genAttrs systems (system: import ./packages.nix { inherit lib system; });
      optionModule = file: {
        _file = file;
        key = toString file;
        options = lib.optionTree (import file { inherit lib; });
      };
    in
    {
      inherit legacyPackages;
      lib = lib // {
        nixosSystem = import ./nixos.nix { inherit lib legacyPackages; };
      };
      nixosModules = {
        disko = optionModule ./others/disko.nix;
        sops = optionModule ./others/sops.nix;
        default = optionModule ./others/jetpack.nix;
        common-cpu-intel = { };
        common-cpu-amd = { };
        common-pc = { };
        common-pc-ssd = { };
      };
      packages = lib.genAttrs systems (system: {
        default = legacyPackages.${system}.nixos-anywhere;
        # jetpack-nixos: they run on x86 only
        flash-orin-nano-devkit = legacyPackages.${system}.flash-orin-nano-devkit;
        iso_minimal = legacyPackages.${system}.iso_minimal;
      });
    };
}
