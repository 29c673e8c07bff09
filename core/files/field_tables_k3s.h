// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/files/field.h"
#include "core/model/defaults.h"

// The fields of `k3s` in n3x.yaml, in a profile and in a node.

namespace n3x {

template <> struct FieldsOf<K3sSettings> {
    static constexpr std::tuple table{
        Field{FieldRow{.key = "version",
                       .title = N3X_TEXT("K3s version"),
                       .help = N3X_TEXT("The release that every node runs, as K3s tags it."),
                       .example = "v1.35.0+k3s3",
                       .defaultText = [] { return std::string(defaults::k3sVersion); }},
              &K3sSettings::version},
        Field{FieldRow{.key = "clusterCidr",
                       .title = N3X_TEXT("Pod addresses"),
                       .help = N3X_TEXT("Ranges that pods get their addresses from: one IPv4, one IPv6, or both."),
                       .example = "10.42.0.0/16",
                       .defaultText = [] { return std::string(defaults::clusterCidr); }},
              &K3sSettings::clusterCidr},
        Field{FieldRow{.key = "serviceCidr",
                       .title = N3X_TEXT("Service addresses"),
                       .help =
                           N3X_TEXT("Ranges that services get their addresses from, of the same families as the pods."),
                       .example = "10.43.0.0/16",
                       .defaultText = [] { return std::string(defaults::serviceCidr); }},
              &K3sSettings::serviceCidr},
        Field{FieldRow{.key = "flannelBackend",
                       .title = N3X_TEXT("Flannel backend"),
                       .help = N3X_TEXT("How pods of different nodes reach each other."),
                       .defaultText = [] { return Choice(defaults::flannelBackend).text(); }},
              &K3sSettings::flannelBackend},
        Field{FieldRow{.key = "disable",
                       .title = N3X_TEXT("Left out"),
                       .help = N3X_TEXT("Packaged components that K3s does not install, such as traefik or servicelb."),
                       .example = "traefik",
                       .proposals = "traefik,servicelb,local-storage,metrics-server,coredns"},
              &K3sSettings::disable},
        Field{FieldRow{.key = "addons",
                       .title = N3X_TEXT("Add-ons"),
                       .help = N3X_TEXT("What is installed into the cluster beside K3s: the policy engine Kyverno, "
                                        "Longhorn's replicated volumes, NVIDIA's device plugin. One that is taken out "
                                        "here is not taken out of a running cluster: uninstall it there first."),
                       .example = "longhorn"},
              &K3sSettings::addons},
        Field{FieldRow{.key = "longhornPaths",
                       .title = N3X_TEXT("Longhorn's host tools"),
                       .help = N3X_TEXT("How Longhorn finds the host's tools on NixOS: a link to them where it looks, "
                                        "or a policy of Kyverno that tells it where they are."),
                       .defaultText = [] { return Choice(defaults::longhornPaths).text(); }},
              &K3sSettings::longhornPaths},
        Field{FieldRow{.key = "images",
                       .title = N3X_TEXT("Images of K3s"),
                       .help = N3X_TEXT("Where a node finds the containers of K3s itself: in a registry when it first "
                                        "starts, or bundled with its own system, for sites without a way out."),
                       .defaultText = [] { return Choice(defaults::images).text(); }},
              &K3sSettings::images},
        Field{FieldRow{.key = "apiAddress",
                       .title = N3X_TEXT("API address"),
                       .help = N3X_TEXT("A virtual address on the k3s network that the servers share by kube-vip. "
                                        "Nodes join at it, and the first server may die."),
                       .example = "192.168.200.250"},
              &K3sSettings::apiAddress}};
};

} // namespace n3x
