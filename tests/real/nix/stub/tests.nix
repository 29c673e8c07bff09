# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# pkgs.testers.runNixOSTest: a derivation whose inputs are the systems of the test's nodes.
{ lib, pkgs, nixosSystem }:
test:
let
  declare = import ./declare.nix { inherit lib; };
  inherit (declare.lib) types;
  evaluation = lib.evalModules {
    modules = [
      {
        options = declare.optionTree {
          name = types.str;
          nodes = types.lazyAttrsOf types.deferredModule;
          defaults = types.deferredModule;
          testScript = types.either types.str (types.functionTo types.str);
          "node.pkgs" = types.nullOr types.raw;
          "node.pkgsReadOnly" = types.bool;
          "node.specialArgs" = types.lazyAttrsOf types.raw;
          globalTimeout = types.int;
          skipLint = types.bool;
          skipTypeCheck = types.bool;
          meta = types.attrs;
        };
      }
      test
    ];
  };
  inherit (evaluation) config;
  nodes = builtins.mapAttrs (
    name: module:
    nixosSystem {
      specialArgs = config.node.specialArgs;
      modules = [
        module
        config.defaults
        ./modules-path/virtualisation/qemu-vm.nix
        {
          nixpkgs.hostPlatform = lib.mkDefault pkgs.stdenv.hostPlatform.system;
          networking.hostName = lib.mkDefault name;
          fileSystems."/".device = "/dev/vda";
        }
      ];
    }
  ) config.nodes;
  script = if builtins.isFunction config.testScript then config.testScript { inherit nodes; } else config.testScript;
  driver =
    name:
    pkgs.runCommand name {
      inherit script;
      systems = map (node: node.config.system.build.toplevel) (lib.attrValues nodes);
    } "";
in
builtins.seq (declare.isValid evaluation) (
  driver "vm-test-run-${config.name}"
  // {
    inherit nodes config;
    driver = driver "nixos-test-driver-${config.name}";
    driverInteractive = driver "nixos-test-driver-${config.name}-interactive";
  }
)
