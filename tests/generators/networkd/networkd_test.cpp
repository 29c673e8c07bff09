// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/networkd/networkd.h"
#include "tests/generators/cluster.h"
#include "tests/generators/unit_text.h"

#include <QtTest/QtTest>
#include <nlohmann/json.hpp>

#include <fstream>

using namespace n3x;
using namespace n3x::cluster;

namespace {

using Units = std::map<std::string, UnitValues>; // by file name
using Values = std::vector<std::string>;

Units unitsOf(const NodePlan& node, const ProfilePlan& shared)
{
    OutputWriter out;
    writeNetworkd(node, shared, out);
    Units units;
    const std::string folder = "backends/debian/meta-n3x/recipes-support/systemd-networkd-config/files/" +
                               shared.profile + "/" + node.name + "/";
    for (std::size_t at = 0; at < out.written().fileCount(); ++at) {
        const std::string path(out.written().file(at).path);
        if (!path.starts_with(folder)) qFatal("%s is not in %s", path.c_str(), folder.c_str());
        units[path.substr(folder.size())] = parseUnit(out.written().file(at).text);
    }
    return units;
}

Units unitsOf(const Profile& profile, std::size_t node = 0)
{
    const Project all = project({profile});
    const ClusterPlan plan = planCluster(all, *all.profiles[0]);
    return unitsOf(*plan.nodes[node], *plan.shared);
}

Values filesOf(const Units& units)
{
    Values files;
    for (const auto& [file, unit] : units) files.push_back(file);
    return files;
}

} // namespace

class NetworkdTest : public QObject {
    Q_OBJECT

private slots:
    void equalsTheLibrary_data()
    {
        QTest::addColumn<QString>("profile");
        QTest::newRow("simple") << "simple";
        QTest::newRow("vlans") << "vlans";
    }
    void equalsTheLibrary()
    {
        QFETCH(QString, profile);
        const std::string source = qEnvironmentVariable("N3X_SOURCE_DIR").toStdString();
        std::ifstream file(source + "/tests/generators/golden/" + profile.toStdString() + ".json");
        const auto golden = nlohmann::json::parse(file);
        const Project all = project({profile == "simple" ? simple() : vlans()});
        const ClusterPlan plan = planCluster(all, *all.profiles[0]);
        QCOMPARE(golden["nodes"].size(), plan.nodes.size());
        for (const auto& node : plan.nodes) {
            Units units = unitsOf(*node, *plan.shared);
            // More is said only of what the library leaves to chance: what the boot waits for.
            for (auto& [name, unit] : units) {
                const auto link = unit.find("Link");
                if (link == unit.end()) continue;
                QCOMPARE(link->second.size(), 1UZ);
                QVERIFY(link->second.contains("RequiredForOnline"));
                unit.erase(link);
            }
            QCOMPARE(units, golden["nodes"][node->name]["units"].get<Units>());
        }
    }

    void aBondIsWrittenWithItsMembers()
    {
        Units units = unitsOf(bondingVlans());
        QCOMPARE(filesOf(units), (Values{"10-bond0.netdev", "10-eth1.network", "10-eth2.network", "15-bond0.network",
                                         "20-vlan-cluster.netdev", "20-vlan-cluster.network", "20-vlan-storage.netdev",
                                         "20-vlan-storage.network"}));
        auto& bond = units["10-bond0.netdev"];
        QCOMPARE(bond["NetDev"]["Kind"], (Values{"bond"}));
        QCOMPARE(bond["Bond"]["Mode"], (Values{"active-backup"}));
        QCOMPARE(bond["Bond"]["MIIMonitorSec"], (Values{"100ms"}));
        QCOMPARE(bond["Bond"]["UpDelaySec"], (Values{"200ms"}));
        QCOMPARE(bond["Bond"]["PrimaryReselectPolicy"], (Values{"always"}));
        QVERIFY(!bond["Bond"].contains("LACPTransmitRate") && !bond["Bond"].contains("TransmitHashPolicy"));
        QCOMPARE(units["10-eth1.network"]["Network"]["Bond"], (Values{"bond0"}));
        QCOMPARE(units["10-eth1.network"]["Network"]["PrimarySlave"], (Values{"yes"}));
        QVERIFY(!units["10-eth2.network"]["Network"].contains("PrimarySlave"));
        QCOMPARE(units["10-eth2.network"]["Link"]["RequiredForOnline"], (Values{"no"}));
        QCOMPARE(units["15-bond0.network"]["Network"]["VLAN"], (Values{"bond0.200", "bond0.100"}));
        QCOMPARE(units["20-vlan-cluster.network"]["Link"]["RequiredForOnline"], (Values{"yes"}));
        QCOMPARE(units["20-vlan-storage.network"]["Link"]["RequiredForOnline"], (Values{"no"}));
    }

    // The kernel refuses delays of a bond that watches no link.
    void aBondThatWatchesNothingHasNoDelays()
    {
        Uplink trunk = bondUplink("trunk", "bond0", {"eth1", "eth2"});
        trunk.miimon = Duration::milliseconds(0);
        trunk.upDelay = Duration::milliseconds(300);
        Units units = unitsOf(vlans(trunk));
        auto& bond = units["10-bond0.netdev"]["Bond"];
        QCOMPARE(bond["MIIMonitorSec"], (Values{"0ms"}));
        QVERIFY(!bond.contains("UpDelaySec") && !bond.contains("DownDelaySec"));
    }

    void anAggregateHasRateAndHash()
    {
        Uplink trunk = bondUplink("trunk", "bond0", {"eth1", "eth2"});
        trunk.mode = Choice(BondMode::Lacp);
        trunk.lacpRate = Choice(LacpRate::Fast);
        trunk.hashPolicy = Choice(HashPolicy::Layer34);
        Units units = unitsOf(vlans(trunk));
        auto& bond = units["10-bond0.netdev"]["Bond"];
        QCOMPARE(bond["LACPTransmitRate"], (Values{"fast"}));
        QCOMPARE(bond["TransmitHashPolicy"], (Values{"layer3+4"}));
        QVERIFY(!bond.contains("PrimaryReselectPolicy"));
        QVERIFY(!units["10-eth1.network"]["Network"].contains("PrimarySlave"));
    }

    void anUntaggedNetworkOnABondIsOneFile()
    {
        Profile profile = simple();
        profile.uplinks = profile.uplinks.set(0, bondUplink("lan", "bond0", {"eth1", "eth2"}));
        QCOMPARE(filesOf(unitsOf(profile)),
                 (Values{"10-bond0.netdev", "10-eth1.network", "10-eth2.network", "20-bond0.network"}));
    }

    void dhcpAsksByMacAddress()
    {
        Units units = unitsOf(dhcp());
        auto& unit = units["20-eth1.network"];
        QCOMPARE(unit["Network"]["DHCP"], (Values{"ipv4"}));
        QVERIFY(!unit["Network"].contains("Address"));
        QCOMPARE(unit["DHCPv4"]["ClientIdentifier"], (Values{"mac"}));
        QCOMPARE(unit["DHCPv4"]["UseRoutes"], (Values{"no"}));
    }

    void aBondThatAsksSaysItsMacAddress()
    {
        Profile profile = dhcp();
        profile.uplinks = profile.uplinks.set(0, bondUplink("lan", "bond0", {"eth1", "eth2"}));
        QVERIFY(!unitsOf(profile)["10-bond0.netdev"]["NetDev"].contains("MACAddress"));
        Node one = *profile.nodes[0];
        one.macs = {{said<InterfaceName>("eth1"), said<MacAddress>("52:54:00:01:01:01")}};
        profile.nodes = profile.nodes.set(0, one);
        QCOMPARE(unitsOf(profile)["10-bond0.netdev"]["NetDev"]["MACAddress"], (Values{"52:54:00:01:01:01"}));
        Profile fixed = bondingVlans();
        Node other = *fixed.nodes[0];
        other.macs = one.macs;
        fixed.nodes = fixed.nodes.set(0, other);
        QVERIFY(!unitsOf(fixed)["10-bond0.netdev"]["NetDev"].contains("MACAddress"));
    }

    void dhcpFollowsTheFamilies()
    {
        Profile profile = dhcp();
        Network lan = *profile.networks[0];
        lan.subnet = saidAll<Subnet>({"192.168.1.0/24", "fd00::/64"});
        profile.networks = profile.networks.set(0, lan);
        Units units = unitsOf(profile);
        QCOMPARE(units["20-eth1.network"]["Network"]["DHCP"], (Values{"yes"}));
        QCOMPARE(units["20-eth1.network"]["Network"]["LinkLocalAddressing"], (Values{"ipv6"}));
        // A lease of DHCPv6 says no prefix.
        QCOMPARE(units["20-eth1.network"]["Route"]["Destination"], (Values{"fd00::/64"}));
        QVERIFY(!unitsOf(dhcp())["20-eth1.network"].contains("Route"));
        lan.subnet = saidAll<Subnet>({"fd00::/64"});
        profile.networks = profile.networks.set(0, lan);
        units = unitsOf(profile);
        QCOMPARE(units["20-eth1.network"]["Network"]["DHCP"], (Values{"ipv6"}));
        QVERIFY(!units["20-eth1.network"].contains("DHCPv4"));
    }

    void routesGatewaysAndNamesAreSaidWhereTheNetworkNamesThem()
    {
        Profile profile = simple();
        Network lan = *profile.networks[0];
        lan.gateway = saidAll<IpAddress>({"192.168.1.254"});
        lan.nameservers = saidAll<IpAddress>({"192.168.1.253", "9.9.9.9"});
        lan.routes = {{said<Subnet>("10.9.0.0/16"), said<IpAddress>("192.168.1.253")},
                      {said<Subnet>("10.8.0.0/16"), said<IpAddress>("192.168.1.252")}};
        lan.mtu = said<Mtu>("9000");
        profile.networks = profile.networks.set(0, lan);
        Units units = unitsOf(profile);
        auto& unit = units["20-eth1.network"];
        QCOMPARE(unit["Network"]["Gateway"], (Values{"192.168.1.254"}));
        QCOMPARE(unit["Network"]["DNS"], (Values{"192.168.1.253", "9.9.9.9"}));
        QCOMPARE(unit["Route"]["Destination"], (Values{"10.9.0.0/16", "10.8.0.0/16"}));
        QCOMPARE(unit["Link"]["MTUBytes"], (Values{"9000"}));
    }
};

QTEST_APPLESS_MAIN(NetworkdTest)
#include "networkd_test.moc"
