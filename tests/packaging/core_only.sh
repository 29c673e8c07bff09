#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# core_only.sh TREE: core, generators and n3x build where nobody looks for Qt, and the program that comes of it needs
# none. What the everyday tree compiled comes from ccache: both lie equally deep below the same folder.
set -euo pipefail

build=$1/build/core-only-check
cd "$1"
cmake --preset core-only -B "$build" -D N3X_TESTS=OFF >/dev/null
cmake --build "$build" --target n3x | tail -n 5

if ldd "$build/bin/n3x" | grep libQt6; then
  echo "n3x links a library of Qt"
  exit 1
fi
env -u DISPLAY -u WAYLAND_DISPLAY "$build/bin/n3x" --version
