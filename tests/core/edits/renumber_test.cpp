// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/check.h"
#include "core/edits/change.h"
#include "core/edits/networks.h"
#include "core/edits/nodes.h"
#include "core/edits/repairs.h"
#include "core/edits/values.h"
#include "core/files/fields.h"
#include "core/files/templates.h"

#include <QtTest/QtTest>

#include <algorithm>

using namespace n3x;

namespace {

std::string addressOf(const Project& project, std::string_view profile, std::string_view node, std::string_view network)
{
    const ObjectPath path = ObjectPath::of({"profiles", profile, "nodes", node, "addresses", network});
    return valueText(project, path).value_or(std::string());
}

} // namespace

class RenumberTest : public QObject {
    Q_OBJECT

private slots:
    void hostPartsStay()
    {
        Project project = edits::setValue(ObjectPath("profiles/dhcp-simple/networks/cluster/gateway"), "192.168.1.253")
                              .apply(templateProject("sample"));
        project = edits::renumber("dhcp-simple", "cluster", "10.7.0.0/16").apply(project);
        const Network& network = *find(find(project.profiles, "dhcp-simple")->networks, "cluster");
        QCOMPARE(addressOf(project, "dhcp-simple", "agent-2", "cluster"), std::string("10.7.0.4"));
        QCOMPARE(network.gateway.at(0).text(), std::string("10.7.0.253"));
        QCOMPARE(network.dhcp->server->text(), std::string("10.7.0.254"));
        QCOMPARE(network.dhcp->range.at(1).text(), std::string("10.7.0.200"));
        QVERIFY(!hasErrors(check(project)));
    }

    // Two of a family are an error, which is no reason to make two errors of it.
    void eachSubnetOfANetworkHasItsOwn()
    {
        const Project project = edits::withNetwork(templateProject("sample"), "vlans", "storage", [](Network& network) {
            network.subnet.push_back(Entered<Subnet>::from("192.168.101.0/24"));
        });
        const Project moved =
            edits::setValue(ObjectPath("profiles/vlans/nodes/agent-2/addresses/storage"), "192.168.101.4")
                .apply(project);
        const auto subnetsOf = [](const Project& in, std::string_view network) {
            return find(find(in.profiles, "vlans")->networks, network)->subnet;
        };
        const Project copied = edits::duplicateNetwork("vlans", "storage").apply(moved);
        const auto copies = subnetsOf(copied, "storage-2");
        QCOMPARE(copies.size(), 2UZ);
        QVERIFY2(!copies[0].value().overlaps(copies[1].value()), copies[1].text().c_str());
        const auto isIn = [&](const Entered<Subnet>& subnet, std::string_view node) {
            return subnet.value().contains(*IpAddress::parse(addressOf(copied, "vlans", node, "storage-2")));
        };
        QVERIFY(isIn(copies[0], "agent-1"));
        QVERIFY(isIn(copies[1], "agent-2"));

        const auto given = subnetsOf(edits::giveSubnet("vlans", "storage").apply(moved), "storage");
        QVERIFY2(!given.at(0).value().overlaps(given.at(1).value()), given.at(1).text().c_str());
    }

    void aMistypedSubnetIsNoBase()
    {
        Project project = edits::renumber("vlans", "storage", "10.7.0.0/244").apply(templateProject("sample"));
        QCOMPARE(addressOf(project, "vlans", "agent-2", "storage"), std::string("192.168.100.4"));
        project = edits::renumber("vlans", "storage", "10.7.0.0/24").apply(project);
        QCOMPARE(addressOf(project, "vlans", "agent-2", "storage"), std::string("10.7.0.4"));
        QVERIFY(!hasErrors(check(project)));

        // The button that mends it is no other way.
        project = edits::renumber("vlans", "storage", "10.8.0.1/24").apply(project);
        const auto problems = check(project);
        const auto wrong = std::ranges::find_if(problems, [](const Problem& each) {
            return each.path == ObjectPath("profiles/vlans/networks/storage/subnet/0");
        });
        QVERIFY(wrong != problems.end() && !wrong->fixes.empty());
        project = wrong->fixes.front().apply(project);
        QCOMPARE(addressOf(project, "vlans", "agent-2", "storage"), std::string("10.8.0.4"));
        QVERIFY(!hasErrors(check(project)));
    }

    // Nodes that ask for their addresses have none to tell where the network was.
    void aNetworkWithoutAddressesOfNodesMovesToo()
    {
        const ObjectPath network = ObjectPath::of({"profiles", "vlans", "networks", "storage"});
        Project project = templateProject("sample");
        for (const auto& node : find(project.profiles, "vlans")->nodes)
            project = edits::detach("vlans", node->name.text(), "storage").apply(project);
        project = edits::setValue(network / "gateway", "192.168.100.254").apply(project);
        project = edits::setValue(network / "nameservers", "9.9.9.9").apply(project);
        project = edits::setValue(network / "subnet", "10.7.0.0/244").apply(project);
        project = edits::setValue(network / "subnet", "10.7.0.0/24").apply(project);
        QCOMPARE(valueText(project, network / "gateway"), std::optional<std::string>("10.7.0.254"));
        QCOMPARE(valueText(project, network / "nameservers"), std::optional<std::string>("9.9.9.9"));
    }

    // Where the addresses were right all the time, one that is elsewhere stays for its own problem.
    void aSubnetAloneCanBeWrong()
    {
        const ObjectPath stray = ObjectPath::of({"profiles", "vlans", "nodes", "agent-2", "addresses", "storage"});
        Project project = edits::setValue(stray, "192.168.99.4").apply(templateProject("sample"));
        const ObjectPath subnet = ObjectPath::of({"profiles", "vlans", "networks", "storage", "subnet"});
        project = withValue(project, subnet, "192.168.100.0/244");
        project = edits::renumber("vlans", "storage", "192.168.100.0/24").apply(project);
        QCOMPARE(addressOf(project, "vlans", "agent-2", "storage"), std::string("192.168.99.4"));
    }
};

QTEST_GUILESS_MAIN(RenumberTest)
#include "renumber_test.moc"
