// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/check.h"
#include "core/edits/hardware.h"
#include "core/edits/networks.h"
#include "core/edits/nodes.h"
#include "core/edits/profiles.h"
#include "core/edits/uplinks.h"
#include "core/edits/values.h"
#include "core/plan/plan.h"
#include "tests/core/edits/sample.h"

#include <QtTest/QtTest>

#include <functional>

using namespace n3x;
using namespace n3x::test;

namespace {

using Names = std::vector<std::string>;

template <class T> Names namesOf(const Sequence<T>& objects)
{
    Names names;
    for (const auto& object : objects) names.push_back(object->name.text());
    return names;
}

// Three of each kind, called a, b and c.
Project threes()
{
    Project project;
    for (const char* name : {"a", "b", "c"}) {
        project = edits::addProfile(name).apply(project);
        project = edits::addTarget(name).apply(project);
    }
    for (const char* name : {"a", "b", "c"}) {
        const auto lastOf = [](const auto& objects) { return objects.back()->name.text(); };
        project = edits::addUplink(project, "b").apply(project);
        project = edits::renameUplink("b", lastOf(profileOf(project, "b").uplinks), name).apply(project);
        project = edits::addNetwork(project, "b", name).apply(project);
        project = edits::renameNetwork("b", lastOf(profileOf(project, "b").networks), name).apply(project);
        project = edits::addNode(project, "b", Role::Server, name).apply(project);
        project = edits::renameNode("b", lastOf(profileOf(project, "b").nodes), name).apply(project);
    }
    return project;
}

struct Kind {
    const char* name;
    std::string said;
    std::function<Edit(std::string_view, std::size_t)> move;
    std::function<Names(const Project&)> names;
};

const std::vector<Kind>& kinds()
{
    static const std::vector<Kind> all{
        {"profile", "Move profile b", edits::moveProfile, [](const Project& p) { return namesOf(p.profiles); }},
        {"node", "Move b", std::bind_front(edits::moveNode, "b"),
         [](const Project& p) { return namesOf(profileOf(p, "b").nodes); }},
        {"uplink", "Move uplink b", std::bind_front(edits::moveUplink, "b"),
         [](const Project& p) { return namesOf(profileOf(p, "b").uplinks); }},
        {"network", "Move network b", std::bind_front(edits::moveNetwork, "b"),
         [](const Project& p) { return namesOf(profileOf(p, "b").networks); }},
        {"target", "Move hardware target b", edits::moveTarget, [](const Project& p) { return namesOf(p.hardware); }},
    };
    return all;
}

std::string founderOf(const Project& project, std::string_view profile = bonding)
{
    return planCluster(project, profileOf(project, profile)).shared->initServer;
}

} // namespace

class MovesTest : public QObject {
    Q_OBJECT
private slots:
    void standsWhereItWasPut_data();
    void standsWhereItWasPut();
    void nothingElseChanges();
    void theFirstServerFounds();
    void theDeployedProfileStays();
    void networksStayOnTheirUplinks();
    void nodesStayOnTheirTarget();
    void builtInTargetsDoNotMove();
};

void MovesTest::standsWhereItWasPut_data()
{
    QTest::addColumn<std::size_t>("kind");
    for (std::size_t at = 0; at < kinds().size(); ++at) QTest::newRow(kinds()[at].name) << at;
}

void MovesTest::standsWhereItWasPut()
{
    QFETCH(const std::size_t, kind);
    const auto& [name, said, move, names] = kinds()[kind];
    const Project project = threes();
    const auto after = [&](std::string_view moved, std::size_t index) {
        return names(move(moved, index).apply(project));
    };
    QVERIFY((names(project) == Names{"a", "b", "c"}));
    QVERIFY((after("a", 1) == Names{"b", "a", "c"}));
    QVERIFY((after("a", 2) == Names{"b", "c", "a"}));
    QVERIFY((after("c", 0) == Names{"c", "a", "b"}));
    QVERIFY((after("b", 1) == Names{"a", "b", "c"}));
    QVERIFY((after("b", 99) == Names{"a", "c", "b"})); // beyond the end is the end
    QVERIFY(move("b", 1).apply(project) == project);
    QVERIFY(move("nobody", 0).apply(project) == project);
    QVERIFY(move("b", 0).apply(Project()) == Project());
    QCOMPARE(move("b", 0).name.english(), said);
}

// Each object is the one that it was, so that nobody downstream looks at it again, and moving back is as if nothing
// had been done.
void MovesTest::nothingElseChanges()
{
    const Project project = threes();
    for (const Kind& kind : kinds()) {
        const Project moved = kind.move("c", 0).apply(project);
        QVERIFY2(!(moved == project), kind.name);
        QVERIFY2(kind.move("c", 2).apply(moved) == project, kind.name);
        for (const char* name : {"a", "c"}) QVERIFY2(&profileOf(moved, name) == &profileOf(project, name), kind.name);
        const Profile& before = profileOf(project, "b");
        const Profile& after = profileOf(moved, "b");
        for (const char* name : {"a", "b", "c"}) {
            QVERIFY2(find(before.nodes, name) == find(after.nodes, name), kind.name);
            QVERIFY2(find(before.uplinks, name) == find(after.uplinks, name), kind.name);
            QVERIFY2(find(before.networks, name) == find(after.networks, name), kind.name);
            QVERIFY2(find(project.hardware, name) == find(moved.hardware, name), kind.name);
        }
    }
}

void MovesTest::theFirstServerFounds()
{
    Project project = sample();
    QCOMPARE(founderOf(project), std::string("server-1"));
    project = edits::moveNode(bonding, "server-2", 0).apply(project);
    QCOMPARE(founderOf(project), std::string("server-2"));
    project = edits::moveNode(bonding, "agent-1", 0).apply(project); // an agent founds nothing
    QCOMPARE(founderOf(project), std::string("server-2"));
    const ObjectPath initServer("profiles/bonding-vlans/initServer");
    project = edits::setValue(initServer, "server-2").apply(project);
    project = edits::moveNode(bonding, "server-1", 0).apply(project);
    QCOMPARE(founderOf(project), std::string("server-2"));
}

void MovesTest::theDeployedProfileStays()
{
    const Project project = edits::setDeploy("vlans").apply(sample());
    const Project moved = edits::moveProfile("vlans", 0).apply(project);
    QCOMPARE(namesOf(moved.profiles).front(), std::string("vlans"));
    QCOMPARE(moved.deploy.value(), std::string("vlans"));
    QCOMPARE(check(moved).size(), check(project).size());
}

void MovesTest::networksStayOnTheirUplinks()
{
    const Project project = threes();
    Project moved = edits::moveUplink("b", "c", 0).apply(project);
    moved = edits::moveNetwork("b", "b", 0).apply(moved);
    for (const char* name : {"a", "b", "c"})
        QCOMPARE(find(profileOf(moved, "b").networks, name)->uplink, std::string(name));
    QCOMPARE(check(moved).size(), check(project).size());
    QCOMPARE(founderOf(moved, "b"), founderOf(project, "b"));
}

void MovesTest::nodesStayOnTheirTarget()
{
    const Project project = threes();
    const Project moved = edits::moveTarget("c", 0).apply(project);
    for (const char* name : {"a", "b", "c"}) QCOMPARE(nodeOf(moved, name, "b").target, std::string(name));
    QVERIFY(check(moved) == check(project));
    const ClusterPlan before = planCluster(project, profileOf(project, "b"));
    const ClusterPlan after = planCluster(moved, profileOf(moved, "b"));
    for (std::size_t at = 0; at < 3; ++at) QVERIFY(*after.nodes[at] == *before.nodes[at]);
}

void MovesTest::builtInTargetsDoNotMove()
{
    const Project project = threes();
    QVERIFY(edits::moveTarget("n100", 0).apply(project) == project);
}

QTEST_GUILESS_MAIN(MovesTest)
#include "moves_test.moc"
