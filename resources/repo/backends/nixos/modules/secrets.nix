# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# The tokens of the cluster, decrypted to /run/secrets when the machine starts. A server has both,
# an agent only its own: its key opens no other file. Who may read what stands in .sops.yaml.
{
  config,
  lib,
  project,
  profile,
  node,
  ...
}:
let
  cluster = import ../../../lib/k3s/cluster.nix { inherit profile node; };
  fileOf = name: ../../../secrets + "/${name}.yaml";
  names = [ "k3s-agent-token" ] ++ lib.optional cluster.isServer "k3s-server-token";

  # Before `secrets-init` ran there are none, and the machine can be built all the same.
  present = builtins.filter (name: builtins.pathExists (fileOf name)) names;
  missing = lib.subtractLists present names;
  decryptsByUnit = present != [ ] && config.sops.useSystemdActivation;
  isDeployed = profile.name == project.deploy;
in
{
  sops = {
    # The install app puts it there; it never leaves the machine. A node's own settings may have
    # secrets too, whether there are tokens or not.
    age.keyFile = "/var/lib/sops-nix/key.txt";
    age.sshKeyPaths = [ ];
    gnupg.sshKeyPaths = [ ];
    secrets = lib.genAttrs present (name: {
      sopsFile = fileOf name;
      format = "yaml";
      key = "token";
      mode = "0400";
      restartUnits = [ "k3s.service" ];
    });
  };

  # Where a unit decrypts them, and not the activation before any unit.
  systemd.services.k3s = lib.mkIf (config.services.k3s.enable && decryptsByUnit) {
    wants = [ "sops-install-secrets.service" ];
    after = [ "sops-install-secrets.service" ];
  };

  warnings = lib.optional (isDeployed && missing != [ ]) (
    "K3s on ${node} will not start without secrets/${builtins.head missing}.yaml; "
    + "make it by: nix run .#secrets-init"
  );
}
