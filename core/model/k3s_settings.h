// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/types/choice.h"
#include "core/types/entered.h"
#include "core/types/ip_address.h"
#include "core/types/kubernetes.h"
#include "core/types/plain_text.h"
#include "core/types/subnet.h"

#include <optional>
#include <vector>

namespace n3x {

// K3s settings as said at one level. What is absent is inherited: node ← profile ← project ← default.
struct K3sSettings {
    std::optional<Entered<K3sVersion>> version;
    std::optional<std::vector<Entered<Subnet>>> clusterCidr; // one IPv4, one IPv6, or both
    std::optional<std::vector<Entered<Subnet>>> serviceCidr;
    std::optional<Entered<Choice<FlannelBackend>>> flannelBackend;
    std::optional<std::vector<Entered<Word>>> disable; // packaged components that K3s leaves out
    std::optional<std::vector<Entered<Choice<Addon>>>> addons;
    std::optional<Entered<Choice<LonghornPaths>>> longhornPaths;
    std::optional<Entered<Choice<ImageSource>>> images;
    std::optional<Entered<IpAddress>>
        apiAddress; // virtual address on the k3s network that the servers share by kube-vip

    friend bool operator==(const K3sSettings&, const K3sSettings&) = default;
};

} // namespace n3x
