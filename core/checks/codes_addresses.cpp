// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/code_names.h"
#include "core/checks/code_tables.h"

#include <array>

namespace n3x {

std::span<const CodeInfo> addressCodes()
{
    using namespace codes;
    static const auto table = std::to_array<CodeInfo>({
        {addressRefused.text, addressRefused.severity, N3X_TEXT("A text is not an IP address"),
         N3X_TEXT("IPv4 as four decimal numbers without leading zeros (RFC 6943 §3.1.1), IPv6 as in RFC 4291 §2.2. "
                  "The prefix length comes from the subnet of the network, nowhere else."),
         N3X_TEXT("Wrong: 192.168.1.1/24. Right: 192.168.1.1.")},
        {subnetRefused.text, subnetRefused.severity, N3X_TEXT("A text is not a subnet"),
         N3X_TEXT("RFC 4632: the first address of the range and a prefix length. Host bits must be zero, else it "
                  "is not clear which range was meant."),
         N3X_TEXT("Wrong: 192.168.1.7/24. Right: 192.168.1.0/24.")},
        {macRefused.text, macRefused.severity, N3X_TEXT("A text is not the MAC address of a NIC"),
         N3X_TEXT("IEEE 802: six bytes; the group bit marks multicast and no card has such an address."),
         N3X_TEXT("Wrong: 01:00:5e:00:00:01. Right: 52:54:00:01:01:01.")},
        {addressOutsideSubnet.text, addressOutsideSubnet.severity, N3X_TEXT("An address is outside its subnet"),
         N3X_TEXT("The link takes the prefix length of the network’s subnet; an address outside reaches nobody "
                  "there."),
         N3X_TEXT("Wrong: 10.0.0.5 in 192.168.1.0/24. Right: 192.168.1.5.")},
        {addressOfNetwork.text, addressOfNetwork.severity, N3X_TEXT("An address is the network or broadcast address"),
         N3X_TEXT("RFC 1122 §3.2.1.3 keeps all-zeros and all-ones host parts for the network and for all its "
                  "hosts; RFC 4291 §2.6.1 keeps the first IPv6 address for routers. /31 (RFC 3021), /32, /127 and "
                  "/128 have neither."),
         N3X_TEXT("Wrong: 192.168.1.255 in 192.168.1.0/24. Right: 192.168.1.254.")},
        {addressTwice.text, addressTwice.severity, N3X_TEXT("Two nodes have one address in a network"),
         N3X_TEXT("Both would answer ARP or neighbour discovery for it; RFC 5227 lets neither keep it."),
         N3X_TEXT("Wrong: server-1 and agent-1 both have 192.168.1.1. Right: 192.168.1.1 and 192.168.1.3.")},
        {addressOfGateway.text, addressOfGateway.severity, N3X_TEXT("A node has the gateway’s address"),
         N3X_TEXT("Everything that leaves the network would end at that node."),
         N3X_TEXT("Wrong: gateway and server-1 both 192.168.1.1. Right: a gateway of its own, 192.168.1.254.")},
        {addressInDhcpRange.text, addressInDhcpRange.severity, N3X_TEXT("An address is inside the DHCP range"),
         N3X_TEXT("The server may lend the same address to another machine (RFC 2131 §3.1) before it learns of "
                  "this one. Reservations stand beside the range too."),
         N3X_TEXT("Wrong: 192.168.1.150 with the range .100 to .200. Right: 192.168.1.50.")},
        {subnetsOverlap.text, subnetsOverlap.severity, N3X_TEXT("The subnets of two networks overlap"),
         N3X_TEXT("A node has one route for a range; the packets of one network would leave on the link of the "
                  "other."),
         N3X_TEXT("Wrong: 192.168.0.0/16 and 192.168.1.0/24. Right: 192.168.1.0/24 and 192.168.2.0/24.")},
        {subnetOverlapsCluster.text, subnetOverlapsCluster.severity, N3X_TEXT("A subnet overlaps a range of K3s"),
         N3X_TEXT(
             "Pods and services get addresses of the cluster and service CIDR; a node would route its "
             "neighbours into the cluster (K3s, --cluster-cidr, --service-cidr). A route into the pods of a node leads "
             "past Flannel, which has one to each."),
         N3X_TEXT("Wrong: a network 10.42.7.0/24 beside the cluster CIDR 10.42.0.0/16. Right: 192.168.7.0/24.")},
        {clusterOverlapsService.text, clusterOverlapsService.severity, N3X_TEXT("Cluster and service CIDR overlap"),
         N3X_TEXT("A service would have the address of a pod. Kubernetes refuses to start so (kube-apiserver, "
                  "--service-cluster-ip-range)."),
         N3X_TEXT("Wrong: 10.42.0.0/16 and 10.42.128.0/17. Right: 10.42.0.0/16 and 10.43.0.0/16.")},
        {familyMissing.text, familyMissing.severity, N3X_TEXT("A family is missing for dual-stack"),
         N3X_TEXT("Dual-stack needs IPv4 and IPv6 for pods, services and the address of every node (Kubernetes, "
                  "“IPv4/IPv6 dual-stack”; K3s, “Basic Network Options”)."),
         N3X_TEXT("Wrong: clusterCidr of both families on a network with an IPv4 subnet only. Right: an IPv6 "
                  "subnet and addresses too.")},
        {familyTwice.text, familyTwice.severity, N3X_TEXT("Two values of one address family"),
         N3X_TEXT("One subnet, gateway, range and address of each family is what a link of a node and the flags of "
                  "K3s can hold."),
         N3X_TEXT("Wrong: subnet: [10.1.0.0/24, 10.2.0.0/24]. Right: two networks.")},
        {noSubnet.text, noSubnet.severity, N3X_TEXT("A network has no subnet"),
         N3X_TEXT("Prefix lengths, free addresses and the families of DHCP come from it."),
         N3X_TEXT("Wrong: subnet: []. Right: subnet: [192.168.1.0/24].")},
        {gatewayOutside.text, gatewayOutside.severity, N3X_TEXT("A gateway is outside its network"),
         N3X_TEXT("A gateway has to be reached on the link itself (systemd.network(5), Gateway=; without "
                  "GatewayOnLink= the kernel refuses the route)."),
         N3X_TEXT("Wrong: gateway 10.0.0.1 in 192.168.1.0/24. Right: 192.168.1.254.")},
        {gatewayTwice.text, gatewayTwice.severity, N3X_TEXT("More than one default gateway for a node and family"),
         N3X_TEXT("The kernel would choose between two default routes by their metric alone, and answers leave on "
                  "the wrong link."),
         N3X_TEXT("Wrong: gateways in cluster and storage. Right: a gateway in cluster, routes in storage.")},
        {routeUnreachable.text, routeUnreachable.severity, N3X_TEXT("The next hop of a route is not on its network"),
         N3X_TEXT("The kernel refuses a route whose next hop no link reaches (“Nexthop has invalid gateway”)."),
         N3X_TEXT("Wrong: via 10.0.0.1 on 192.168.1.0/24. Right: via 192.168.1.253.")},
        {dhcpIncomplete.text, dhcpIncomplete.severity, N3X_TEXT("A DHCP service lacks its server or range"),
         N3X_TEXT("Whoever serves it needs an address of its own and a first and last address to give (dnsmasq "
                  "--dhcp-range)."),
         N3X_TEXT("Wrong: dhcp: { server: 192.168.1.254 }. Right: with range: [192.168.1.100, 192.168.1.200].")},
        {nobodyServesDhcp.text, nobodyServesDhcp.severity, N3X_TEXT("A network uses DHCP and nobody serves it"),
         N3X_TEXT("That is fine where the wire has a server. The virtual networks of tests have none, and their "
                  "nodes get no address; where the profile serves it, they have a server for IPv4."),
         N3X_TEXT("Surprising: addressing: dhcp alone. Clear: with dhcp: { server: …, range: […] }.")},
        {dhcpRangeUnfit.text, dhcpRangeUnfit.severity, N3X_TEXT("A DHCP range is not a range of its subnet"),
         N3X_TEXT("The server gives addresses of the subnet that it serves (RFC 2131 §4.3.1), from the first to "
                  "the last."),
         N3X_TEXT("Wrong: [192.168.1.200, 192.168.1.100]. Right: [192.168.1.100, 192.168.1.200].")},
        {dhcpServerUnfit.text, dhcpServerUnfit.severity, N3X_TEXT("The address of the DHCP server does not fit"),
         N3X_TEXT("The server stands on the network that it serves, and must not lend its own address."),
         N3X_TEXT("Wrong: server 192.168.1.150 with the range .100 to .200. Right: 192.168.1.254.")},
        {macTwice.text, macTwice.severity, N3X_TEXT("Two NICs have one MAC address"),
         N3X_TEXT("Switches and DHCP know a machine by it (IEEE 802.1Q, RFC 2131); frames for one would go to the "
                  "other."),
         N3X_TEXT("Wrong: agent-1 and agent-2 with 52:54:00:01:01:03. Right: …:03 and …:04.")},
        {routeFamilies.text, routeFamilies.severity, N3X_TEXT("A route mixes address families"),
         N3X_TEXT("A next hop is of the family of its destination (systemd.network(5), [Route])."),
         N3X_TEXT("Wrong: to fd00:9::/64 via 192.168.1.253. Right: via fd00:1::253.")},
        {addressMissing.text, addressMissing.severity, N3X_TEXT("A node has no address in a static network"),
         N3X_TEXT("Without DHCP the link gets no address, and networkd waits for nothing."),
         N3X_TEXT("Wrong: storage: [] on a static network. Right: storage: 192.168.100.3.")},
        {reservationWithoutMac.text, reservationWithoutMac.severity, N3X_TEXT("A reserved address has no MAC address"),
         N3X_TEXT("The DHCP server finds a reservation by the MAC address of who asks (RFC 2131 §4.2)."),
         N3X_TEXT("Surprising: an address on a DHCP network and no macs. Clear: macs: { eth1: "
                  "\"52:54:00:01:01:01\" }.")},
        {addressOfDhcpServer.text, addressOfDhcpServer.severity, N3X_TEXT("A node has the DHCP server’s address"),
         N3X_TEXT("Both would answer for it, and leases would be lost."),
         N3X_TEXT("Wrong: server and agent-1 both 192.168.1.254. Right: agent-1 at 192.168.1.3.")},
        {dhcpWithoutUse.text, dhcpWithoutUse.severity, N3X_TEXT("A static network says who serves DHCP"),
         N3X_TEXT("With static addresses nobody asks a server, so what is said of it is left out."),
         N3X_TEXT("Surprising: addressing: static with dhcp: { … }. Clear: addressing: dhcp.")},
        {subnetUnusable.text, subnetUnusable.severity, N3X_TEXT("A range that no hosts can have"),
         N3X_TEXT("RFC 6890 keeps some ranges: this machine itself, multicast, a single link. Linux refuses their "
                  "addresses, never lets them leave the machine, or has the range on each link already, and the "
                  "kubelet takes none of them, nor of "
                  "169.254.0.0/16, as the address of a node."),
         N3X_TEXT("Wrong: subnet: [127.0.1.0/24]. Right: subnet: [192.168.1.0/24].")},
        {routeTwice.text, routeTwice.severity, N3X_TEXT("More than one route to a destination for a node"),
         N3X_TEXT("Routes to one destination have one metric here, and the kernel keeps one of them (ip-route(8)): "
                  "which one follows from the order in which links come up."),
         N3X_TEXT("Wrong: routes to 10.9.0.0/16 in cluster and storage. Right: in one of them.")},
        {nameServerUnreached.text, nameServerUnreached.severity, N3X_TEXT("A name server that is no other machine"),
         N3X_TEXT("systemd-resolved skips what is no server's address, and asks itself in a circle at 127.0.0.53; the "
                  "DNS of pods reaches no name server on the node's loopback (Kubernetes, “Known issues” of DNS)."),
         N3X_TEXT("Surprising: nameservers: [127.0.0.1]. Clear: nameservers: [192.168.1.254].")},
        {routeHome.text, routeHome.severity, N3X_TEXT("A route leads into the subnet of its own network"),
         N3X_TEXT(
             "A link reaches its subnet without a router. A route to the same range is a second one of one metric, "
             "of which the kernel takes either; one to a part of it sends neighbours through the router. A route to "
             "the subnet of another network is for nodes that are not on it: those that are go without."),
         N3X_TEXT("Wrong: to: 192.168.1.0/24 in a network of 192.168.1.0/24. Right: to: 192.168.2.0/24.")},
        {gatewayByAdvertisement.text, gatewayByAdvertisement.severity,
         N3X_TEXT("An IPv6 gateway of a network with DHCP"),
         N3X_TEXT("A lease of DHCPv6 holds an address, and neither a prefix nor a router (RFC 8415). The subnet is the "
                  "project's; the gateway is whoever sends router advertisements on the wire (RFC 4861)."),
         N3X_TEXT("gateway: fd00:1::fe with addressing: dhcp.")},
    });
    return table;
}

} // namespace n3x
