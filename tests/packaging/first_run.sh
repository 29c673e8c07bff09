#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# From outside of the platform, as somebody with a fresh clone: packaging/run without a display, twice, and both ways
# into the platform. Builds the preset release.
set -euo pipefail

tree=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
data=$(mktemp -d)
trap 'rm -rf -- "$data"' EXIT
wrong() {
  printf 'packaging/run: %s\n' "$*"
  exit 1
}

run() { env -u DISPLAY -u WAYLAND_DISPLAY XDG_DATA_HOME="$data" "$tree/packaging/run"; }
run
project=$data/n3x-studio/sample
[[ -s $project/n3x.yaml && -s $project/flake.nix && -s $project/.n3x/manifest.json ]] || wrong "the sample was not exported"
[[ -s $data/n3x-studio/generated/flake.nix ]] || wrong "the sample was not generated"
picture=$data/n3x-studio/window.png
[[ $(head -c 4 "$picture" | tail -c 3) == PNG && $(stat -c %s "$picture") -gt 20000 ]] || wrong "there is no picture"

touch "$data/first"
run
[[ $picture -nt $data/first ]] || wrong "there is no second picture"
again=$(find "$project" -path '*/.git' -prune -o -type f -newer "$data/first" -print -quit)
[[ -z $again ]] || wrong "the second export wrote $again"

ways=(unshare)
if command -v bwrap >/dev/null && bwrap --ro-bind / / true 2>/dev/null; then ways+=(bwrap); fi
for way in "${ways[@]}"; do
  printf 'into the platform with %s\n' "$way"
  N3X_ENTER_WITH=$way bash "$tree/tests/packaging/platform.sh" "$tree"
done
