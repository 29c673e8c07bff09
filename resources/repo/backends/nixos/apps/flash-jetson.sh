#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Writes the UEFI firmware of a Jetson board, over USB.
set -euo pipefail
app=flash-jetson
# The flake puts common.bash in front of this file.
# shellcheck source-path=SCRIPTDIR source=common.bash disable=SC1091
declare -F refuse >/dev/null || . "$(dirname "$0")/common.bash"

usage() {
  cat <<'TEXT'
flash-jetson NODE [--dry-run]

Writes the firmware of jetpack-nixos to the board of a node. Then start the node's installer image from a USB stick
(nix build .#packages.aarch64-linux.image-NODE-iso-installer) and install: nix run .#install -- NODE

Before: connect the board's USB-C port with this machine, join the pins FC_REC and GND, and switch the board on.
NVIDIA's tools run on x86-64 only, and as root: for that alone sudo asks for your password.

  --dry-run   touch nothing, say what would be done
TEXT
}

node=
while [ $# -gt 0 ]; do
  case $1 in
  -h | --help) usage && exit 0 ;;
  --dry-run) dry_run=true ;;
  -*) unknown_option "$1" ;;
  *)
    [ -z "$node" ] || refuse "flash-jetson takes one node, and $node and $1 are named."
    node=$1
    ;;
  esac
  shift
done
[ -n "$node" ] || refuse "Which node?" "See: flash-jetson --help"

need_repository
need_node "$node"
# By its module, as the GPU is found: a target of one's own may have it under any name.
module=$(fact "$node" module)
case $module in
jetson-orin-nano) firmware=flash-orin-nano-devkit ;;
jetson-*)
  refuse "Which firmware $node needs is not known: its module is $module." \
    "See which jetpack-nixos has: nix flake show --inputs-from . jetpack-nixos"
  ;;
*) refuse "$node is no Jetson board but $(fact "$node" target)." "Install it: nix run .#install -- $node" ;;
esac
$dry_run || [ "$(uname -m)" = x86_64 ] || refuse "NVIDIA's tools do not run on $(uname -m)." "Use an x86-64 machine."

# What is built stays the user's; only what reaches USB is root's.
as_root=()
if [ "$(id -u)" != 0 ]; then
  $dry_run || command -v sudo >/dev/null ||
    refuse "NVIDIA's tools reach USB as root only, and there is no sudo here." "Start flash-jetson as root."
  as_root=(sudo)
fi

# 0955:7023 is an Orin Nano in recovery mode.
board_is_there() {
  lsusb -d 0955:7023 >/dev/null ||
    fail "No Jetson board in recovery mode is connected." "Join FC_REC and GND, then switch it on; lsusb shows it."
}
run_step "check that a board in recovery mode is connected (USB 0955:7023)" board_is_there
run nix build --inputs-from . --out-link result-flash "jetpack-nixos#$firmware"
run "${as_root[@]}" "./result-flash/bin/$firmware"
