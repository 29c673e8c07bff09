// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/k3s/flags.h"
#include "generators/k3s/k3s.h"
#include "tests/generators/cluster.h"

#include <QtTest/QtTest>
#include <nlohmann/json.hpp>

#include <fstream>

using namespace n3x;
using namespace n3x::cluster;

namespace {

using Values = std::vector<std::string>;

Values flagsOf(const NodePlan& node, Backend backend = Backend::Debian)
{
    const K3sFlags flags(node, backend);
    Values texts;
    for (const std::string_view text : flags.texts()) texts.emplace_back(text);
    return texts;
}

ClusterPlan planOf(const Project& all) { return planCluster(all, *all.profiles[0]); }

} // namespace

class K3sTest : public QObject {
    Q_OBJECT

private slots:
    void beginsAsTheLibraryDoes_data()
    {
        QTest::addColumn<QString>("profile");
        QTest::newRow("simple") << "simple";
        QTest::newRow("vlans") << "vlans";
    }
    void beginsAsTheLibraryDoes()
    {
        QFETCH(QString, profile);
        const std::string source = qEnvironmentVariable("N3X_SOURCE_DIR").toStdString();
        std::ifstream file(source + "/tests/generators/golden/" + profile.toStdString() + ".json");
        const auto golden = nlohmann::json::parse(file);
        const ClusterPlan plan = planOf(project({profile == "simple" ? simple() : vlans()}));
        for (const auto& node : plan.nodes) {
            const auto& facts = golden["nodes"][node->name];
            QCOMPARE(Choice(node->role).text(), facts["role"].get<std::string>());
            const auto expected = facts["flags"].get<Values>();
            Values flags = flagsOf(*node);
            QVERIFY(flags.size() > expected.size());
            flags.resize(expected.size());
            QCOMPARE(flags, expected);
        }
    }

    void aFoundingServerSaysEverythingInOrder()
    {
        Project all = project({simple()});
        all.domain = said<DnsName>("edge.example");
        all.k3s.disable = saidAll<Word>({"traefik", "servicelb"});
        Profile profile = *all.profiles[0];
        Node one = *profile.nodes[0];
        one.labels = {{said<LabelKey>("zone"), said<LabelValue>("a")}};
        one.taints = saidAll<Taint>({"busy=yes:NoSchedule"});
        profile.nodes = profile.nodes.set(0, one);
        const ClusterPlan plan = planOf(withProfile(all, 0, profile));
        QCOMPARE(
            flagsOf(*plan.nodes[0]),
            (Values{"--node-ip=192.168.1.1", "--flannel-iface=eth1", "--advertise-address=192.168.1.1",
                    "--tls-san=192.168.1.1", "--tls-san=192.168.1.2", "--tls-san=edge.example", "--cluster-init",
                    "--token-file=/etc/rancher/k3s/server-token", "--agent-token-file=/etc/rancher/k3s/agent-token",
                    "--cluster-cidr=10.42.0.0/16", "--service-cidr=10.43.0.0/16", "--flannel-backend=vxlan",
                    "--disable=traefik", "--disable=servicelb", "--node-label=zone=a",
                    "--node-taint=busy=yes:NoSchedule", "--node-name=server-1"}));
    }

    void anAgentSaysNothingOfServers()
    {
        const ClusterPlan plan = planOf(project({simple()}));
        QCOMPARE(flagsOf(*plan.nodes[2], Backend::Nixos),
                 (Values{"--node-ip=192.168.1.3", "--flannel-iface=eth1", "--server=https://192.168.1.1:6443",
                         "--token-file=/run/secrets/k3s-agent-token", "--node-name=agent-1"}));
    }

    void agentsNeverNameTheServersToken()
    {
        const ClusterPlan plan = planOf(project({simple()}));
        for (const Backend backend : {Backend::Nixos, Backend::Debian})
            for (const auto& node : plan.nodes)
                for (const std::string& flag : flagsOf(*node, backend))
                    QVERIFY2(node->role == Role::Server || !flag.contains("server-token"), flag.c_str());
    }

    // Agents of either backend join through any server.
    void everyServerKnowsTheAgentsToken()
    {
        const ClusterPlan plan = planOf(project({simple()}));
        for (const Backend backend : {Backend::Nixos, Backend::Debian})
            for (const auto& node : plan.nodes)
                QCOMPARE(std::ranges::contains(flagsOf(*node, backend),
                                               "--agent-token-file=" + std::string(k3sTokenFile(backend, Role::Agent))),
                         node->role == Role::Server);
    }

    void bothFamiliesAreOneValue()
    {
        Project all = project(
            {profile("dual", {nicUplink("lan", "eth1")}, {network("cluster", "lan", {"10.0.0.0/24", "fd00::/64"})},
                     {node("a", Role::Server, {at("cluster", {"fd00::1", "10.0.0.1"})})})});
        all.k3s.clusterCidr = saidAll<Subnet>({"10.42.0.0/16", "fd42::/56"});
        const Values flags = flagsOf(*planOf(all).nodes[0]);
        QCOMPARE(flags[0], std::string("--node-ip=10.0.0.1,fd00::1"));
        QCOMPARE(flags[2], std::string("--advertise-address=10.0.0.1"));
        QVERIFY(std::ranges::contains(flags, "--cluster-cidr=10.42.0.0/16,fd42::/56"));
        all.k3s.clusterCidr = saidAll<Subnet>({"fd42::/56", "10.42.0.0/16"});
        QCOMPARE(flagsOf(*planOf(all).nodes[0])[0], std::string("--node-ip=fd00::1,10.0.0.1"));
    }

    // Whoever routes without Flannel decides alone how packets leave.
    void ipv6PodsGetOutOfTheClusterByFlannel()
    {
        Project all = project({simple()});
        const auto masks = [&] { return std::ranges::contains(flagsOf(*planOf(all).nodes[0]), "--flannel-ipv6-masq"); };
        QVERIFY(!masks());
        all.k3s.clusterCidr = saidAll<Subnet>({"10.42.0.0/16", "fd42::/56"});
        QVERIFY(masks());
        QVERIFY(!std::ranges::contains(flagsOf(*planOf(all).nodes[2]), "--flannel-ipv6-masq"));
        all.k3s.flannelBackend = Choice(FlannelBackend::None);
        QVERIFY(!masks());
    }

    void writesAnOptionFileAndAList()
    {
        const ClusterPlan plan = planOf(project({simple()}));
        OutputWriter out;
        writeK3s(*plan.nodes[2], *plan.shared, out);
        QCOMPARE(out.written().fileCount(), 2UZ);
        const auto list = out.written().file(0);
        QCOMPARE(std::string(list.path), std::string("lib/k3s/flags/simple/agent-1.json"));
        const auto json = nlohmann::json::parse(list.text);
        QCOMPARE(json["role"].get<std::string>(), std::string("agent"));
        QCOMPARE(json["extraFlags"].get<Values>(), flagsOf(*plan.nodes[2]));
        const auto options = out.written().file(1);
        QCOMPARE(
            std::string(options.path),
            std::string("backends/debian/meta-n3x/recipes-support/k3s-node-config/files/simple/agent-1/k3s-agent"));
        std::string joined;
        for (const std::string& flag : flagsOf(*plan.nodes[2])) joined += (joined.empty() ? "" : " ") + flag;
        QVERIFY(options.text.ends_with("\nK3S_AGENT_OPTS=\"" + joined + "\"\n"));
    }

    void theOptionFileOfANixosNodeNamesTheDebianToken()
    {
        Project all = project({simple()});
        Node one = *all.profiles[0]->nodes[0];
        one.target = "n100";
        const ClusterPlan plan = planOf(withNode(all, 0, 0, one));
        OutputWriter out;
        writeK3s(*plan.nodes[0], *plan.shared, out);
        QVERIFY(out.written().file(0).text.contains("\"--token-file=/run/secrets/k3s-server-token\""));
        QVERIFY(out.written().file(0).text.contains("\"--agent-token-file=/run/secrets/k3s-agent-token\""));
        QVERIFY(out.written().file(1).text.contains("--token-file=/etc/rancher/k3s/server-token"));
    }
};

QTEST_APPLESS_MAIN(K3sTest)
#include "k3s_test.moc"
