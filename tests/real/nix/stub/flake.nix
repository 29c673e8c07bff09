# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Stands in for every input of an exported repository, so that its flake evaluates without a network:
#   nixpkgs         lib (a small module system that refuses what it does not know), nixosSystem, packages by name
#   disko, sops-nix, jetpack-nixos, nixos-hardware   their NixOS modules: options only
#   nixos-anywhere  its program
# It shows that the repository says nothing that these do not take; it does not show that a machine boots.
# What it takes stands in options/, others/ and packages.nix. HACKING.md says how real nixpkgs comes in its place.
{
  description = "A stand-in for nixpkgs and the other inputs";

  outputs = _: import ./outputs.nix { lib = import ./lib; };
}
