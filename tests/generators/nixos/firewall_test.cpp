// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/nixos/firewall.h"

#include <QtTest/QtTest>

#include <vector>

using namespace n3x;

namespace {

using Ports = std::vector<int>;

Ports numbers(const auto& ports) { return {ports.begin(), ports.end()}; }

std::vector<std::string> names(const auto& links) { return {links.begin(), links.end()}; }

NetworkPlan carrying(std::vector<Traffic> traffic)
{
    NetworkPlan network;
    network.name = "lan";
    network.carries = std::move(traffic);
    return network;
}

NodePlan nodeOf(Role role, FlannelBackend backend = FlannelBackend::Vxlan)
{
    NodePlan node;
    node.role = role;
    node.k3s.flannelBackend = backend;
    return node;
}

ProfilePlan profileOf(std::vector<NetworkPlan> networks, std::vector<std::string> servers = {"a", "b", "c"})
{
    ProfilePlan shared;
    shared.networks = std::move(networks);
    shared.servers = std::move(servers);
    return shared;
}

} // namespace

class FirewallTest : public QObject {
    Q_OBJECT

private slots:
    void serversOpenApiEtcdAndKubelet()
    {
        const NetworkPlan lan = carrying({Traffic::K3s});
        const OpenPorts ports = openPorts(nodeOf(Role::Server), profileOf({lan}), lan);
        QCOMPARE(numbers(ports.tcp), (Ports{2379, 2380, 6443, 10250}));
        QCOMPARE(numbers(ports.udp), (Ports{8472}));
    }

    void aLoneServerHasNoEtcd()
    {
        const NetworkPlan lan = carrying({Traffic::K3s});
        const OpenPorts ports = openPorts(nodeOf(Role::Server), profileOf({lan}, {"a"}), lan);
        QCOMPARE(numbers(ports.tcp), (Ports{6443, 10250}));
    }

    void agentsOpenTheKubelet()
    {
        const NetworkPlan lan = carrying({Traffic::K3s});
        QCOMPARE(numbers(openPorts(nodeOf(Role::Agent), profileOf({lan}), lan).tcp), (Ports{10250}));
    }

    void flannelDecidesTheUdpPorts()
    {
        const NetworkPlan lan = carrying({Traffic::K3s});
        const auto udp = [&](FlannelBackend backend) {
            return numbers(openPorts(nodeOf(Role::Agent, backend), profileOf({lan}), lan).udp);
        };
        QCOMPARE(udp(FlannelBackend::Vxlan), (Ports{8472}));
        QCOMPARE(udp(FlannelBackend::WireguardNative), (Ports{51820, 51821}));
        QCOMPARE(udp(FlannelBackend::HostGw), Ports());
        QCOMPARE(udp(FlannelBackend::None), Ports());
    }

    void storageOpensOnItsOwnNetworkOnly()
    {
        const NetworkPlan lan = carrying({Traffic::K3s});
        const NetworkPlan storage = carrying({Traffic::Storage});
        const ProfilePlan shared = profileOf({lan, storage});
        NodePlan agent = nodeOf(Role::Agent);
        agent.k3s.addons = {"longhorn"};
        QCOMPARE(numbers(openPorts(agent, shared, storage).tcp), (Ports{3260, 9500, 9501, 9502, 9503, 9504}));
        QCOMPARE(numbers(openPorts(agent, shared, lan).tcp), (Ports{10250}));
    }

    void longhornWithoutNetworkOfItsOwnRunsBesideK3s()
    {
        const NetworkPlan lan = carrying({Traffic::K3s});
        NodePlan agent = nodeOf(Role::Agent);
        QCOMPARE(numbers(openPorts(agent, profileOf({lan}), lan).tcp), (Ports{10250}));
        agent.k3s.addons = {"longhorn"};
        QCOMPARE(numbers(openPorts(agent, profileOf({lan}), lan).tcp),
                 (Ports{3260, 9500, 9501, 9502, 9503, 9504, 10250}));
    }

    void ingressOpensTheWebOnItsOwnNetworkOnly()
    {
        const NetworkPlan lan = carrying({Traffic::K3s});
        const NetworkPlan front = carrying({Traffic::Ingress});
        const ProfilePlan shared = profileOf({lan, front});
        QCOMPARE(numbers(openPorts(nodeOf(Role::Agent), shared, front).tcp), (Ports{80, 443}));
        QVERIFY(openPorts(nodeOf(Role::Agent), shared, front).udp.empty());
        QCOMPARE(numbers(openPorts(nodeOf(Role::Agent), shared, lan).tcp), (Ports{10250}));
        const NetworkPlan both = carrying({Traffic::K3s, Traffic::Ingress});
        QCOMPARE(numbers(openPorts(nodeOf(Role::Server), profileOf({both}), both).tcp),
                 (Ports{80, 443, 2379, 2380, 6443, 10250}));
    }

    void whatCarriesNothingStaysShut()
    {
        const NetworkPlan quiet = carrying({Traffic::Management}); // SSH is opened by a module
        QVERIFY(openPorts(nodeOf(Role::Server), profileOf({quiet}), quiet).empty());
    }

    void podLinksFollowBackendAndFamilies()
    {
        using Names = std::vector<std::string>;
        ProfilePlan shared = profileOf({});
        shared.k3s.clusterCidr = {*Subnet::parse("10.42.0.0/16")};
        const auto links = [&](FlannelBackend backend) {
            return names(podInterfaces(nodeOf(Role::Agent, backend), shared));
        };
        QCOMPARE(links(FlannelBackend::Vxlan), (Names{"cni0", "flannel.1"}));
        QCOMPARE(links(FlannelBackend::WireguardNative), (Names{"cni0", "flannel-wg"}));
        shared.k3s.clusterCidr->emplace_back(*Subnet::parse("fd00:42::/56"));
        QCOMPARE(links(FlannelBackend::Vxlan), (Names{"cni0", "flannel.1", "flannel-v6.1"}));
        QCOMPARE(links(FlannelBackend::WireguardNative), (Names{"cni0", "flannel-wg", "flannel-wg-v6"}));
        QCOMPARE(links(FlannelBackend::HostGw), (Names{"cni0"}));
        QCOMPARE(links(FlannelBackend::None), Names());
    }
};

QTEST_APPLESS_MAIN(FirewallTest)
#include "firewall_test.moc"
