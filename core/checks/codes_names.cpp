// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/code_names.h"
#include "core/checks/code_tables.h"

#include <array>

namespace n3x {

std::span<const CodeInfo> nameCodes()
{
    using namespace codes;
    static const auto table = std::to_array<CodeInfo>({
        {notALabel.text, notALabel.severity, N3X_TEXT("A name is not a DNS label"),
         N3X_TEXT("Names of projects, profiles, nodes, networks and uplinks become host names, object names of "
                  "Kubernetes and file names of units. RFC 1123 §2.1 and Kubernetes (“Object Names and IDs”) allow "
                  "lower-case letters, digits and hyphens, with a letter or digit at both ends."),
         N3X_TEXT("Wrong: Edge_Server. Right: edge-server.")},
        {nameTooLong.text, nameTooLong.severity, N3X_TEXT("A name has more than 63 characters"),
         N3X_TEXT("RFC 1035 §2.3.4 limits a label to 63 octets; resolvers and the kubelet refuse longer host names."),
         N3X_TEXT("Wrong: a node name of 64 letters. Right: one of 63.")},
        {nameTwice.text, nameTwice.severity, N3X_TEXT("Two objects have one name"),
         N3X_TEXT("Files, references and Kubernetes tell objects apart by name alone, taints of a node by key and "
                  "effect; the second would overwrite the first."),
         N3X_TEXT("Wrong: two nodes called agent-1. Right: agent-1 and agent-2.")},
        {interfaceNameTooLong.text, interfaceNameTooLong.severity, N3X_TEXT("An interface name has more than 15 bytes"),
         N3X_TEXT("Linux keeps interface names in IFNAMSIZ, 16 bytes with the closing zero "
                  "(include/uapi/linux/if.h); a longer one is refused."),
         N3X_TEXT("Wrong: bond-for-storage. Right: bond0.")},
        {interfaceNameRefused.text, interfaceNameRefused.severity, N3X_TEXT("A name that no interface should have"),
         N3X_TEXT(
             "dev_valid_name() of the kernel (net/core/dev.c) refuses “/”, “:”, white space, “.” and “..”; "
             "systemd.netdev(5) also refuses “%” and names of digits only. Firewall scripts and command lines write "
             "names without quotes, so no other sign than “.”, “_” and “-” is taken. lo is the loopback's, "
             "bonding_masters a file of the bonding driver among the interfaces, all and default stand for every one."),
         N3X_TEXT("Wrong: eth/1. Right: eth1.")},
        {notADnsName.text, notADnsName.severity, N3X_TEXT("The domain is not a DNS name"),
         N3X_TEXT("RFC 1123 §2.1: labels joined by dots, at most 253 characters. The domain becomes a search "
                  "domain and a name in certificates."),
         N3X_TEXT("Wrong: edge_example. Right: edge.example.")},
        {notAChoice.text, notAChoice.severity, N3X_TEXT("A word is not one of the choices"),
         N3X_TEXT("The value is one of a fixed list, which the schema (n3x schema) and the inspector name; nothing "
                  "else has a meaning for the generated system."),
         N3X_TEXT("Wrong: mode: active_backup. Right: mode: active-backup.")},
        {textRefused.text, textRefused.severity, N3X_TEXT("A text holds what the outputs cannot"),
         N3X_TEXT("Unit files, Nix, YAML and shell each end a value at a line break or control character "
                  "(systemd.syntax(7)). Such a text is refused here, before any writer has to drop a part of it. "
                  "Names of components and modules also have no white space or quotes, and a disk is one path."),
         N3X_TEXT("Wrong: a summary of two lines. Right: one line.")},
        {urlRefused.text, urlRefused.severity, N3X_TEXT("A text is not a URL that the outputs may hold"),
         N3X_TEXT("Nix, BitBake and APT read it as a URL. User names and passwords in it are refused, because "
                  "everybody can read what is exported."),
         N3X_TEXT("Wrong: https://me:secret@cache.example. Right: https://cache.example.")},
        {sshKeyRefused.text, sshKeyRefused.severity, N3X_TEXT("A text is not a public SSH key"),
         N3X_TEXT("sshd(8), AUTHORIZED_KEYS FILE FORMAT: type, base64, comment. A private key never belongs in a "
                  "project."),
         N3X_TEXT("Wrong: a path such as ~/.ssh/id_ed25519.pub. Right: the line in that file.")},
        {ageKeyRefused.text, ageKeyRefused.severity, N3X_TEXT("A text is not an age recipient"),
         N3X_TEXT("Recipients of age begin with age1; sops encrypts the secrets of the repository for them. "
                  "AGE-SECRET-KEY-… is private and never belongs in a project."),
         N3X_TEXT("Wrong: AGE-SECRET-KEY-1…. Right: age1….")},
        {cacheKeyRefused.text, cacheKeyRefused.severity, N3X_TEXT("A text is not a public key of a binary cache"),
         N3X_TEXT("nix.conf(5), trusted-public-keys: a name, a colon, and the key in base64."),
         N3X_TEXT("Wrong: the key without its name. Right: cache.example-1:base64.")},
        {durationRefused.text, durationRefused.severity, N3X_TEXT("A text is not a duration"),
         N3X_TEXT("systemd.time(7): a number and its unit. A bare number would be milliseconds for the kernel and "
                  "seconds for systemd, so a unit is required. Leases of DHCP count whole seconds (RFC 2131 §3.3)."),
         N3X_TEXT("Wrong: miimon: 100. Right: miimon: 100ms.")},
        {jobCountRefused.text, jobCountRefused.severity, N3X_TEXT("A text is not a number of jobs"),
         N3X_TEXT("nix.conf(5), builders: how many builds a machine runs at once, a whole number from 1."),
         N3X_TEXT("Wrong: jobs: many. Right: jobs: 4.")},
        {mirrorRefused.text, mirrorRefused.severity, N3X_TEXT("A text is not a mirror of a registry"),
         N3X_TEXT("containerd reads from registries.yaml which address to ask in place of a registry (K3s, “Private "
                  "Registry Configuration”): the registry by its host, the mirror by its web address."),
         N3X_TEXT("Wrong: registries: [mirror.example]. Right: registries: [docker.io=https://mirror.example].")},
        {entryTwice.text, entryTwice.severity, N3X_TEXT("A list names the same thing twice"),
         N3X_TEXT("The second changes nothing, and was perhaps meant to be something else. Lists that may hold one "
                  "value of a kind only have codes of their own."),
         N3X_TEXT("Surprising: carries: [k3s, k3s]. Clear: carries: [k3s].")},
        {domainOfOneMachine.text, domainOfOneMachine.severity, N3X_TEXT("The domain is a name of this machine alone"),
         N3X_TEXT(
             "localhost and what ends in it is the machine that asks (RFC 6761 §6.3), and an address is no domain. "
             "Nodes search it for names, and certificates of servers name it."),
         N3X_TEXT("Surprising: domain: localhost. Clear: domain: edge.example.")},
        {clusterIsNotK3s.text, clusterIsNotK3s.severity, N3X_TEXT("The network cluster does not carry K3s"),
         N3X_TEXT("In the n3x schema, which the profile's data speaks too, the network cluster is the one of K3s: who "
                  "reads only that gives K3s the addresses of the wrong network."),
         N3X_TEXT("Surprising: cluster carries management, lan carries k3s. Clear: management and cluster.")},
        {unknownNetwork.text, unknownNetwork.severity, N3X_TEXT("A node refers to a network that does not exist"),
         N3X_TEXT("The address or override would be on no link."),
         N3X_TEXT("Wrong: addresses: { storag: … }. Right: addresses: { storage: … }.")},
        {unknownUplink.text, unknownUplink.severity, N3X_TEXT("A network refers to no uplink of its profile"),
         N3X_TEXT("A network stands on an uplink: without one, no node has a link for it."),
         N3X_TEXT("Wrong: uplink: trnk. Right: uplink: trunk.")},
        {unknownInitServer.text, unknownInitServer.severity,
         N3X_TEXT("The server that founds the cluster does not exist"),
         N3X_TEXT("initServer names the node that starts with --cluster-init (K3s, “High Availability Embedded "
                  "etcd”); all others join it."),
         N3X_TEXT("Wrong: initServer: server-9. Right: initServer: server-1.")},
        {initServerIsAgent.text, initServerIsAgent.severity, N3X_TEXT("The node that founds the cluster is an agent"),
         N3X_TEXT("Only a server has the datastore that founds a cluster (K3s, “Architecture”)."),
         N3X_TEXT("Wrong: initServer: agent-1. Right: initServer: server-1.")},
        {unknownDeploy.text, unknownDeploy.severity, N3X_TEXT("The profile to deploy does not exist"),
         N3X_TEXT("deploy names the profile whose nodes get the plain names in nixosConfigurations; without it "
                  "those would be missing."),
         N3X_TEXT("Wrong: deploy: vlan. Right: deploy: vlans.")},
        {noProfile.text, noProfile.severity, N3X_TEXT("The project has no profile"),
         N3X_TEXT("A profile is one complete topology; without one there is nothing to generate."),
         N3X_TEXT("Wrong: profiles: []. Right: profiles: [simple].")},
    });
    return table;
}

} // namespace n3x
