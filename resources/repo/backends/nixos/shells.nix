# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# The tools of the people who run the cluster: `nix develop`.
{ inputs, lib, ... }@context:
pkgs: {
  default = pkgs.mkShell {
    name = "cluster";
    shellHook = import ./builders.nix context;
    packages = [
      inputs.nixos-anywhere.packages.${pkgs.stdenv.hostPlatform.system}.default
      pkgs.nixos-rebuild-ng
      pkgs.deploy-rs
      pkgs.sops
      pkgs.age
      pkgs.ssh-to-age
      pkgs.kubectl
      pkgs.kubernetes-helm
      pkgs.jq
      pkgs.shellcheck
      pkgs.nixfmt-tree
    ]
    ++ lib.optionals pkgs.stdenv.hostPlatform.isLinux [
      pkgs.kas
      pkgs.qemu-utils
      pkgs.usbutils
    ];
  };
}
