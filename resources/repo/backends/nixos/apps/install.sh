#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Installs NixOS on a machine over SSH, disks included.
set -euo pipefail
app=install
# The flake puts common.bash in front of this file.
# shellcheck source-path=SCRIPTDIR source=common.bash disable=SC1091
declare -F refuse >/dev/null || . "$(dirname "$0")/common.bash"

usage() {
  cat <<'TEXT'
install NODE [--host ADDRESS] [--build-on auto|local|remote] [--found-anew] [--yes] [--dry-run] [--allow-dirty]

Installs NixOS on the machine of a node of the deployed profile. Everything on its disk is lost.
The machine runs any Linux with SSH for root, such as the installer image of the node.

  --host ADDRESS   where the machine is reached now; its address in the profile where nothing is said
  --build-on WHERE where the system is built: auto, local or remote
  --found-anew     let the init server found a cluster although one runs: another, at the same addresses
  --yes            do not ask before the disk is overwritten
  --dry-run        touch nothing, say what would be done
  --allow-dirty    install although changes are not committed

With KUBECONFIG set, the cluster is asked whether it still knows the node: one that it knows cannot join again.
TEXT
}

node='' host='' build_on=auto found_anew=false yes=false
while [ $# -gt 0 ]; do
  case $1 in
  -h | --help) usage && exit 0 ;;
  --dry-run) dry_run=true ;;
  --allow-dirty) allow_dirty=true ;;
  --found-anew) found_anew=true ;;
  --yes) yes=true ;;
  --host) need_value "$@" && host=$2 && shift ;;
  --build-on) need_value "$@" && build_on=$2 && shift ;;
  -*) unknown_option "$1" ;;
  *)
    [ -z "$node" ] || refuse "install takes one node, and $node and $1 are named." "Install one after the other."
    node=$1
    ;;
  esac
  shift
done
[ -n "$node" ] || refuse "Which node?" "See: install --help"
case $build_on in auto | local | remote) ;; *) refuse "Nothing is built on $build_on." "Say auto, local or remote." ;; esac

need_repository
need_node "$node"
need_clean_tree
if [ "$(fact "$node" hasLayout)" != true ]; then
  [[ $(fact "$node" images) != *amazon* ]] ||
    refuse "$node is an instance of EC2, which starts from an image." "Register one: nix run .#register-ami -- $node"
  refuse "$(fact "$node" target), the hardware of $node, has no layout of a disk to install on." \
    "Give it a disk with a layout, or write an image of the node: nix flake show has them."
fi
need_login "$node"
need_key "$node"
need_token "$node" agent
[ "$(fact "$node" role)" != server ] || need_token "$node" server

host=${host:-$(fact "$node" host)}
attribute=$(fact "$node" attribute)
$yes || $dry_run || [ -t 0 ] || refuse "Nobody can be asked whether the disk of $node may be overwritten." "Add --yes."

# A node makes a password when it joins first, and a server a member of etcd. From an empty disk it has neither any more,
# and whoever says its name without them is turned away.
is_forgotten() {
  local known
  if ! known=$(kubectl get node "$node" --ignore-not-found --output name --request-timeout 10s); then
    say "The cluster of KUBECONFIG does not answer."
    say_what_to_forget
    return 0
  fi
  [ -z "$known" ] ||
    fail "The cluster of KUBECONFIG knows $node, and would not let it join from an empty disk." \
      "First, which also takes its password and its place in etcd: kubectl delete node $node" \
      "If that is another cluster: unset KUBECONFIG"
}
say_what_to_forget() { say "If $node was in the cluster before, it joins only after: kubectl delete node $node"; }

# An init server with an empty disk joins nobody. Beside servers that run it makes a second cluster.
no_cluster_runs() {
  local api runs_at=
  for api; do
    [[ $api != *:* ]] || api="[$api]"
    # Whoever answers, and whatever it says.
    ! curl --insecure --silent --output /dev/null --noproxy '*' --max-time 5 "https://$api:6443/ping" || runs_at=$api
  done
  [ -z "$runs_at" ] ||
    fail "$node would found a second cluster: that of the project answers at $runs_at." \
      "To let it join, name another server as initServer in profiles/$(nodes .deploy).yaml, export, and install it then." \
      "To give that cluster up: --found-anew"
}

if [ "$(fact "$node" isInitServer)" = true ]; then
  say "$node founds the cluster: from an empty disk a new one, which nodes of an older one do not join by themselves."
  mapfile -t apis < <(fact "$node" apis)
  $found_anew || [ ${#apis[@]} -eq 0 ] || run_step "ask whether a cluster answers at ${apis[*]}" no_cluster_runs "${apis[@]}"
elif [ -n "${KUBECONFIG:-}" ]; then
  run_step "ask the cluster of KUBECONFIG whether it knows $node" is_forgotten
else
  say_what_to_forget
fi

if ! $yes && ! $dry_run; then
  read -rp "Everything on the disk of $host is lost. Type $node to go on: " answer
  [ "$answer" = "$node" ] || refuse "Not confirmed; nothing was done."
fi

# Its folder is laid over the new system's root: the node's key goes where sops looks for it.
extra=
prepare() {
  extra=$(mktemp -d)
  trap 'rm -rf "$extra"' EXIT
  install -d -m 755 "$extra/var/lib"
  install -d -m 700 "$extra/var/lib/sops-nix"
  install -m 600 "$key" "$extra/var/lib/sops-nix/key.txt"
}
run_step "put $key beside the system, as /var/lib/sops-nix/key.txt" prepare
run nixos-anywhere --flake ".#$attribute" --extra-files "${extra:-EXTRA_FILES}" --build-on "$build_on" "root@$host"
say "An installed machine has new keys of SSH. Where others of $node are known: ssh-keygen -R $(fact "$node" host)"
