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

std::vector<std::string> namesOf(const NodePlan& node)
{
    std::vector<std::string> names;
    for (const LinkPlan& link : node.links) names.push_back(link.name);
    return names;
}

const LinkPlan& linkOf(const NodePlan& node, std::string_view name)
{
    for (const LinkPlan& link : node.links)
        if (link.name == name) return link;
    qFatal("no link %s", std::string(name).c_str());
}

Network withMtu(Network network, std::string_view mtu)
{
    network.mtu = said<Mtu>(mtu);
    return network;
}

using Names = std::vector<std::string>;
using Size = std::optional<std::uint32_t>;

} // namespace

class PlanLinksTest : public QObject {
    Q_OBJECT

private slots:
    void untaggedNetworkIsOnThePortItself()
    {
        const NodePlan node = planOf(simple());
        QCOMPARE(namesOf(node), (Names{"eth1"}));
        QCOMPARE(node.links[0].network, std::string("cluster"));
        QCOMPARE(node.links[0].addresses[0].address.text(), std::string("192.168.1.1"));
        QCOMPARE(node.links[0].addresses[0].prefixLength, 24);
        QVERIFY(node.links[0].requiredForOnline);
        QVERIFY(!node.links[0].hasIPv6);
        QVERIFY(!node.links[0].mtu);
    }

    void vlansStandOnTheirUplinkInTheOrderOfNetworks()
    {
        const NodePlan node = planOf(vlans());
        QCOMPARE(namesOf(node), (Names{"eth1", "eth1.200", "eth1.100"}));
        QCOMPARE(node.links[0].vlans, (Names{"eth1.200", "eth1.100"}));
        QVERIFY(node.links[0].network.empty() && node.links[0].addresses.empty() && !node.links[0].requiredForOnline);
        QCOMPARE(node.links[1].parent, std::string("eth1"));
        QCOMPARE(node.links[1].vlanId, 200U);
        QVERIFY(node.links[1].requiredForOnline);
        QVERIFY(!node.links[2].requiredForOnline);
    }

    void membersComeBeforeTheirBondAndItsVlans()
    {
        const NodePlan node = planOf(bondingVlans());
        QCOMPARE(namesOf(node), (Names{"eth1", "eth2", "bond0", "bond0.200", "bond0.100"}));
        QCOMPARE(node.links[0].bond, std::string("bond0"));
        QVERIFY(node.links[0].isPrimary && !node.links[1].isPrimary);
        QCOMPARE(node.links[2].members, (Names{"eth1", "eth2"}));
        QCOMPARE(node.links[2].bonding->primary, std::optional<std::string>("eth1"));
        QVERIFY(!node.links[2].bonding->lacpRate && !node.links[2].bonding->hashPolicy);
    }

    void physicalLinksOfAllUplinksComeFirst()
    {
        const NodePlan node = planOf(
            profile("two", {bondUplink("trunk", "bond0", {"eth1", "eth2"}), nicUplink("lan", "eth0")},
                    {network("storage", "trunk", {"10.1.0.0/24"}, "7"), network("cluster", "lan", {"10.0.0.0/24"})},
                    {cluster::node("a", Role::Server, {at("cluster", {"10.0.0.1"}), at("storage", {"10.1.0.1"})})}));
        QCOMPARE(namesOf(node), (Names{"eth1", "eth2", "eth0", "bond0", "bond0.7"}));
    }

    void anUntaggedNetworkAndVlansShareALink()
    {
        const NodePlan node = planOf(
            profile("mixed", {nicUplink("lan", "eth1")},
                    {network("cluster", "lan", {"10.0.0.0/24"}), network("storage", "lan", {"10.1.0.0/24"}, "7")},
                    {cluster::node("a", Role::Server, {at("storage", {"10.1.0.1"}), at("cluster", {"10.0.0.1"})})}));
        QCOMPARE(namesOf(node), (Names{"eth1", "eth1.7"}));
        QCOMPARE(node.links[0].addresses.size(), 1UZ);
        QCOMPARE(node.links[0].vlans, (Names{"eth1.7"}));
    }

    void onlyWhatANodeAttachesToIsMade()
    {
        const Profile partial =
            profile("part", {nicUplink("lan", "eth0"), bondUplink("trunk", "bond0", {"eth1", "eth2"})},
                    {network("cluster", "lan", {"10.0.0.0/24"}), network("storage", "trunk", {"10.1.0.0/24"}, "7")},
                    {cluster::node("a", Role::Server, {at("cluster", {"10.0.0.1"})}),
                     cluster::node("b", Role::Agent, {at("cluster", {"10.0.0.2"}), at("storage", {"10.1.0.2"})})});
        QCOMPARE(namesOf(planOf(partial, 0)), (Names{"eth0"}));
        QCOMPARE(namesOf(planOf(partial, 1)), (Names{"eth0", "eth1", "eth2", "bond0", "bond0.7"}));
    }

    void bothFamiliesStandOnOneLink()
    {
        const NodePlan node = planOf(
            profile("dual", {nicUplink("lan", "eth1")}, {network("cluster", "lan", {"fd00::/64", "10.0.0.0/20"})},
                    {cluster::node("a", Role::Server, {at("cluster", {"fd00::1", "10.0.0.1"})})}));
        QCOMPARE(node.links[0].addresses[0].address.text(), std::string("10.0.0.1"));
        QCOMPARE(node.links[0].addresses[0].prefixLength, 20);
        QCOMPARE(node.links[0].addresses[1].prefixLength, 64);
        QVERIFY(node.links[0].hasIPv6);
    }

    void portsFollowTheHardwareTarget()
    {
        Uplink trunk = bondUplink("trunk", "bond0", {"eth1", "eth2"});
        trunk.targets = {{"n100", {}, saidAll<InterfaceName>({"enp1s0", "enp2s0"}), {}}};
        Profile profile = vlans(trunk);
        Node other = *profile.nodes[1];
        other.target = "n100";
        profile.nodes = profile.nodes.set(1, other);
        QCOMPARE(namesOf(planOf(profile, 0)), (Names{"eth1", "eth2", "bond0", "bond0.200", "bond0.100"}));
        const NodePlan node = planOf(profile, 1);
        QCOMPARE(namesOf(node), (Names{"enp1s0", "enp2s0", "bond0", "bond0.200", "bond0.100"}));
        QVERIFY(node.links[0].isPrimary); // eth1's place
        QCOMPARE(node.target->name.text(), std::string("n100"));
        QCOMPARE(node.backend, Backend::Nixos);
    }

    void aNodeMayDifferInVlanMtuAndUplink()
    {
        Profile profile = vlans();
        profile.uplinks = profile.uplinks.push_back(nicUplink("second", "eth2"));
        Node one = *profile.nodes[0];
        one.overrides = {{"cluster", said<VlanId>("201"), {}, {}}, {"storage", {}, said<Mtu>("1400"), "second"}};
        profile.nodes = profile.nodes.set(0, one);
        const NodePlan node = planOf(profile, 0);
        QCOMPARE(namesOf(node), (Names{"eth1", "eth2", "eth1.201", "eth2.100"}));
        QCOMPARE(linkOf(node, "eth2.100").mtu, Size(1400));
        QCOMPARE(namesOf(planOf(profile, 1)), (Names{"eth1", "eth1.200", "eth1.100"}));
    }

    void mtuIsSaidFromTheLowestLinkUp()
    {
        Uplink trunk = bondUplink("trunk", "bond0", {"eth1", "eth2"});
        trunk.mtu = said<Mtu>("9000");
        Profile profile = vlans(trunk);
        profile.networks = profile.networks.set(1, withMtu(*profile.networks[1], "1500"));
        const NodePlan node = planOf(profile);
        for (const std::string_view name : {"eth1", "eth2", "bond0", "bond0.200"})
            QCOMPARE(linkOf(node, name).mtu, Size(9000));
        QCOMPARE(linkOf(node, "bond0.100").mtu, Size(1500)); // the default, but not its parent's
    }

    void onlyADefaultThatNobodySaidIsLeftOut()
    {
        Profile profile = vlans();
        for (const LinkPlan& link : planOf(profile).links) QVERIFY(!link.mtu);
        profile.networks = profile.networks.set(0, withMtu(*profile.networks[0], "1500"));
        QCOMPARE(linkOf(planOf(profile), "eth1").mtu, Size());
        QCOMPARE(linkOf(planOf(profile), "eth1.200").mtu, Size(1500));
        QCOMPARE(linkOf(planOf(profile), "eth1.100").mtu, Size());
        Uplink lan = nicUplink("lan", "eth1");
        lan.mtu = said<Mtu>("1500");
        profile = simple();
        profile.uplinks = profile.uplinks.set(0, lan);
        QCOMPARE(planOf(profile).links[0].mtu, Size(1500));
    }

    void anUntaggedNetworkSaysTheMtuOfItsLink()
    {
        for (const std::string_view small : {"1400", "1500"}) {
            Uplink lan = bondUplink("lan", "bond0", {"eth1", "eth2"});
            lan.mtu = said<Mtu>("9000");
            Profile profile = simple();
            profile.uplinks = profile.uplinks.set(0, lan);
            profile.networks = profile.networks.set(0, withMtu(*profile.networks[0], small));
            profile.networks = profile.networks.push_back(network("storage", "lan", {"10.1.0.0/24"}, "7"));
            Node one = *profile.nodes[0];
            one.addresses.push_back(at("storage", {"10.1.0.1"}));
            profile.nodes = profile.nodes.set(0, one);
            const NodePlan node = planOf(profile);
            QCOMPARE(namesOf(node), (Names{"eth1", "eth2", "bond0", "bond0.7"}));
            for (const LinkPlan& link : node.links) QCOMPARE(link.mtu, Size(small == "1400" ? 1400 : 1500));
        }
    }

    void aBondThatAsksForAddressesHasAMacThatIsKnown()
    {
        const auto macOf = [](Profile profile, std::string_view nic) {
            Node one = *profile.nodes[0];
            one.macs = {{said<InterfaceName>(nic), said<MacAddress>("52:54:00:01:01:01")}};
            profile.nodes = profile.nodes.set(0, one);
            return linkOf(planOf(profile), "bond0").mac;
        };
        const std::optional<MacAddress> known = said<MacAddress>("52:54:00:01:01:01").value();
        Profile untagged = dhcp();
        untagged.uplinks = untagged.uplinks.set(0, bondUplink("lan", "bond0", {"eth1", "eth2"}));
        QCOMPARE(macOf(untagged, "eth1"), known);
        QVERIFY(!macOf(untagged, "eth2")); // reservations go by the first member
        Profile tagged = untagged;
        Network lan = *tagged.networks[0];
        lan.vlan = said<VlanId>("200");
        tagged.networks = tagged.networks.set(0, lan);
        QCOMPARE(macOf(tagged, "eth1"), known);
        QVERIFY(!macOf(bondingVlans(), "eth1")); // nobody asks by it
    }

    void anUplinkLetsItsNetworksThrough()
    {
        Profile profile = simple();
        profile.networks = profile.networks.set(0, withMtu(*profile.networks[0], "9000"));
        QCOMPARE(planOf(profile).links[0].mtu, Size(9000));
        Profile tagged = vlans();
        tagged.networks = tagged.networks.set(0, withMtu(*tagged.networks[0], "1400"));
        QCOMPARE(linkOf(planOf(tagged), "eth1").mtu, Size());
        QCOMPARE(linkOf(planOf(tagged), "eth1.200").mtu, Size(1400));
    }

    void bondOptionsGoWithTheirMode_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<bool>("primary");
        QTest::addColumn<bool>("rate");
        QTest::addColumn<bool>("hash");
        for (int mode = 0; mode < 7; ++mode) {
            const auto kind = static_cast<BondMode>(mode);
            QTest::addRow("%s", Choice(kind).text().c_str())
                << mode
                << (kind == BondMode::ActiveBackup || kind == BondMode::BalanceTlb || kind == BondMode::BalanceAlb)
                << (kind == BondMode::Lacp)
                << (kind == BondMode::Lacp || kind == BondMode::BalanceXor || kind == BondMode::BalanceTlb);
        }
    }
    void bondOptionsGoWithTheirMode()
    {
        QFETCH(int, mode);
        QFETCH(bool, primary);
        QFETCH(bool, rate);
        QFETCH(bool, hash);
        Uplink trunk = bondUplink("trunk", "bond0", {"eth1", "eth2"});
        trunk.mode = Choice(static_cast<BondMode>(mode));
        trunk.lacpRate = Choice(LacpRate::Fast);
        trunk.hashPolicy = Choice(HashPolicy::Layer34);
        const NodePlan node = planOf(vlans(trunk));
        const BondPlan& bond = *linkOf(node, "bond0").bonding;
        QCOMPARE(bond.primary.has_value(), primary);
        QCOMPARE(linkOf(node, "eth1").isPrimary, primary);
        QCOMPARE(bond.lacpRate.has_value(), rate);
        QCOMPARE(bond.hashPolicy.has_value(), hash);
    }

    void thePrimaryOfATargetIsTheMemberInItsPlace()
    {
        Uplink bond = bondUplink("trunk", "bond0", {"eth1", "eth2"});
        bond.primary = said<InterfaceName>("eth2");
        bond.targets = {{"n100", {}, saidAll<InterfaceName>({"enp1s0", "enp2s0"}), {}}};
        Profile profile = vlans(bond);
        Node one = *profile.nodes[0];
        one.target = "n100";
        profile.nodes = profile.nodes.set(0, one);
        QCOMPARE(linkOf(planOf(profile), "bond0").bonding->primary, std::optional<std::string>("enp2s0"));
        QCOMPARE(linkOf(planOf(profile, 1), "bond0").bonding->primary, std::optional<std::string>("eth2"));
    }

    void twoUplinksOnOnePortAreOneLink()
    {
        const NodePlan node = planOf(
            profile("same", {nicUplink("one", "eth1"), nicUplink("two", "eth1")},
                    {network("cluster", "one", {"10.0.0.0/24"}, "5"), network("storage", "two", {"10.1.0.0/24"}, "6")},
                    {cluster::node("a", Role::Server, {at("cluster", {"10.0.0.1"}), at("storage", {"10.1.0.1"})})}));
        QCOMPARE(namesOf(node), (Names{"eth1", "eth1.5", "eth1.6"}));
        QCOMPARE(node.links[0].vlans, (Names{"eth1.5", "eth1.6"}));
    }

    void manyNetworksKeepTheirOrder()
    {
        Profile many = profile("many", {nicUplink("lan", "eth1")}, {}, {});
        Node one = cluster::node("a", Role::Server, {});
        for (int id = 100; id > 0; --id) {
            const std::string name = id == 50 ? "cluster" : "n" + std::to_string(id);
            many.networks = many.networks.push_back(
                network(name, "lan", {"10.0." + std::to_string(id) + ".0/24"}, std::to_string(id)));
            one.addresses.insert(one.addresses.begin(), at(name, {"10.0." + std::to_string(id) + ".1"}));
        }
        many.nodes = many.nodes.push_back(one);
        const NodePlan node = planOf(many);
        QCOMPARE(node.links.size(), 101UZ);
        for (std::size_t at = 1; at <= 100; ++at) QCOMPARE(node.links[at].vlanId, static_cast<std::uint32_t>(101 - at));
    }
};

QTEST_APPLESS_MAIN(PlanLinksTest)
#include "plan_links_test.moc"
