#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# install.sh BUILD PROGRAM…: installs the build tree into an empty prefix and works with each program from there.
set -euo pipefail

build=$1
shift
prefix=$(mktemp -d)
trap 'rm -rf -- "$prefix"' EXIT
cmake --install "$build" --prefix "$prefix" >"$prefix/install.log"

for program in "$@"; do
  said=$(cd / && env -u LD_LIBRARY_PATH HOME="$prefix" QT_QPA_PLATFORM=offscreen "$prefix/bin/$program" --version)
  printf '%s --version: %s\n' "$program" "$said"
  grep -Eq '[0-9]+\.[0-9]+\.[0-9]+' <<<"$said"
done

# They find all that they are made of.
export HOME=$prefix LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software
cd "$prefix"
"$prefix/bin/n3x" new lab --template sample
"$prefix/bin/n3x" export lab
[[ -s lab/flake.nix ]]
if [[ -x $prefix/bin/n3x-studio ]]; then
  "$prefix/bin/n3x-studio" --self-test lab | grep -F ' 4 profiles'
  [[ -s $prefix/share/man/man1/n3x-studio.1 ]]
fi

# What a shell needs.
completion=$prefix/share/bash-completion/completions/n3x
if [[ -x $prefix/bin/n3x ]]; then
  bash -n "$completion"
  [[ -s $prefix/share/zsh/site-functions/_n3x && -s $prefix/share/fish/vendor_completions.d/n3x.fish ]]
  [[ -s $prefix/share/man/man1/n3x.1 ]]
fi

# What a menu of the desktop needs: the entry, its program and its picture.
entry=$prefix/share/applications/io.github.n3x.Studio.desktop
if [[ -e $entry ]]; then
  desktop-file-validate "$entry"
  [[ -x $prefix/bin/$(sed -n 's/^Exec=\([^ ]*\).*/\1/p' "$entry") ]]
  [[ -s $prefix/share/metainfo/io.github.n3x.Studio.metainfo.xml ]]
  [[ -s $prefix/share/icons/hicolor/scalable/apps/$(sed -n 's/^Icon=//p' "$entry").svg ]]
fi
