# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# What the apps share: refusals, the list of nodes, and doing nothing but saying what would be done.
#
# N3X_NODES names a file with the nodes, written by the flake:
#   { cluster, deploy, wanted, held, administrators, keyless, profiles: { <profile>: [ <node>, … ] }, nodes: [ { name, role, target, system, profile, attribute, host, backend, age, images, … } ] }
# Exit status: 0 done, 1 a step failed, 2 refused before the first step: nothing changed.

app=${app:-} # an app says its own name
dry_run=false
allow_dirty=false

say() { printf '%s\n' "$*"; }

complain() {
  printf '%s: %s\n' "$app" "$1" >&2
  [ $# -lt 2 ] || printf '  %s\n' "${@:2}" >&2
}

# What is wrong, and what to do: before the first step.
refuse() {
  complain "$@"
  exit 2
}

# The same in a step, or after one.
fail() {
  complain "$@"
  exit 1
}

quoted() { printf '%q ' "$@" | sed 's/ $//'; }

# Does it, or says that it would.
run() {
  if $dry_run; then
    say "would run: $(quoted "$@")"
  else
    say "+ $(quoted "$@")"
    "$@"
  fi
}

# A step that no single command is: run_step "what it does" function argument…
run_step() {
  local what=$1
  shift
  if $dry_run; then
    say "would $what"
  else
    say "+ $what"
    "$@"
  fi
}

distance() { # how many letters to change, add or remove
  local one=$1 other=$2 row=() above=() i j cost best
  for ((j = 0; j <= ${#other}; j++)); do above[j]=$j; done
  for ((i = 1; i <= ${#one}; i++)); do
    row=("$i")
    for ((j = 1; j <= ${#other}; j++)); do
      cost=1
      [ "${one:i-1:1}" != "${other:j-1:1}" ] || cost=0
      best=$((above[j - 1] + cost))
      ((best <= above[j] + 1)) || best=$((above[j] + 1))
      ((best <= row[j - 1] + 1)) || best=$((row[j - 1] + 1))
      row[j]=$best
    done
    above=("${row[@]}")
  done
  echo "${above[${#other}]}"
}

nearest() { # nearest WORD CANDIDATE…; nothing where none is near
  local word=$1 best='' least=$((${#1} / 2 + 1)) candidate far
  for candidate in "${@:2}"; do
    far=$(distance "$word" "$candidate")
    if ((far <= least)) && { [ -z "$best" ] || ((far < least)); }; then
      best=$candidate least=$far
    fi
  done
  echo "$best"
}

nodes() { jq -r "$@" "${N3X_NODES:?names the list of nodes; start the app by nix run}"; }

# Nodes that real machines run, by their plain names; servers first, the founding one before the others.
deployed() {
  nodes '[.nodes[] | select(.isDeployed and .backend == "nixos")]
    | sort_by(.role != "server", (.isInitServer | not)) | .[].name'
}

# fact NODE FIELD
fact() {
  # shellcheck disable=SC2016 # the variables are jq's
  nodes --arg name "$1" --arg field "$2" \
    '.nodes[] | select(.isDeployed and .name == $name) | .[$field] // "" | if type == "array" then .[] else . end'
}

# Where nixos-rebuild reaches a node. It makes a URL of that, where IPv6 stands in brackets; ssh, and what hands the
# address to it as it is, take none.
target_of() {
  local host
  host=$(fact "$1" host)
  [[ $host != *:* ]] || host="[$host]"
  echo "root@$host"
}

# As nixos-rebuild takes them.
read -ra ssh_options <<<"${NIX_SSHOPTS:-}"

# on_node NODE COMMAND…: over SSH as nixos-rebuild reaches it. Status 255 is that of SSH.
on_node() {
  # shellcheck disable=SC2029 # the words are all said here
  ssh "${ssh_options[@]}" "root@$(fact "$1" host)" "${@:2}"
}

not_asked() { fail "$1 cannot be asked: ssh ended with $2." "See: ssh root@$(fact "$1" host)"; }

# A machine without the partitions that a system mounts refuses it (modules/partitions.nix). It is asked by the same script
# before anything is built, or a pod moved away.
has_its_disk() {
  local node=$1 check status=0
  check=$(nix eval --raw ".#nixosConfigurations.$(fact "$node" attribute).config.system.preSwitchChecks.partitions")
  on_node "$node" bash <<<"$check" || status=$?
  [ "$status" -le 1 ] || not_asked "$node" "$status"
  [ "$status" = 0 ] || fail "$node keeps the system that it has."
}

ask_for_its_disk() {
  [ "$(fact "$1" hasLayout)" != true ] ||
    run_step "ask root@$(fact "$1" host) whether it has the partitions that $1 mounts" has_its_disk "$1"
}

need_deployed_profile() {
  local wanted
  [ -z "$(nodes '.deploy // ""')" ] || return 0
  wanted=$(nodes '.wanted // ""')
  [ -n "$wanted" ] ||
    refuse "The project deploys no profile." "Say which one the real machines run: deploy in n3x.yaml."
  # shellcheck disable=SC2016 # the variable is jq's
  [ "$(nodes --arg name "$wanted" '.held | index($name) != null')" = false ] ||
    refuse "The project deploys $wanted, which was not exported: it has errors." "See them: n3x check" "Mend them, and export."
  refuse "The project deploys $wanted, and there is no such profile here." "Export again, or name another: deploy in n3x.yaml."
}

# need_machines NODE…: a profile may run on Debian alone, or have no nodes yet.
need_machines() { [ $# -gt 0 ] || refuse "No node of the deployed profile runs NixOS."; }

need_node() {
  local known=() near found
  need_deployed_profile
  mapfile -t known < <(deployed)
  for near in "${known[@]}"; do [ "$near" != "$1" ] || return 0; done
  # shellcheck disable=SC2016 # the variables are jq's
  found=$(nodes --arg name "$1" '.deploy as $deploy | .profiles | map_values(select(index($name)))
    | if has($deploy) then "here" else keys | join(" and ") end')
  [ "$found" != here ] ||
    refuse "$1 runs Debian, and $app works on NixOS alone." "kas builds its image: backends/debian."
  [ -z "$found" ] ||
    refuse "$1 is a node of $found, and the deployed profile is $(nodes .deploy)." \
      "Which one the real machines run says deploy in n3x.yaml."
  [ ${#known[@]} -gt 0 ] || refuse "There is no node $1." "No node of the deployed profile runs NixOS."
  near=$(nearest "$1" "${known[@]}")
  if [ -n "$near" ]; then
    refuse "There is no node $1." "Did you mean $near?"
  fi
  refuse "There is no node $1." "The deployed profile has: ${known[*]}."
}

# need_login NODE…: SSH is the only way in, by the keys that the project names or the node's own settings give.
need_login() {
  local names
  # shellcheck disable=SC2016 # the variables are jq's
  names=$(nodes --arg names "$*" '.keyless as $keyless | [$names / " " | .[] | select(IN($keyless[]))] | join(", ")')
  [ -n "$names" ] || return 0
  refuse "Nobody could log in to $names: the project names no SSH key." \
    "Add the public key of each administrator under admins.ssh of n3x.yaml, and export."
}

public_half() { sed -n 's/^# public key: //p' "$1" | head -n 1; }

# sops writes in clear to whom a file is encrypted.
is_encrypted_to() { grep -qwF -e "$2" "$1"; }

# Sets `key` to the file with what a node decrypts its secrets with. Git ignores these files, so one may lie elsewhere.
need_key() {
  local said public where
  where="age of $1 in profiles/$(nodes .deploy).yaml"
  said=$(fact "$1" age)
  key=secrets/keys/$1.age
  [ -e "$key" ] || [ -n "$said" ] ||
    refuse "$1 has no key to decrypt its secrets with: $key is missing." "Make it: nix run .#secrets-init"
  [ -e "$key" ] ||
    refuse "The key of $1 is not here: $key is missing." \
      "The file with the public half $said belongs there; whoever made it has it." \
      "If it is lost: remove $where, export, and make another: nix run .#secrets-init" \
      "Say its public half there, export, and encrypt the secrets anew: nix run .#secrets-updatekeys"
  public=$(public_half "$key")
  [ -n "$public" ] ||
    refuse "$key does not say its public key." "It needs the line \"# public key: …\" with what age-keygen -y $key prints."
  [ -n "$said" ] ||
    refuse "The project does not know the key of $1." "Say $public as $where, export, and then: nix run .#secrets-init"
  [ "$public" = "$said" ] ||
    refuse "$1 could not decrypt its secrets: $key is another key than the project says." \
      "The secrets are for $said; the file is $public." "Put the file of the first there." \
      "Or say the second as $where, export, and encrypt the secrets anew: nix run .#secrets-updatekeys"
}

# need_token NODE server|agent
need_token() {
  local file=secrets/k3s-$2-token.yaml
  [ -e "$file" ] || refuse "K3s on $1 could not start: $file is missing." "Make it: nix run .#secrets-init"
  is_encrypted_to "$file" "$(fact "$1" age)" ||
    refuse "K3s on $1 could not start: $file is not encrypted to its key." \
      "Encrypt it anew, and commit: nix run .#secrets-updatekeys"
}

# What is not committed is not what people review, and Nix leaves out files that git does not know.
need_clean_tree() {
  local changed
  ! $allow_dirty || return 0
  changed=$(git status --porcelain 2>/dev/null) ||
    refuse "This is no git repository." "Work in the exported repository, under version control."
  [ -z "$changed" ] ||
    refuse "The repository has changes that are not committed:" "$changed" \
      "Commit them, or add --allow-dirty."
}

need_repository() {
  if ! [ -e flake.nix ] || ! [ -e lib/project.nix ]; then
    refuse "There is no exported repository in this folder." "Start the app in the folder with flake.nix."
  fi
  [ ! -e secrets/keys ] || need_hidden_keys
}

# Whatever Nix is asked of this folder, it copies into its store first what git does not leave out.
need_hidden_keys() {
  local why='so Nix copies secrets/keys into its store, where every user can read private keys.'
  git rev-parse --git-dir >/dev/null 2>&1 ||
    refuse "This is no git repository, $why" "Make it one: git init && git add ." \
      "If there are keys already, remove them: they were copied, and secrets-init makes others."
  git check-ignore --quiet secrets/keys/node.age ||
    refuse "Git does not ignore secrets/keys, $why" "Add the line /secrets/keys/ to .gitignore."
  [ -z "$(git ls-files secrets/keys)" ] ||
    refuse "Git keeps files of secrets/keys, $why" "Take them out of its history, and make other keys." \
      "Begin with: git rm -r --cached secrets/keys"
}

need_value() { [ $# -ge 2 ] || refuse "$1 needs a value."; }

unknown_option() { refuse "There is no option $1." "See: $app --help"; }
