# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Where containerd pulls images from, in place of the registries themselves.
{
  config,
  lib,
  project,
  ...
}:
let
  mirrors = project.caches.registries or [ ];
  byRegistry = builtins.groupBy (mirror: mirror.registry) mirrors;
  file = "rancher/k3s/registries.yaml";
in
{
  config = lib.mkIf (mirrors != [ ]) {
    environment.etc.${file}.text = builtins.toJSON {
      mirrors = builtins.mapAttrs (_: same: {
        endpoint = map (mirror: mirror.endpoint) same;
      }) byRegistry;
    };
    # K3s reads it when it starts.
    systemd.services.k3s.restartTriggers = [ config.environment.etc.${file}.source ];
  };
}
