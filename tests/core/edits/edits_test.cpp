// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/check.h"
#include "core/edits/change.h"
#include "core/edits/hardware.h"
#include "core/edits/networks.h"
#include "core/edits/nodes.h"
#include "core/edits/profiles.h"
#include "core/edits/repairs.h"
#include "core/edits/uplinks.h"
#include "core/edits/values.h"
#include "core/files/fields.h"
#include "core/files/templates.h"
#include "core/model/uplink_ports.h"
#include "tests/core/edits/sample.h"

#include <QtTest/QtTest>

#include <algorithm>

using namespace n3x;
using namespace n3x::test;

namespace {

std::string addressOf(const Node& node, std::string_view network)
{
    for (const Attachment& one : node.addresses)
        if (one.network == network && !one.addresses.empty()) return one.addresses[0].text();
    return {};
}

std::vector<std::string> namesOf(const Sequence<Node>& nodes)
{
    std::vector<std::string> names;
    for (const auto& node : nodes) names.push_back(node->name.text());
    return names;
}

} // namespace

class EditsTest : public QObject {
    Q_OBJECT
private slots:
    void addNodeTakesWhatIsNext();
    void addNodeStandsAside();
    void addNodesAreAllDifferent();
    void twoHostsFillTheSmallestSubnet();
    void removedNodesGiveBack();
    void duplicateNodeIsItsOwn();
    void renamesFollow();
    void renamesToTakenNamesDoNothing();
    void removesFollow();
    void attachAndDetach();
    void severalNodesInOneStep();
    void addNetworkTakesWhatIsNext();
    void deployFollows();
    void valuesHaveNames();
    void goneObjectsChangeNothing();
    void aFullNetworkTakesNoAddressAway();
    void sharesWhatIsEqual();
};

void EditsTest::addNodeTakesWhatIsNext()
{
    const Project before = sample();
    const Edit edit = edits::addNode(before, bonding, Role::Agent);
    QCOMPARE(edit.name.english(), std::string("Add agent-3"));
    const Project after = edit.apply(before);
    const Node& node = nodeOf(after, "agent-3");
    QCOMPARE(node.target, std::string("qemu-amd64"));
    QCOMPARE(addressOf(node, "cluster"), std::string("192.168.200.5"));
    QCOMPARE(addressOf(node, "storage"), std::string("192.168.100.5"));
    QCOMPARE(macOf(node, "eth1"), std::string("52:54:00:01:01:05"));
    QCOMPARE(macOf(node, "eth2"), std::string("52:54:00:01:02:05"));
    QVERIFY(!hasErrors(check(after)));
    const Project server = edits::addNode(before, bonding, Role::Server).apply(before);
    const auto names = namesOf(profileOf(server).nodes);
    QVERIFY((names == std::vector<std::string>{"server-1", "server-2", "server-3", "agent-1", "agent-2"}));
}

void EditsTest::addNodeStandsAside()
{
    Project project = sample();
    const auto set = [&](std::string_view path, std::string_view text) {
        project = edits::setValue(ObjectPath("profiles/dhcp-simple/" + std::string(path)), text).apply(project);
    };
    set("networks/cluster/gateway", "192.168.1.5");
    set("networks/cluster/dhcp/server", "192.168.1.6");
    set("networks/cluster/dhcp/range", "192.168.1.7\n192.168.1.9");
    set("k3s/apiAddress", "192.168.1.10");
    project = edits::addNode(project, "dhcp-simple", Role::Agent).apply(project);
    QCOMPARE(addressOf(nodeOf(project, "agent-3", "dhcp-simple"), "cluster"), std::string("192.168.1.11"));
    QVERIFY(!hasErrors(check(project)));
}

void EditsTest::addNodesAreAllDifferent()
{
    const Project before = sample();
    const Edit edit = edits::addNodes(bonding, Role::Agent, {}, 300);
    QCOMPARE(edit.name.english(), std::string("Add 300 agents to bonding-vlans"));
    const Project after = edit.apply(before);
    QCOMPARE(profileOf(after).nodes.size(), std::size_t(304));
    // 253 hosts fit; those after them have no address, which is said, and nobody has another's.
    for (const Problem& problem : check(after))
        QVERIFY2(problem.code != "N3X2006" && problem.code != "N3X2023" && problem.code != "N3X1003",
                 problem.what.english().c_str());
}

void EditsTest::twoHostsFillTheSmallestSubnet()
{
    for (const std::string_view subnet : {"10.9.0.0/31", "fd00:9::/127"}) {
        Project project = edits::removeNodes(bonding, {"server-2", "agent-1", "agent-2"}).apply(sample());
        project = edits::detach(bonding, "server-1", "storage").apply(project);
        project = edits::renumber(bonding, "storage", subnet).apply(project);
        project = edits::attach(bonding, "server-1", "storage").apply(project);
        project = edits::addNode(project, bonding, Role::Agent).apply(project);
        const std::string base(subnet.substr(0, subnet.find(subnet.contains(':') ? "/" : "0/")));
        QCOMPARE(addressOf(nodeOf(project, "server-1"), "storage"), base + "1");
        QCOMPARE(addressOf(nodeOf(project, "agent-1"), "storage"), subnet.contains(':') ? base : base + "0");
        QCOMPARE(addressOf(nodeOf(project, "agent-1"), "cluster"), std::string("192.168.200.2"));
        QVERIFY(!hasErrors(check(project)));
        project = edits::addNode(project, bonding, Role::Agent).apply(project); // there is no third
        QVERIFY(hasErrors(check(project)));
    }
}

void EditsTest::removedNodesGiveBack()
{
    Project project = edits::removeNode(bonding, "agent-1").apply(sample());
    project = edits::addNode(project, bonding, Role::Agent).apply(project);
    QCOMPARE(addressOf(nodeOf(project, "agent-1"), "cluster"), std::string("192.168.200.3"));
    project = edits::setValue(ObjectPath("profiles/bonding-vlans/initServer"), "server-2").apply(project);
    project = edits::removeNodes(bonding, {"server-2", "agent-2"}).apply(project);
    QVERIFY(!profileOf(project).initServer);
    QVERIFY((namesOf(profileOf(project).nodes) == std::vector<std::string>{"server-1", "agent-1"}));
}

void EditsTest::duplicateNodeIsItsOwn()
{
    const std::string key = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";
    const Project before =
        edits::setValue(ObjectPath("profiles/bonding-vlans/nodes/server-1/age"), key).apply(sample());
    const Project after = edits::duplicateNode(bonding, "server-1").apply(before);
    const Node& copy = nodeOf(after, "server-3");
    QVERIFY(nodeOf(after, "server-1").age.has_value() && !copy.age); // another machine has another key
    QCOMPARE(addressOf(copy, "cluster"), std::string("192.168.200.5"));
    QCOMPARE(macOf(copy, "eth1"), std::string("52:54:00:01:01:05"));
    QVERIFY((namesOf(profileOf(after).nodes) ==
             std::vector<std::string>{"server-1", "server-3", "server-2", "agent-1", "agent-2"}));
}

void EditsTest::renamesFollow()
{
    Project project = sample();
    project = edits::setValue(ObjectPath("profiles/bonding-vlans/nodes/agent-1/overrides/networks/storage/vlan"), "101")
                  .apply(project);
    project =
        edits::setValue(ObjectPath("profiles/bonding-vlans/nodes/agent-1/overrides/networks/storage/uplink"), "trunk")
            .apply(project);
    project = edits::renameNetwork(bonding, "storage", "disks").apply(project);
    project = edits::renameUplink(bonding, "trunk", "wire").apply(project);
    const Node& node = nodeOf(project, "agent-1");
    QCOMPARE(addressOf(node, "disks"), std::string("192.168.100.3"));
    QCOMPARE(node.overrides.at(0).network, std::string("disks"));
    QCOMPARE(node.overrides.at(0).uplink.value(), std::string("wire"));
    QCOMPARE(find(profileOf(project).networks, "disks")->uplink, std::string("wire"));
    project = edits::setValue(ObjectPath("profiles/bonding-vlans/initServer"), "server-1").apply(project);
    project = edits::setValue(ObjectPath("profiles/bonding-vlans/nodes/server-1/name"), "first").apply(project);
    QCOMPARE(profileOf(project).initServer.value(), std::string("first"));
    QVERIFY(!hasErrors(check(project)));
}

void EditsTest::renamesToTakenNamesDoNothing()
{
    const Project project = sample();
    QVERIFY(edits::renameNetwork(bonding, "storage", "cluster").apply(project) == project);
    QVERIFY(edits::renameNode(bonding, "agent-1", "agent-2").apply(project) == project);
    QVERIFY(edits::renameProfile("vlans", "simple").apply(project) == project);
}

void EditsTest::removesFollow()
{
    Project project = sample();
    project = edits::setValue(ObjectPath("profiles/bonding-vlans/nodes/agent-1/overrides/networks/storage/vlan"), "101")
                  .apply(project);
    project = edits::removeNetwork(bonding, "storage").apply(project);
    QCOMPARE(nodeOf(project, "agent-1").addresses.size(), std::size_t(1));
    QVERIFY(nodeOf(project, "agent-1").overrides.empty());
    project = edits::removeUplink(bonding, "trunk").apply(project);
    QVERIFY(profileOf(project).networks.empty());
    QVERIFY(nodeOf(project, "agent-1").addresses.empty());
}

void EditsTest::attachAndDetach()
{
    Project project = edits::detach(bonding, "agent-2", "cluster").apply(sample());
    QCOMPARE(addressOf(nodeOf(project, "agent-2"), "cluster"), std::string());
    project = edits::attach(bonding, "agent-2", "cluster").apply(project);
    QVERIFY(project == sample()); // the host part of its other network, and its old place
}

void EditsTest::severalNodesInOneStep()
{
    const std::vector<std::string> nodes{"agent-2", "server-1", "no", "agent-1"};
    const Project apart = edits::detachNodes(bonding, nodes, "storage").apply(sample());
    QCOMPARE(addressOf(nodeOf(apart, "server-1"), "storage"), std::string());
    QVERIFY(!addressOf(nodeOf(apart, "server-2"), "storage").empty());
    const Edit attach = edits::attachNodes(bonding, nodes, "storage");
    QCOMPARE(attach.name.english(), std::string("Attach 4 nodes to storage"));
    QCOMPARE(edits::attach(bonding, "agent-1", "storage").name.english(), std::string("Attach agent-1 to storage"));
    QVERIFY(attach.apply(apart) == sample());

    // In a network that all are new in, whoever comes first takes no address of another.
    Project wider = edits::addNetwork(sample(), bonding).apply(sample());
    wider = edits::attachNodes(bonding, {"agent-2", "agent-1", "server-2", "server-1"}, "network").apply(wider);
    QVERIFY(!hasErrors(check(wider)));
    for (const char* node : {"agent-2", "server-1"})
        QCOMPARE(nodeOf(wider, node).addresses.back().addresses.front().value().text().back(),
                 addressOf(nodeOf(wider, node), "cluster").back());

    Project one = edits::swapTarget(bonding, "agent-2", "n100").apply(sample());
    one = edits::swapTarget(bonding, "agent-1", "n100").apply(one);
    QVERIFY(edits::swapTargets(bonding, {"agent-2", "agent-1"}, "n100").apply(sample()) == one);
    const Project servers = edits::setRoles(bonding, nodes, Role::Server).apply(sample());
    for (const auto& node : profileOf(servers).nodes) QVERIFY(node->role == Entered(Choice(Role::Server)));
}

void EditsTest::addNetworkTakesWhatIsNext()
{
    const Project before = sample();
    const Project after = edits::addNetwork(before, bonding).apply(before);
    const Network& added = *profileOf(after).networks.back();
    QCOMPARE(added.name.text(), std::string("network"));
    QCOMPARE(added.vlan->text(), std::string("201"));
    QCOMPARE(added.subnet.at(0).text(), std::string("192.168.201.0/24"));
    QVERIFY(!hasErrors(check(after)));
    const Project routed = edits::withNetwork(after, bonding, "cluster", [](Network& n) {
        n.routes = {{Entered<Subnet>::from("10.9.0.0/16"), Entered<IpAddress>::from("192.168.200.253")}};
    });
    const Project copied = edits::duplicateNetwork(bonding, "cluster").apply(routed);
    QCOMPARE(addressOf(nodeOf(copied, "agent-1"), "cluster-2"),
             find(profileOf(copied).networks, "cluster-2")->subnet[0].value().address(3)->text());
    QVERIFY(!hasErrors(check(copied)));
}

void EditsTest::deployFollows()
{
    Project project = edits::setDeploy("vlans").apply(sample());
    project = edits::renameProfile("vlans", "edge").apply(project);
    QCOMPARE(project.deploy.value(), std::string("edge"));
    project = edits::removeProfile("edge").apply(project);
    QVERIFY(!project.deploy);
}

void EditsTest::valuesHaveNames()
{
    QCOMPARE(edits::setValue(ObjectPath("profiles/vlans/networks/storage/vlan"), "150").name.english(),
             std::string("Change VLAN of storage to 150"));
    QCOMPARE(edits::tag("vlans", "storage", "150").name.english(), std::string("Change VLAN of storage to 150"));
    QCOMPARE(edits::removeNetwork("vlans", "storage").name.english(), std::string("Remove network storage"));
    QCOMPARE(edits::setValue(ObjectPath("profiles/vlans/nodes/agent-1/name"), "x").name.english(),
             std::string("Rename agent-1 to x"));
    QCOMPARE(edits::setValue(ObjectPath("profiles/vlans/k3s/addons"), emptyList).name.english(),
             std::string("Empty add-ons of vlans"));
    // One entry of a list, not the list.
    const auto entry = [](const char* path, const char* text) {
        return edits::setValue(ObjectPath(path), text).name.english();
    };
    QCOMPARE(entry("profiles/bonding-vlans/uplinks/trunk/members/1", ""),
             std::string("Remove entry 2 of members of trunk"));
    QCOMPARE(entry("profiles/bonding-vlans/uplinks/trunk/members/0", "eth0"),
             std::string("Change entry 1 of members of trunk to eth0"));
    QCOMPARE(entry("profiles/vlans/nodes/agent-1/addresses/storage/1", ""),
             std::string("Remove entry 2 of storage of agent-1"));
    QCOMPARE(entry("k3s/addons/0", ""), std::string("Remove entry 1 of add-ons"));
}

void EditsTest::goneObjectsChangeNothing()
{
    const Project project = sample();
    const std::vector<Edit> all{edits::removeProfile("no"),
                                edits::duplicateProfile("no"),
                                edits::setDeploy("no"),
                                edits::moveProfile("no", 1),
                                edits::addNode(project, "no", Role::Agent),
                                edits::removeNode(bonding, "no"),
                                edits::setRole(bonding, "no", Role::Server),
                                edits::swapTarget(bonding, "no", "n100"),
                                edits::attach(bonding, "no", "cluster"),
                                edits::attachNodes(bonding, {}, "cluster"),
                                edits::attach(bonding, "agent-1", "no"),
                                edits::detach(bonding, "agent-1", "no"),
                                edits::moveNode(bonding, "no", 0),
                                edits::moveUplink(bonding, "no", 0),
                                edits::moveTarget("no", 0),
                                edits::removeNetwork(bonding, "no"),
                                edits::tag(bonding, "no", "5"),
                                edits::untag(bonding, "no"),
                                edits::renumber(bonding, "no", "10.0.0.0/8"),
                                edits::duplicateNetwork(bonding, "no"),
                                edits::removeUplink(bonding, "no"),
                                edits::makeBond(bonding, "no", {"eth1"}),
                                edits::dissolveBond(bonding, "no"),
                                edits::renameUplink(bonding, "no", "x"),
                                edits::removeTarget("no"),
                                edits::renameTarget("n100", "x"),
                                edits::duplicateTarget("no"),
                                edits::giveAddress(bonding, "no", "cluster"),
                                edits::giveSubnet(bonding, "no"),
                                edits::giveMac(bonding, "no", "eth1"),
                                edits::giveApiAddress(bonding, "no"),
                                edits::setValue(ObjectPath("profiles/no/networks/cluster/vlan"), "5")};
    for (const Edit& edit : all) QVERIFY2(edit.apply(project) == project, edit.name.english().c_str());
}

// There is none to give, which is no reason to have none: somebody has to make room.
void EditsTest::aFullNetworkTakesNoAddressAway()
{
    const auto with = [](std::string_view node, std::string_view address) {
        Project project = edits::removeNodes(bonding, {"server-2", "agent-1", "agent-2"}).apply(sample());
        project = edits::detach(bonding, "server-1", "storage").apply(project);
        project = edits::renumber(bonding, "storage", "10.9.0.0/31").apply(project);
        project = edits::attach(bonding, "server-1", "storage").apply(project);
        project = edits::addNode(project, bonding, Role::Agent).apply(project);
        project = edits::addNode(project, bonding, Role::Agent).apply(project);
        return edits::setValue(ObjectPath::of({"profiles", bonding, "nodes", node, "addresses", "storage"}), address)
            .apply(project);
    };
    for (const char* taken : {"10.9.0.1", "10.9.0.77", "10.9.0"}) {
        const Project full = with("agent-2", taken);
        QCOMPARE(addressOf(nodeOf(full, "agent-2"), "storage"), std::string(taken));
        QVERIFY2(edits::giveAddress(bonding, "agent-2", "storage", taken).apply(full) == full, taken);
    }
    // One of a family that the network does not have goes.
    const Project other = with("agent-2", "fd00:9::1");
    const Project mended = edits::giveAddress(bonding, "agent-2", "storage", "fd00:9::1").apply(other);
    QCOMPARE(addressOf(nodeOf(mended, "agent-2"), "storage"), std::string());
    QVERIFY(!(mended == other));
}

void EditsTest::sharesWhatIsEqual()
{
    const Project before = sample();
    const Project after =
        edits::setValue(ObjectPath("profiles/vlans/nodes/agent-1/macs/eth1"), "52:54:00:01:01:77").apply(before);
    for (std::size_t at = 0; at < before.profiles.size(); ++at)
        QCOMPARE(&before.profiles[at].get() == &after.profiles[at].get(), !before.profiles[at]->name.reads("vlans"));
    QVERIFY(&nodeOf(before, "agent-2", "vlans") == &nodeOf(after, "agent-2", "vlans"));
}

QTEST_GUILESS_MAIN(EditsTest)
#include "edits_test.moc"
