// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/check.h"
#include "core/edits/change.h"
#include "core/edits/nodes.h"
#include "core/edits/values.h"
#include "core/files/templates.h"
#include "core/model/uplink_ports.h"
#include "tests/core/edits/sample.h"

#include <QtTest/QtTest>

#include <algorithm>

using namespace n3x;
using namespace n3x::test;

// What becomes of ports and MAC addresses where a node stands on other hardware than its siblings, or changes it.
class TargetPortsTest : public QObject {
    Q_OBJECT
private slots:
    void aNewNodeFitsItsHardware();
    void swapTargetMapsPorts();
    void swapTargetBackLeavesOthersAlone();
    void swapTargetMapsThePrimaryByPlace();
    void swapTargetGivesAPortOneMac();
    void swapTargetKeepsPortAndMacTogether();
};

// Whatever the siblings are: its ports are those of its own hardware, and its MAC addresses are on them.
void TargetPortsTest::aNewNodeFitsItsHardware()
{
    for (const char* profile : {"simple", "vlans", "bonding-vlans", "dhcp-simple"})
        for (const auto& target : builtInHardware()) {
            if (std::string_view(profile) == "bonding-vlans" && target->nics.size() < 2) continue;
            const Project before = templateProject("sample");
            const Project after = edits::addNode(before, profile, Role::Agent, target->name.text()).apply(before);
            for (const Problem& problem : check(after))
                QVERIFY2(problem.severity != Severity::Error,
                         qPrintable(QStringLiteral("%1 on %2: %3")
                                        .arg(QLatin1String(profile))
                                        .arg(QString::fromStdString(target->name.text()))
                                        .arg(QString::fromStdString(problem.what.english()))));
        }
    const Project before = templateProject("sample");
    const Project after = edits::addNode(before, "bonding-vlans", Role::Agent, "n100").apply(before);
    const Node& node = *find(find(after.profiles, "bonding-vlans")->nodes, "agent-3");
    QCOMPARE(node.macs.size(), 2UZ);
    QCOMPARE(node.macs[0].nic.text(), std::string("enp1s0"));
    QCOMPARE(node.macs[1].nic.text(), std::string("enp2s0"));
}

void TargetPortsTest::swapTargetMapsPorts()
{
    Project project = edits::swapTarget("simple", "agent-1", "n100").apply(sample());
    QCOMPARE(nodeOf(project, "agent-1", "simple").target, std::string("n100"));
    // Where the profile has its uplink on that target, not where the port is counted from the first.
    QCOMPARE(macOf(nodeOf(project, "agent-1", "simple"), "enp1s0"), std::string("52:54:00:01:01:03"));
    project = edits::swapTarget("simple", "agent-2", "n100").apply(project);
    QVERIFY(!nodeOf(project, "agent-2", "simple").backend); // it was Debian, which this target lacks
}

// The other nodes stay on the ports that they have.
void TargetPortsTest::swapTargetBackLeavesOthersAlone()
{
    Project project = edits::swapTarget(bonding, "server-1", "n100").apply(sample());
    project = edits::swapTarget(bonding, "server-1", "qemu-amd64").apply(project);
    const Uplink& trunk = *find(find(project.profiles, bonding)->uplinks, "trunk");
    QCOMPARE(trunk.members, find(find(sample().profiles, bonding)->uplinks, "trunk")->members);
    QVERIFY(std::ranges::none_of(trunk.targets, [](const auto& one) { return one.target == "qemu-amd64"; }));
}

// The target's ports have other names than the uplink's, and nobody said again which of them leads.
void TargetPortsTest::swapTargetMapsThePrimaryByPlace()
{
    Project project = edits::withUplink(sample(), bonding, "trunk", [](Uplink& u) {
        std::erase_if(u.targets, [](const TargetPorts& ports) { return ports.target != "n100"; });
        for (TargetPorts& ports : u.targets) ports.primary.reset();
    });
    project = edits::swapTarget(bonding, "server-1", "n100").apply(project);
    project = edits::swapTarget(bonding, "server-1", "amd-v3c18i").apply(project);
    const Uplink& trunk = *find(profileOf(project).uplinks, "trunk");
    QCOMPARE(trunk.targets.size(), 2UZ);
    QCOMPARE(trunk.targets[1].target, std::string("amd-v3c18i"));
    QVERIFY(trunk.targets[1].members && trunk.targets[1].primary);
    QCOMPARE(trunk.targets[1].primary->text(), std::string("enp2s0"));
}

// n100 and amd-v3c18i have a port of the same name in different places, ec2 has one port only.
void TargetPortsTest::swapTargetGivesAPortOneMac()
{
    Project project = edits::swapTarget(bonding, "server-1", "ec2-x86_64").apply(sample());
    QCOMPARE(nodeOf(edits::swapTarget(bonding, "server-1", "qemu-amd64").apply(project), "server-1").macs,
             nodeOf(sample(), "server-1").macs);
    project =
        edits::setValue(ObjectPath::of({"profiles", bonding, "nodes", "server-1", "macs", "ens5"}), "52:54:00:00:00:01")
            .apply(project);
    project = edits::setValue(ObjectPath::of({"profiles", bonding, "nodes", "server-1", "macs", "enp2s0"}),
                              "52:54:00:00:00:02")
                  .apply(project);
    project = edits::swapTarget(bonding, "server-1", "amd-v3c18i").apply(project);
    QCOMPARE(macOf(nodeOf(project, "server-1"), "enp2s0"), std::string("52:54:00:00:00:01"));
    QCOMPARE(std::ranges::count(nodeOf(project, "server-1").macs, std::string("enp2s0"),
                                [](const NicMac& mac) { return mac.nic.text(); }),
             1);
}

// The uplink stays on its port where the new target has one of that name, and so does the address it is known by.
void TargetPortsTest::swapTargetKeepsPortAndMacTogether()
{
    const NicMac second{Entered<InterfaceName>::from("enp2s0"), Entered<MacAddress>::from("52:54:00:00:00:02")};
    const NicMac first{Entered<InterfaceName>::from("enp1s0"), Entered<MacAddress>::from("52:54:00:00:00:01")};
    Project project = edits::withNode(sample(), "simple", "agent-1", [&](Node& n) {
        n.target = "n100";
        n.macs = {first, second};
    });
    project = edits::withUplink(project, "simple", "lan", [&](Uplink& u) {
        u.nic = second.nic;
        u.targets.clear();
    });
    project = edits::swapTarget("simple", "agent-1", "amd-v3c18i").apply(project);
    const Uplink& lan = *find(profileOf(project, "simple").uplinks, "lan");
    const Node& node = nodeOf(project, "agent-1", "simple");
    QCOMPARE(macOf(node, nicOf(lan, portsOf(lan, "amd-v3c18i"))->text()), second.mac.text());
    QVERIFY((node.macs == std::vector<NicMac>{first, second})); // no port is left in the place of the first
}

QTEST_GUILESS_MAIN(TargetPortsTest)
#include "target_ports_test.moc"
