// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/files/templates.h"
#include "generators/nixos/nixos.h"
#include "tests/generators/cluster.h"
#include "tests/support/random_project.h"

#include <QtTest/QtTest>

#include <algorithm>
#include <string_view>

using namespace n3x;
using namespace std::string_view_literals;

namespace {

std::string moduleOf(const Project& project, std::string_view profile, std::string_view node)
{
    const ClusterPlan plan = planCluster(project, *find(project.profiles, profile));
    OutputWriter out;
    for (const auto& one : plan.nodes)
        if (one->name == node) writeNixos(*one, *plan.shared, out);
    const OutputBlock block = out.block();
    const std::string path = "backends/nixos/nodes/" + std::string(profile) + "/" + std::string(node) + ".nix";
    return block.fileCount() == 1 && block.file(0).path == path ? std::string(block.file(0).text) : std::string();
}

Project sample()
{
    Project project = templateProject("sample");
    project.domain.reset();
    return project;
}

} // namespace

class NixosTest : public QObject {
    Q_OBJECT

private slots:
    // The whole file once, as a person reads it.
    void anAgentOnOneUntaggedNetwork()
    {
        const std::string text = moduleOf(sample(), "simple", "agent-1");
        QCOMPARE(text, "# Node agent-1 of profile simple: links, firewall and K3s, as a NixOS module.\n"
                       "# Written by n3x Studio from profiles/simple.yaml; change it there, not here.\n"
                       "{\n"
                       "  networking = {\n"
                       "    hostName = \"agent-1\";\n"
                       "    useNetworkd = true;\n"
                       "    useDHCP = false;\n"
                       "\n"
                       "    firewall = {\n"
                       "      trustedInterfaces = [ \"cni0\" \"flannel.1\" ];\n"
                       "      interfaces.eth1 = {\n"
                       "        allowedTCPPorts = [ 10250 ];\n"
                       "        allowedUDPPorts = [ 8472 ];\n"
                       "      };\n"
                       "    };\n"
                       "  };\n"
                       "\n"
                       "  boot.kernelModules = [ ];\n"
                       "\n"
                       "  systemd.network = {\n"
                       "    enable = true;\n"
                       "\n"
                       "    networks = {\n"
                       "      \"20-eth1\" = {\n"
                       "        matchConfig.Name = \"eth1\";\n"
                       "        linkConfig.RequiredForOnline = true;\n"
                       "        networkConfig = {\n"
                       "          DHCP = \"no\";\n"
                       "          IPv6AcceptRA = false;\n"
                       "          LinkLocalAddressing = \"no\";\n"
                       "        };\n"
                       "        address = [ \"192.168.1.3/24\" ];\n"
                       "      };\n"
                       "    };\n"
                       "  };\n"
                       "\n"
                       "  services.k3s = {\n"
                       "    enable = true;\n"
                       "    role = \"agent\";\n"
                       "    serverAddr = \"https://192.168.1.1:6443\";\n"
                       "    tokenFile = \"/run/secrets/k3s-agent-token\";\n"
                       "    extraFlags = [\n"
                       "      \"--node-ip=192.168.1.3\"\n"
                       "      \"--flannel-iface=eth1\"\n"
                       "      \"--node-name=agent-1\"\n"
                       "    ];\n"
                       "  };\n"
                       "}\n"sv);
    }

    void kernelModulesFollowTheLinks()
    {
        const Project project = sample();
        QVERIFY(moduleOf(project, "simple", "server-1").contains("boot.kernelModules = [ ];\n"));
        QVERIFY(moduleOf(project, "vlans", "server-1").contains("boot.kernelModules = [ \"8021q\" ];\n"));
        QVERIFY(moduleOf(project, "bonding-vlans", "server-1")
                    .contains("boot.kernelModules = [ \"bonding\" \"8021q\" ];\n"));
    }

    void aBondThatAsksSaysItsMacAddress()
    {
        Profile profile = cluster::dhcp();
        profile.uplinks = profile.uplinks.set(0, cluster::bondUplink("lan", "bond0", {"eth1", "eth2"}));
        Node one = *profile.nodes[0];
        one.macs = {{cluster::said<InterfaceName>("eth1"), cluster::said<MacAddress>("52:54:00:01:01:01")}};
        profile.nodes = profile.nodes.set(0, one);
        const Project project = cluster::project({profile});
        QVERIFY(moduleOf(project, "simple", "server-1").contains("MACAddress = \"52:54:00:01:01:01\";\n"));
        QVERIFY(!moduleOf(project, "simple", "server-2").contains("MACAddress"));
    }

    // What the unit of K3s depends on is said by options, and then not once more as a flag.
    void optionsOfK3sAreNoFlags()
    {
        const Project project = sample();
        const std::string first = moduleOf(project, "vlans", "server-1");
        const std::string second = moduleOf(project, "vlans", "server-2");
        QVERIFY(first.contains("    clusterInit = true;\n"));
        QVERIFY(first.contains("    tokenFile = \"/run/secrets/k3s-server-token\";\n"));
        QVERIFY(first.contains("      \"--agent-token-file=/run/secrets/k3s-agent-token\"\n"));
        QVERIFY(!first.contains("serverAddr"));
        QVERIFY(second.contains("    serverAddr = \"https://192.168.200.1:6443\";\n"));
        QVERIFY(!second.contains("clusterInit"));
        for (const std::string& text : {first, second})
            for (const std::string_view flag : {"--cluster-init", "--server=", "--token-file"})
                QVERIFY(!text.contains(flag));
    }

    void answersMayLeaveByAnotherLinkWhereThereAreSeveral()
    {
        const Project project = sample();
        QVERIFY(!moduleOf(project, "simple", "server-1").contains("checkReversePath"));
        QVERIFY(moduleOf(project, "vlans", "server-1").contains("checkReversePath = \"loose\";\n"));
    }

    void marksSayWhichLinkALineComesFrom()
    {
        const Project project = sample();
        const ClusterPlan plan = planCluster(project, *find(project.profiles, "vlans"));
        OutputWriter out(OutputWriter::Origins::Recorded);
        writeNixos(*plan.nodes[0], *plan.shared, out);
        const std::string text = out.text();
        const auto marked = std::ranges::count_if(out.marks(), [&](const OriginMark& mark) {
            return mark.link && mark.link->name == "eth1.100" &&
                   text.substr(mark.offset, 200).contains("20-vlan-storage");
        });
        QCOMPARE(marked, 2); // its netdev and its network
    }

    void everyLineIsIndentedByItsBrackets()
    {
        for (const std::uint64_t seed : {1U, 2U, 3U, 4U, 5U}) {
            const Project project =
                test::randomProject({.profiles = 1, .uplinks = 3, .networks = 4, .nodes = 3, .seed = seed});
            const Profile& profile = *project.profiles[0];
            const std::string text = moduleOf(project, profile.name.text(), profile.nodes[0]->name.text());
            QVERIFY(!text.empty());
            int depth = 0;
            for (std::string_view rest = text; !rest.empty();) {
                const std::string_view line = rest.substr(0, rest.find('\n'));
                rest.remove_prefix(line.size() + 1);
                if (line.empty() || line.front() == '#') continue;
                const bool closes =
                    line.ends_with("};") || line.ends_with("];") || line.ends_with('}') || line.ends_with(']');
                const bool opens = line.ends_with('{') || line.ends_with('[');
                if (closes && !line.contains("= [") && !line.contains("= {")) --depth;
                QCOMPARE(static_cast<int>(line.find_first_not_of(' ')), 2 * depth);
                if (opens) ++depth;
                QVERIFY2(line.size() <= 100 || !line.contains("\" \""), std::string(line).c_str());
            }
            QCOMPARE(depth, 0);
        }
    }
};

QTEST_APPLESS_MAIN(NixosTest)
#include "nixos_test.moc"
