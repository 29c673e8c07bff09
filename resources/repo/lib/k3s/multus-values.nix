# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# What the chart of Multus has to know of K3s, which keeps plugins and configuration of CNI in
# folders of its own.
let
  folders = {
    confDir = "/var/lib/rancher/k3s/agent/etc/cni/net.d";
    binDir = "/var/lib/rancher/k3s/data/cni";
  };
in
{
  config.cni_conf = folders // {
    multusAutoconfigDir = folders.confDir;
    kubeconfig = "${folders.confDir}/multus.d/multus.kubeconfig";
  };
  rke2-whereabouts = {
    enabled = true;
    fullnameOverride = "whereabouts";
    cniConf = folders;
  };
}
