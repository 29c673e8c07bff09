# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Each check by its name: the list of what it found wrong, as sentences; an empty list is a pass. Builtins only, so
# `nix eval .#lib.checks.<name>` answers at once and needs no nixpkgs.
{ project }:
{ }
