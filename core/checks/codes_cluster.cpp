// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/code_names.h"
#include "core/checks/code_tables.h"

#include <array>

namespace n3x {

std::span<const CodeInfo> clusterCodes()
{
    using namespace codes;
    static const auto table = std::to_array<CodeInfo>({
        {noK3sNetwork.text, noK3sNetwork.severity, N3X_TEXT("No network carries K3s"),
         N3X_TEXT("The node addresses, Flannel and the API live on the network that carries k3s."),
         N3X_TEXT("Wrong: no carries: [k3s]. Right: on exactly one network.")},
        {twoK3sNetworks.text, twoK3sNetworks.severity, N3X_TEXT("Two networks carry K3s"),
         N3X_TEXT("A node has one --node-ip a family and one --flannel-iface (K3s, “Networking options”)."),
         N3X_TEXT("Wrong: carries: [k3s] on cluster and storage. Right: on cluster only.")},
        {noServer.text, noServer.severity, N3X_TEXT("A profile has no server"),
         N3X_TEXT("Agents join a server; without one there is no API and no datastore (K3s, “Architecture”)."),
         N3X_TEXT("Wrong: only agents. Right: role: server for at least one node.")},
        {evenServers.text, evenServers.severity, N3X_TEXT("An even number of servers"),
         N3X_TEXT("etcd keeps working with a majority of its members: two of two and three of four must be alive, "
                  "so that the even one adds a machine that can fail and no safety (etcd FAQ, “Why an odd number "
                  "of cluster members?”)."),
         N3X_TEXT("Surprising: two servers. Clear: one or three.")},
        {noAddressForK3s.text, noAddressForK3s.severity, N3X_TEXT("A node has no address on the network of K3s"),
         N3X_TEXT("--node-ip and --flannel-iface come from there; K3s does not start without the address."),
         N3X_TEXT("Wrong: a node on storage only. Right: on cluster and storage.")},
        {labelKeyRefused.text, labelKeyRefused.severity, N3X_TEXT("A label key that Kubernetes refuses"),
         N3X_TEXT("Kubernetes, “Labels and Selectors”: [prefix/]name; prefix a DNS subdomain, name at most 63 "
                  "letters, digits, “.”, “_” and “-” with a letter or digit at both ends."),
         N3X_TEXT("Wrong: “my label”. Right: example.com/my-label.")},
        {labelValueRefused.text, labelValueRefused.severity, N3X_TEXT("A label value that Kubernetes refuses"),
         N3X_TEXT("Kubernetes, “Labels and Selectors”: empty, or at most 63 letters, digits, “.”, “_” and “-” with "
                  "a letter or digit at both ends."),
         N3X_TEXT("Wrong: “rack 7”. Right: rack-7.")},
        {taintRefused.text, taintRefused.severity, N3X_TEXT("A taint that Kubernetes refuses"),
         N3X_TEXT("Kubernetes, “Taints and Tolerations”: key[=value]:NoSchedule, PreferNoSchedule or NoExecute."),
         N3X_TEXT("Wrong: dedicated=storage. Right: dedicated=storage:NoSchedule.")},
        {labelReserved.text, labelReserved.severity, N3X_TEXT("A label that a node may not set on itself"),
         N3X_TEXT("The kubelet refuses to start with labels of kubernetes.io and k8s.io but for a short list, and "
                  "the NodeRestriction admission plugin refuses them from nodes; node-role.kubernetes.io among "
                  "them (Kubernetes, “Well-Known Labels” and “Using Node Authorization”)."),
         N3X_TEXT("Wrong: node-role.kubernetes.io/worker. Right: example.com/worker, or kubectl label after the "
                  "node has joined.")},
        {taintReserved.text, taintReserved.severity, N3X_TEXT("A taint of a name that Kubernetes keeps"),
         N3X_TEXT("Controllers add and remove the taints of kubernetes.io and k8s.io by the state of a node "
                  "(Kubernetes, “Well-Known Labels, Annotations and Taints”). "
                  "node-role.kubernetes.io/control-plane and etcd are the ones that people set."),
         N3X_TEXT("Surprising: node.kubernetes.io/not-ready:NoSchedule. Clear: example.com/maintenance:NoSchedule.")},
        {serversDiffer.text, serversDiffer.severity, N3X_TEXT("Servers differ in what they have to share"),
         N3X_TEXT("K3s, “High Availability Embedded etcd”: cluster and service CIDR, Flannel backend, disabled "
                  "components and the like must be the same on all servers, else a joining server stops."),
         N3X_TEXT("Wrong: flannelBackend on server-2 only. Right: for the profile.")},
        {mtuTooSmallForFlannel.text, mtuTooSmallForFlannel.severity, N3X_TEXT("Pods get an MTU under 1280"),
         N3X_TEXT("Flannel takes its overhead off the link: 50 bytes for VXLAN, 80 for WireGuard. Under 1280 many "
                  "tunnels, and IPv6, do not work."),
         N3X_TEXT("Surprising: mtu: 1300 with vxlan. Clear: mtu: 1330 or more.")},
        {mtuTooSmallForIpv6Pods.text, mtuTooSmallForIpv6Pods.severity, N3X_TEXT("IPv6 pods get an MTU under 1280"),
         N3X_TEXT("RFC 8200 §5 demands 1280. Flannel takes 70 bytes for VXLAN over IPv6, 80 for WireGuard, and "
                  "Linux turns IPv6 off on a smaller link."),
         N3X_TEXT("Wrong: mtu: 1300 with vxlan and an IPv6 cluster CIDR. Right: mtu: 1350 or more.")},
        {versionRefused.text, versionRefused.severity, N3X_TEXT("A text is not a release of K3s"),
         N3X_TEXT("Releases of K3s are tagged vMAJOR.MINOR.PATCH+k3sN; images and binaries are found by that tag."),
         N3X_TEXT("Wrong: 1.35.0. Right: v1.35.0+k3s1.")},
        {serverSettingOnAgent.text, serverSettingOnAgent.severity, N3X_TEXT("A setting for servers on an agent"),
         N3X_TEXT("k3s agent does not know the flag (K3s, “k3s agent”), so it is left out."),
         N3X_TEXT("Surprising: flannelBackend on agent-1. Clear: for the profile.")},
        {apiAddressOutside.text, apiAddressOutside.severity, N3X_TEXT("The API address is outside the network of K3s"),
         N3X_TEXT("kube-vip answers ARP for it on that link; an address of another subnet is not reached there."),
         N3X_TEXT("Wrong: apiAddress: 10.0.0.9 with 192.168.1.0/24. Right: 192.168.1.250.")},
        {apiAddressTaken.text, apiAddressTaken.severity, N3X_TEXT("The API address belongs to somebody else"),
         N3X_TEXT("It moves between the servers, so nobody else may have it: no node, router, name server or DHCP "
                  "range."),
         N3X_TEXT("Wrong: apiAddress: 192.168.1.1, which server-1 has. Right: 192.168.1.250.")},
        {unknownComponent.text, unknownComponent.severity, N3X_TEXT("K3s has no such component to leave out"),
         N3X_TEXT("K3s, “Managing Packaged Components”: --disable knows coredns, servicelb, traefik, "
                  "local-storage, metrics-server, runtimes and rolebindings; others change nothing."),
         N3X_TEXT("Surprising: disable: [treafik]. Clear: disable: [traefik].")},
        {noRange.text, noRange.severity, N3X_TEXT("A range of K3s is empty"),
         N3X_TEXT("Pods and services need at least one range; leaving the setting out takes 10.42.0.0/16 and "
                  "10.43.0.0/16."),
         N3X_TEXT("Wrong: clusterCidr: []. Right: clusterCidr: [10.42.0.0/16].")},
        {apiAddressUnserved.text, apiAddressUnserved.severity, N3X_TEXT("Not every server serves the API address"),
         N3X_TEXT("The address moves to another server when the one that has it dies. Servers on NixOS take part by "
                  "kube-vip; the images for Debian do not have it yet, so those servers never take it over."),
         N3X_TEXT("Surprising: apiAddress: 192.168.1.250 and server-2 on Debian. Clear: all servers on NixOS, or no "
                  "apiAddress.")},
        {longhornWithoutNetwork.text, longhornWithoutNetwork.severity, N3X_TEXT("Longhorn has no network for storage"),
         N3X_TEXT("Longhorn copies every write to the other nodes. On the network of K3s it competes with etcd, which "
                  "loses its leader where its messages are late."),
         N3X_TEXT("Surprising: addons: [longhorn] with one network. Clear: a network with carries: [storage].")},
        {longhornWithoutDisk.text, longhornWithoutDisk.severity, N3X_TEXT("Longhorn has no disk"),
         N3X_TEXT("The disk layouts standard and ab have a partition for /var/lib/longhorn; without one, volumes fill "
                  "the system's own."),
         N3X_TEXT("Surprising: addons: [longhorn] on EC2 instances only. Clear: a node on n100.")},
        {policyWithoutKyverno.text, policyWithoutKyverno.severity,
         N3X_TEXT("A policy for Longhorn, and nothing that applies it"),
         N3X_TEXT("Longhorn runs iscsiadm and mount by name in the host's namespace, where NixOS has none on the usual "
                  "paths; a policy of Kyverno tells its pods where they are."),
         N3X_TEXT("Wrong: longhornPaths: policy with addons: [longhorn]. Right: addons: [kyverno, longhorn].")},
        {versionsApart.text, versionsApart.severity, N3X_TEXT("A node runs a version far from its profile's"),
         N3X_TEXT("A cluster is upgraded node by node, one minor version at a time, the servers before the agents: "
                  "Kubernetes bears one between servers, and agents up to three older than they are but none newer "
                  "(its version skew policy)."),
         N3X_TEXT("Wrong: v1.33.5+k3s1 on a server beside v1.35.0+k3s3. Right: v1.34.2+k3s1, then the next.")},
        {apiAddressUnfounded.text, apiAddressUnfounded.severity,
         N3X_TEXT("The founding server does not serve the API address"),
         N3X_TEXT("All other nodes join at the API address. While the cluster has one member only, that one has to "
                  "answer there; servers on NixOS do by kube-vip, the images for Debian do not have it yet. So nobody "
                  "could ever join."),
         N3X_TEXT("Wrong: apiAddress: 192.168.1.250 with server-1, which founds the cluster, on Debian. Right: "
                  "server-1 on NixOS, or no apiAddress.")},
        {apiAddressInCloud.text, apiAddressInCloud.severity, N3X_TEXT("An API address for servers in a cloud"),
         N3X_TEXT("kube-vip announces the address by ARP or neighbour discovery on the servers' link. The network of a "
                  "cloud, as the VPC of EC2, brings a machine only packets for addresses that were given to it, so "
                  "nobody could ever join."),
         N3X_TEXT("Wrong: apiAddress: 10.0.0.250 with server-1 on ec2-x86_64. Right: no apiAddress, so that nodes join "
                  "by the first server.")},
        {saidForServers.text, saidForServers.severity, N3X_TEXT("Servers say what their profile has to say"),
         N3X_TEXT("Nodes and networks are held against the profile's ranges and API address, and agents join by "
                  "them. What only servers say, be they of one mind, does not reach there."),
         N3X_TEXT("Wrong: clusterCidr under the k3s of server-1. Right: under the k3s of the profile.")},
        {joinsByName.text, joinsByName.severity, N3X_TEXT("Nodes join by a name that nobody here gives"),
         N3X_TEXT("Other nodes find the founding server by its address (K3s, --server). Where that is whatever DHCP "
                  "gives, they look up its name, and no output of n3x makes a DNS server that knows it."),
         N3X_TEXT("Surprising: addresses: { cluster: [] } of server-1 on a DHCP network. Clear: cluster: 192.168.1.1 "
                  "and its MAC address.")},
        {apiAddressUnreached.text, apiAddressUnreached.severity,
         N3X_TEXT("A node has no address of the API address's family"),
         N3X_TEXT(
             "Nodes join at the API address, and servers have it on the link of the network of K3s. A link without "
             "an address of that family has no way there, so the node could never join."),
         N3X_TEXT("Wrong: apiAddress: fd00:1::100 with agent-1 at 192.168.1.2 only. Right: agent-1 at 192.168.1.2 and "
                  "fd00:1::2.")},
        {apiAddressOnLease.text, apiAddressOnLease.severity,
         N3X_TEXT("A server beside the API address has whatever address DHCP gives"),
         N3X_TEXT("kube-vip puts the API address on the link that K3s takes its own address from. Without --node-ip, "
                  "K3s stops where it finds two there (“multiple global unicast addresses defined”); and the members "
                  "of etcd know each other by addresses that stay."),
         N3X_TEXT("Wrong: addresses: { cluster: [] } of server-1 on a DHCP network with apiAddress: 192.168.1.10. "
                  "Right: cluster: 192.168.1.1 and its MAC address.")},
        {rangeSize.text, rangeSize.severity, N3X_TEXT("A range of K3s has a size that Kubernetes refuses"),
         N3X_TEXT("Each node takes a /24 of the IPv4 pod range and a /64 of the IPv6 one, of which a /48 is the most "
                  "(kube-controller-manager, --node-cidr-mask-size-ipv4 and -ipv6). Services have at most 2^20 "
                  "addresses (kube-apiserver, --service-cluster-ip-range), and K3s gives the tenth to its DNS."),
         N3X_TEXT("Wrong: clusterCidr: [10.42.0.0/26]. Right: clusterCidr: [10.42.0.0/16].")},
        {rangeOrder.text, rangeOrder.severity, N3X_TEXT("Pods and services begin with different families"),
         N3X_TEXT("The first range says which family comes first in the cluster; K3s does not start where pods and "
                  "services disagree (“must share the same IP version”)."),
         N3X_TEXT("Wrong: clusterCidr: [10.42.0.0/16, fd00:42::/56] with serviceCidr: [fd00:43::/112, 10.43.0.0/16]. "
                  "Right: both begin with IPv4.")},
        {podRangesShort.text, podRangesShort.severity, N3X_TEXT("More nodes than ranges for their pods"),
         N3X_TEXT("Each node takes a /24 of the IPv4 pod range and a /64 of the IPv6 one; a node that finds none left "
                  "joins and never runs a pod (kube-controller-manager, CIDRNotAvailable)."),
         N3X_TEXT("Surprising: clusterCidr: [10.42.0.0/22] with five nodes. Clear: clusterCidr: [10.42.0.0/16].")},
        {nvidiaWithoutGpu.text, nvidiaWithoutGpu.severity, N3X_TEXT("NVIDIA's device plugin has no GPU to offer"),
         N3X_TEXT("The plugin runs on nodes with the module of a Jetson and on those that say "
                  "nvidia.com/gpu.present=true. Without either it runs nowhere, and pods that ask for a GPU wait for "
                  "ever."),
         N3X_TEXT("Surprising: addons: [nvidia] with nodes on n100 only. Clear: a node on jetson-orin-nano.")},
        {longhornBesideNetwork.text, longhornBesideNetwork.severity,
         N3X_TEXT("Longhorn does not use the network for storage"),
         N3X_TEXT("Pods of Longhorn get a port of their own on the link of that network, which has one name on all "
                  "nodes (macvlan), and an address in the upper half of its IPv4 subnet. Where that cannot be, copies "
                  "of volumes go over the network of the pods."),
         N3X_TEXT("Surprising: addons: [longhorn] and agent-1 not on storage. Clear: every node with an address "
                  "there.")},
        {apiAddressFetched.text, apiAddressFetched.severity,
         N3X_TEXT("The image behind the API address is not bundled"),
         N3X_TEXT("images: bundled brings the containers of K3s itself. kube-vip, which serves the API address, is "
                  "not among them: a server fetches it from ghcr.io, and before one has it no other node joins."),
         N3X_TEXT("Surprising: images: bundled with apiAddress: 192.168.1.250. Clear: caches: { registries: "
                  "[ghcr.io=https://mirror.example] } too.")},
        {defaultRouteLacking.text, defaultRouteLacking.severity, N3X_TEXT("A node has no default route"),
         N3X_TEXT("K3s asks for one on every node, for the addresses of services (K3s, Air-Gap Install): the kernel "
                  "looks for a route before kube-proxy turns such an address into that of a pod. Pods have a route of "
                  "their own; what runs on the node itself has not. One that leads nowhere is enough."),
         N3X_TEXT("Surprising: addons: [kyverno] and no network with a gateway. Clear: gateway: 192.168.1.254 on the "
                  "network of K3s.")},
        {unknownTarget.text, unknownTarget.severity, N3X_TEXT("A hardware target does not exist"),
         N3X_TEXT("The target says which NICs, console, disk and boot loader a node has; without it there is no "
                  "image."),
         N3X_TEXT("Wrong: target: n10. Right: target: n100.")},
        {backendLacking.text, backendLacking.severity, N3X_TEXT("A backend that the hardware target lacks"),
         N3X_TEXT("Only the backends in the target’s list have a machine configuration for it."),
         N3X_TEXT("Wrong: backend: nixos on a target with backends: [debian]. Right: backend: debian, or none.")},
        {nicLacking.text, nicLacking.severity, N3X_TEXT("A NIC that the hardware target does not have"),
         N3X_TEXT("The kernel names NICs by their place in the machine (systemd.net-naming-scheme(7)); a unit for "
                  "another name matches nothing, and the node stays without network."),
         N3X_TEXT("Wrong: nic: eth1 on n100. Right: targets: { n100: { nic: enp1s0 } }.")},
        {mixedArchitectures.text, mixedArchitectures.severity, N3X_TEXT("A profile mixes architectures"),
         N3X_TEXT("Pods start on any node unless a selector says otherwise; an image for one architecture fails on "
                  "the other (Kubernetes, kubernetes.io/arch)."),
         N3X_TEXT("n100 (x86_64) beside jetson-orin-nano (aarch64).")},
        {noBackend.text, noBackend.severity, N3X_TEXT("A hardware target has no backend"),
         N3X_TEXT("The first of its backends is the default of its nodes."),
         N3X_TEXT("Wrong: backends: []. Right: backends: [nixos, debian].")},
        {noNic.text, noNic.severity, N3X_TEXT("A hardware target has no NICs"),
         N3X_TEXT("Ports of uplinks are checked against them, and swapping a target maps ports by their position."),
         N3X_TEXT("Wrong: nics: []. Right: nics: [{ name: enp1s0 }].")},
        {hidesBuiltIn.text, hidesBuiltIn.severity, N3X_TEXT("An own hardware target hides a built-in one"),
         N3X_TEXT("The project’s own targets count first. That is a way to change a built-in one, and a surprise "
                  "by accident."),
         N3X_TEXT("hardware: { n100: … } beside the built-in n100.")},
        {noMachine.text, noMachine.severity, N3X_TEXT("A hardware target has no machine for Debian"),
         N3X_TEXT(
             "Isar builds an image for a MACHINE; without one, nodes of the target get no overlay and so no image."),
         N3X_TEXT("Surprising: backends: [debian] alone. Clear: debian: { machine: qemuamd64 } too.")},
        {machineLacking.text, machineLacking.severity, N3X_TEXT("A node runs Debian on a target without a machine"),
         N3X_TEXT("Isar builds an image for a MACHINE; the node would have units and settings, and no image to put "
                  "them into."),
         N3X_TEXT("Wrong: backend: debian on a target without debian: { machine: … }. Right: backend: nixos.")},
        {deployEmulated.text, deployEmulated.severity, N3X_TEXT("Only emulated machines are deployed"),
         N3X_TEXT("The deployed profile is what the apps install on real machines. Emulated ones are built and tested, "
                  "and nobody installs them."),
         N3X_TEXT("deploy: vlans, whose nodes all have the target qemu-amd64.")},
        {deployWithoutKeys.text, deployWithoutKeys.severity, N3X_TEXT("Nobody can log in"),
         N3X_TEXT("Machines take SSH keys only and have no password, so one without a key is reached by its console "
                  "alone and cannot be updated."),
         N3X_TEXT("Surprising: admins: {}. Clear: admins: { ssh: [ssh-ed25519 AAAA… name@host] }.")},
        {rootLacking.text, rootLacking.severity, N3X_TEXT("A hardware target for NixOS has no root file system"),
         N3X_TEXT("NixOS refuses a system that mounts no root. It comes from the layout of the disk to install on, "
                  "from an image that has a disk, or from a module of one's own."),
         N3X_TEXT("Surprising: backends: [nixos] alone. Clear: nixos: { disko: standard } too, or nixos: { image: "
                  "[raw-efi] }.")},
        {notInRepository.text, notInRepository.severity,
         N3X_TEXT("A hardware target names what the repository does not bring"),
         N3X_TEXT(
             "Modules and disk layouts are files under backends/nixos, images are made by nixpkgs. One of your own "
             "may be there too, which the studio does not read. Without it, machines get the generic module, and "
             "Nix refuses the layout or the image."),
         N3X_TEXT("Surprising: nixos: { image: [raw-eif] }. Clear: nixos: { image: [raw-efi] }.")},
    });
    return table;
}

} // namespace n3x
