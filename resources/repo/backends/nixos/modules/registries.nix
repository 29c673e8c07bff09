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
  text = builtins.toJSON {
    mirrors = builtins.mapAttrs (_: same: {
      endpoint = map (mirror: mirror.endpoint) same;
    }) byRegistry;
  };
in
{
  config = lib.mkIf (mirrors != [ ]) {
    environment.etc."rancher/k3s/registries.yaml".text = text;
    # K3s reads it when it starts. An installer has no K3s: it would get a unit that starts nothing.
    systemd.services.k3s = lib.mkIf config.services.k3s.enable { restartTriggers = [ text ]; };
  };
}
