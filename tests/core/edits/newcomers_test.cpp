// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/edits/change.h"
#include "core/edits/free.h"
#include "core/files/templates.h"

#include <QtTest/QtTest>

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
};

QTEST_APPLESS_MAIN(NewcomersTest)
#include "newcomers_test.moc"
