// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/edits/change.h"
#include "core/edits/free.h"
#include "core/edits/networks.h"
#include "core/edits/nodes.h"
#include "core/files/templates.h"

#include <QElapsedTimer>
#include <QtTest/QtTest>

#include <set>

using namespace n3x;

namespace {

constexpr std::string_view vlans = "vlans";

const Profile& profileOf(const Project& project) { return *find(project.profiles, vlans); }

Project withMac(std::string_view node, std::string_view mac)
{
    return edits::withNode(templateProject("sample"), vlans, node, [&](Node& n) {
        n.macs = {{Entered<InterfaceName>::from("eth1"), Entered<MacAddress>::from(mac)}};
    });
}

} // namespace

class NewcomersTest : public QObject {
    Q_OBJECT
private slots:
    // Behind the last address of a first byte comes the first one of it: 53 and ff are bytes of groups.
    void aMacIsNeverAGroups()
    {
        for (const auto& [last, next] :
             {std::pair("52:ff:ff:ff:ff:fe", "52:ff:ff:ff:ff:ff"), std::pair("52:ff:ff:ff:ff:ff", "52:00:00:00:00:01"),
              std::pair("fe:ff:ff:ff:ff:ff", "fe:00:00:00:00:01"),
              std::pair("00:ff:ff:ff:ff:ff", "00:00:00:00:00:01")}) {
            const Project project = withMac("agent-2", last);
            edits::FreeMacs macs(profileOf(project));
            const std::string taken = macs.takeAfter(*MacAddress::parse(last)).text();
            QCOMPARE(taken, std::string(next));
            QVERIFY(MacAddress::parse(taken).has_value());
        }
    }

    // Names, addresses and MAC addresses are looked for from where the one before was found.
    void tenThousandAtOnce()
    {
        Project project = edits::renumber(vlans, "cluster", "10.8.0.0/16").apply(templateProject("sample"));
        project = edits::renumber(vlans, "storage", "10.9.0.0/16").apply(project);
        QElapsedTimer timer;
        timer.start();
        project = edits::addNodes(vlans, Role::Agent, "n100", 10'000).apply(project);
        const qint64 some = timer.restart();
        project = edits::addNodes(vlans, Role::Agent, "n100", 10'000).apply(project);
        const qint64 more = timer.elapsed();
        qInfo("10,000 nodes: %lld ms, 10,000 more: %lld ms", some, more);
        std::set<std::string> said;
        for (const auto& node : profileOf(project).nodes) {
            QVERIFY(said.insert(node->name.text()).second);
            for (const Attachment& attachment : node->addresses)
                for (const auto& address : attachment.addresses) QVERIFY(said.insert(address.text()).second);
            for (const NicMac& mac : node->macs) QVERIFY(said.insert(mac.mac.text()).second);
        }
        QVERIFY(find(profileOf(project).nodes, "agent-20002") != nullptr);
        QVERIFY(some < 5'000 && more < 5'000); // a fraction of a second where nothing else runs
    }
};

QTEST_APPLESS_MAIN(NewcomersTest)
#include "newcomers_test.moc"
