# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# The options of jetpack-nixos.
{ lib }:
let
  inherit (lib) types;
in
{
  "hardware.nvidia-jetpack.enable" = types.bool;
  "hardware.nvidia-jetpack.som" = types.enum [ "generic" "orin-agx" "orin-nx" "orin-nano" "xavier-agx" "xavier-nx" ];
  "hardware.nvidia-jetpack.carrierBoard" = types.enum [ "generic" "devkit" "xavierNxDevkit" ];
  "hardware.nvidia-jetpack.super" = types.bool;
  "hardware.nvidia-jetpack.majorVersion" = types.enum [ "5" "6" "7" ];
  "hardware.nvidia-jetpack.modesetting.enable" = types.bool;
  "hardware.nvidia-jetpack.flashScriptOverrides" = types.attrs;
  "hardware.nvidia-jetpack.firmware.autoUpdate" = types.bool;
  "hardware.nvidia-jetpack.configureCuda" = types.bool;
}
