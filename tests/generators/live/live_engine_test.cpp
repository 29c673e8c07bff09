// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/live/live_engine.h"

#include "core/edits/values.h"
#include "tests/generators/cluster.h"
#include "tests/generators/live/output_texts.h"
#include "tests/support/random_project.h"

#include <QtTest/QtTest>
#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <ranges>

using namespace n3x;
using namespace n3x::cluster;
using n3x::test::difference;
using n3x::test::Texts;
using n3x::test::textsOf;

namespace {

std::vector<std::string> sorted(std::vector<std::string> paths)
{
    std::ranges::sort(paths);
    return paths;
}

Node renamed(Node node, std::string_view name)
{
    node.name = said<DnsLabel>(name);
    return node;
}

// Like `node`, with a name and addresses of its own.
Node another(const Node& node, int number)
{
    Node other = renamed(node, "n" + std::to_string(number));
    for (Attachment& one : other.addresses)
        for (auto& address : one.addresses)
            address = *Subnet::around(address.value(), 24)->address(static_cast<std::uint64_t>(10 + number % 200));
    return other;
}

Project withProfileAdded(const Project& project, int number)
{
    Profile profile = number % 2 == 0 ? vlans() : simple();
    profile.name = said<DnsLabel>("p" + std::to_string(number));
    Project changed = project;
    changed.profiles = project.profiles.push_back(profile);
    return changed;
}

// A random step from a project to another valid one, of every kind that reaches outputs in another way.
Project stepped(const Project& project, int& counter)
{
    const auto number = [&](std::size_t below) { return *rc::gen::inRange<std::size_t>(0, below); };
    ++counter;
    if (project.profiles.empty()) return withProfileAdded(project, counter);
    const std::size_t at = number(project.profiles.size());
    Profile profile = *project.profiles[at];
    const std::size_t nodes = profile.nodes.size();
    const auto withNodes = [&](Sequence<Node> changed) {
        profile.nodes = std::move(changed);
        return withProfile(project, at, profile);
    };
    switch (number(14)) {
    case 0: { // another node in the place of one
        const immer::box<Node> node = profile.nodes[number(nodes)];
        return withNodes(profile.nodes.set(number(nodes), another(*node, counter)));
    }
    case 1: { // any node's label in its place
        const std::size_t index = number(nodes);
        Node node = *profile.nodes[index];
        node.labels = {{said<LabelKey>("step"), said<LabelValue>(std::to_string(counter))}};
        return withNodes(profile.nodes.set(index, node));
    }
    case 2: return withNodes(profile.nodes.insert(number(nodes + 1), another(*profile.nodes[number(nodes)], counter)));
    case 3: return nodes < 2 ? project : withNodes(profile.nodes.erase(number(nodes)));
    case 4: { // move
        const std::size_t from = number(nodes);
        const immer::box<Node> node = profile.nodes[from];
        return withNodes(profile.nodes.erase(from).insert(number(nodes), node));
    }
    case 5: { // role
        const std::size_t index = number(nodes);
        Node node = *profile.nodes[index];
        node.role = Choice(node.role.value().kind() == Role::Server ? Role::Agent : Role::Server);
        return withNodes(profile.nodes.set(index, node));
    }
    case 6: { // target
        const std::size_t index = number(nodes);
        Node node = *profile.nodes[index];
        node.target = node.target == "box" ? "n100" : "box";
        return withNodes(profile.nodes.set(index, node));
    }
    case 7: { // attach and detach
        const std::size_t index = number(nodes);
        Node node = *profile.nodes[index];
        if (node.addresses.size() > 1)
            node.addresses.pop_back();
        else if (profile.networks.size() > 1)
            node.addresses.push_back(cluster::at("storage", {"192.168.100." + std::to_string(210 + index)}));
        return withNodes(profile.nodes.set(index, node));
    }
    case 8: { // a network's VLAN
        if (profile.networks.size() < 2) return project;
        Network network = *profile.networks[1];
        network.vlan = said<VlanId>(std::to_string(2 + number(150)));
        profile.networks = profile.networks.set(1, network);
        return withProfile(project, at, profile);
    }
    case 9: { // the project
        Project changed = project;
        changed.domain = said<DnsName>("d" + std::to_string(counter) + ".example");
        return changed;
    }
    case 10: { // hardware
        Project changed = project;
        HardwareTarget box = *project.hardware[0];
        box.backends = {Choice(counter % 2 == 0 ? Backend::Nixos : Backend::Debian)};
        changed.hardware = project.hardware.set(0, box);
        return changed;
    }
    case 11: return withProfileAdded(project, counter);
    case 12: { // profiles go and change places
        Project changed = project;
        const immer::box<Profile> taken = project.profiles[at];
        changed.profiles = project.profiles.erase(at);
        if (number(2) == 0) changed.profiles = changed.profiles.insert(number(changed.profiles.size() + 1), taken);
        return changed;
    }
    default: { // every box anew, nothing else
        Sequence<Node> copies;
        for (const auto& node : profile.nodes) copies = copies.push_back(Node(*node));
        return withNodes(copies);
    }
    }
}

} // namespace

class LiveEngineTest : public QObject {
    Q_OBJECT

private slots:
    void theFirstGenerationIsAllChanged()
    {
        LiveEngine engine;
        const Generation first = engine.update(project({simple(), vlans()}));
        QCOMPARE(sorted(first.changed), first.outputs.paths());
        QCOMPARE(first.plans.size(), 2UZ);
        QVERIFY(engine.update(project({simple(), vlans()})).changed.empty());
    }

    void anEditReachesItsFilesOnly()
    {
        LiveEngine engine;
        const Project before = project({simple(), vlans()});
        const Generation first = engine.update(before);
        Node node = *before.profiles[1]->nodes[3];
        node.taints = saidAll<Taint>({"busy:NoSchedule"});
        const Generation second = engine.update(withNode(before, 1, 3, node));
        QVERIFY(!second.changed.empty());
        for (const std::string& path : second.changed) QVERIFY2(path.contains("vlans"), path.c_str());
        QVERIFY(std::ranges::contains(second.changed, "lib/k3s/flags/vlans/agent-2.json"));
        QCOMPARE(sorted(second.changed), difference(textsOf(first.outputs), textsOf(second.outputs)));
        // What the edit did not reach is the same memory.
        QVERIFY(second.outputs.profiles()[0] == first.outputs.profiles()[0]);
        QVERIFY(second.outputs.profiles()[1]->nodes[0] == first.outputs.profiles()[1]->nodes[0]);
        QVERIFY(second.outputs.order() == first.outputs.order());
    }

    void anotherNameIsAnotherFolder()
    {
        LiveEngine engine;
        const Project before = project({simple()});
        const Generation first = engine.update(before);
        const Generation second =
            engine.update(withNode(before, 0, 2, renamed(*before.profiles[0]->nodes[2], "worker")));
        QCOMPARE(sorted(second.changed), difference(textsOf(first.outputs), textsOf(second.outputs)));
        QVERIFY(!second.outputs.find("lib/k3s/flags/simple/agent-1.json"));
        QVERIFY(second.outputs.find("lib/k3s/flags/simple/worker.json"));
    }

    void anEarlierGenerationStaysAsItWas()
    {
        LiveEngine engine;
        Project now = project({vlans()});
        const Generation first = engine.update(now);
        const Texts texts = textsOf(first.outputs);
        for (std::size_t index = 0; index < 4; ++index) {
            now = withNode(now, 0, index, renamed(*now.profiles[0]->nodes[index], "other-" + std::to_string(index)));
            static_cast<void>(engine.update(now));
        }
        QCOMPARE(textsOf(first.outputs), texts);
    }

    void theFilesOfAWatchedNodeAreWrittenFirst()
    {
        LiveEngine engine;
        const Project before = project({simple(), vlans()});
        static_cast<void>(engine.update(before));
        std::vector<std::shared_ptr<const OutputBlock>> told;
        const WatchedFile watched{"vlans", "agent-2", "", [&](const auto& files) { told.push_back(files); }};

        Node node = *before.profiles[1]->nodes[3];
        node.taints = saidAll<Taint>({"busy:NoSchedule"});
        const Project oneNode = withNode(before, 1, 3, node);
        static_cast<void>(engine.update(oneNode, {}, watched));
        QCOMPARE(told.size(), 0UZ); // there is nothing to put it before

        const Project allNodes =
            edits::setValue(ObjectPath("profiles/vlans/networks/storage/vlan"), "150").apply(oneNode);
        const Generation live = engine.update(allNodes, {}, watched);
        QCOMPARE(told.size(), 1UZ);
        QVERIFY(told[0] == live.outputs.profiles()[1]->nodes[3]);
        QCOMPARE(textsOf(live.outputs), textsOf(generate(allNodes).outputs));

        const Project otherProfile =
            edits::setValue(ObjectPath("profiles/simple/networks/cluster/mtu"), "1400").apply(allNodes);
        static_cast<void>(engine.update(otherProfile, {}, watched));
        QCOMPARE(told.size(), 1UZ);
    }

    void aWatchedFileOfAllNodesIsWrittenFirst()
    {
        LiveEngine engine;
        const Project before = project({simple(), vlans()});
        static_cast<void>(engine.update(before));
        const std::string path = "lib/network/profiles/vlans.nix";
        std::vector<std::shared_ptr<const OutputBlock>> told;
        const WatchedFile watched{"vlans", "", path, [&](const auto& files) { told.push_back(files); }};
        const Project after = edits::setValue(ObjectPath("profiles/vlans/networks/storage/vlan"), "150").apply(before);
        const Generation live = engine.update(after, {}, watched);
        QCOMPARE(told.size(), 1UZ);
        QCOMPARE(told[0]->fileCount(), 1UZ);
        QCOMPARE(std::string(told[0]->file(0).path), path);
        QCOMPARE(std::string(told[0]->file(0).text), live.outputs.find(path)->text());
        QCOMPARE(textsOf(live.outputs), textsOf(generate(after).outputs));
    }

    void liveEqualsFresh()
    {
        QVERIFY(rc::check("after any steps the engine's outputs, plans and changes are those of a new engine", [] {
            LiveEngine engine;
            Project now = project({simple(), vlans(), bondingNamed("bonding")});
            Texts before = textsOf(engine.update(now).outputs);
            int counter = 0;
            const int steps = *rc::gen::inRange(1, 12);
            for (int step = 0; step < steps; ++step) {
                for (int together = *rc::gen::inRange(1, 4); together > 0; --together) now = stepped(now, counter);
                const Generation live = engine.update(now);
                const Generation fresh = generate(now);
                const Texts after = textsOf(live.outputs);
                RC_ASSERT(after == textsOf(fresh.outputs));
                RC_ASSERT(live.outputs == fresh.outputs);
                RC_ASSERT(live.outputs.fileCount() == after.size());
                RC_ASSERT(live.outputs.paths() == fresh.outputs.paths());
                RC_ASSERT(sorted(live.changed) == difference(before, after));
                RC_ASSERT(live.plans.size() == fresh.plans.size());
                for (const auto& [name, plan] : fresh.plans) RC_ASSERT(*live.plans.at(name) == *plan);
                for (const auto& [path, text] : after) {
                    const auto found = live.outputs.find(path);
                    RC_ASSERT(found.has_value());
                    RC_ASSERT(found->text() == text);
                    RC_ASSERT(found->size() == text.size());
                }
                before = after;
            }
        }));
    }

    void anyProjectMayFollowAnyOther()
    {
        QVERIFY(rc::check("an engine that has seen other projects gives what a new one gives", [] {
            LiveEngine engine;
            Texts before;
            for (int step = 0; step < 3; ++step) {
                const Project project = *test::validProjects();
                const Generation live = engine.update(project);
                const Texts after = textsOf(live.outputs);
                RC_ASSERT(!after.empty());
                RC_ASSERT(after == textsOf(generate(project).outputs));
                RC_ASSERT(sorted(live.changed) == difference(before, after));
                before = after;
            }
        }));
    }

    void linesKnowTheLinkTheyComeFrom()
    {
        const Generation all = generate(project({vlans()}));
        const std::string folder =
            "backends/debian/meta-n3x/recipes-support/systemd-networkd-config/files/vlans/agent-1/";
        const std::vector<LineOrigin> unit = originsOf(all, folder + "20-vlan-storage.network");
        QCOMPARE(unit.size(), 1UZ);
        QCOMPARE(unit[0].network, std::string("storage"));
        QCOMPARE(unit[0].link, std::string("eth1.100"));
        QCOMPARE(unit[0].uplink, std::string("trunk"));
        QCOMPARE(unit[0].line, 0U);
        const std::string text = all.outputs.find(folder + "20-vlan-storage.network")->text();
        QCOMPARE(std::size_t{unit[0].count}, static_cast<std::size_t>(std::ranges::count(text, '\n')));

        const std::vector<LineOrigin> flags = originsOf(all, "lib/k3s/flags/vlans/agent-1.json");
        QCOMPARE(flags.size(), 1UZ);
        QCOMPARE(flags[0].line, 3U); // --node-ip, --flannel-iface
        QCOMPARE(flags[0].count, 2U);
        QCOMPARE(flags[0].network, std::string("cluster"));
        QVERIFY(originsOf(all, "no/such/file").empty());
    }

    void linesOfASharedFileKnowTheirNode()
    {
        const Generation all = generate(project({vlans()}));
        for (const std::string& path : all.outputs.profiles()[0]->sharedPaths) {
            const std::string text = all.outputs.find(path)->text();
            std::vector<std::string> lines;
            for (const auto line : text | std::views::split('\n')) lines.emplace_back(std::string_view(line));
            std::vector<std::string> nodes;
            for (const LineOrigin& origin : originsOf(all, path)) {
                if (nodes.empty() || nodes.back() != origin.node) nodes.push_back(origin.node);
                QVERIFY(origin.line + origin.count <= lines.size());
            }
            QCOMPARE(nodes, (std::vector<std::string>{"server-1", "server-2", "agent-1", "agent-2"}));
        }
    }

private:
    static Profile bondingNamed(std::string_view name)
    {
        Profile profile = bondingVlans();
        profile.name = said<DnsLabel>(name);
        return profile;
    }
};

QTEST_APPLESS_MAIN(LiveEngineTest)
#include "live_engine_test.moc"
