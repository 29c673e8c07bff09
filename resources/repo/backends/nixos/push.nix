# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# The machines that run NixOS, as Colmena and deploy-rs want them. Both only name systems of
# nixosConfigurations, so neither can roll out anything else than `rebuild` does.
{
  inputs,
  project,
  machines,
  nixosConfigurations,
  lib,
  ...
}:
let
  inherit (builtins) elem listToAttrs;
  forMachines =
    function: listToAttrs (map (node: lib.nameValuePair node.name (function node)) machines);

  systemOf = node: nixosConfigurations.${node.attribute};
  toplevelOf = node: (systemOf node).config.system.build.toplevel;

  # A system with the program beside it that deploy-rs starts there: it switches, watches whether
  # the machine can still be reached, and goes back where it cannot.
  activatable =
    node:
    let
      pkgs = inputs.nixpkgs.legacyPackages.${node.system};
    in
    pkgs.buildEnv {
      name = "activatable-${node.name}";
      paths = [
        (toplevelOf node)
        (pkgs.writeTextFile {
          name = "activate-rs";
          destination = "/activate-rs";
          executable = true;
          text = ''
            #!${pkgs.runtimeShell}
            exec ${pkgs.deploy-rs}/bin/activate "$@"
          '';
        })
      ];
    };

  colmenaNodes = forMachines systemOf;
  toplevel = forMachines toplevelOf;
  deploymentConfig = forMachines (node: {
    targetHost = node.host;
    targetUser = "root";
    targetPort = null;
    allowLocalDeployment = false;
    buildOnTarget = false;
    tags = [
      node.role
      node.target
      node.profile
    ];
    replaceUnknownProfiles = true;
    privilegeEscalationCommand = [
      "sudo"
      "-H"
      "--"
    ];
    sshOptions = [ ];
    keys = { };
  });
  only = names: lib.filterAttrs (name: _: elem name names);
in
{
  # Colmena reads the outcome of its own evaluator under this name; ours has the same form, schema
  # 0.5.
  colmenaHive = {
    __schema = "v0.5";
    nodes = colmenaNodes;
    inherit toplevel deploymentConfig;
    deploymentConfigSelected = names: only names deploymentConfig;
    evalSelected = names: only names toplevel;
    evalSelectedDrvPaths = names: lib.mapAttrs (_: system: system.drvPath) (only names toplevel);
    metaConfig = {
      name = project.name;
      description = "Nodes of profile ${toString project.deploy}";
      machinesFile = null;
      allowApplyAll = true;
    };
    introspect =
      function:
      function {
        inherit lib;
        pkgs = inputs.nixpkgs.legacyPackages.x86_64-linux;
        nodes = colmenaNodes;
      };
  };

  deploy = {
    # A machine that cannot be reached after the switch goes back by itself.
    autoRollback = true;
    magicRollback = true;
    sshUser = "root";
    nodes = forMachines (node: {
      hostname = node.host;
      profiles.system = {
        user = "root";
        path = activatable node;
      };
    });
  };
}
