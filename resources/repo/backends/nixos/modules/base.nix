# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# What every node has: time, Nix, logs, a kernel that tells strangers little, and no way in by a
# password.
{
  config,
  lib,
  project,
  node,
  hardware,
  ...
}:
let
  hasKey = user: user.openssh.authorizedKeys.keys ++ user.openssh.authorizedKeys.keyFiles != [ ];
  hasKeys = lib.any hasKey (lib.attrValues config.users.users);
in
{
  # Over nixpkgs' own default for installers, which is its release.
  system.stateVersion = lib.mkOverride 990 "25.11";
  time.timeZone = lib.mkDefault "UTC";
  networking.domain = lib.mkIf (project ? domain) (lib.mkDefault project.domain);

  # networkd hands the name servers of the links to it.
  services.resolved.enable = true;
  # A link that K3s does not need must not hold the boot; the node's own units say which one it
  # needs.
  systemd.network.wait-online.timeout = lib.mkDefault 120;

  # Nobody sits at the console, and root has no password there: what failed is mended over SSH, so
  # the rest starts.
  systemd.enableEmergencyMode = lib.mkDefault false;

  users.mutableUsers = false;
  users.users.root.hashedPassword = "!"; # no password opens it
  users.allowNoPasswordLogin = true; # the warning below asks for a key, and says where
  security.sudo.enable = false;
  warnings = lib.optional (!hardware.emulated && !(hardware ? cloud) && !hasKeys) (
    "Nobody could log in to ${node}: the project names no SSH key (N3X6011). "
    + "Add the public key of each administrator under admins.ssh of n3x.yaml."
  );

  boot.tmp.cleanOnBoot = true;
  boot.kernel.sysctl = {
    "kernel.dmesg_restrict" = 1;
    "kernel.kptr_restrict" = 2;
    "kernel.unprivileged_bpf_disabled" = 1;
    "net.ipv4.conf.all.accept_redirects" = 0;
    "net.ipv4.conf.all.send_redirects" = 0;
    "net.ipv6.conf.all.accept_redirects" = 0;
  };

  nix = {
    settings = {
      experimental-features = [
        "nix-command"
        "flakes"
      ];
      substituters = project.caches.substituters;
      trusted-public-keys = project.caches.publicKeys;
    };
    gc = {
      automatic = true;
      dates = "weekly";
      options = "--delete-older-than 14d";
    };
  };

  documentation.enable = lib.mkDefault false;
  services.journald.extraConfig = ''
    SystemMaxUse=1G
    MaxRetentionSec=7day
  '';
}
