# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# The pod that lets the servers share one address: whichever holds the lease answers ARP (or
# neighbour discovery) for it. A static pod, because the link differs from server to server, and a
# server needs it before it can ask the API.
{
  address, # of the API
  interface, # of the network that carries K3s, on this server
}:
let
  version = "v1.0.2";
  digest = "sha256:ee3702abc2daeb93399c22b14aa61aa233013f2a610e64ff3864033ebb3fedbc";
  isIPv6 = builtins.match ".*:.*" address != null;

  variable = name: value: { inherit name value; };
in
{
  apiVersion = "v1";
  kind = "Pod";
  metadata = {
    name = "kube-vip";
    namespace = "kube-system";
    labels."app.kubernetes.io/name" = "kube-vip";
  };
  spec = {
    hostNetwork = true;
    priorityClassName = "system-node-critical";
    containers = [
      {
        name = "kube-vip";
        image = "ghcr.io/kube-vip/kube-vip:${version}@${digest}";
        imagePullPolicy = "IfNotPresent";
        args = [ "manager" ];
        env = [
          (variable "address" address)
          (variable "port" "6443")
          (variable "vip_arp" "true")
          (variable "vip_interface" interface)
          (variable "vip_subnet" (if isIPv6 then "128" else "32"))
          (variable "cp_enable" "true")
          (variable "cp_namespace" "kube-system")
          (variable "svc_enable" "false")
          (variable "vip_leaderelection" "true")
          (variable "vip_leasename" "plndr-cp-lock")
          (variable "vip_leaseduration" "5")
          (variable "vip_renewdeadline" "3")
          (variable "vip_retryperiod" "1")
          # It is to ask the server beside it, not the address that it is to bring up.
          (variable "kubernetes_addr" "https://${if isIPv6 then "[::1]" else "127.0.0.1"}:6443")
          {
            name = "vip_nodename";
            valueFrom.fieldRef.fieldPath = "spec.nodeName";
          }
        ];
        securityContext = {
          allowPrivilegeEscalation = false;
          capabilities = {
            drop = [ "ALL" ];
            add = [
              "NET_ADMIN"
              "NET_RAW"
            ];
          };
        };
        volumeMounts = [
          {
            name = "kubeconfig";
            # The one place where it looks, whatever k8s_config_file says; a static pod has no
            # account of a service to fall back on.
            mountPath = "/etc/kubernetes/admin.conf";
            readOnly = true;
          }
        ];
      }
    ];
    volumes = [
      {
        name = "kubeconfig";
        # K3s writes it when the server is up; until then the pod waits.
        hostPath = {
          path = "/etc/rancher/k3s/k3s.yaml";
          type = "File";
        };
      }
    ];
  };
}
