// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/code_names.h"
#include "core/checks/code_tables.h"

#include <array>

namespace n3x {

std::span<const CodeInfo> linkCodes()
{
    using namespace codes;
    static const auto table = std::to_array<CodeInfo>({
        {vlanRefused.text, vlanRefused.severity, N3X_TEXT("A text is not a VLAN id"),
         N3X_TEXT("IEEE 802.1Q: twelve bits, of which 0 means priority only and 4095 is reserved."),
         N3X_TEXT("Wrong: vlan: 4095. Right: vlan: 4094.")},
        {vlanTwice.text, vlanTwice.severity, N3X_TEXT("Two networks have one VLAN id on one uplink"),
         N3X_TEXT("The id is all that tells them apart on the wire; the second link could not even be made (“File "
                  "exists”)."),
         N3X_TEXT("Wrong: cluster and storage both 200 on trunk. Right: 200 and 100.")},
        {untaggedTwice.text, untaggedTwice.severity, N3X_TEXT("Two untagged networks share an uplink"),
         N3X_TEXT("Frames without a tag belong to one network of a port (IEEE 802.1Q, PVID)."),
         N3X_TEXT("Wrong: two networks without vlan on eth1. Right: one of them with vlan: 100.")},
        {mtuAboveUplink.text, mtuAboveUplink.severity, N3X_TEXT("A network’s MTU is above its uplink’s"),
         N3X_TEXT("A VLAN device cannot send what its parent cannot carry (net/8021q: vlan_dev_change_mtu gives "
                  "ERANGE)."),
         N3X_TEXT("Wrong: mtu: 9000 on an uplink of 1500. Right: mtu: 9000 on both.")},
        {mtuRefused.text, mtuRefused.severity, N3X_TEXT("A text is not an MTU"),
         N3X_TEXT("Bytes, from the 68 that RFC 791 demands of every link to the 65535 of the largest IP packet."),
         N3X_TEXT("Wrong: mtu: jumbo. Right: mtu: 9000.")},
        {vlanNameTooLong.text, vlanNameTooLong.severity, N3X_TEXT("The name of a VLAN link has more than 15 bytes"),
         N3X_TEXT("VLAN links are named <link>.<id>, and Linux takes 15 bytes (IFNAMSIZ)."),
         N3X_TEXT("Wrong: VLAN 4000 on bond-storage0. Right: on bond0.")},
        {nodeDiffers.text, nodeDiffers.severity, N3X_TEXT("A node differs from its profile"),
         N3X_TEXT("Allowed for vlan, mtu and uplink, to model a broken or half-moved machine. In another VLAN it "
                  "does not reach its neighbours, so it is always said."),
         N3X_TEXT("overrides: { networks: { cluster: { vlan: 201 } } } on one node.")},
        {mtuTooSmallForIpv6.text, mtuTooSmallForIpv6.severity, N3X_TEXT("An MTU is under the 1280 of IPv6"),
         N3X_TEXT("RFC 8200 §5: every link carries 1280 bytes. Linux takes IPv6 away from a link with less."),
         N3X_TEXT("Wrong: mtu: 1000 with fd00:1::/64. Right: mtu: 1280.")},
        {overrideUnused.text, overrideUnused.severity,
         N3X_TEXT("An override for a network that the node does not have"),
         N3X_TEXT("It changes nothing, which is rarely what was meant."),
         N3X_TEXT("Surprising: overrides for storage on a node without storage. Clear: attach it, or remove the "
                  "override.")},
        {uplinkMtuCut.text, uplinkMtuCut.severity, N3X_TEXT("An untagged network says less than its uplink"),
         N3X_TEXT("It has no other link than the uplink's, so what it says counts there, and a VLAN on it has no more "
                  "(net/8021q: vlan_dev_change_mtu). What the uplink says counts for nodes that are not on it."),
         N3X_TEXT("Surprising: mtu: 9000 on the uplink, mtu: 1500 on its untagged network, and a VLAN without one. "
                  "Clear: mtu: 9000 on the uplink alone.")},
        {bondOfOne.text, bondOfOne.severity, N3X_TEXT("A bond has one member only"),
         N3X_TEXT("Documentation/networking/bonding.rst: a bond spreads load or fails over between links; one link "
                  "does neither."),
         N3X_TEXT("Surprising: members: [eth1]. Clear: members: [eth1, eth2].")},
        {bondWithoutMembers.text, bondWithoutMembers.severity, N3X_TEXT("A bond has no members"),
         N3X_TEXT("Without members it has no carrier and never comes up."),
         N3X_TEXT("Wrong: bond: bond0 alone. Right: with members: [eth1, eth2].")},
        {memberTwice.text, memberTwice.severity, N3X_TEXT("A NIC is twice a member of one bond"),
         N3X_TEXT("A NIC joins a bond once; one of the two cables is probably meant to be another."),
         N3X_TEXT("Wrong: members: [eth1, eth1]. Right: members: [eth1, eth2].")},
        {memberOfTwoBonds.text, memberOfTwoBonds.severity, N3X_TEXT("A NIC is a member of two bonds"),
         N3X_TEXT("A link has one master in Linux; the second bond would stay without it."),
         N3X_TEXT("Wrong: eth2 in bond0 and bond1. Right: eth2 in bond0, eth3 in bond1.")},
        {memberWithAddress.text, memberWithAddress.severity, N3X_TEXT("A member of a bond also carries a network"),
         N3X_TEXT("The frames of a member go to its bond; addresses on the member itself see none (bonding.rst, "
                  "“Configuring Bonding Devices”)."),
         N3X_TEXT("Wrong: eth1 in bond0 and as nic of another uplink with networks. Right: the networks on bond0.")},
        {primaryNoMember.text, primaryNoMember.severity, N3X_TEXT("The primary is no member of its bond"),
         N3X_TEXT("The primary is the member that is used whenever it is up (bonding.rst, primary)."),
         N3X_TEXT("Wrong: members: [eth1, eth2] with primary: eth3. Right: primary: eth1.")},
        {primaryWithoutUse.text, primaryWithoutUse.severity, N3X_TEXT("A primary in a mode that has none"),
         N3X_TEXT("bonding.rst: primary is valid for active-backup, balance-tlb and balance-alb only. It is left "
                  "out."),
         N3X_TEXT("Surprising: mode: 802.3ad with primary: eth1. Clear: without primary.")},
        {lacpWithoutUse.text, lacpWithoutUse.severity, N3X_TEXT("An LACP option without 802.3ad"),
         N3X_TEXT("bonding.rst: lacp_rate belongs to 802.3ad; systemd.netdev(5) says the same of "
                  "LACPTransmitRate=. It is left out."),
         N3X_TEXT("Surprising: mode: active-backup with lacpRate: fast. Clear: mode: 802.3ad.")},
        {hashPolicyWithoutUse.text, hashPolicyWithoutUse.severity,
         N3X_TEXT("A hash policy in a mode that does not hash"),
         N3X_TEXT("bonding.rst: xmit_hash_policy is for balance-xor, 802.3ad and balance-tlb. It is left out."),
         N3X_TEXT("Surprising: mode: active-backup with hashPolicy: layer3+4. Clear: without it.")},
        {delayNotMultiple.text, delayNotMultiple.severity, N3X_TEXT("A delay is no multiple of the monitor interval"),
         N3X_TEXT("bonding.rst: updelay and downdelay should be multiples of miimon, else they are rounded down."),
         N3X_TEXT("Surprising: miimon: 100ms with upDelay: 250ms. Clear: upDelay: 200ms.")},
        {noMonitoring.text, noMonitoring.severity, N3X_TEXT("A bond does not watch its links"),
         N3X_TEXT("bonding.rst: miimon 0 turns link monitoring off, and a failed link is never left. Delays mean "
                  "nothing then, and are left out."),
         N3X_TEXT("Surprising: miimon: 0ms. Clear: miimon: 100ms.")},
        {nicOfTwoUplinks.text, nicOfTwoUplinks.severity, N3X_TEXT("A NIC belongs to two uplinks"),
         N3X_TEXT("A NIC has one unit file, which says what it is for. Networks share an uplink, uplinks do not "
                  "share a NIC."),
         N3X_TEXT("Wrong: nic: eth1 in lan and in storage. Right: both networks on one uplink.")},
        {interfaceTwice.text, interfaceTwice.severity, N3X_TEXT("Two links have one name"),
         N3X_TEXT("Linux tells links of a machine apart by name; the second is not made (“File exists”)."),
         N3X_TEXT("Wrong: bond: eth1 beside a NIC eth1. Right: bond: bond0.")},
        {uplinkWithoutPort.text, uplinkWithoutPort.severity, N3X_TEXT("An uplink has neither a NIC nor a bond"),
         N3X_TEXT("An uplink is how a node reaches the wire; without a port its networks stand on nothing."),
         N3X_TEXT("Wrong: trunk: {}. Right: trunk: { nic: eth1 }.")},
        {nicBesideBond.text, nicBesideBond.severity, N3X_TEXT("An uplink has a NIC beside its bond"),
         N3X_TEXT("With a bond its members count, and the NIC is left out."),
         N3X_TEXT("Surprising: nic: eth1 with bond: bond0. Clear: members: [eth1, eth2].")},
        {bondOptionWithoutBond.text, bondOptionWithoutBond.severity,
         N3X_TEXT("An uplink has settings of a bond and is none"),
         N3X_TEXT("Members, mode, primary, delays, LACP rate and hash policy mean something for a bond alone."),
         N3X_TEXT("Surprising: nic: eth1 with mode: 802.3ad. Clear: bond: bond0 and members.")},
        {unitTwice.text, unitTwice.severity, N3X_TEXT("Two links would have one unit file"),
         N3X_TEXT(
             "The unit of a VLAN is called vlan- and its network, that of an untagged link like the link; with one "
             "name one of them would replace the other."),
         N3X_TEXT(
             "Wrong: an untagged network on bond: vlan-storage beside a VLAN network storage. Right: bond: bond0.")},
        {targetPortsWithoutUse.text, targetPortsWithoutUse.severity,
         N3X_TEXT("The ports of a hardware target say what does not count"),
         N3X_TEXT("A bond has members and some modes a primary, every other uplink one NIC; what does not fit is left "
                  "out, on that target as on the others."),
         N3X_TEXT(
             "Surprising: bond: bond0 with targets: { n100: { nic: enp1s0 } }. Clear: members: [enp1s0, enp2s0].")},
        {nameOfK3s.text, nameOfK3s.severity, N3X_TEXT("A link has the name of an interface of K3s"),
         N3X_TEXT("Flannel takes away what has the name of its own interface and makes that anew, pods are bridged by "
                  "cni0, and kube-proxy's mode ipvs keeps the addresses of services on kube-ipvs0."),
         N3X_TEXT("Wrong: bond: flannel under VLAN 1, which is flannel.1. Right: bond: bond0.")},
        {bondTimeTooLong.text, bondTimeTooLong.severity, N3X_TEXT("A time of a bond is longer than the kernel counts"),
         N3X_TEXT("The bonding driver holds miimon and its delays as milliseconds in a signed number of 32 bits "
                  "(Documentation/networking/bonding.rst, miimon, updelay, downdelay): at most 24 days."),
         N3X_TEXT("Wrong: upDelay: 30d. Right: upDelay: 200ms.")},
    });
    return table;
}

} // namespace n3x
