// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/edits/values.h"
#include "core/files/templates.h"
#include "generators/live/live_engine.h"
#include "generators/repo/exported_files.h"
#include "generators/repo/project_data.h"
#include "tests/generators/cluster.h"

#include <QtTest/QtTest>

using namespace n3x;
using namespace std::string_view_literals;

namespace {

std::string dataOf(const Project& project, std::vector<std::string> profiles)
{
    OutputWriter out;
    writeProjectData(planProject(project, std::move(profiles)), out);
    return out.text();
}

std::size_t count(std::string_view text, std::string_view part)
{
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++found;
    return found;
}

} // namespace

class ProjectDataTest : public QObject {
    Q_OBJECT

private slots:
    void namesOnlyProfilesThatHaveOutputs()
    {
        const std::string text = dataOf(templateProject("sample"), {"simple", "dhcp-simple"});
        QVERIFY(text.contains("simple = import ./network/profiles/simple.nix;\n"));
        QVERIFY(text.contains("dhcp-simple = import ./network/profiles/dhcp-simple.nix;\n"));
        QVERIFY(!text.contains("profiles/bonding-vlans"));
        QVERIFY(text.contains("held = [ \"vlans\" \"bonding-vlans\" ];\n"));
        QVERIFY(text.contains("deploy = \"vlans\";\n")); // its machines run what was exported before

        Project project = templateProject("sample");
        project.deploy = "elsewhere";
        QVERIFY(dataOf(project, {"simple"}).contains("deploy = null;\n"));
    }

    void ownTargetsComeInPlaceOfTheirNamesakes()
    {
        Project project = templateProject("sample");
        const std::size_t builtIn = count(dataOf(project, {}), "backends = ");
        project.hardware = Sequence<HardwareTarget>()
                               .push_back(cluster::target("n100", Backend::Nixos, {"eth7"}))
                               .push_back(cluster::target("edge-box", Backend::Nixos, {"eth0"}))
                               .push_back(cluster::target("edge-box", Backend::Nixos, {"eth8"})); // an error elsewhere
        const std::string text = dataOf(project, {});
        QCOMPARE(count(text, "backends = "), builtIn + 1);
        QCOMPARE(count(text, "n100 = {"), 1U);
        QVERIFY(text.contains("name = \"eth7\";"));
        QVERIFY(!text.contains("name = \"eth8\";"));
    }

    // So that a profile that is held goes on when n3x.yaml knows its target no more.
    void aProfileHoldsTheOwnTargetsThatItNames()
    {
        Project project = templateProject("sample");
        const auto dataOfVlans = [&] {
            const Generation generation = generate(project);
            const auto text = generation.outputs.find("lib/network/profiles/vlans.nix");
            return text ? text->text() : std::string();
        };
        QVERIFY(!dataOfVlans().contains("hardware"));
        project.hardware = Sequence<HardwareTarget>()
                               .push_back(cluster::target("edge-box", Backend::Nixos, {"eth1", "eth2"}))
                               .push_back(cluster::target("spare", Backend::Nixos, {"eth1", "eth2"}));
        QVERIFY(!dataOfVlans().contains("hardware"));
        project = edits::setValue(ObjectPath("profiles/vlans/nodes/agent-1/target"), "edge-box").apply(project);
        const std::string text = dataOfVlans();
        QVERIFY2(count(text, "hardware = {") + count(text, "hardware.edge-box = {") == 1, text.c_str());
        QVERIFY(text.contains("edge-box = {") && !text.contains("spare"));
        QVERIFY(!generate(project).outputs.find("lib/network/profiles/simple.nix")->text().contains("hardware"));
    }

    void mirrorsAndTuningAreSaidWhereThereAreAny()
    {
        Project project = templateProject("sample");
        const std::string plain = dataOf(project, {});
        QVERIFY(!plain.contains("registries") && !plain.contains("tuning"));
        project.caches.registries = cluster::saidAll<RegistryMirror>({"docker.io=https://a.example/?x=y", "nonsense"});
        project.tuning = cluster::saidAll<Choice<Tuning>>({"network", "latency"});
        const std::string text = dataOf(project, {});
        QVERIFY(text.contains("registry = \"docker.io\";\n        endpoint = \"https://a.example/?x=y\";\n"));
        QCOMPARE(count(text, "registry = "), 1U);
        QVERIFY(text.contains("tuning = [ \"network\" \"latency\" ];\n"));
    }

    // Looking keys up again gives what looking them up for the first time does.
    void keysFollowTheDeployedNodes()
    {
        const auto withKey = [](Project project, std::size_t at, std::string_view key) {
            const std::size_t profile = *indexOf(project.profiles, "vlans");
            Profile changed = *project.profiles[profile];
            Node node = *changed.nodes[at];
            node.age = Entered<AgeRecipient>::from(key);
            changed.nodes = changed.nodes.set(at, node);
            project.profiles = project.profiles.set(profile, changed);
            return project;
        };
        const std::vector<std::string> profiles{"vlans"};
        const Project none = templateProject("sample");
        const Project first = withKey(none, 0, "age1qqqqqqqq");
        const Project other = withKey(first, 2, "age1zzzzzzzz");
        const Project wrong = withKey(other, 2, "no key");
        KeyLookup last;
        for (const Project& project : {none, first, first, other, wrong, other, none}) {
            const ProjectPlan plan = planProject(project, profiles, &last);
            QVERIFY(plan == planProject(project, profiles));
        }
        QCOMPARE(planProject(other, profiles).recipients,
                 (std::vector<ProjectPlan::Recipient>{{"server-1", Role::Server, "age1qqqqqqqq"},
                                                      {"agent-1", Role::Agent, "age1zzzzzzzz"}}));
        Project undecided = other;
        undecided.deploy.reset();
        QVERIFY(planProject(undecided, profiles).recipients.empty());
    }

    void whatTypesRefuseIsLeftOut()
    {
        Project project = templateProject("sample");
        HardwareTarget target = cluster::target("edge-box", Backend::Nixos, {"eth0"});
        target.nixos.image = cluster::saidAll<Word>({"raw-efi", "two words"});
        target.disk.device = Entered<Line>::from("/dev/\nsda");
        project.hardware = project.hardware.push_back(target);
        const std::string text = dataOf(project, {});
        QVERIFY(text.contains("image = [ \"raw-efi\" ];\n"));
        QVERIFY(!text.contains("sda"));
    }

    void everyExportHasTheFixedFiles()
    {
        const Generation generation = generate(templateProject("simple"));
        QVERIFY(!exportedFiles().empty());
        for (const EmbeddedFile& file : exportedFiles()) {
            const auto text = generation.outputs.find(file.path);
            QVERIFY2(text, std::string(file.path).c_str());
            QCOMPARE(text->text(), std::string(file.text));
        }
        QVERIFY(generation.outputs.find("flake.nix"));
        QVERIFY(generation.outputs.find("lib/project.nix"));
    }

    // What no edit of a node reaches is neither written again nor reported.
    void anEditOfANodeLeavesThemAlone()
    {
        LiveEngine engine;
        Project project = templateProject("sample");
        const Generation before = engine.update(project);
        Profile profile = *project.profiles[0];
        profile.nodes = profile.nodes.erase(profile.nodes.size() - 1);
        project.profiles = project.profiles.set(0, profile);
        const Generation after = engine.update(project);
        QCOMPARE(after.outputs.project().get(), before.outputs.project().get());
        QVERIFY(!std::ranges::contains(after.changed, "flake.nix"));
    }
};

QTEST_APPLESS_MAIN(ProjectDataTest)
#include "project_data_test.moc"
