#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Makes the keys of the nodes and the tokens of the cluster.
set -euo pipefail
app=secrets-init
# The flake puts common.bash in front of this file.
# shellcheck source-path=SCRIPTDIR source=common.bash disable=SC1091
declare -F refuse >/dev/null || . "$(dirname "$0")/common.bash"

usage() {
  cat <<'TEXT'
secrets-init [--dry-run]

Makes what is missing, and leaves what is there:

  1. a key for each node of the deployed profile, secrets/keys/NODE.age. Git ignores these files; keep them safe, the
     install app puts each on its machine. The public half belongs into the project (node, age recipient).
  2. when every node's public half is in the project: the tokens, secrets/k3s-server-token.yaml and
     secrets/k3s-agent-token.yaml, encrypted to those whom .sops.yaml names. These are committed.

  --dry-run   touch nothing, say what would be done
TEXT
}

while [ $# -gt 0 ]; do
  case $1 in
  -h | --help) usage && exit 0 ;;
  --dry-run) dry_run=true ;;
  *) unknown_option "$1" ;;
  esac
  shift
done

need_repository
need_hidden_keys
need_deployed_profile
[ -e .sops.yaml ] || refuse "There is no .sops.yaml." "Export the project again."
nodes '.administrators[]?' | grep -q . ||
  refuse "No key: the project names no administrator's age recipient, so nobody could change its secrets." \
    "Make one with age-keygen, and add the line that begins with age1 to admins.age of n3x.yaml."

make_key() {
  local file=$1
  install -d -m 700 secrets/keys
  (umask 077 && age-keygen -o "$file" 2>/dev/null)
}

waiting=()
while read -r node <&3; do
  file=secrets/keys/$node.age
  said=$(fact "$node" age)
  if [ ! -e "$file" ] && [ -n "$said" ]; then
    say "$node: its key is kept elsewhere; the project knows $said."
  elif [ ! -e "$file" ]; then
    run_step "make a key for $node, $file" make_key "$file"
    if $dry_run; then waiting+=("$node: its new public key"); fi
  fi
  if [ -e "$file" ]; then
    public=$(public_half "$file")
    [ -n "$public" ] || fail "$file does not say its public key." "Make it anew with age-keygen."
    [ "$said" = "$public" ] || waiting+=("$node: $public")
  fi
done 3< <(deployed)

if [ ${#waiting[@]} -gt 0 ]; then
  say "Say these in the project (profiles/$(nodes .deploy).yaml, age of each node), export, and run this again:"
  printf '  %s\n' "${waiting[@]}"
  exit 0
fi

make_token() {
  local file=$1 beside
  beside=$(mktemp "$file.XXXXXX")
  # The token goes from one program to the other; it is in no file and no argument.
  if ! { printf 'token: ' && openssl rand -hex 32; } |
    sops encrypt --filename-override "$file" --input-type yaml --output-type yaml /dev/stdin >"$beside"; then
    rm -f "$beside"
    return 1
  fi
  chmod 644 "$beside"
  mv "$beside" "$file"
}

# Nodes that need a token and cannot decrypt it: they came later, or have another key now. Every node has the agents'.
closed=()
see_who_reads() {
  local file=$1 role=$2 node
  while read -r node <&3; do
    [ "$role" = agent ] || [ "$(fact "$node" role)" = server ] || continue
    is_encrypted_to "$file" "$(fact "$node" age)" || closed+=("$node: $file")
  done 3< <(deployed)
}

for role in server agent; do
  file=secrets/k3s-$role-token.yaml
  if [ -e "$file" ]; then
    say "$file is there already."
    see_who_reads "$file" "$role"
  else
    run_step "make a token and encrypt it as $file" make_token "$file"
  fi
done
if [ ${#closed[@]} -gt 0 ]; then
  say "These nodes cannot decrypt what they need:"
  printf '  %s\n' "${closed[@]}"
  say "Encrypt it to their keys: nix run .#secrets-updatekeys"
fi
say "Commit the files secrets/*.yaml; they hold nothing that can be read without a key."
