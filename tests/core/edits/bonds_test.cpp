// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/check.h"
#include "core/edits/change.h"
#include "core/edits/hardware.h"
#include "core/edits/networks.h"
#include "core/edits/nodes.h"
#include "core/edits/uplinks.h"
#include "core/edits/values.h"
#include "core/files/templates.h"
#include "tests/core/edits/sample.h"

#include <QtTest/QtTest>

using namespace n3x;
using namespace n3x::test;

class BondsTest : public QObject {
    Q_OBJECT
private slots:
    void bondsAreMadeAndDissolved();
    void aDissolvedBondLeavesItsPrimary();
    void aBondTakesTheNextFreePort();
    void aBondKeepsThePortOfEachTarget();
};

void BondsTest::bondsAreMadeAndDissolved()
{
    Project project = edits::makeBond("vlans", "trunk", {"eth1", "eth2"}).apply(sample());
    const Uplink bonded = *find(profileOf(project, "vlans").uplinks, "trunk");
    QCOMPARE(bonded.bond->text(), std::string("bond0"));
    QCOMPARE(bonded.primary->text(), std::string("eth1"));
    QVERIFY(!bonded.nic);
    QVERIFY(!hasErrors(check(project)));
    project = edits::dissolveBond("vlans", "trunk").apply(project);
    const Uplink single = *find(profileOf(project, "vlans").uplinks, "trunk");
    QVERIFY(!single.bond && single.members.empty());
    QCOMPARE(single.nic->text(), std::string("eth1"));
    QVERIFY(!hasErrors(check(project)));
}

// The port that carried the packets stays, on each hardware target the one that has its place.
void BondsTest::aDissolvedBondLeavesItsPrimary()
{
    Project project = edits::withUplink(sample(), bonding, "trunk", [](Uplink& u) {
        u.primary = Entered<InterfaceName>::from("eth2");
        const std::vector ports{Entered<InterfaceName>::from("enp1s0"), Entered<InterfaceName>::from("enp2s0")};
        u.targets = {{"n100", {}, ports, {}}, {"amd-v3c18i", {}, ports, ports.front()}};
    });
    project = edits::dissolveBond(bonding, "trunk").apply(project);
    const Uplink& single = *find(profileOf(project).uplinks, "trunk");
    QCOMPARE(single.nic->text(), std::string("eth2"));
    QCOMPARE(single.targets[0].nic->text(), std::string("enp2s0"));
    QCOMPARE(single.targets[1].nic->text(), std::string("enp1s0"));
    QVERIFY(!single.targets[0].members && !single.targets[1].primary);
}

void BondsTest::aBondTakesTheNextFreePort()
{
    Project project = sample();
    const auto partner = [&](std::string_view uplink) {
        const Profile& profile = profileOf(project, "vlans");
        return edits::partnerNic(project, profile, *find(profile.uplinks, uplink));
    };
    QCOMPARE(partner("trunk"), std::optional<std::string>("eth2"));
    project = edits::addUplink(project, "vlans").apply(project);
    QCOMPARE(partner("trunk"), std::optional<std::string>("eth2")); // its uplink carries nothing
    QCOMPARE(partner("uplink"), std::nullopt); // the other carries the cluster
    project = edits::addNetwork(project, "vlans", "uplink").apply(project);
    QCOMPARE(partner("trunk"), std::nullopt);
    // Wherever the NIC stands: an own name, no other uplink.
    project = edits::setValue(ObjectPath("profiles/vlans/uplinks/trunk/nic"), "enp1s0").apply(sample());
    QCOMPARE(partner("trunk"), std::nullopt);
    const Sequence<Node> nodes = profileOf(project, "vlans").nodes; // each step makes another project
    for (const auto& node : nodes) project = edits::swapTarget("vlans", node->name.text(), "n100").apply(project);
    project = edits::setValue(ObjectPath("profiles/vlans/uplinks/trunk/nic"), "enp1s0").apply(project);
    QCOMPARE(partner("trunk"), std::optional<std::string>("enp2s0"));
}

// The cables are plugged in already: what a target said of its port still leads there, also where no node has it yet.
void BondsTest::aBondKeepsThePortOfEachTarget()
{
    const auto ports = [](const char* target, const char* nic) {
        return TargetPorts{target, Entered<InterfaceName>::from(nic), {}, {}};
    };
    Project project = edits::withUplink(sample(), "vlans", "trunk", [&](Uplink& u) {
        u.targets = {ports("n100", "enp2s0"), ports("qemu-arm64", "eth2"), ports("amd-v3c18i", "enp5s0")};
    });
    project = edits::swapTarget("vlans", "agent-1", "n100").apply(project);
    const auto membersOn = [&](std::string_view target) {
        std::string text;
        const Uplink& trunk = *find(profileOf(project, "vlans").uplinks, "trunk");
        const auto own = std::ranges::find(trunk.targets, target, &TargetPorts::target);
        if (own == trunk.targets.end() || !own->members) return text;
        for (const auto& member : *own->members) text += member.text() + ' ';
        return text + (own->primary ? own->primary->text() : "none");
    };
    const Project before = project;
    project = edits::makeBond("vlans", "trunk", {"eth1", "eth2"}).apply(before);
    QCOMPARE(membersOn("n100"), std::string("enp2s0 enp1s0 enp2s0"));
    QCOMPARE(membersOn("qemu-arm64"), std::string("eth2 eth1 eth2"));
    QCOMPARE(membersOn("amd-v3c18i"), std::string("enp5s0 enp2s0 enp5s0"));
    project = edits::makeBond("vlans", "trunk", {"eth1"}).apply(before);
    QCOMPARE(membersOn("n100"), std::string("enp2s0 enp2s0"));
}

QTEST_GUILESS_MAIN(BondsTest)
#include "bonds_test.moc"
