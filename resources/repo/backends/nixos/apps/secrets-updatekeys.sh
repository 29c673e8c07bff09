#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Encrypts the secrets anew after recipients changed.
set -euo pipefail
app=secrets-updatekeys
# The flake puts common.bash in front of this file.
# shellcheck source-path=SCRIPTDIR source=common.bash disable=SC1091
declare -F refuse >/dev/null || . "$(dirname "$0")/common.bash"

usage() {
  cat <<'TEXT'
secrets-updatekeys [--dry-run] [--allow-dirty]

Encrypts every file under secrets/ to those whom .sops.yaml names now. Whoever was a recipient may have kept what they
could read: after someone leaves, or after a token stood in clear, the tokens have to be others as well.

Before K3s ran for the first time: remove secrets/k3s-*-token.yaml and make them anew, nix run .#secrets-init.
Of a cluster that runs:

  agents' token   The same with secrets/k3s-agent-token.yaml alone, then nix run .#rebuild -- --all
  servers' token  K3s encrypts its own data with it, so servers do not start with one that was only written down.
                  1. On one server: k3s token rotate
                     The new token is what follows the last colon in /var/lib/rancher/k3s/server/token there.
                  2. Put it into the secret: sops secrets/k3s-server-token.yaml
                  3. At once, before a server starts again: nix run .#rebuild -- --all
                  Keep the old one with the snapshots of etcd that are older: they open with it alone.

sops finds the key to decrypt them with where it always does, such as in the file that SOPS_AGE_KEY_FILE names.

  --dry-run      touch nothing, say what would be done
  --allow-dirty  go on although changes are not committed
TEXT
}

while [ $# -gt 0 ]; do
  case $1 in
  -h | --help) usage && exit 0 ;;
  --dry-run) dry_run=true ;;
  --allow-dirty) allow_dirty=true ;;
  *) unknown_option "$1" ;;
  esac
  shift
done

need_repository
need_clean_tree
# sops knows other forms than YAML, under any name.
mapfile -t files < <(find secrets -path secrets/keys -prune -o -type f \
  \( -name '*.yaml' -o -name '*.yml' -o -exec grep -qF 'ENC[AES256_GCM,' {} \; \) -print | sort)
[ ${#files[@]} -gt 0 ] || refuse "There are no secrets yet." "Make them: nix run .#secrets-init"
for file in "${files[@]}"; do run sops updatekeys --yes "$file"; done
