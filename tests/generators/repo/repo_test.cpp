// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/files/templates.h"
#include "generators/repo/repo.h"
#include "tests/support/random_project.h"

#include <QtTest/QtTest>

using namespace n3x;
using namespace std::string_view_literals;

namespace {

std::string dataOf(const ClusterPlan& plan)
{
    OutputWriter out;
    const std::unique_ptr<SharedFileWriter> file = profileData(*plan.shared);
    file->writeHead(out);
    for (const auto& node : plan.nodes) file->writeNode(*node, out);
    file->writeFoot(out);
    return out.text();
}

// By itself, as the engine keeps it.
std::string pieceOf(const NodePlan& node, const ProfilePlan& shared)
{
    OutputWriter out;
    profileData(shared)->writeNode(node, out);
    return out.text();
}

std::string dataOf(std::string_view profile)
{
    const Project project = templateProject("sample");
    return dataOf(planCluster(project, *find(project.profiles, profile)));
}

// The profile with another name for one of its networks.
Profile renamed(Profile profile, std::string_view from, std::string_view to)
{
    Network network = *find(profile.networks, from);
    network.name = *DnsLabel::parse(to);
    profile.networks = profile.networks.set(*indexOf(profile.networks, from), network);
    for (std::size_t at = 0; at < profile.nodes.size(); ++at) {
        Node node = *profile.nodes[at];
        for (Attachment& one : node.addresses)
            if (one.network == from) one.network = to;
        profile.nodes = profile.nodes.set(at, node);
    }
    return profile;
}

} // namespace

class RepoTest : public QObject {
    Q_OBJECT

private slots:
    void path()
    {
        ProfilePlan shared;
        shared.profile = "vlans";
        QCOMPARE(profileDataPath("vlans"), "lib/network/profiles/vlans.nix");
    }

    // NICs that stand under hardware targets only have one name for all of them, or none that would be right.
    void linksOfTargetsOnlyAreNamedWhereTheyAgree()
    {
        const Project project = templateProject("sample");
        Profile profile = *find(project.profiles, "vlans");
        Uplink uplink = *profile.uplinks[0];
        uplink.nic.reset();
        const auto data = [&](std::vector<TargetPorts> targets) {
            uplink.targets = std::move(targets);
            profile.uplinks = profile.uplinks.set(0, uplink);
            return dataOf(planCluster(project, profile));
        };
        const auto nic = [](std::string_view name) { return Entered<InterfaceName>::from(name); };
        const std::string agreed = data({{"qemu-amd64", nic("eth1"), {}, {}}, {"n100", nic("eth1"), {}, {}}});
        QVERIFY(agreed.contains("    cluster = \"eth1.200\";\n") && agreed.contains("    trunk = \"eth1\";\n"));
        const std::string differing = data({{"qemu-amd64", nic("eth1"), {}, {}}, {"n100", nic("enp1s0"), {}, {}}});
        QVERIFY(differing.contains("  interfaces = { };\n"));
        QVERIFY(differing.contains("    cluster = 200;\n"));
        QVERIFY(differing.contains("  ownPorts = [ \"n100\" \"qemu-amd64\" ];\n"));
        QVERIFY(data({}).contains("  ownPorts = [ ];\n"));
    }

    void theSchemaHasItsOwnWords()
    {
        const std::string text = dataOf("bonding-vlans");
        QVERIFY(text.contains("  interfaces = {\n"
                              "    cluster = \"bond0.200\";\n"
                              "    storage = \"bond0.100\";\n"
                              "    trunk = \"bond0\";\n"
                              "    bondMembers = [ \"eth1\" \"eth2\" ];\n"
                              "  };\n"
                              "  vlanIds = {\n"
                              "    cluster = 200;\n"
                              "    storage = 100;\n"
                              "  };\n"
                              "  clusterVlanId = 200;\n"
                              "  storageVlanId = 100;\n"
                              "  bondConfig = {\n"
                              "    mode = \"active-backup\";\n"
                              "    primary = \"eth1\";\n"
                              "    miimon = 100;\n"
                              "    members = [ \"eth1\" \"eth2\" ];\n"
                              "  };\n"));
        QVERIFY(text.contains("  ipAddresses.server-1 = {\n"
                              "    cluster = \"192.168.200.1\";\n"
                              "    storage = \"192.168.100.1\";\n"
                              "  };\n"
                              "  clusterIPs.server-1 = \"192.168.200.1\";\n"
                              "  storageIPs.server-1 = \"192.168.100.1\";\n"));
        QVERIFY(!text.contains("  mode = \"dhcp\""));
    }

    void dhcpHasItsServerAndReservations()
    {
        const std::string text = dataOf("dhcp-simple");
        QVERIFY(text.contains("  mode = \"dhcp\";\n"
                              "  dhcpServer = {\n"
                              "    mac = \"52:54:00:01:01:00\";\n"
                              "    ip = \"192.168.1.254\";\n"
                              "    subnet = \"192.168.1.0/24\";\n"
                              "    rangeStart = \"192.168.1.100\";\n"
                              "    rangeEnd = \"192.168.1.200\";\n"
                              "    gateway = null;\n"
                              "    leaseTime = \"12h\";\n"
                              "  };\n"));
        QVERIFY(text.contains("      dhcp = {\n"
                              "        server = \"192.168.1.254\";\n"
                              "        mac = \"52:54:00:01:01:00\";\n"
                              "        range = [ \"192.168.1.100\" \"192.168.1.200\" ];\n"
                              "        leaseTime = \"12h\";\n"
                              "      };\n"));
        QVERIFY(text.contains("  reservations.agent-2 = {\n"
                              "    mac = \"52:54:00:01:01:04\";\n"
                              "    ip = \"192.168.1.4\";\n"
                              "  };\n"));
    }

    void withoutTagOrBondThereIsNoWordForThem()
    {
        const std::string text = dataOf("simple");
        for (const char* name : {"vlanIds", "bondConfig", "trunk =", "bondMembers", "dhcpServer", "reservations"})
            QVERIFY2(!text.contains(name), name);
    }

    // The schema asks for "cluster" and "storage" by name; a profile may call its networks as it likes.
    void theSchemasNamesStandBesideOtherNames()
    {
        const Project project = templateProject("sample");
        const std::string text =
            dataOf(planCluster(project, renamed(*find(project.profiles, "vlans"), "cluster", "backbone")));
        QVERIFY(
            text.contains("    backbone = \"eth1.200\";\n    storage = \"eth1.100\";\n    cluster = \"eth1.200\";\n"));
        QVERIFY(text.contains("    backbone = 200;\n    storage = 100;\n    cluster = 200;\n"));
        QVERIFY(text.contains("    backbone = \"192.168.200.1\";\n    storage = \"192.168.100.1\";\n"
                              "    cluster = \"192.168.200.1\";\n"));
    }

    void aNodeSaysAgainOnlyWhatIsDifferentForIt()
    {
        const Project project = templateProject("sample");
        const ClusterPlan plan = planCluster(project, *find(project.profiles, "simple"));
        const std::string same = pieceOf(*plan.nodes[0], *plan.shared);
        for (const char* name : {"clusterCidr", "tlsNames", "flannelBackend", "version", "disable"})
            QVERIFY2(!same.contains(name), name);

        NodePlan node = *plan.nodes[0];
        node.k3s.flannelBackend = FlannelBackend::HostGw;
        node.k3s.disable.push_back("metrics-server");
        node.k3s.version = "v1.36.0+k3s1";
        const std::string other = pieceOf(node, *plan.shared);
        QVERIFY(other.contains("      flannelBackend = \"host-gw\";\n"));
        QVERIFY(other.contains("\"metrics-server\" ];\n"));
        QVERIFY(other.contains("      version = \"v1.36.0+k3s1\";\n"));
    }

    void linksSayWhatTheyHaveInCommonOnce()
    {
        const std::string text = dataOf("bonding-vlans");
        QVERIFY(text.contains("let\n"
                              "  # What the links of all nodes have in common; below, each node adds what is its own.\n"
                              "  links = {\n"
                              "    eth1 = {\n"
                              "      name = \"eth1\";\n"
                              "      kind = \"physical\";\n"
                              "      uplink = \"trunk\";\n"
                              "      bond = \"bond0\";\n"
                              "      isPrimary = true;\n"
                              "    };\n"));
        QVERIFY(text.contains("  linksOn.n100 = links // {\n    enp1s0 = {\n"));
        QVERIFY(text.contains("      (links.eth1 // {\n"
                              "        mac = \"52:54:00:01:01:01\";\n"
                              "      })\n"));
        QVERIFY(text.contains("      links.bond0\n"
                              "      (links.\"bond0.200\" // {\n"
                              "        addresses = [ \"192.168.200.1/24\" ];\n"
                              "      })\n"));
        QCOMPARE(text.find("miimon = \"100ms\"", text.find("\nin\n")), std::string::npos);
    }

    void aNodeOnOtherHardwareUsesTheNamesOfItsPorts()
    {
        Project project = templateProject("sample");
        Profile profile = *find(project.profiles, "simple");
        Node node = *profile.nodes[0];
        node.target = "n100";
        node.macs.clear();
        profile.nodes = profile.nodes.set(0, node);
        const std::string text = dataOf(planCluster(project, profile));
        QVERIFY(
            text.contains("      (linksOn.n100.enp1s0 // {\n        addresses = [ \"192.168.1.1/24\" ];\n      })\n"));
    }

    void whereAllHardwareHasPortsOfItsOwnTheirNamesStandAlone()
    {
        Project project = templateProject("sample");
        Profile profile = *find(project.profiles, "simple");
        Uplink uplink = *profile.uplinks[0];
        uplink.nic.reset();
        profile.uplinks = profile.uplinks.set(0, uplink);
        for (std::size_t at = 0; at < profile.nodes.size(); ++at) {
            Node node = *profile.nodes[at];
            node.target = "n100";
            node.macs.clear();
            profile.nodes = profile.nodes.set(at, node);
        }
        const std::string text = dataOf(planCluster(project, profile));
        QVERIFY(text.contains("  links = { };\n"));
        QVERIFY(text.contains("  linksOn.n100 = links // {\n    enp1s0 = {\n"));
        QVERIFY(text.contains("      (linksOn.n100.enp1s0 // {\n"));
    }

    void aLinkThatDiffersSaysAll()
    {
        Project project = templateProject("sample");
        Profile profile = *find(project.profiles, "vlans");
        Node node = *profile.nodes[2];
        NetworkOverride change{"cluster", {}, {}, {}};
        change.vlan = Entered<VlanId>::from("201");
        node.overrides = {change};
        profile.nodes = profile.nodes.set(2, node);
        const ClusterPlan plan = planCluster(project, profile);
        const std::string piece = pieceOf(*plan.nodes[2], *plan.shared);
        QVERIFY(piece.contains("      {\n        name = \"eth1.201\";\n        kind = \"vlan\";\n"));
        QVERIFY(piece.contains("        vlans = [ \"eth1.201\" \"eth1.100\" ];\n"));
        QVERIFY(piece.contains("      (links.\"eth1.100\" // {\n"));
    }

    void ofVeryManyNetworksNothingIsCommon()
    {
        const Project project = templateProject("sample");
        ClusterPlan plan = planCluster(project, *find(project.profiles, "vlans"));
        ProfilePlan shared = *plan.shared;
        while (shared.networks.size() <= 64) shared.networks.push_back(shared.networks.back());
        plan.shared = std::make_shared<const ProfilePlan>(shared);
        const std::string text = dataOf(plan);
        QVERIFY(!text.contains("let\n"));
        QVERIFY(!text.contains("(links"));
        QVERIFY(text.contains("        name = \"eth1.200\";\n"));
    }

    void imagesAndKeysAreSaidWhereThereAreAny()
    {
        Project all = templateProject("sample");
        Profile profile = *find(all.profiles, "simple");
        QVERIFY(!dataOf(planCluster(all, profile)).contains("images = "));
        profile.k3s.images = Choice(ImageSource::Bundled);
        Node node = *profile.nodes[2];
        node.k3s.images = Choice(ImageSource::Registry);
        node.age = Entered<AgeRecipient>::from("age1qqqqqqqq");
        profile.nodes = profile.nodes.set(2, node);
        const std::string text = dataOf(planCluster(all, profile));
        QVERIFY(text.contains("    images = \"bundled\";\n"));
        QVERIFY(text.contains("      images = \"registry\";\n"));
        QVERIFY(text.contains("    age = \"age1qqqqqqqq\";\n"));
    }

    // The engine keeps the pieces of the other nodes when one changes: a piece may depend on nothing else.
    void piecesDependOnTheirNodeAlone()
    {
        const Project project =
            test::randomProject({.profiles = 1, .uplinks = 2, .networks = 3, .nodes = 5, .seed = 7});
        const ClusterPlan plan = planCluster(project, *project.profiles[0]);
        const std::string whole = dataOf(plan);
        for (const auto& node : plan.nodes) QVERIFY(whole.contains(pieceOf(*node, *plan.shared)));
    }
};

QTEST_APPLESS_MAIN(RepoTest)
#include "repo_test.moc"
