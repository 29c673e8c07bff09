// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/model/defaults.h"
#include "core/plan/plan.h"
#include "tests/generators/cluster.h"

#include <QtTest/QtTest>

#include <set>

using namespace n3x;
using namespace n3x::cluster;

namespace {

using Names = std::vector<std::string>;

ClusterPlan planOf(const Project& all) { return planCluster(all, *all.profiles[0]); }

} // namespace

class PlanK3sTest : public QObject {
    Q_OBJECT

private slots:
    void theFirstServerFoundsAndTheOthersJoin()
    {
        const ClusterPlan plan = planOf(project({vlans()}));
        QCOMPARE(plan.shared->initServer, std::string("server-1"));
        QCOMPARE(plan.shared->servers, (Names{"server-1", "server-2"}));
        QVERIFY(plan.nodes[0]->k3s.clusterInit && !plan.nodes[0]->k3s.joinUrl);
        for (const std::size_t at : {1UZ, 2UZ, 3UZ}) {
            QVERIFY(!plan.nodes[at]->k3s.clusterInit);
            QCOMPARE(plan.nodes[at]->k3s.joinUrl, std::optional<std::string>("https://192.168.200.1:6443"));
        }
        QCOMPARE(plan.nodes[2]->k3s.flannelInterface, std::string("eth1.200"));
        QVERIFY(plan.nodes[2]->k3s.tlsNames.empty() && !plan.nodes[2]->k3s.advertiseAddress);
        QCOMPARE(plan.nodes[0]->variant, std::string("vlans-server-1"));
    }

    void aLoneServerKeepsItsOwnDatabase()
    {
        Profile alone = simple();
        alone.nodes = alone.nodes.erase(1);
        const ClusterPlan plan = planOf(project({alone}));
        QVERIFY(!plan.nodes[0]->k3s.clusterInit && !plan.nodes[0]->k3s.joinUrl);
    }

    void anotherServerMayFound()
    {
        Profile profile = simple();
        profile.initServer = "server-2";
        const ClusterPlan plan = planOf(project({profile}));
        QVERIFY(plan.nodes[1]->k3s.clusterInit && !plan.nodes[1]->k3s.joinUrl);
        QCOMPARE(plan.nodes[0]->k3s.joinUrl, std::optional<std::string>("https://192.168.1.2:6443"));
        QCOMPARE(plan.nodes[0]->k3s.tlsNames, (Names{"192.168.1.2", "192.168.1.1"}));
    }

    void certificatesNameServersThenApiAddressThenDomain()
    {
        Project all = project({simple()});
        all.domain = said<DnsName>("edge.example");
        all.k3s.apiAddress = said<IpAddress>("192.168.1.250");
        const ClusterPlan plan = planOf(all);
        QCOMPARE(plan.nodes[1]->k3s.tlsNames, (Names{"192.168.1.1", "192.168.1.2", "192.168.1.250", "edge.example"}));
        QCOMPARE(plan.nodes[2]->k3s.joinUrl, std::optional<std::string>("https://192.168.1.250:6443"));
        QVERIFY(!plan.nodes[0]->k3s.joinUrl); // somebody has to be there first
        QCOMPARE(plan.nodes[0]->links[0].searchDomains, (Names{"edge.example"}));
    }

    void anIPv6AddressIsBracketedInAnUrl()
    {
        const ClusterPlan plan =
            planOf(project({profile("six", {nicUplink("lan", "eth1")}, {network("cluster", "lan", {"fd00::/64"})},
                                    {node("a", Role::Server, {at("cluster", {"fd00::1"})}),
                                     node("b", Role::Agent, {at("cluster", {"fd00::2"})})})}));
        QCOMPARE(plan.nodes[1]->k3s.joinUrl, std::optional<std::string>("https://[fd00::1]:6443"));
    }

    void theApiIsAdvertisedInTheFirstFamily()
    {
        Project all = project(
            {profile("dual", {nicUplink("lan", "eth1")}, {network("cluster", "lan", {"10.0.0.0/24", "fd00::/64"})},
                     {node("a", Role::Server, {at("cluster", {"10.0.0.1", "fd00::1"})}),
                      node("b", Role::Server, {at("cluster", {"10.0.0.2"})})})});
        all.k3s.clusterCidr = saidAll<Subnet>({"10.42.0.0/16", "fd42::/56"});
        all.k3s.serviceCidr = saidAll<Subnet>({"10.43.0.0/16", "fd43::/112"});
        QCOMPARE(planOf(all).nodes[0]->k3s.advertiseAddress->text(), std::string("10.0.0.1"));
        QCOMPARE(planOf(all).nodes[0]->k3s.nodeAddresses[0].text(), std::string("10.0.0.1"));
        all.k3s.clusterCidr = saidAll<Subnet>({"fd42::/56", "10.42.0.0/16"});
        all.k3s.serviceCidr = saidAll<Subnet>({"fd43::/112", "10.43.0.0/16"});
        const ClusterPlan plan = planOf(all);
        QCOMPARE(plan.nodes[0]->k3s.advertiseAddress->text(), std::string("fd00::1"));
        QCOMPARE(plan.nodes[0]->k3s.nodeAddresses[0].text(), std::string("fd00::1")); // in the order of the ranges
        QCOMPARE(plan.nodes[0]->k3s.nodeAddresses[1].text(), std::string("10.0.0.1"));
        QCOMPARE(plan.nodes[1]->k3s.joinUrl, std::optional<std::string>("https://[fd00::1]:6443"));
        QCOMPARE(plan.nodes[0]->k3s.tlsNames, (Names{"fd00::1", "10.0.0.1", "10.0.0.2"}));
        QCOMPARE(plan.nodes[1]->k3s.advertiseAddress->text(), std::string("10.0.0.2")); // it has no other
    }

    void settingsAreInheritedFromProfileProjectAndDefault()
    {
        Project all = project({simple()});
        all.k3s.disable = saidAll<Word>({"traefik"});
        Profile profile = *all.profiles[0];
        profile.k3s.flannelBackend = Choice(FlannelBackend::HostGw);
        Node one = *profile.nodes[1];
        one.k3s.disable = saidAll<Word>({"servicelb"});
        profile.nodes = profile.nodes.set(1, one);
        const ClusterPlan plan = planOf(withProfile(all, 0, profile));
        QCOMPARE(plan.nodes[0]->k3s.disable, (Names{"traefik"}));
        QCOMPARE(plan.nodes[1]->k3s.disable, (Names{"servicelb"}));
        QCOMPARE(plan.nodes[0]->k3s.flannelBackend, FlannelBackend::HostGw);
        QCOMPARE(plan.nodes[0]->k3s.version, std::string(defaults::k3sVersion));
        QCOMPARE(plan.nodes[0]->k3s.clusterCidr[0].text(), std::string("10.42.0.0/16"));
    }

    // Said on an agent they are a warning, and count neither for the plan nor for the firewall that follows from it.
    void anAgentTakesWhatTheServersDo()
    {
        Project all = project({simple()});
        Node agent = *all.profiles[0]->nodes[2];
        QVERIFY(agent.role == Entered<Choice<Role>>(Choice(Role::Agent)));
        agent.k3s.flannelBackend = Choice(FlannelBackend::HostGw);
        agent.k3s.addons = saidAll<Choice<Addon>>({"longhorn"});
        agent.k3s.images = Choice(ImageSource::Bundled);
        agent.k3s.apiAddress = said<IpAddress>("192.168.1.250");
        agent.k3s.version = said<K3sVersion>("v1.34.1+k3s1");
        const K3sPlan k3s = planOf(withNode(all, 0, 2, agent)).nodes[2]->k3s;
        QCOMPARE(k3s.flannelBackend, FlannelBackend::Vxlan);
        QVERIFY(k3s.addons.empty() && !k3s.apiAddress);
        QCOMPARE(k3s.version, "v1.34.1+k3s1"); // agents are upgraded one by one
        QCOMPARE(k3s.images, ImageSource::Bundled);
    }

    void whatAllServersSayCountsForTheProfile()
    {
        Project all = project({simple()});
        for (const std::size_t at : {0UZ, 1UZ}) {
            Node server = *all.profiles[0]->nodes[at];
            server.k3s.flannelBackend = Choice(FlannelBackend::WireguardNative);
            server.k3s.version = said<K3sVersion>("v1.34.1+k3s1");
            if (at == 0) server.k3s.disable = saidAll<Word>({"traefik"});
            all = withNode(all, 0, at, server);
        }
        const ClusterPlan plan = planOf(all);
        QCOMPARE(plan.nodes[2]->k3s.flannelBackend, FlannelBackend::WireguardNative); // the firewall follows from it
        QVERIFY(plan.shared->k3s.disable && plan.shared->k3s.disable->empty()); // one of two is not all
        QCOMPARE(plan.nodes[2]->k3s.version, std::string(defaults::k3sVersion));
    }

    void everyNetworkHasADhcpServerOfItsOwn()
    {
        Profile many = profile("many", {nicUplink("lan", "eth1")}, {}, {});
        for (int place = 0; place < 300; ++place) {
            Network one = *dhcp().networks[0];
            one.name = said<DnsLabel>(place == 0 ? "cluster" : "n" + std::to_string(place));
            if (place != 0) one.carries.clear();
            many.networks = many.networks.push_back(one);
        }
        const Project all = project({many});
        const ProfilePlan plan = planProfile(all, *all.profiles[0]);
        std::set<std::string> macs;
        for (const NetworkPlan& network : plan.networks) macs.insert(network.dhcp->mac.text());
        QCOMPARE(macs.size(), 300UZ);
        QCOMPARE(plan.networks[254].dhcp->mac.text(), "52:54:00:01:ff:00");
        QCOMPARE(plan.networks[255].dhcp->mac.text(), "52:54:00:02:00:00");
    }

    void dhcpNodesAreKnownByTheirReservations()
    {
        const ClusterPlan plan = planOf(project({dhcp()}));
        QCOMPARE(plan.shared->serverApi, std::string("https://192.168.1.1:6443"));
        QCOMPARE(plan.nodes[3]->k3s.nodeAddresses[0].text(), std::string("192.168.1.4"));
        const NetworkPlan::Dhcp& service = *plan.shared->networks[0].dhcp;
        QCOMPARE(service.mac.text(), std::string("52:54:00:01:01:00"));
        QCOMPARE(service.leaseTime, Duration::milliseconds(12ULL * 3'600'000));
    }

    void aNameThatNodesJoinByIsInTheCertificates()
    {
        Profile profile = dhcp();
        for (std::size_t index = 0; index < profile.nodes.size(); ++index) {
            Node one = *profile.nodes[index];
            if (index != 1) one.addresses[0].addresses.clear();
            profile.nodes = profile.nodes.set(index, one);
        }
        Project all = project({profile});
        ClusterPlan plan = planOf(all);
        QCOMPARE(plan.nodes[2]->k3s.joinUrl, std::optional<std::string>("https://server-1:6443"));
        QCOMPARE(plan.nodes[0]->k3s.tlsNames, (Names{"server-1", "192.168.1.2"}));
        all.domain = said<DnsName>("edge.example");
        plan = planOf(all);
        QCOMPARE(plan.nodes[2]->k3s.joinUrl, std::optional<std::string>("https://server-1.edge.example:6443"));
        QCOMPARE(plan.nodes[0]->k3s.tlsNames, (Names{"server-1.edge.example", "192.168.1.2", "edge.example"}));
        all.k3s.apiAddress = said<IpAddress>("192.168.1.250");
        QCOMPARE(planOf(all).nodes[0]->k3s.tlsNames, (Names{"192.168.1.2", "192.168.1.250", "edge.example"}));
    }

    void anEqualProjectHasAnEqualPlan()
    {
        QVERIFY(planOf(project({vlans()})) == planOf(project({vlans()})));
        Project other = project({vlans()});
        other.name = said<DnsLabel>("other");
        QVERIFY(!(planOf(other) == planOf(project({vlans()}))));
    }
};

QTEST_APPLESS_MAIN(PlanK3sTest)
#include "plan_k3s_test.moc"
