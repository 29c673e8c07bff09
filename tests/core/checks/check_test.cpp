// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/core/checks/small_project.h"

#include "core/checks/check.h"
#include "core/edits/nodes.h"
#include "core/edits/profiles.h"
#include "core/edits/values.h"
#include "core/files/templates.h"

#include <QtTest/QtTest>

#include <algorithm>
#include <filesystem>

using namespace n3x;
using namespace n3x::test;

class CheckTest : public QObject {
    Q_OBJECT
private slots:
    void templatesHaveNoErrors();
    void isSorted();
    void errorsKeepTheirProfileOnly();
    void projectErrorsReachEveryProfile();
    void targetErrorsReachWhoUsesThem();
    void oneNameForTwoOutputsHoldsOneProfile();
    void aTargetMayHaveNoTitle();
    void findsProblemsWithin();
    void saysWhetherAnythingChanged();
    void oneNodeWithAMacAddressTwiceIsToldOncePerPort();
    void oneMtuIsToldOnce();
    void whatEveryLinkHasIsSaidToBeThere();
    void theFirstIsTheFirstAfterAMoveToo();
    void theFamilyThatIsMissingIsTold();
    void whatTheRepositoryBringsIsKnown();
    void aTargetWithoutNamesOfPortsIsToldOnce();

private:
    static std::vector<std::string> told(const Project& project, std::string_view code);
};

void CheckTest::oneNodeWithAMacAddressTwiceIsToldOncePerPort()
{
    Project project = smallProject();
    say("nodes/agent-1/macs/eth1", "52:54:00:01:01:09")(project);
    say("nodes/agent-1/macs/eth2", "52:54:00:01:01:09")(project);
    QCOMPARE(told(project, "N3X2023"),
             (std::vector<std::string>{
                 "eth1 of agent-1 has the MAC address 52:54:00:01:01:09, which eth2 of agent-1 has too.",
                 "eth2 of agent-1 has the MAC address 52:54:00:01:01:09, which eth1 of agent-1 has too."}));
}

std::vector<std::string> CheckTest::told(const Project& project, std::string_view code)
{
    std::vector<std::string> said;
    for (const Problem& problem : check(project))
        if (problem.code == code) said.push_back(problem.what.english());
    return said;
}

// An untagged network says what its link can do, whatever the uplink would by itself.
void CheckTest::oneMtuIsToldOnce()
{
    Project project = smallProject();
    network("cluster", [](Network& n) {
        n.vlan.reset();
        n.mtu = from<Mtu>("1400");
    })(project);
    Project own = project;
    say("networks/storage/mtu", "9000")(project);
    QCOMPARE(told(project, "N3X3004"),
             std::vector<std::string>{
                 "The MTU of storage, 9000 bytes, is above the 1400 of cluster, which is untagged on the same link."});
    node("agent-1", [](Node& n) {
        NetworkOverride changed;
        changed.network = "storage";
        changed.mtu = from<Mtu>("9000");
        n.overrides = {changed};
    })(own);
    QCOMPARE(told(own, "N3X3004"), std::vector<std::string>{"On agent-1, the MTU of storage, 9000 bytes, is above the "
                                                            "1400 of cluster, which is untagged on the same link."});
}

void CheckTest::whatEveryLinkHasIsSaidToBeThere()
{
    Project project = smallProject();
    network("storage", [](Network& n) { n.subnet.push_back(from<Subnet>("fe80::/64")); })(project);
    QCOMPARE(told(project, "N3X2029"),
             std::vector<std::string>{
                 "The subnet fe80::/64 of storage reaches into fe80::/10, which every link has already."});
}

// Who is mended is not who was first before.
void CheckTest::theFirstIsTheFirstAfterAMoveToo()
{
    Project project = smallProject();
    say("nodes/agent-1/addresses/cluster/0", "192.168.200.1")(project);
    say("nodes/agent-1/macs/eth1", "52:54:00:01:01:01")(project);
    const auto mendable = [](const Problems& problems) {
        std::vector<std::string> nodes;
        for (const Problem& problem : problems)
            if (!problem.fixes.empty()) nodes.push_back(problem.path.names()[3]);
        return nodes;
    };
    CheckCache cache;
    QCOMPARE(mendable(cache.update(project)), (std::vector<std::string>{"agent-1", "agent-1"}));
    project = edits::moveNode("p", "agent-1", 0).apply(project);
    QCOMPARE(mendable(cache.update(project)), (std::vector<std::string>{"server-1", "server-1"}));
    project = edits::moveNode("p", "agent-1", 2).apply(project);
    QCOMPARE(mendable(cache.update(project)), (std::vector<std::string>{"agent-1", "agent-1"}));
}

void CheckTest::theFamilyThatIsMissingIsTold()
{
    Project project = smallProject();
    network("cluster", [](Network& n) { n.subnet.push_back(from<Subnet>("fd00:200::/64")); })(project);
    node("agent-1", [](Node& n) { n.addresses[0].addresses = list<IpAddress>({"fd00:200::2"}); })(project);
    QCOMPARE(told(project, "N3X2012"),
             std::vector<std::string>{"agent-1 has no IPv4 address in cluster, and the cluster has an IPv4 range."});
}

// Every module and layout that is exported, and every image that a built-in target has.
void CheckTest::whatTheRepositoryBringsIsKnown()
{
    const std::filesystem::path place =
        std::filesystem::path(qEnvironmentVariable("N3X_SOURCE_DIR").toStdString()) / "resources/repo/backends/nixos";
    std::vector<NixosTarget> known;
    for (const auto& file : std::filesystem::directory_iterator(place / "hardware"))
        known.push_back({from<Word>(file.path().stem().string()), {}, {}});
    for (const auto& file : std::filesystem::directory_iterator(place / "disko"))
        known.push_back({{}, from<Word>(file.path().stem().string()), {}});
    QVERIFY(known.size() > 3);
    for (const auto& target : builtInHardware()) known.push_back(target->nixos);
    for (const NixosTarget& nixos : known) {
        Project project = smallProject();
        ownTarget([&](HardwareTarget& t) { t.nixos = nixos; })(project);
        QCOMPARE(told(project, "N3X6013"), std::vector<std::string>());
    }
}

// Its names are refused where they stand; that no port has one of them is no second fault.
void CheckTest::aTargetWithoutNamesOfPortsIsToldOnce()
{
    Project project = smallProject();
    ownTarget([](HardwareTarget& t) { t.nics = {Nic{}}; })(project);
    node("agent-1", [](Node& n) { n.target = "box"; })(project);
    QCOMPARE(told(project, "N3X6003"), std::vector<std::string>());
    QVERIFY(hasErrors(check(project)));
}

void CheckTest::templatesHaveNoErrors()
{
    const Problems problems = check(templateProject("sample"));
    for (const Problem& problem : problems)
        QVERIFY2(problem.code == "N3X5004" || problem.code == "N3X6010",
                 (std::string(problem.code) + " " + problem.path.text() + " " + problem.what.english()).c_str());
}

void CheckTest::isSorted()
{
    Project project = smallProject();
    say("networks/storage/vlan", "4095")(project);
    say("networks/cluster/vlan", "0")(project);
    say("nodes/agent-1/macs/eth1", "x")(project);
    const Problems problems = check(project);
    QCOMPARE(problems.size(), std::size_t(3));
    QVERIFY(std::ranges::is_sorted(problems, {}, [](const Problem& one) { return std::pair(one.path, one.code); }));
}

void CheckTest::errorsKeepTheirProfileOnly()
{
    Project project = edits::duplicateProfile("p").apply(smallProject());
    say("networks/storage/vlan", "4095")(project);
    CheckCache cache;
    cache.update(project);
    QVERIFY(cache.profileHasErrors("p"));
    QVERIFY(!cache.profileHasErrors("p-2"));
    QVERIFY(cache.profileHasErrors("nobody"));
    say("networks/storage/vlan", "150")(project);
    cache.update(project);
    QVERIFY(!cache.profileHasErrors("p"));
    cache.update(edits::renameProfile("p", "q").apply(project));
    QVERIFY(!cache.profileHasErrors("q"));
    QVERIFY(cache.profileHasErrors("p"));
}

void CheckTest::projectErrorsReachEveryProfile()
{
    Project project = smallProject();
    say("/domain", "no_domain")(project);
    CheckCache cache;
    cache.update(project);
    QVERIFY(cache.profileHasErrors("p"));
    project = smallProject();
    project.deploy = "nobody"; // wrong, and no profile's matter
    QVERIFY(hasErrors(cache.update(project)));
    QVERIFY(!cache.profileHasErrors("p"));
}

void CheckTest::targetErrorsReachWhoUsesThem()
{
    Project project = smallProject();
    ownTarget([](HardwareTarget& t) { t.arch = Entered<Choice<Architecture>>::from("vax"); })(project);
    CheckCache cache;
    cache.update(project);
    QVERIFY(!cache.profileHasErrors("p"));
    node("agent-1", [](Node& n) { n.target = "box"; })(project);
    cache.update(project);
    QVERIFY(cache.profileHasErrors("p"));
}

void CheckTest::oneNameForTwoOutputsHoldsOneProfile()
{
    Project project = edits::duplicateProfile("p").apply(smallProject());
    project = edits::renameProfile("p-2", "p-agent").apply(project);
    project = edits::renameNode("p-agent", "agent-1", "x").apply(project);
    CheckCache cache;
    QVERIFY(!hasErrors(cache.update(project)));
    const Project clash = edits::renameNode("p", "agent-1", "agent-x").apply(project);
    QVERIFY(hasErrors(cache.update(clash)));
    QVERIFY(cache.profileHasErrors("p"));
    QVERIFY(!cache.profileHasErrors("p-agent")); // its outputs can be made, and are not another's
    QVERIFY(!hasErrors(cache.update(edits::removeNode("p-agent", "x").apply(clash))));
    QVERIFY(!hasErrors(cache.update(edits::renameProfile("p-agent", "q").apply(clash))));
    QVERIFY(!cache.profileHasErrors("p"));

    // The plain names of the deployed profile.
    project = edits::renameNode("p", "agent-1", "p-agent-x").apply(project);
    QVERIFY(!hasErrors(cache.update(project)));
    QVERIFY(hasErrors(cache.update(edits::setDeploy("p").apply(project))));
    QVERIFY(cache.profileHasErrors("p"));
    QVERIFY(!hasErrors(cache.update(edits::setDeploy("p-agent").apply(project))));
}

// Nothing was said, and nothing would do: there is no refusal to tell of.
void CheckTest::aTargetMayHaveNoTitle()
{
    Project project = smallProject();
    HardwareTarget target = *findTarget(project, "qemu-amd64");
    target.name = *Word::parse("box");
    target.title = {};
    project.hardware = project.hardware.push_back(target);
    for (const Problem& problem : check(project)) QVERIFY(!problem.path.text().ends_with("title"));
}

void CheckTest::findsProblemsWithin()
{
    Project project = smallProject();
    node("agent-2", [](Node& n) { n.name = Entered<DnsLabel>::from("agent-1.b"); })(project);
    say("nodes/agent-1/macs/eth1", "x")(project);
    const Problems problems = check(project);
    QCOMPARE(problems.size(), std::size_t(2));
    QCOMPARE(problemsWithin(problems, ObjectPath("profiles/p/nodes/agent-1")).size(), std::size_t(1));
    QCOMPARE(problemsWithin(problems, ObjectPath("profiles/p/nodes")).size(), std::size_t(2));
    QCOMPARE(problemsWithin(problems, ObjectPath("profiles/p/nodes/agent-1/macs/eth1")).size(), std::size_t(1));
    QCOMPARE(problemsWithin(problems, ObjectPath("profiles/p/networks")).size(), std::size_t(0));
    QCOMPARE(problemsWithin(problems, ObjectPath()).size(), std::size_t(2));
}

void CheckTest::saysWhetherAnythingChanged()
{
    CheckCache cache;
    Project project = smallProject();
    cache.update(project);
    QVERIFY(cache.unchanged());
    say("networks/storage/vlan", "4095")(project);
    cache.update(project);
    QVERIFY(!cache.unchanged());
    say("nodes/agent-1/macs/eth1", "52:54:00:01:01:77")(project);
    cache.update(project);
    QVERIFY(cache.unchanged());
    QCOMPARE(cache.problems().size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(CheckTest)
#include "check_test.moc"
