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
could read: after someone leaves, make new tokens as well.

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
shopt -s nullglob
files=(secrets/*.yaml secrets/hosts/*.yaml)
[ ${#files[@]} -gt 0 ] || refuse "There are no secrets yet." "Make them: nix run .#secrets-init"
$dry_run || [ -n "${SOPS_AGE_KEY_FILE:-}${SOPS_AGE_KEY:-}" ] || [ -e "$HOME/.config/sops/age/keys.txt" ] ||
  refuse "No key to decrypt with." "Set SOPS_AGE_KEY_FILE to the file with your age key."
for file in "${files[@]}"; do run sops updatekeys --yes "$file"; done
