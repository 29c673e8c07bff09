# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# What another flake takes from an exported repository: a node by `lib.mkNode` with a module more, and `nixosModules` in a
# system of its own.
repository:
let
  inherit (repository) inputs;
  inherit (repository.lib) project;
  inherit (inputs.nixpkgs) lib;
  profile = project.profiles.vlans;
  node = "agent-1";
  hardware = project.hardware.${profile.nodes.${node}.target};

  taken = repository.lib.mkNode {
    inherit profile node;
    modules = [
      {
        time.timeZone = "Europe/Berlin";
        environment.etc.motd.text = "ours";
      }
    ];
  };
  own = lib.nixosSystem {
    specialArgs = {
      inherit
        inputs
        project
        profile
        node
        hardware
        ;
    };
    modules = [
      inputs.sops-nix.nixosModules.sops
      inputs.disko.nixosModules.disko
      repository.nixosModules.default
      repository.nixosModules.hardware-qemu-amd64
      repository.nixosModules.disko-standard
      {
        nixpkgs.hostPlatform = hardware.system;
        networking.hostName = "other";
      }
    ];
  };

  # Asking for the system asks for all that any module says.
  facts =
    { config, ... }:
    builtins.seq config.system.build.toplevel.drvPath {
      inherit (config.networking) hostName;
      inherit (config.time) timeZone;
      motd = config.environment.etc.motd.text or null;
      networks = builtins.attrNames config.systemd.network.networks;
    };
  built = system: system.config.system.build.toplevel.drvPath;
  plain = repository.lib.mkNode { inherit profile node; };
in
{
  node = facts taken;
  plain = facts plain;
  modules = facts own;
  isSame = built plain == built repository.nixosConfigurations.vlans-agent-1;
}
