# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# The Helm charts of the add-ons, each at one release. A hash is that of the chart's archive, as the
# index of its repository gives it; take a new one together with the version:
#   nix hash convert --hash-algo sha256 --to sri $(helm pull … && sha256sum <chart>.tgz)
{
  kyverno = {
    name = "kyverno";
    repo = "https://kyverno.github.io/kyverno";
    version = "3.8.2";
    hash = "sha256-9Px4fPHWeB7vuem0WDftzdz66YTIcoiCiZFOlyB8xd4=";
    targetNamespace = "kyverno";
  };
  longhorn = {
    name = "longhorn";
    repo = "https://charts.longhorn.io";
    version = "1.12.1";
    hash = "sha256-yM9LNanYcs1ffkT9JtjmrHwquu5C9OLyoLDrvG46YRY=";
    targetNamespace = "longhorn-system";
  };
  # With Whereabouts and the plugins of CNI; its definitions of objects are in the same chart.
  multus = {
    name = "rke2-multus";
    repo = "https://rke2-charts.rancher.io";
    version = "v4.2.418";
    hash = "sha256-RyQ8wXSalCfMgNTWubX61O5wNdj9fnCPfeYDxykvicY=";
    targetNamespace = "kube-system";
  };
  nvidia-device-plugin = {
    name = "nvidia-device-plugin";
    repo = "https://nvidia.github.io/k8s-device-plugin";
    version = "0.19.3";
    hash = "sha256-jwEGdQDnElCP5V/gYLb4lYFNx+/By5YyPbLOT3d/bpY=";
    targetNamespace = "nvidia-device-plugin";
  };
}
