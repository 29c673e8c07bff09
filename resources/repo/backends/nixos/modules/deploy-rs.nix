# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# The program by which deploy-rs switches to a system. Each has it, however it came onto the
# machine: when a machine is lost after a switch, deploy-rs runs that of the system before.
{ pkgs, ... }:
let
  switch = "$PROFILE/bin/switch-to-configuration";
  activate = pkgs.writeShellScript "deploy-rs-activate" ''
    set -euo pipefail
    cd /
    if [ "''${DRY_ACTIVATE:-0}" = 1 ]; then
      exec ${switch} dry-activate
    elif [ "''${BOOT:-0}" = 1 ]; then
      exec ${switch} boot
    fi
    exec ${switch} switch
  '';
in
{
  system.systemBuilderCommands = ''
    ln -s ${activate} $out/deploy-rs-activate
  '';
}
