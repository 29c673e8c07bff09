# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# An installation makes the partitions that a layout mounts. A machine that runs an image with a
# disk of its own has none of them: it would take this system, and not start any more. So whatever
# brings the system, the machine looks first; the apps ask it the same before they build.
{
  config,
  lib,
  profile,
  node,
  hardware,
  ...
}:
let
  isNeeded =
    mount: lib.hasPrefix "/dev/" (toString mount.device) && !lib.elem "nofail" mount.options;
  devices = lib.unique (
    map (mount: mount.device) (lib.filter isNeeded (lib.attrValues config.fileSystems))
  );
  image = "packages.${hardware.system}.image-${profile.name}-${node}-disko";
  # As disko calls its files; a node of a test has no disks.
  format = config.disko.imageBuilder.imageFormat or "raw";
  write = lib.concatMapStringsSep "\n" (
    { name, value }:
    "    qemu-img convert -O raw result/${value.imageName or name}.${format} ${value.device}"
  ) (lib.attrsToList (config.disko.devices.disk or { }));
  look = device: ''
    [ -e ${lib.escapeShellArg device} ] || missing="$missing "${lib.escapeShellArg device}
  '';
in
{
  system.preSwitchChecks = lib.mkIf (hardware.nixos ? disko) {
    partitions = ''
      missing=
      ${lib.concatMapStrings look devices}
      # An installation comes with a disk that it has just made.
      if [ -n "$missing" ] && [ "''${NIXOS_INSTALL_BOOTLOADER:-0}" != 1 ]; then
        cat >&2 <<'TEXT'
      ${node} would not start again: its system mounts partitions that this machine has not.
      It was installed with another layout, or started from an image with a disk of its own,
      such as raw-efi or qemu-efi.
        Install it: nix run .#install -- ${node}
        Or build the image of its disk: nix build .#${image}
        and write that from another system there, over all that is on it:
      ${write}
      TEXT
        printf 'Missing:%s\n' "$missing" >&2
        exit 1
      fi
    '';
  };
}
