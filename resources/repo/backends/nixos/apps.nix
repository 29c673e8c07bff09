# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# What people start: each script of ./apps as a program, with the tools it needs and the list of
# nodes.
{
  inputs,
  project,
  nodes,
  lib,
  ...
}@context:
pkgs:
let
  inherit (builtins)
    attrNames
    filter
    mapAttrs
    match
    readDir
    readFile
    toJSON
    ;

  # N3X_NODES names a file with this.
  nodeList = pkgs.writeText "nodes.json" (toJSON {
    cluster = project.name;
    inherit (project) deploy wanted;
    held = project.held or [ ];
    administrators = project.admins.age;
    keyless = import ../../lib/keyless.nix { inherit project; };
    # All there are, so that another node is told apart from none.
    profiles = mapAttrs (_: profile: attrNames profile.nodes) project.profiles;
    inherit nodes;
  });

  # Outside NixOS its program has another name, and which depends on the release.
  nixosRebuild = pkgs.writeShellScriptBin "nixos-rebuild" ''
    exec ${lib.getExe pkgs.nixos-rebuild-ng} "$@"
  '';

  nixosAnywhere = inputs.nixos-anywhere.packages.${pkgs.stdenv.hostPlatform.system}.default;
  tools = {
    install = [
      nixosAnywhere
      pkgs.sops
      pkgs.openssh
      pkgs.kubectl
      pkgs.curl
    ];
    give-key = [ pkgs.openssh ];
    rebuild = [
      nixosRebuild
      pkgs.openssh
    ];
    upgrade = [
      nixosRebuild
      pkgs.kubectl
      pkgs.openssh
    ];
    flash-jetson = [ pkgs.usbutils ];
    register-ami = [ pkgs.awscli2 ];
    secrets-init = [
      pkgs.sops
      pkgs.age
      pkgs.ssh-to-age
      pkgs.openssl
    ];
    secrets-updatekeys = [
      pkgs.sops
      pkgs.age
    ];
  };
  summaries = {
    install = "Install NixOS on a machine over SSH, disks included";
    give-key = "Bring a machine that started from an image the key to its secrets";
    rebuild = "Bring one node, or all, to what this repository says";
    upgrade = "Bring the cluster up node by node: drain, switch, wait for Ready";
    flash-jetson = "Write the firmware of a Jetson board over USB";
    register-ami = "Upload an image to EC2 and register it";
    secrets-init = "Make the cluster's tokens, encrypted to those who may read them";
    secrets-updatekeys = "Encrypt the secrets anew after recipients changed";
  };

  # Boards are flashed over USB by tools that there are for Linux alone.
  worksHere = file: pkgs.stdenv.hostPlatform.isLinux || file != "flash-jetson.sh";
  scripts = filter (file: match ".*\\.sh" file != null && worksHere file) (
    attrNames (readDir ./apps)
  );

  appOf =
    file:
    let
      name = lib.removeSuffix ".sh" file;
      program = pkgs.writeShellApplication {
        inherit name;
        runtimeInputs = [
          pkgs.coreutils
          pkgs.jq
          pkgs.git
          pkgs.gnused
          pkgs.gnugrep
          pkgs.findutils
        ]
        ++ tools.${name} or [ ];
        text = ''
          export N3X_NODES="''${N3X_NODES:-${nodeList}}"
          ${import ./builders.nix context}
          ${readFile ./apps/common.bash}
          ${readFile (./apps + "/${file}")}
        '';
      };
    in
    lib.nameValuePair name {
      type = "app";
      program = lib.getExe program;
      meta.description = summaries.${name} or name;
    };
in
builtins.listToAttrs (map appOf scripts)
