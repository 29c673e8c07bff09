# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# A policy of Kyverno: pods of Longhorn look for programs where NixOS has them too. The usual
# folders stay in front, since the images have their own programs there. A list: one object a
# document.
let
  namespace = "longhorn-system";
  path = builtins.concatStringsSep ":" [
    "/usr/local/sbin"
    "/usr/local/bin"
    "/usr/sbin"
    "/usr/bin"
    "/sbin"
    "/bin"
    "/run/wrappers/bin"
    "/nix/var/nix/profiles/default/bin"
    "/run/current-system/sw/bin"
  ];
  # The brackets make it a condition that every name fulfils; without them it would ask for a
  # container called "*".
  everyContainer = [
    {
      "(name)" = "*";
      env = [
        {
          name = "PATH";
          value = path;
        }
      ];
    }
  ];
in
[
  {
    apiVersion = "kyverno.io/v1";
    kind = "ClusterPolicy";
    metadata = {
      name = "longhorn-paths";
      annotations."policies.kyverno.io/description" =
        "Longhorn runs the host's programs by name; this says where they are on NixOS.";
    };
    spec.rules = [
      {
        name = "add-path";
        match.any = [
          {
            resources = {
              kinds = [ "Pod" ];
              namespaces = [ namespace ];
            };
          }
        ];
        mutate.patchStrategicMerge.spec = {
          containers = everyContainer;
          initContainers = everyContainer;
        };
      }
    ];
  }
]
