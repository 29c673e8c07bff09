# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Lines of a shell that make Nix build on the project's remote builders too, beside those that the
# machine knows by itself; what the person says in NIX_CONFIG counts before it.
{ project, lib, ... }:
let
  list = values: if values == [ ] then "-" else lib.concatStringsSep "," values;
  # nix.conf(5), builders: address, systems, key, jobs, speed, features
  machine =
    builder:
    lib.concatStringsSep " " [
      builder.host
      (list builder.systems)
      "-"
      (toString (builder.jobs or 1))
      "1"
      (list builder.features)
    ];
  all = lib.concatStringsSep " ; " ([ "@/etc/nix/machines" ] ++ map machine project.builders);
in
lib.optionalString (project.builders != [ ]) ''
  NIX_CONFIG=${lib.escapeShellArg "builders = ${all}"}$'\n'"''${NIX_CONFIG:-}"
  export NIX_CONFIG
''
