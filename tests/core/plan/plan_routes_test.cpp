// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/plan/plan.h"
#include "tests/generators/cluster.h"

#include <QtTest/QtTest>

using namespace n3x;
using namespace n3x::cluster;

namespace {

NodePlan planOf(const Profile& profile, std::size_t node = 0)
{
    const Project all = project({profile});
    return *planCluster(all, *all.profiles[0]).nodes[node];
}

const LinkPlan& linkOf(const NodePlan& node, std::string_view name)
{
    for (const LinkPlan& link : node.links)
        if (link.name == name) return link;
    qFatal("no link %s", std::string(name).c_str());
}

std::vector<std::string> textsOf(const std::vector<IpAddress>& addresses)
{
    std::vector<std::string> texts;
    for (const IpAddress& address : addresses) texts.push_back(address.text());
    return texts;
}

using Names = std::vector<std::string>;

} // namespace

class PlanRoutesTest : public QObject {
    Q_OBJECT

private slots:
    void aGatewayNeedsAnAddressOfItsFamily()
    {
        Network lan = network("cluster", "lan", {"fd00::/64", "10.0.0.0/20"});
        lan.gateway = saidAll<IpAddress>({"fd00::fe", "10.0.0.254"});
        const NodePlan node = planOf(profile("dual", {nicUplink("lan", "eth1")}, {lan},
                                             {cluster::node("a", Role::Server, {at("cluster", {"10.0.0.1"})})}));
        QCOMPARE(textsOf(node.links[0].gateways), (Names{"10.0.0.254"}));
    }

    // networkd calls a link configured only when it has all its routes.
    void aRouteNeedsAnAddressOfItsFamily()
    {
        Network lan = network("cluster", "lan", {"10.0.0.0/20", "fd00::/64"});
        lan.routes = {{said<Subnet>("fd00:9::/64"), said<IpAddress>("fd00::fe")},
                      {said<Subnet>("::/0"), said<IpAddress>("fe80::1")},
                      {said<Subnet>("10.9.0.0/16"), said<IpAddress>("10.0.0.254")}};
        const auto countOf = [](Network network, std::initializer_list<std::string_view> addresses) {
            return planOf(profile("dual", {nicUplink("lan", "eth1")}, {network},
                                  {cluster::node("a", Role::Server, {at("cluster", addresses)})}))
                .links[0]
                .routes.size();
        };
        QCOMPARE(countOf(lan, {"10.0.0.1"}), 1UZ);
        QCOMPARE(countOf(lan, {"fd00::1"}), 2UZ);
        QCOMPARE(countOf(lan, {"10.0.0.1", "fd00::1"}), 3UZ);
        lan.addressing = Choice(Addressing::Dhcp);
        QCOMPARE(countOf(lan, {}), 3UZ);
    }

    void aLeaseGivesWhatTheProjectDoesNot()
    {
        const LinkPlan ours = planOf(dhcp()).links[0];
        QCOMPARE(ours.dhcp, DhcpFamilies::IPv4);
        QVERIFY(ours.addresses.empty());
        QCOMPARE(textsOf(ours.reservations), (Names{"192.168.1.1"}));
        QVERIFY(ours.dhcpRoutes == DhcpFamilies::None && !ours.dhcpSetsDns); // our server has no gateway to give

        Profile profile = dhcp();
        Network lan = *profile.networks[0];
        lan.dhcp.reset();
        profile.networks = profile.networks.set(0, lan);
        const LinkPlan theirs = planOf(profile).links[0];
        QVERIFY(theirs.dhcpRoutes == DhcpFamilies::IPv4 && theirs.dhcpSetsDns);
    }

    // A node attached to: cluster by somebody else's DHCP, office likewise, and storage with static addresses.
    static Profile leased(std::string_view storageGateway)
    {
        Network office = network("office", "lan", {"10.2.0.0/24", "fd00:2::/64"}, "20");
        office.addressing = Choice(Addressing::Dhcp);
        Network cluster = network("cluster", "lan", {"10.0.0.0/24"}, "10");
        cluster.addressing = Choice(Addressing::Dhcp);
        Network storage = network("storage", "lan", {"10.1.0.0/24"}, "30");
        if (!storageGateway.empty()) storage.gateway = saidAll<IpAddress>({storageGateway});
        return profile(
            "leased", {nicUplink("lan", "eth1")}, {office, cluster, storage},
            {cluster::node("a", Role::Server, {at("cluster", {}), at("office", {}), at("storage", {"10.1.0.1"})})});
    }

    void oneLeaseGivesTheDefaultGateway()
    {
        const NodePlan node = planOf(leased({}));
        QCOMPARE(linkOf(node, "eth1.10").dhcpRoutes, DhcpFamilies::IPv4); // the link of K3s comes first
        QCOMPARE(linkOf(node, "eth1.20").dhcpRoutes, DhcpFamilies::IPv6); // which has no IPv6
    }

    void aStaticGatewayGoesBeforeALease()
    {
        const NodePlan node = planOf(leased("10.1.0.254"));
        QCOMPARE(linkOf(node, "eth1.30").gateways.size(), 1UZ);
        QCOMPARE(linkOf(node, "eth1.10").dhcpRoutes, DhcpFamilies::None);
        QCOMPARE(linkOf(node, "eth1.20").dhcpRoutes, DhcpFamilies::IPv6);
    }

    // The others go there by it, and it has another way.
    void aNextHopHasNoRouteToItself()
    {
        Profile profile = simple();
        Network cluster = *profile.networks[0];
        cluster.routes = {{said<Subnet>("10.9.0.0/16"), said<IpAddress>("192.168.1.1")},
                          {said<Subnet>("10.8.0.0/16"), said<IpAddress>("192.168.1.253")}};
        profile.networks = profile.networks.set(0, cluster);
        QCOMPARE(linkOf(planOf(profile), "eth1").routes.size(), 1UZ);
        QCOMPARE(linkOf(planOf(profile), "eth1").routes[0].to.text(), std::string("10.8.0.0/16"));
        QCOMPARE(linkOf(planOf(profile, 1), "eth1").routes.size(), 2UZ);
    }

    // A route of all nodes on a network is for those of them that have no link there.
    void whoHasALinkThereHasNoRouteThere()
    {
        const auto textsFor = [](Addressing addressing, std::initializer_list<Attachment> attachments) {
            Network cluster = network("cluster", "lan", {"10.0.0.0/24"});
            for (const std::string_view to : {"10.1.0.0/24", "10.1.0.128/25", "10.1.0.0/23", "fd00:1::/64"})
                cluster.routes.push_back({said<Subnet>(to), said<IpAddress>("10.0.0.254")});
            Network storage = network("storage", "lan", {"10.1.0.0/24", "fd00:1::/64"}, "7");
            storage.addressing = Choice(addressing);
            const NodePlan node = planOf(profile("two", {nicUplink("lan", "eth1")}, {cluster, storage},
                                                 {cluster::node("a", Role::Server, attachments)}));
            Names texts;
            for (const RoutePlan& route : linkOf(node, "eth1").routes) texts.push_back(route.to.text());
            return texts;
        };
        const Attachment home = at("cluster", {"10.0.0.1"});
        const Names all{"10.1.0.0/24", "10.1.0.128/25", "10.1.0.0/23", "fd00:1::/64"};
        QCOMPARE(textsFor(Addressing::Static, {home}), all);
        QCOMPARE(textsFor(Addressing::Static, {home, at("storage", {"10.1.0.1"})}),
                 (Names{"10.1.0.0/23", "fd00:1::/64"}));
        QCOMPARE(textsFor(Addressing::Static, {home, at("storage", {"fd00:1::1"})}),
                 (Names{"10.1.0.0/24", "10.1.0.128/25", "10.1.0.0/23"}));
        QCOMPARE(textsFor(Addressing::Dhcp, {home, at("storage", {})}), (Names{"10.1.0.0/23"}));
    }

    void aRouteToEverywhereGoesBeforeALease()
    {
        Profile profile = leased({});
        Network storage = *profile.networks[2];
        storage.subnet = saidAll<Subnet>({"10.1.0.0/24", "fd00:1::/64"});
        storage.routes = {{said<Subnet>("::/0"), said<IpAddress>("fd00:1::1")},
                          {said<Subnet>("10.9.0.0/16"), said<IpAddress>("10.1.0.9")}};
        profile.networks = profile.networks.set(2, storage);
        QCOMPARE(linkOf(planOf(profile), "eth1.20").dhcpRoutes, DhcpFamilies::IPv6); // it has no IPv6 to go there by
        Node one = *profile.nodes[0];
        one.addresses.back() = at("storage", {"10.1.0.1", "fd00:1::2"});
        profile.nodes = profile.nodes.set(0, one);
        const NodePlan node = planOf(profile);
        QCOMPARE(linkOf(node, "eth1.10").dhcpRoutes, DhcpFamilies::IPv4);
        QCOMPARE(linkOf(node, "eth1.20").dhcpRoutes, DhcpFamilies::None);
    }
};

QTEST_APPLESS_MAIN(PlanRoutesTest)
#include "plan_routes_test.moc"
