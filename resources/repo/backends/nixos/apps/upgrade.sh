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
upgrade [NODE…] [--reboot] [--build-host HOST] [--timeout SECONDS] [--dry-run] [--allow-dirty]

All systems are built first. Then node by node: no new pods (cordon), pods move away (drain), the system is switched,
the node is Ready again and has the taints of the profile, pods may come back. A node that took no pods before takes
none after, but for one that an upgrade left so when it stopped. One server at a time, because etcd needs more than half
of them; agents after the servers. It asks the cluster by kubectl: KUBECONFIG says which one. It stops at the first node
that does not come back.

  --reboot           start a drained node anew where it has another kernel, initrd or modules than it runs
  --build-host HOST  build there
  --timeout SECONDS  how long pods may take to leave, and a node to become Ready (600)
  --dry-run          touch nothing, say what would be done
  --allow-dirty      go on although changes are not committed
TEXT
}

chosen=() reboot=false build_host='' timeout=600
while [ $# -gt 0 ]; do
  case $1 in
  -h | --help) usage && exit 0 ;;
  --dry-run) dry_run=true ;;
  --allow-dirty) allow_dirty=true ;;
  --reboot) reboot=true ;;
  --build-host) need_value "$@" && build_host=$2 && shift ;;
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

# In the order of the list and each once, however they were named.
wanted() {
  local node
  while read -r node; do
    if [ ${#chosen[@]} -eq 0 ] || [[ " ${chosen[*]} " == *" $node "* ]]; then echo "$node"; fi
  done < <(deployed)
}

mapfile -t order < <(wanted)
need_machines "${order[@]}"
need_login "${order[@]}"
$dry_run || [ -n "${KUBECONFIG:-}" ] || [ -e "$HOME/.kube/config" ] ||
  refuse "No key to the cluster: KUBECONFIG is not set." \
    "Copy /etc/rancher/k3s/k3s.yaml of a server, put its address into it, and set KUBECONFIG to that file." \
    "From where the network of K3s is not reached, leave the address in it, and keep this running beside:" \
    "ssh -N -L 6443:127.0.0.1:6443 root@$(fact "$(deployed | head -n 1)" host)"

# A second server must not go while one is away.
servers_are_ready() {
  local listed line away=()
  listed=$(kubectl get nodes --selector node-role.kubernetes.io/control-plane --no-headers) ||
    fail "The cluster does not say which servers are Ready." "See: kubectl get nodes"
  [ -n "$listed" ] || fail "The cluster has no servers." "Set KUBECONFIG to the file of the right cluster."
  while read -r line; do
    [[ $line == *" Ready"* ]] || away+=("${line%% *}")
  done <<<"$listed"
  [ ${#away[@]} -eq 0 ] || fail "Servers are not Ready: ${away[*]}." "Mend them first: etcd may lose its quorum."
}

# A node that stopped is called Ready for forty seconds more. Its kubelet renews a lease every ten; at the second
# renewal it has also said how it is.
is_back() {
  local node=$1 deadline=$((SECONDS + timeout)) seen='' now renewals=-1
  while ((renewals < 2)); do
    if ((SECONDS >= deadline)); then
      printf '%s: %s does not report to the cluster.\n' "$app" "$node" >&2
      return 1
    fi
    now=$(kubectl get lease "$node" --namespace kube-node-lease --output 'jsonpath={.spec.renewTime}' \
      --request-timeout 10s 2>/dev/null) || now=
    if [ -n "$now" ] && [ "$now" != "$seen" ]; then
      seen=$now
      renewals=$((renewals + 1))
    fi
    ((renewals >= 2)) || sleep 2
  done
  kubectl wait "node/$node" --for condition=Ready --timeout "${timeout}s"
}

boot_of() { kubectl get node "$1" --output 'jsonpath={.status.nodeInfo.bootID}' --request-timeout 10s; }

# A machine that goes down still reports for a while; only the next start has another name.
start_anew() {
  local node=$1 before now='' status=0 deadline=$((SECONDS + timeout))
  before=$(on_node "$node" cat /proc/sys/kernel/random/boot_id </dev/null) # the API may be away just after a switch
  on_node "$node" systemctl reboot </dev/null || status=$?
  [ "$status" = 0 ] || [ "$status" = 255 ] || not_asked "$node" "$status" # 255: it was gone before it answered
  while [ -z "$now" ] || [ "$now" = "$before" ]; do
    ((SECONDS < deadline)) || fail "$node does not come back after it was to start anew."
    sleep 2
    now=$(boot_of "$node" 2>/dev/null) || now=
  done
}

stale=()
renew_kernel() {
  local node=$1 status=0
  # shellcheck disable=SC2016 # the machine's variables
  on_node "$node" 'for part in kernel initrd kernel-modules; do
    [ "$(readlink -f /run/booted-system/$part)" = "$(readlink -f /run/current-system/$part)" ] || exit 1
  done' </dev/null || status=$?
  [ "$status" -le 1 ] || not_asked "$node" "$status"
  [ "$status" = 1 ] || return 0
  if $reboot; then start_anew "$node"; else stale+=("$node"); fi
}

# Whom somebody had taken out, for reasons of their own, stays out. Whom an upgrade took out that stopped says so itself.
cordoned_by_us=n3x/cordoned-by-upgrade
takes_pods=true out=()
see_whether_it_takes_pods() {
  local said
  said=$(kubectl get node "$1" --output "jsonpath={.spec.unschedulable} {.metadata.annotations.$cordoned_by_us}")
  takes_pods=true
  case $said in
  "true true") say "$1 takes no pods since an upgrade that stopped; it is taken up again." ;;
  true*) takes_pods=false out+=("$1") ;;
  esac
}

# Kubelet sets the taints of its flags when it registers a node, and never again. K3s notes its flags on the node: those
# before the switch are remembered, and go where neither the profile nor the flags say them any more. Nobody else's are
# touched, nor what Kubernetes keeps for itself; the roles are the profile's to say.
remembered=n3x/taints
about_taints='
  def id: sub("=[^:]*:"; ":");
  def is_reserved: test("^([^/]*\\.)?(kubernetes|k8s)\\.io/") and (startswith("node-role.kubernetes.io/") | not);
  def ours: map(select(is_reserved | not));
  def note(key): .metadata.annotations[key] // "";
  def flags: note("k3s.io/node-args") | if . == "" then [] else fromjson end
    | [.[1:], .[:-1]] | transpose | map(select(.[1] == "--node-taint") | .[0]) | ours | map(id);
  def remembered: note("'$remembered'") | split(" ");'

# remember_taints NODE "KEY:EFFECT …"
remember_taints() {
  if [ -n "$2" ]; then
    kubectl annotate node "$1" --overwrite "$remembered=$2"
  else
    kubectl annotate node "$1" "$remembered-"
  fi
}

see_taints() {
  local shown
  shown=$(kubectl get node "$1" --output json)
  remember_taints "$1" "$(jq -r "$about_taints"' remembered + flags | unique | join(" ")' <<<"$shown")"
}

set_taints() {
  local node=$1 said=() shown lines=()
  mapfile -t said < <(fact "$node" taints)
  shown=$(kubectl get node "$node" --output json)
  # The first line is what is remembered now, and each other one a change.
  # shellcheck disable=SC2016 # the variables are jq's
  shown=$(jq -r --args "$about_taints"'
    flags as $flags | remembered as $before | ($ARGS.positional | ours | unique) as $said
    | [.spec.taints[]? | .key + (if (.value // "") == "" then "" else "=" + .value end) + ":" + .effect] as $has
    | (($said | map(id)) + $flags | unique) as $stay
    | ($stay | join(" ")), ($said - $has)[], (($has | ours | map(id)) - $stay | map(select(IN($before[])) + "-"))[]
    ' "${said[@]}" <<<"$shown")
  mapfile -t lines <<<"$shown"
  [ ${#lines[@]} -eq 1 ] || kubectl taint node "$node" --overwrite "${lines[@]:1}"
  remember_taints "$node" "${lines[0]}"
}

cordoned=
tell_cordoned() {
  [ -z "$cordoned" ] ||
    complain "$cordoned takes no pods. The next upgrade takes it up again; when it may at once:" \
      "kubectl uncordon $cordoned && kubectl annotate node $cordoned $cordoned_by_us-"
}
trap tell_cordoned EXIT

# What would not start again, and what cannot be built, must cost no node its pods.
for node in "${order[@]}"; do ask_for_its_disk "$node"; done
systems=()
for node in "${order[@]}"; do
  systems+=(".#nixosConfigurations.$(fact "$node" attribute).config.system.build.toplevel")
done
there=() over=()
if [ -n "$build_host" ]; then
  there=(--eval-store auto --store "ssh-ng://$build_host")
  over=(--build-host "$build_host")
fi
run nix build --no-link "${there[@]}" "${systems[@]}"

for node in "${order[@]}"; do
  say "== $node"
  if [ "$(fact "$node" role)" = server ]; then run_step "check that every server is Ready" servers_are_ready; fi
  run_step "see whether $node takes pods" see_whether_it_takes_pods "$node"
  if $takes_pods; then
    # First, so that no node is cordoned and does not say why.
    run kubectl annotate node "$node" --overwrite "$cordoned_by_us=true"
    run kubectl cordon "$node"
    $dry_run || cordoned=$node
  fi
  run_step "remember the taints that $node has by its flags" see_taints "$node"
  run kubectl drain "$node" --ignore-daemonsets --delete-emptydir-data --timeout "${timeout}s"
  run nixos-rebuild switch --flake ".#$(fact "$node" attribute)" --target-host "$(target_of "$node")" "${over[@]}"
  if $reboot; then what="start $node anew if it runs another kernel"; else what="see whether $node runs its kernel"; fi
  run_step "$what" renew_kernel "$node"
  run_step "wait until $node reports to the cluster and is Ready" is_back "$node"
  taints=$(fact "$node" taints | tr '\n' ' ')
  run_step "set the taints of $node as the profile says: ${taints:-none}" set_taints "$node"
  if $takes_pods; then
    run kubectl uncordon "$node"
    cordoned=
    run kubectl annotate node "$node" "$cordoned_by_us-"
  fi
done
for node in "${out[@]}"; do
  say "$node took no pods before, and takes none now. When it may: kubectl uncordon $node"
done
[ ${#stale[@]} -eq 0 ] ||
  say "These run the kernel of before until they start anew: ${stale[*]}. To do that, drained: upgrade --reboot ${stale[*]}"
