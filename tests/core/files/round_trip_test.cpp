// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/files/embedded_file.h"
#include "core/files/load.h"
#include "core/files/save.h"
#include "core/files/templates.h"
#include "tests/support/hostile_texts.h"
#include "tests/support/property.h"
#include "tests/support/random_project.h"

#include <QTest>

using namespace n3x;

namespace {

// A project in which every kind of text is `text`, right or wrong.
Project saying(const std::string& text)
{
    Project project = templateProject("bonding-vlans");
    Profile profile = project.profiles[0].get();
    profile.name = Entered<DnsLabel>::from(text);
    profile.summary = Entered<Line>::from(text);
    profile.initServer = text;
    Node node = profile.nodes[0].get();
    node.name = Entered<DnsLabel>::from(text);
    node.target = text;
    node.labels = {{Entered<LabelKey>::from(text), Entered<LabelValue>::from(text)}};
    node.taints = {Entered<Taint>::from(text), Entered<Taint>::from("a:NoSchedule")};
    node.macs = {{Entered<InterfaceName>::from(text), Entered<MacAddress>::from(text)}};
    node.addresses = {{text, {Entered<IpAddress>::from(text)}},
                      {"two", {Entered<IpAddress>::from(text), Entered<IpAddress>::from("::1")}}};
    profile.nodes = profile.nodes.push_back(node);
    Network network = profile.networks[0].get();
    network.vlan = Entered<VlanId>::from(text);
    network.mtu = Entered<Mtu>::from(text);
    network.gateway = {Entered<IpAddress>::from(text)};
    network.routes = {{Entered<Subnet>::from(text), Entered<IpAddress>::from(text)}};
    profile.networks = profile.networks.set(0, network);
    project.profiles = project.profiles.set(0, profile);
    project.name = Entered<DnsLabel>::from(text);
    project.builders = {{Entered<Word>::from(text), {Entered<Word>::from(text)}, {}, {}}};
    project.admins.ssh = {Entered<SshKey>::from(text)};
    return project;
}

} // namespace

class RoundTripTest : public QObject {
    Q_OBJECT
private slots:
    void builtIns()
    {
        SourceText files;
        for (const EmbeddedFile& file : builtInFiles()) {
            const std::string path = file.path == "profiles/sample/n3x.yaml" ? "n3x.yaml" : std::string(file.path);
            if (!path.contains("/hardware/")) files.emplace(path, file.text);
        }
        const LoadedProject loaded = loadProject(files);
        QVERIFY(loaded.problems.empty());
        QCOMPARE(loaded.project.profiles.size(), 4UZ);
        const SourceText saved = saveProject(loaded.project);
        QCOMPARE(saved.size(), files.size());
        for (const auto& [path, text] : files)
            QCOMPARE(QString::fromStdString(saved.at(path)), QString::fromStdString(text));
    }

    void hardware()
    {
        std::size_t count = 0;
        for (const EmbeddedFile& file : builtInFiles()) {
            if (!file.path.contains("/hardware/")) continue;
            ++count;
            const auto target = loadHardwareTarget(file.path, file.text);
            QVERIFY2(target.has_value(), file.path.data());
            QCOMPARE(QString::fromStdString(saveHardwareTarget(*target)),
                     QString::fromUtf8(file.text.data(), static_cast<qsizetype>(file.text.size())));
            QVERIFY(!target->nics.empty() && !target->console.empty() && target->title.valid() &&
                    target->boot->valid());
        }
        QCOMPARE(count, 7UZ);
        QCOMPARE(builtInHardware().size(), 7UZ);
        QVERIFY(findTarget(Project(), "n100"));
        QVERIFY(!findTarget(Project(), "n200"));
    }

    void ownTargetComesFirst()
    {
        Project project;
        HardwareTarget own;
        own.name = Entered<Word>::from("n100");
        own.title = Entered<Line>::from("Ours");
        project.hardware = project.hardware.push_back(own);
        QCOMPARE(findTarget(project, "n100")->title.text(), std::string("Ours"));
    }

    void templates()
    {
        for (const std::string_view name : templateNames()) {
            const Project project = templateProject(name);
            QCOMPARE(project.profiles.size(), name == "sample" ? 4UZ : 1UZ);
            QVERIFY(find(project.profiles, *project.deploy));
        }
        QCOMPARE(templateProject("sample").name.text(), std::string("edge-lab"));
        QCOMPARE(*templateProject("sample").deploy, std::string("vlans"));
    }

    void randomProjects()
    {
        QVERIFY(
            test::holds("load gives back what save wrote, and save writes the same again", [](const Project& project) {
                const SourceText files = saveProject(project);
                const LoadedProject loaded = loadProject(files);
                RC_ASSERT(loaded.problems.empty());
                RC_ASSERT(loaded.project == project);
                RC_ASSERT(loaded.unsafeToSave.empty() && loaded.filesWithComments.empty());
                RC_ASSERT(saveProject(loaded.project) == files);
            }));
    }

    void hostileTexts()
    {
        for (const std::string& text : test::hostileStrings()) {
            const Project project = saying(text);
            const SourceText files = saveProject(project);
            const LoadedProject loaded = loadProject(files);
            const QByteArray shown = QByteArray::fromStdString(text).toPercentEncoding();
            for (const Problem& problem : loaded.problems)
                qInfo("%s: %s", shown.data(), problem.what.english().c_str());
            QVERIFY2(loaded.problems.empty(), shown);
            QVERIFY2(loaded.filesWithComments.empty(), shown);
            QVERIFY2(loaded.project == project, shown);
            for (const auto& [path, bytes] : files)
                QVERIFY2(path == "n3x.yaml" ||
                             (path.starts_with("profiles/") && path.find('/', 9) == std::string::npos),
                         shown);
        }
    }

    // Names that are double are wrong, but saving loses neither.
    void sameNames()
    {
        Project project = templateProject("simple");
        Profile other = project.profiles[0].get();
        other.summary = Entered<Line>::from("the other");
        project.profiles = project.profiles.push_back(other);
        QVERIFY(loadProject(saveProject(project)).project == project);
    }

    void absentIsNotWritten()
    {
        const std::string text = saveProject(templateProject("simple")).at("profiles/simple.yaml");
        for (const char* key : {"vlan", "mtu", "k3s:", "overrides", "taints", "gateway", "~", "null", "[]", "{}"})
            QVERIFY2(!text.contains(key), key);
    }
};

QTEST_APPLESS_MAIN(RoundTripTest)
#include "round_trip_test.moc"
