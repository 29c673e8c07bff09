// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/plan/plan.h"

#include <cstdint>
#include <ranges>
#include <string>
#include <string_view>
#include <vector>

namespace n3x {

// What a command line of K3s can say, in the order in which it says it. The first four are what the n3x library gives;
// a first server's certificate name is apart from the others for that.
enum class K3sFlag : std::uint8_t {
    NodeIp,
    FlannelIface,
    AdvertiseAddress,
    FirstTlsSan,
    TlsSan,
    ClusterInit,
    Server,
    TokenFile,
    AgentTokenFile,
    ClusterCidr,
    ServiceCidr,
    FlannelBackend,
    FlannelIpv6Masq,
    Disable,
    NodeLabel,
    NodeTaint,
    NodeName,
};

// Where a node's secret lies; the secret itself is in no output. On NixOS agents have one of their own.
[[nodiscard]] std::string_view k3sTokenFile(Backend backend, Role role);

// The flags of one node, each "--name=value", as contiguous text.
class K3sFlags {
public:
    K3sFlags(const NodePlan& node, Backend backend);

    struct Flag {
        K3sFlag flag;
        std::string_view text; // "--node-ip=10.0.0.1"
    };

    [[nodiscard]] std::size_t size() const { return entries_.size(); }
    [[nodiscard]] Flag operator[](std::size_t index) const
    {
        const Entry& entry = entries_[index];
        return {entry.flag, std::string_view(text_).substr(entry.start, entry.end - entry.start)};
    }

    [[nodiscard]] auto texts() const&
    {
        return std::views::iota(std::size_t{0}, size()) |
               std::views::transform([this](std::size_t at) { return (*this)[at].text; });
    }
    void texts() && = delete; // would outlive what they show

private:
    struct Entry {
        K3sFlag flag;
        std::uint32_t start, end;
    };
    friend class K3sFlagCollector;

    std::string text_;
    std::vector<Entry> entries_;
};

} // namespace n3x
