# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# A machine of QEMU, 64-bit ARM: disk, network and clock by virtio.
{ modulesPath, ... }:
{
  imports = [
    ./generic.nix
    "${modulesPath}/profiles/qemu-guest.nix"
  ];
}
