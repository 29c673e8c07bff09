#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# platform.sh TREE: in-debian-13 passes through what its command says: status, streams, arguments, folder.
# shellcheck disable=SC2016 # what stands in single quotes is for the other side
set -euo pipefail

run=$1/packaging/in-debian-13
folder=$(mktemp -d)/"a folder with spaces"
mkdir -p "$folder"
trap 'rm -rf -- "$(dirname "$folder")"' EXIT
expect() { # expect NAME WANTED GOT
  [[ $2 == "$3" ]] || {
    printf '%s: wanted "%s", got "%s"\n' "$1" "$2" "$3"
    exit 1
  }
}

status=0
"$run" bash -c 'exit 37' || status=$?
expect "exit status" 37 "$status"
expect "standard input" "one two" "$(printf 'one two' | "$run" cat)"
expect "standard output alone" out "$("$run" bash -c 'echo out; echo err >&2' 2>/dev/null)"
expect "standard error alone" err "$("$run" bash -c 'echo out; echo err >&2' 2>&1 >/dev/null)"
expect "arguments" '[a b][][$c "d"][*]' "$("$run" printf '[%s]' 'a b' '' '$c "d"' '*')"
expect "folder" "$folder" "$(cd "$folder" && "$run" pwd)"
expect "sub folder of the tree" "$1/packaging" "$(cd "$1/packaging" && ./in-debian-13 pwd)"
(cd "$folder" && "$run" bash -c 'echo kept >file')
expect "a file written there" kept "$(cat "$folder/file")"
expect "environment" "value" "$(N3X_PROBE=value "$run" printenv N3X_PROBE)"
expect "platform" "debian 13" "$("$run" bash -c '. /etc/os-release; echo "$ID $VERSION_ID"')"
status=0
"$run" 2>/dev/null || status=$?
expect "usage" 64 "$status"
