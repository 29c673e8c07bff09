# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Administrators log in as root, each with a key of their own; on the node's links for management
# where it has any, and on that of K3s else, which is where the apps reach it.
{
  lib,
  project,
  profile,
  node,
  ...
}:
let
  cluster = import ../../../lib/k3s/cluster.nix { inherit profile node; };
  links = if cluster.managementLinks != [ ] then cluster.managementLinks else [ cluster.k3sLink ];
in
{
  users.users.root.openssh.authorizedKeys.keys = project.admins.ssh;

  services.openssh = {
    enable = true;
    openFirewall = false;
    hostKeys = [
      {
        type = "ed25519";
        path = "/etc/ssh/ssh_host_ed25519_key";
      }
    ];
    settings = {
      PermitRootLogin = "prohibit-password";
      PasswordAuthentication = false;
      KbdInteractiveAuthentication = false;
      X11Forwarding = false;
    };
  };

  networking.firewall.interfaces = lib.genAttrs links (_: {
    allowedTCPPorts = [ 22 ];
  });
}
