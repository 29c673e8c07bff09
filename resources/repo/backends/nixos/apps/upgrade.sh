#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Brings the cluster to what this repository says without stopping it.
set -euo pipefail
app=upgrade
# The flake puts common.bash in front of this file.
# shellcheck source-path=SCRIPTDIR source=common.bash disable=SC1091
declare -F refuse >/dev/null || . "$(dirname "$0")/common.bash"

usage() {
  cat <<'TEXT'
upgrade [NODE…] [--timeout SECONDS] [--dry-run] [--allow-dirty]

Node by node: no new pods (cordon), pods move away (drain), the system is switched, the node is Ready again, pods may
come back. One server at a time, because etcd needs more than half of them; agents after the servers.
It asks the cluster by kubectl: KUBECONFIG says which one. It stops at the first node that does not come back.

  --timeout SECONDS  how long pods may take to leave, and a node to become Ready (600)
  --dry-run          touch nothing, say what would be done
  --allow-dirty      go on although changes are not committed
TEXT
}

chosen=() timeout=600
while [ $# -gt 0 ]; do
  case $1 in
  -h | --help) usage && exit 0 ;;
  --dry-run) dry_run=true ;;
  --allow-dirty) allow_dirty=true ;;
  --timeout) need_value "$@" && timeout=$2 && shift ;;
  -*) unknown_option "$1" ;;
  *) chosen+=("$1") ;;
  esac
  shift
done
[[ $timeout =~ ^[1-9][0-9]*$ ]] || refuse "$timeout is no number of seconds."

need_repository
need_deployed_profile
for node in "${chosen[@]}"; do need_node "$node"; done
need_clean_tree
$dry_run || [ -n "${KUBECONFIG:-}" ] || [ -e "$HOME/.kube/config" ] ||
  refuse "No key to the cluster: KUBECONFIG is not set." \
    "Copy /etc/rancher/k3s/k3s.yaml of a server, put its address into it, and set KUBECONFIG to that file."

# In the order of the list, whatever order they were named in.
wanted() {
  local node other
  while read -r node; do
    if [ ${#chosen[@]} -eq 0 ]; then
      echo "$node"
    else
      for other in "${chosen[@]}"; do [ "$other" != "$node" ] || echo "$node"; done
    fi
  done < <(deployed)
}

# A second server must not go while one is away.
servers_are_ready() {
  local line away=()
  while read -r line; do
    [[ $line == *" Ready"* ]] || away+=("${line%% *}")
  done < <(kubectl get nodes --selector node-role.kubernetes.io/control-plane --no-headers)
  [ ${#away[@]} -eq 0 ] || refuse "Servers are not Ready: ${away[*]}." "Mend them first: etcd may lose its quorum."
}

while read -r node <&3; do
  say "== $node"
  if [ "$(fact "$node" role)" = server ]; then run_step "check that every server is Ready" servers_are_ready; fi
  run kubectl cordon "$node"
  run kubectl drain "$node" --ignore-daemonsets --delete-emptydir-data --timeout "${timeout}s"
  run nixos-rebuild switch --flake ".#$(fact "$node" attribute)" --target-host "root@$(fact "$node" host)"
  run kubectl wait "node/$node" --for condition=Ready --timeout "${timeout}s"
  run kubectl uncordon "$node"
done 3< <(wanted)
