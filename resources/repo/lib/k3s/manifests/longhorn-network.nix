# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# A second port for pods of Longhorn, on the link of the network that carries storage. Multus plugs
# it in, Whereabouts sees to it that no two pods of the cluster have one address. Longhorn is told
# its name: <namespace>/<name>.
{
  link, # of the network, on every node
  range, # the network's subnet
  first ? null, # the lowest address for pods
  taken ? [ ], # addresses that machines have
}:
let
  folders = (import ../multus-values.nix).config.cni_conf;
  isIPv6 = address: builtins.match ".*:.*" address != null;
  alone = address: "${address}/${if isIPv6 address then "128" else "32"}";
in
{
  apiVersion = "k8s.cni.cncf.io/v1";
  kind = "NetworkAttachmentDefinition";
  metadata = {
    name = "longhorn-storage";
    namespace = "kube-system";
  };
  # The configuration of a CNI plugin is a text for Kubernetes.
  spec.config = builtins.toJSON {
    cniVersion = "0.3.1";
    name = "longhorn-storage";
    type = "macvlan";
    master = link;
    mode = "bridge";
    ipam = {
      type = "whereabouts";
      inherit range;
      exclude = map alone taken;
      configuration_path = "${folders.confDir}/whereabouts.d/whereabouts.conf";
    }
    // (if first == null then { } else { range_start = first; });
  };
}
