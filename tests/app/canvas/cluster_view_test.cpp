// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/canvas/cluster_view.h"
#include "core/edits/change.h"
#include "core/edits/nodes.h"
#include "core/files/templates.h"
#include "core/plan/plan.h"

#include <QtTest>

#include <algorithm>

using namespace n3x;

namespace {

constexpr std::string_view bonding = "bonding-vlans";

NodeView viewOf(const Project& project, std::string_view node)
{
    const Profile& profile = *find(project.profiles, bonding);
    return *ClusterViewer().view(project, profile).nodes.at(*indexOf(profile.nodes, node));
}

} // namespace

class ClusterViewTest : public QObject {
    Q_OBJECT
private slots:
    // Of two overrides, which are an error, the canvas, the checks and the plan take the first.
    void ofTwoOverridesTheFirstCounts()
    {
        const Project project = edits::withNode(templateProject("sample"), bonding, "server-1", [](Node& node) {
            for (const char* vlan : {"101", "102"})
                node.overrides.push_back(
                    {.network = "storage", .vlan = Entered<VlanId>::from(vlan), .mtu = {}, .uplink = {}});
        });
        const ClusterPlan plan = planCluster(project, *find(project.profiles, bonding));
        QVERIFY(std::ranges::contains(plan.nodes[0]->links, 101U, &LinkPlan::vlanId));
        QStringList notes;
        for (const CableView& cable : viewOf(project, "server-1").cables)
            for (const StrandView& strand : cable.strands)
                if (!strand.note.isEmpty()) notes << strand.note;
        QCOMPARE(notes, QStringList(QStringLiteral("VLAN 101")));
    }

    // The canvas shows what is generated: where the ports have other names, the primary is the one in the same place.
    void thePrimaryIsThatOfThePlan()
    {
        Project project = edits::withUplink(templateProject("sample"), bonding, "trunk", [](Uplink& u) {
            std::erase_if(u.targets, [](const TargetPorts& ports) { return ports.target != "n100"; });
            for (TargetPorts& ports : u.targets) ports.primary.reset();
        });
        project = edits::swapTarget(bonding, "server-1", "n100").apply(project);
        const NodeView view = viewOf(project, "server-1");
        const CableView& trunk = view.cables.at(0);
        QCOMPARE(trunk.ports.size(), 2U);
        QCOMPARE(trunk.primary, 0);

        const ClusterPlan plan = planCluster(project, *find(project.profiles, bonding));
        const auto& links = plan.nodes[0]->links;
        const auto primary = std::ranges::find(links, true, &LinkPlan::isPrimary);
        QVERIFY(primary != links.end());
        QCOMPARE(view.ports.at(static_cast<std::size_t>(trunk.ports.at(0))).name.toStdString(), primary->name);
    }
};

QTEST_GUILESS_MAIN(ClusterViewTest)
#include "cluster_view_test.moc"
