# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Where containerd pulls images from, in place of the registries themselves.
{
  lib,
  project,
  ...
}:
let
  mirrors = project.caches.registries or [ ];
  byRegistry = builtins.groupBy (mirror: mirror.registry) mirrors;
  text = builtins.toJSON {
    mirrors = builtins.mapAttrs (_: same: {
      endpoint = map (mirror: mirror.endpoint) same;
    }) byRegistry;
  };
in
{
  config = lib.mkIf (mirrors != [ ]) {
    environment.etc."rancher/k3s/registries.yaml".text = text;
    # K3s reads it when it starts.
    systemd.services.k3s.restartTriggers = [ text ];
  };
}
