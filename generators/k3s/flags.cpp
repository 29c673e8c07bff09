// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/k3s/flags.h"

#include <algorithm>
#include <array>
#include <span>

namespace n3x {

// Adds the values of one flag, each with the flag's name before it.
class K3sFlagCollector {
public:
    K3sFlagCollector(K3sFlags& flags, K3sFlag flag, std::string_view name) : flags_(flags), flag_(flag), name_(name) {}

    void add() { begin(false), end(); }
    void add(std::string_view value) { begin(true), flags_.text_.append(value), end(); }
    void add(const IpAddress& value) { begin(true), value.appendTo(flags_.text_), end(); }

    void addEach(std::span<const std::string> values)
    {
        for (const std::string& value : values) add(value);
    }

    // One flag with all values, commas between; none where there are none.
    template <class T> void addJoined(const std::vector<T>& values)
    {
        if (values.empty()) return;
        begin(true);
        for (bool isFirst = true; const T& value : values) {
            if (!isFirst) flags_.text_ += ',';
            isFirst = false;
            if constexpr (requires { value.appendTo(flags_.text_); })
                value.appendTo(flags_.text_);
            else
                flags_.text_ += value.text();
        }
        end();
    }

private:
    void begin(bool hasValue)
    {
        flags_.entries_.push_back({flag_, static_cast<std::uint32_t>(flags_.text_.size()), 0});
        flags_.text_.append("--").append(name_);
        if (hasValue) flags_.text_ += '=';
    }
    void end() { flags_.entries_.back().end = static_cast<std::uint32_t>(flags_.text_.size()); }

    K3sFlags& flags_;
    K3sFlag flag_;
    std::string_view name_;
};

namespace {

enum class Who : std::uint8_t { All, Servers };

struct Row {
    K3sFlag flag;
    std::string_view name;
    Who who;
    void (*add)(const NodePlan& node, Backend backend, K3sFlagCollector& out);
};

using Out = K3sFlagCollector;
using Node = const NodePlan&;

constexpr std::array rows{
    Row{K3sFlag::NodeIp, "node-ip", Who::All,
        [](Node node, Backend, Out& out) { out.addJoined(node.k3s.nodeAddresses); }},
    Row{K3sFlag::FlannelIface, "flannel-iface", Who::All,
        [](Node node, Backend, Out& out) {
            if (!node.k3s.flannelInterface.empty()) out.add(node.k3s.flannelInterface);
        }},
    Row{K3sFlag::AdvertiseAddress, "advertise-address", Who::Servers,
        [](Node node, Backend, Out& out) {
            if (node.k3s.advertiseAddress) out.add(*node.k3s.advertiseAddress);
        }},
    Row{K3sFlag::FirstTlsSan, "tls-san", Who::Servers,
        [](Node node, Backend, Out& out) {
            if (!node.k3s.tlsNames.empty()) out.add(node.k3s.tlsNames.front());
        }},
    Row{K3sFlag::TlsSan, "tls-san", Who::Servers,
        [](Node node, Backend, Out& out) {
            if (!node.k3s.tlsNames.empty()) out.addEach(std::span(node.k3s.tlsNames).subspan(1));
        }},
    Row{K3sFlag::ClusterInit, "cluster-init", Who::Servers,
        [](Node node, Backend, Out& out) {
            if (node.k3s.clusterInit) out.add();
        }},
    Row{K3sFlag::Server, "server", Who::All,
        [](Node node, Backend, Out& out) {
            if (node.k3s.joinUrl) out.add(*node.k3s.joinUrl);
        }},
    Row{K3sFlag::TokenFile, "token-file", Who::All,
        [](Node node, Backend backend, Out& out) { out.add(k3sTokenFile(backend, node.role)); }},
    Row{K3sFlag::AgentTokenFile, "agent-token-file", Who::Servers,
        [](Node, Backend backend, Out& out) { out.add(k3sTokenFile(backend, Role::Agent)); }},
    Row{K3sFlag::ClusterCidr, "cluster-cidr", Who::Servers,
        [](Node node, Backend, Out& out) { out.addJoined(node.k3s.clusterCidr); }},
    Row{K3sFlag::ServiceCidr, "service-cidr", Who::Servers,
        [](Node node, Backend, Out& out) { out.addJoined(node.k3s.serviceCidr); }},
    Row{K3sFlag::FlannelBackend, "flannel-backend", Who::Servers,
        [](Node node, Backend, Out& out) { out.add(Choice(node.k3s.flannelBackend).word()); }},
    // Flannel gives pods' IPv4 packets the node's address where they leave the cluster, and IPv6 ones only when told.
    Row{K3sFlag::FlannelIpv6Masq, "flannel-ipv6-masq", Who::Servers,
        [](Node node, Backend, Out& out) {
            const bool hasIPv6 = std::ranges::contains(node.k3s.clusterCidr, Family::IPv6, &Subnet::family);
            if (hasIPv6 && node.k3s.flannelBackend != FlannelBackend::None) out.add();
        }},
    Row{K3sFlag::Disable, "disable", Who::Servers, [](Node node, Backend, Out& out) { out.addEach(node.k3s.disable); }},
    Row{K3sFlag::NodeLabel, "node-label", Who::All, [](Node node, Backend, Out& out) { out.addEach(node.k3s.labels); }},
    Row{K3sFlag::NodeTaint, "node-taint", Who::All, [](Node node, Backend, Out& out) { out.addEach(node.k3s.taints); }},
    Row{K3sFlag::NodeName, "node-name", Who::All, [](Node node, Backend, Out& out) { out.add(node.name); }},
};

} // namespace

std::string_view k3sTokenFile(Backend backend, Role role)
{
    const bool isServer = role == Role::Server;
    if (backend == Backend::Debian) return isServer ? "/etc/rancher/k3s/server-token" : "/etc/rancher/k3s/agent-token";
    return isServer ? "/run/secrets/k3s-server-token" : "/run/secrets/k3s-agent-token";
}

K3sFlags::K3sFlags(const NodePlan& node, Backend backend)
{
    text_.reserve(768);
    entries_.reserve(24);
    for (const Row& row : rows) {
        if (row.who == Who::Servers && node.role != Role::Server) continue;
        K3sFlagCollector collector(*this, row.flag, row.name);
        row.add(node, backend, collector);
    }
}

} // namespace n3x
