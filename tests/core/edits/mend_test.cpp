// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/mend.h"

#include "core/checks/check.h"
#include "core/edits/change.h"
#include "core/edits/networks.h"
#include "core/edits/nodes.h"
#include "core/edits/values.h"
#include "core/files/fields.h"
#include "core/files/templates.h"
#include "tests/core/edits/scripts.h"
#include "tests/support/property.h"
#include "tests/support/random_project.h"

#include <QtTest/QtTest>

using namespace n3x;
using namespace n3x::test;

namespace {

std::string listed(const std::vector<Text>& names)
{
    std::string text;
    for (const Text& one : names) text += one.english() + "\n";
    return text;
}

} // namespace

// Whatever people did to a project, all that can be mended is mended at once.
class MendTest : public QObject {
    Q_OBJECT
private slots:
    void mendingTwiceIsMendingOnce();
    void goodProjectsStayAsTheyAre();
    void oneFaultIsMendedOnce();
    void noSettingOfServersIsDropped();
    void whatIsDeployedIsAPersonsToSay();
    void noNameIsGivenTwice();
    void whoStopsBeforeTheEndSaysSo();
    void theFirstKeepsWhatACopyHasToo();
    void whatWasMistypedIsKept();
    void whatSeveralWordsMayMeanIsAPersonsToSay();
    void theLastOfManyIsMendedToo();
    void whatIsSaidFurtherOutIsNotLeftOut();
    void anMtuIsNotLoweredBelowWhatIsNeeded();
    void whatDoesNotHelpIsNotDone();
    void aPrivateSubnetStaysPrivate();
};

void MendTest::mendingTwiceIsMendingOnce()
{
    const bool good = rc::check("what is mended is not mended again", [](const std::vector<Step>& script) {
        Project project = randomProject(*shapes());
        for (const Step& step : script) project = editOf(step, project).apply(project);
        const Mended once = mend(project);
        const Mended twice = mend(once.project);
        if (!(twice.project == once.project))
            RC_FAIL("first:\n" + listed(once.names) + "again:\n" + listed(twice.names));
        RC_ASSERT(mend(project).project == once.project);
    });
    QVERIFY(good);
}

void MendTest::whoStopsBeforeTheEndSaysSo()
{
    Project project = templateProject("sample");
    project.k3s.disable.emplace(5, Entered<Word>::from("treafik"));
    const Mended some = mend(project, {}, 3);
    QCOMPARE(some.names.size(), 3UZ);
    QVERIFY(!some.isComplete);
    QVERIFY(mend(some.project).isComplete);
}

void MendTest::goodProjectsStayAsTheyAre()
{
    // Warnings among them say what may be meant: overrides, an even number of servers. Nobody mends those unasked.
    const bool good = rc::check("no error, no edit", [] {
        const Project project = *validProjects();
        const Mended mended = mend(project);
        if (!(mended.project == project)) RC_FAIL(listed(mended.names));
    });
    QVERIFY(good);
}

// A word that is refused may be what is missed elsewhere.
void MendTest::oneFaultIsMendedOnce()
{
    const ObjectPath carries("profiles/simple/networks/cluster/carries");
    const Project project = edits::setValue(carries, "k3").apply(templateProject("sample"));
    const Mended mended = mend(project);
    QCOMPARE(listed(mended.names), std::string("Change entry 1 of carries of cluster to k3s\n"));
    QCOMPARE(valueText(mended.project, carries), std::optional<std::string>("k3s"));
}

// What a person said of the servers is moved where it counts, or left to that person, and never dropped.
void MendTest::noSettingOfServersIsDropped()
{
    const auto range = [](const char* node) {
        return ObjectPath::of({"profiles", "simple", "nodes", node, "k3s", "clusterCidr"});
    };
    const ObjectPath ofProfile("profiles/simple/k3s/clusterCidr");
    const Project one = edits::setValue(range("server-1"), "10.50.0.0/16").apply(templateProject("sample"));
    QVERIFY(mend(one).project == one); // the other server takes what K3s has for itself
    const Project both = edits::setValue(range("server-2"), "10.50.0.0/16").apply(one);
    const Project mended = mend(both).project;
    QVERIFY(!hasErrors(check(mended)));
    QCOMPARE(valueText(mended, ofProfile), std::optional<std::string>("10.50.0.0/16"));
    QVERIFY(!valueText(mended, range("server-1")));
    const Project against = edits::setValue(ofProfile, "10.51.0.0/16").apply(both);
    QVERIFY(mend(against).project == against);
}

// Not to deploy is nothing that a mistyped name asks for.
void MendTest::whatIsDeployedIsAPersonsToSay()
{
    Project project = templateProject("sample");
    project.deploy = "factory";
    QVERIFY(mend(project).project == project);
    project.deploy = "vlan";
    QCOMPARE(mend(project).project.deploy, std::optional<std::string>("vlans"));
}

void MendTest::noNameIsGivenTwice()
{
    const auto nameOf = [](const char* kind, const char* object) {
        return ObjectPath::of({"profiles", "vlans", kind, object, "name"});
    };
    Project project = templateProject("sample");
    for (const auto& [kind, object, name] :
         {std::tuple("nodes", "server-2", "Server_1"), std::tuple("networks", "storage", "Cluster"),
          std::tuple("uplinks", "trunk", "Trunk!")})
        project = edits::setValue(nameOf(kind, object), name).apply(project);
    const Mended mended = mend(project);
    QVERIFY(!hasErrors(check(mended.project)));
    const Profile& vlans = *find(mended.project.profiles, "vlans");
    QCOMPARE(vlans.nodes[1]->name.text(), std::string("server-2")); // server-1 is taken
    QCOMPARE(vlans.networks[1]->name.text(), std::string("cluster-2"));
    QCOMPARE(vlans.nodes[1]->addresses[1].network, std::string("cluster-2")); // what refers to it follows
    QCOMPARE(vlans.uplinks[0]->name.text(), std::string("trunk"));
}

// Whoever copied a node and forgot its address or MAC address means the copy to have others.
void MendTest::theFirstKeepsWhatACopyHasToo()
{
    Project project = templateProject("sample");
    const Node server = *find(find(project.profiles, "vlans")->nodes, "server-1");
    project = edits::withNode(project, "vlans", "server-2", [&](Node& n) {
        n.addresses = server.addresses;
        n.macs = server.macs;
    });
    const Project mended = mend(project).project;
    QVERIFY(!hasErrors(check(mended)));
    QVERIFY(*find(find(mended.profiles, "vlans")->nodes, "server-1") == server);
    // Whoever is first in the file, whatever the names.
    const Project swapped = mend(edits::moveNode("vlans", "server-2", 0).apply(project)).project;
    QVERIFY(!hasErrors(check(swapped)));
    QVERIFY(find(find(swapped.profiles, "vlans")->nodes, "server-2")->macs == server.macs);
}

// A name that nothing has is one that something nearly has, or one that only a person can tell.
void MendTest::whatWasMistypedIsKept()
{
    const auto withNode = [](auto change) {
        return edits::withNode(templateProject("sample"), "vlans", "agent-1", change);
    };
    const auto nodeIn = [](const Project& project) { return *find(find(project.profiles, "vlans")->nodes, "agent-1"); };
    const Node whole = nodeIn(templateProject("sample"));
    const auto attached = [&](const char* network) {
        return withNode(
            [&](Node& n) { std::ranges::find(n.addresses, "storage", &Attachment::network)->network = network; });
    };
    QVERIFY(nodeIn(mend(attached("storag")).project) == whole);
    QVERIFY(mend(attached("office")).project == attached("office"));
    // Where the node is already, the address cannot have been meant to be.
    const Project second =
        withNode([](Node& n) { n.addresses.push_back({"storag", {Entered<IpAddress>::from("192.168.7.1")}}); });
    QVERIFY(mend(second).project == second);

    const auto known = [&](const char* nic) {
        return withNode([&](Node& n) { n.macs[0].nic = Entered<InterfaceName>::from(nic); });
    };
    QVERIFY(nodeIn(mend(known("eht1")).project) == whole);
    QVERIFY(mend(known("wlan0")).project == known("wlan0"));

    const auto overriding = [&](const char* network, const char* uplink) {
        return withNode([&](Node& n) {
            NetworkOverride one;
            one.network = network;
            one.uplink = uplink;
            n.overrides = {one};
        });
    };
    QVERIFY(mend(overriding("storag", "trunk")).project == overriding("storage", "trunk"));
    for (const Project& told : {overriding("office", "trunk"), overriding("storage", "office")})
        QVERIFY(mend(told).project == told);

    const auto portsFor = [](const char* target) {
        return edits::withUplink(templateProject("sample"), "vlans", "trunk",
                                 [&](Uplink& u) { u.targets.front().target = target; });
    };
    QVERIFY(mend(portsFor("office")).project == portsFor("office"));

    const auto founded = [](const char* name) {
        return edits::withProfile(templateProject("sample"), "vlans", [&](Profile& p) { p.initServer = name; });
    };
    QVERIFY(mend(founded("server1")).project == founded("server-1"));
    for (const char* name : {"office", "server-3"}) // which has two as near as each other
        QVERIFY(mend(founded(name)).project == founded(name));
}

// What a mend adds, drops or turns round is the person's choice where another would mend it too.
void MendTest::whatSeveralWordsMayMeanIsAPersonsToSay()
{
    const Project left = edits::setValue(ObjectPath("profiles/dhcp-simple/networks/cluster/addressing"), "static")
                             .apply(templateProject("sample"));
    QVERIFY(mend(left).project == left);
    const Project unitless = edits::setValue(ObjectPath("profiles/dhcp-simple/networks/cluster/dhcp/leaseTime"), "12")
                                 .apply(templateProject("sample"));
    QVERIFY(mend(unitless).project == unitless);
    const Project bare = edits::withProfile(templateProject("sample"), "vlans", [](Profile& p) { p.nodes = {}; });
    QVERIFY(mend(bare).project == bare);
}

// A project may have more to mend than any that a person wrote by hand.
void MendTest::theLastOfManyIsMendedToo()
{
    const Project project = edits::withProfile(templateProject("sample"), "vlans", [](Profile& p) {
        for (std::size_t at = 0; at < p.nodes.size(); ++at) {
            Node node = *p.nodes[at];
            for (int label = 0; label < 400; ++label)
                node.labels.push_back({Entered<LabelKey>::from("kubernetes.io/l" + std::to_string(label)),
                                       Entered<LabelValue>::from("x")});
            p.nodes = p.nodes.set(at, node);
        }
    });
    const Problems problems = check(project);
    QVERIFY(problems.size() > 1000);
    QCOMPARE(mend(project).names.size(), problems.size() - check(templateProject("sample")).size());
}

// To leave out the profile's API address would bring back the project's, which is outside of its network; and so on.
void MendTest::whatIsSaidFurtherOutIsNotLeftOut()
{
    const ObjectPath own("profiles/vlans/k3s/apiAddress");
    Project project = edits::setValue(ObjectPath("k3s/apiAddress"), "10.99.0.1").apply(templateProject("vlans"));
    project = edits::setValue(ObjectPath("profiles/vlans/nodes/server-1/backend"), "debian").apply(project);
    const Mended mended = mend(project);
    QCOMPARE(listed(mended.names), std::string("Give the API a free address in cluster\n"));
    QVERIFY(mended.isComplete && valueText(mended.project, own));
    QVERIFY(hasErrors(check(mended.project))); // nobody serves it: that is for a person
    project = edits::setValue(ObjectPath("k3s/apiAddress"), "").apply(mended.project);
    QCOMPARE(listed(mend(project).names), std::string("Unset API address of vlans\n"));
}

void MendTest::anMtuIsNotLoweredBelowWhatIsNeeded()
{
    const auto mtuOf = [](std::string_view network) {
        return ObjectPath::of({"profiles", "vlans", "networks", network, "mtu"});
    };
    Project project = templateProject("vlans");
    project = edits::addNetwork(project, "vlans", "trunk").apply(project);
    project = edits::renameNetwork("vlans", "network", "zone").apply(project); // its problems come last
    project = edits::untag("vlans", "zone").apply(project);
    for (const char* node : {"server-1", "agent-1"}) project = edits::attach("vlans", node, "zone").apply(project);
    project = edits::setValue(mtuOf("zone"), "1400").apply(project);
    project = edits::setValue(mtuOf("storage"), "1500").apply(project);
    QCOMPARE(listed(mend(project).names), std::string("Change MTU of storage to 1400\n"));
    project = edits::setValue(mtuOf("zone"), "1000").apply(project);
    project = edits::setValue(mtuOf("storage"), "1280").apply(project);
    project = edits::renumber("vlans", "storage", "fd00:100::/64").apply(project);
    const Mended mended = mend(project);
    QVERIFY2(!listed(mended.names).contains("MTU of storage"), listed(mended.names).c_str());
    QVERIFY(!hasErrors(check(mended.project)));
}

// Of a range that reaches out of the subnet only a part is in the way, and where all of it is, no address helps.
void MendTest::whatDoesNotHelpIsNotDone()
{
    const auto ranged = [](const char* first, const char* last) {
        Project project = edits::withNetwork(templateProject("sample"), "dhcp-simple", "cluster", [&](Network& n) {
            n.dhcp->range = {Entered<IpAddress>::from(first), Entered<IpAddress>::from(last)};
        });
        return edits::withNode(project, "dhcp-simple", "agent-1",
                               [&](Node& n) { n.addresses[0].addresses = {Entered<IpAddress>::from(first)}; });
    };
    const auto addressIn = [](const Project& project) {
        return find(find(project.profiles, "dhcp-simple")->nodes, "agent-1")->addresses[0].addresses[0].text();
    };
    const Project partly = ranged("192.168.1.100", "192.168.2.50");
    const Mended moved = mend(partly);
    QCOMPARE(moved.names.size(), 1UZ);
    QVERIFY(addressIn(moved.project) != addressIn(partly));
    const Project whole = ranged("192.168.1.1", "192.168.2.50");
    QVERIFY(mend(whole).project == whole);
}

void MendTest::aPrivateSubnetStaysPrivate()
{
    const auto subnetOf = [](const Project& project, const char* network) {
        return find(find(project.profiles, "vlans")->networks, network)->subnet[0].text();
    };
    const auto both = [](const char* subnet) {
        return edits::withProfile(templateProject("sample"), "vlans", [&](Profile& p) {
            for (const char* name : {"cluster", "storage"})
                p.networks =
                    edits::changed(p.networks, name, [&](Network& n) { n.subnet = {Entered<Subnet>::from(subnet)}; });
        });
    };
    QCOMPARE(subnetOf(mend(both("192.168.255.0/24")).project, "storage"), std::string("10.0.0.0/24"));
    QCOMPARE(subnetOf(mend(both("10.255.255.0/24")).project, "storage"), std::string("10.0.0.0/24"));
    QCOMPARE(subnetOf(mend(both("172.31.128.0/17")).project, "storage"), std::string("10.0.0.0/17"));
    QCOMPARE(subnetOf(mend(both("203.0.113.0/24")).project, "storage"), std::string("203.0.114.0/24"));
    QCOMPARE(subnetOf(mend(both("fdff:ffff:ffff:ffff::/64")).project, "storage"), std::string("fc00::/64"));
}

int main(int argumentCount, char** arguments)
{
    if (!qEnvironmentVariableIsSet("RC_PARAMS")) qputenv("RC_PARAMS", "max_success=300 max_size=60");
    MendTest test;
    return QTest::qExec(&test, argumentCount, arguments);
}
#include "mend_test.moc"
