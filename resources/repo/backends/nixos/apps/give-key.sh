#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Brings a machine that started from an image the key that its secrets are encrypted to.
set -euo pipefail
app=give-key
# The flake puts common.bash in front of this file.
# shellcheck source-path=SCRIPTDIR source=common.bash disable=SC1091
declare -F refuse >/dev/null || . "$(dirname "$0")/common.bash"

usage() {
  cat <<'TEXT'
give-key NODE [--host ADDRESS] [--dry-run]

Puts the key of a node of the deployed profile onto its machine, over SSH, and lets the machine decrypt its secrets. K3s
starts then. For machines that started from an image, as instances of EC2 do: no image holds a key. `install` brings the
key by itself.

  --host ADDRESS   where the machine is reached now; its address in the profile where nothing is said
  --dry-run        touch nothing, say what would be done

Options of SSH, such as another port, stand in NIX_SSHOPTS.
TEXT
}

node='' host=''
while [ $# -gt 0 ]; do
  case $1 in
  -h | --help) usage && exit 0 ;;
  --dry-run) dry_run=true ;;
  --host) need_value "$@" && host=$2 && shift ;;
  -*) unknown_option "$1" ;;
  *)
    [ -z "$node" ] || refuse "give-key takes one node, and $node and $1 are named."
    node=$1
    ;;
  esac
  shift
done
[ -n "$node" ] || refuse "Which node?" "See: give-key --help"

need_repository
need_node "$node"
need_key "$node"
host=${host:-$(fact "$node" host)}

# The key goes through the connection; it is in no argument.
give() {
  ssh "${ssh_options[@]}" "root@$host" 'umask 077 && mkdir -p /var/lib/sops-nix && cd /var/lib/sops-nix && cat >new && mv new key.txt' <"$key"
}
run_step "put $key onto root@$host as /var/lib/sops-nix/key.txt" give
run ssh "${ssh_options[@]}" "root@$host" /run/current-system/bin/switch-to-configuration test
