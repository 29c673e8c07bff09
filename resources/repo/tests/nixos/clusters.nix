# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# One test for each profile that starts its NixOS nodes as virtual machines on one wire.
{ ... }:
pkgs: { }
