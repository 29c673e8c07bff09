# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# The options of sops-nix.
{ lib }:
let
  inherit (lib) types;
in
{
  "sops.defaultSopsFile" = types.path;
  "sops.defaultSopsFormat" = types.str;
  "sops.validateSopsFiles" = types.bool;
  "sops.useSystemdActivation" = types.bool;
  "sops.age.keyFile" = types.nullOr types.path;
  "sops.age.generateKey" = types.bool;
  # By itself it would try the keys of SSH's server too.
  "sops.age.sshKeyPaths" = {
    type = types.listOf types.path;
    default = [ "/etc/ssh/ssh_host_ed25519_key" ];
  };
  "sops.gnupg.sshKeyPaths" = {
    type = types.listOf types.path;
    default = [ "/etc/ssh/ssh_host_rsa_key" ];
  };
  "sops.secrets" = types.attrsOf (
    types.submodule {
      options = lib.optionTree {
        sopsFile = types.path;
        format = types.enum [ "yaml" "json" "binary" "ini" "dotenv" ];
        key = types.str;
        name = types.str;
        path = types.str;
        mode = types.str;
        owner = types.nullOr types.str;
        group = types.nullOr types.str;
        neededForUsers = types.bool;
        restartUnits = types.listOf types.str;
        reloadUnits = types.listOf types.str;
      };
    }
  );
  "sops.templates" = types.attrsOf types.attrs;
}
