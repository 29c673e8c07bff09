// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/files/templates.h"
#include "generators/kas/kas.h"
#include "generators/writers/bitbake_lines.h"

#include <QtTest/QtTest>

using namespace n3x;
using namespace std::string_view_literals;

class KasTest : public QObject {
    Q_OBJECT

private slots:
    void networkOverlay()
    {
        const Project project = templateProject("sample");
        OutputWriter out;
        writeKasNetwork(planProfile(project, *find(project.profiles, "vlans")), out);
        const OutputBlock block = out.block();
        QCOMPARE(block.fileCount(), std::size_t{1});
        QCOMPARE(block.file(0).path, "backends/debian/kas/network/vlans.yml"sv);
        QCOMPARE(block.file(0).text,
                 "# Images of profile vlans: its network units. A node overlay says for which node.\n"
                 "# Written by n3x Studio from profiles/vlans.yaml; change it there, not here.\n"
                 "header:\n"
                 "  version: 14\n"
                 "local_conf_header:\n"
                 "  60-n3x-network: |\n"
                 "    IMAGE_INSTALL:append = \" systemd-networkd-config\"\n"
                 "    NETWORKD_PROFILE = \"vlans\"\n"sv);
    }

    void nodeOverlay()
    {
        const Project project = templateProject("sample");
        const ClusterPlan plan = planCluster(project, *find(project.profiles, "vlans"));
        OutputWriter out;
        writeKasNode(*plan.nodes[0], *plan.shared, out);
        const OutputBlock block = out.block();
        QCOMPARE(block.fileCount(), std::size_t{1});
        QCOMPARE(block.file(0).path, "backends/debian/kas/node/vlans/server-1.yml"sv);
        QVERIFY(block.file(0).text.ends_with("machine: qemuamd64\n"
                                             "local_conf_header:\n"
                                             "  70-n3x-node: |\n"
                                             "    IMAGE_INSTALL:append = \" k3s-node-config\"\n"
                                             "    NETWORKD_NODE_NAME = \"server-1\"\n"
                                             "    N3X_HOSTNAME = \"server-1\"\n"
                                             "    N3X_K3S_ROLE = \"server\"\n"));
    }

    void aTargetWithoutDebianHasNoOverlay()
    {
        const Project project = templateProject("sample");
        const ClusterPlan plan = planCluster(project, *find(project.profiles, "vlans"));
        NodePlan node = *plan.nodes[0];
        HardwareTarget target = *node.target;
        target.debian.machine.reset();
        node.target = target;
        OutputWriter out;
        writeKasNode(node, *plan.shared, out);
        QCOMPARE(out.block().fileCount(), std::size_t{0});
    }

    void bitbakeHasNoEscapes()
    {
        QVERIFY(BitbakeLines::canHold("server-1 $x #y"));
        for (const std::string_view text : {"a\"b"sv, "a\\b"sv, "${x}"sv, "a\nb"sv, "a\0b"sv, "\x7f"sv})
            QVERIFY(!BitbakeLines::canHold(text));
    }
};

QTEST_APPLESS_MAIN(KasTest)
#include "kas_test.moc"
