#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Brings nodes to what this repository says.
set -euo pipefail
app=rebuild
# The flake puts common.bash in front of this file.
# shellcheck source-path=SCRIPTDIR source=common.bash disable=SC1091
declare -F refuse >/dev/null || . "$(dirname "$0")/common.bash"

usage() {
  cat <<'TEXT'
rebuild NODE… | --all [--action switch|boot|test|dry-activate] [--build-host HOST] [--dry-run] [--allow-dirty]

Builds the systems of nodes of the deployed profile and switches the machines to them, one after the other.
Pods are not moved away first: `upgrade` does that.

  --all              every node, servers first
  --action ACTION    switch (now and at every start), boot (from the next start on), test (until the next start)
                     or dry-activate (ask the machine what would change)
  --build-host HOST  build there
  --dry-run          touch nothing, say what would be done
  --allow-dirty      go on although changes are not committed
TEXT
}

chosen=() all=false action=switch build_host=
while [ $# -gt 0 ]; do
  case $1 in
  -h | --help) usage && exit 0 ;;
  --dry-run) dry_run=true ;;
  --allow-dirty) allow_dirty=true ;;
  --all) all=true ;;
  --action) need_value "$@" && action=$2 && shift ;;
  --build-host) need_value "$@" && build_host=$2 && shift ;;
  -*) unknown_option "$1" ;;
  *) chosen+=("$1") ;;
  esac
  shift
done
case $action in
switch | boot | test | dry-activate) ;;
*) refuse "There is no action $action." "Say switch, boot, test or dry-activate." ;;
esac
[ ${#chosen[@]} -gt 0 ] || $all || refuse "Which node?" "Name it, or say --all."

need_repository
need_deployed_profile
for node in "${chosen[@]}"; do need_node "$node"; done
need_clean_tree
! $all || mapfile -t chosen < <(deployed)
need_machines "${chosen[@]}"
need_login "${chosen[@]}"

for node in "${chosen[@]}"; do
  ask_for_its_disk "$node"
  command=(nixos-rebuild "$action" --flake ".#$(fact "$node" attribute)" --target-host "$(target_of "$node")")
  [ -z "$build_host" ] || command+=(--build-host "$build_host")
  run "${command[@]}"
done
