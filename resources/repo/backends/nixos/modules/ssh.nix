# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Administrators log in as root, each with a key of their own; on the networks for management where
# there are any.
{
  lib,
  project,
  profile,
  node,
  ...
}:
let
  cluster = import ../../../lib/k3s/cluster.nix { inherit profile node; };
  links = cluster.managementLinks;
in
{
  users.users.root.openssh.authorizedKeys.keys = project.admins.ssh;

  services.openssh = {
    enable = true;
    openFirewall = links == [ ];
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
