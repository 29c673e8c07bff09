// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/canvas/layout.h"

#include "core/edits/change.h"
#include "core/edits/networks.h"
#include "core/edits/nodes.h"
#include "core/edits/uplinks.h"
#include "core/files/templates.h"

#include <QtTest>

#include <algorithm>

using namespace n3x;

namespace {

const Profile& profileOf(const Project& project, std::string_view name)
{
    const Profile* profile = find(project.profiles, name);
    Q_ASSERT(profile);
    return *profile;
}

ClusterView viewOf(const Project& project, std::string_view profile)
{
    return ClusterViewer().view(project, profileOf(project, profile));
}

Project withAgents(Project project, std::string_view profile, std::size_t count)
{
    return edits::addNodes(profile, Role::Agent, "n100", count).apply(project);
}

QString overlap(const Layout& layout)
{
    std::vector<QRectF> cards;
    std::vector<QRectF> labels;
    for (const auto& card : layout.cards) {
        cards.push_back(card->card);
        for (const CableShape& cable : card->cables)
            for (const StrandShape& strand : cable.strands)
                if (!strand.label.isEmpty()) labels.push_back(strand.label);
    }
    for (std::size_t one = 0; one < cards.size(); ++one)
        for (std::size_t two = one + 1; two < cards.size(); ++two)
            if (cards[one].intersects(cards[two])) return QStringLiteral("cards %1 and %2").arg(one).arg(two);
    for (const QRectF& label : labels)
        for (const QRectF& card : cards)
            if (label.intersects(card)) return QStringLiteral("a label and a card");
    for (std::size_t one = 0; one < labels.size(); ++one)
        for (std::size_t two = one + 1; two < labels.size(); ++two)
            if (labels[one].intersects(labels[two])) return QStringLiteral("labels %1 and %2").arg(one).arg(two);
    for (const auto& card : layout.cards)
        for (const CableShape& cable : card->cables)
            for (const StrandShape& strand : cable.strands)
                for (std::size_t at = 1; at < strand.path.size(); ++at) {
                    const QRectF segment =
                        QRectF(strand.path[at - 1], strand.path[at]).normalized().adjusted(-1, 0, 1, 0);
                    for (const QRectF& other : cards)
                        if (segment.intersects(other)) return QStringLiteral("a cable and a card");
                    for (const QRectF& label : labels)
                        if (segment.intersects(label)) return QStringLiteral("a cable and a label");
                }
    return {};
}

} // namespace

class LayoutTest : public QObject {
    Q_OBJECT

private slots:
    // Beside its own cable, whether an address stands there too or not.
    void whereANodeDiffersStandsAtItsCable()
    {
        for (const bool hasAddress : {true, false}) {
            const Project project = edits::withNode(templateProject("sample"), "vlans", "agent-1", [&](Node& node) {
                NetworkOverride own;
                own.network = "storage";
                own.vlan = Entered<VlanId>::from("101");
                node.overrides.push_back(own);
                for (Attachment& attachment : node.addresses)
                    if (!hasAddress && attachment.network == "storage") attachment.addresses.clear();
            });
            const ClusterView view = viewOf(project, "vlans");
            const Layout layout = layOut(view, {});
            int notes = 0;
            for (const auto& card : layout.cards)
                for (const CableShape& cable : card->cables)
                    for (const StrandShape& strand : cable.strands) {
                        if (strand.note.isEmpty()) continue;
                        ++notes;
                        QVERIFY(card->bounds.contains(strand.noteRect));
                        QVERIFY(std::abs(strand.noteRect.left() - strand.junction().x()) < 24);
                        QVERIFY(strand.noteRect.bottom() < strand.junction().y());
                    }
            QCOMPARE(notes, 1);
        }
    }

    void cardsAndLabelsKeepApart_data()
    {
        QTest::addColumn<QString>("profile");
        QTest::addColumn<int>("more");
        for (const char* profile : {"simple", "vlans", "bonding-vlans", "dhcp-simple"})
            for (const int more : {0, 1, 9, 60})
                QTest::addRow("%s with %d more", profile, more) << QString::fromLatin1(profile) << more;
    }

    void cardsAndLabelsKeepApart()
    {
        QFETCH(QString, profile);
        QFETCH(int, more);
        const std::string name = profile.toStdString();
        const Project project = withAgents(templateProject("sample"), name, static_cast<std::size_t>(more));
        const Layout layout = layOut(viewOf(project, name), {});
        QCOMPARE(layout.cards.size(), profileOf(project, name).nodes.size());
        QCOMPARE(overlap(layout), QString());
    }

    void everythingMeasuresWhatItShould()
    {
        const Project project = templateProject("sample");
        const ClusterView view = viewOf(project, "bonding-vlans");
        const Layout layout = layOut(view, {});
        for (const auto& card : layout.cards) {
            QCOMPARE(card->card.size(), QSizeF(176, 72));
            QCOMPARE(card->cables.size(), std::size_t(1));
            const CableShape& cable = card->cables.front();
            QVERIFY(cable.isBond);
            QCOMPARE(cable.members.size(), std::size_t(2));
            QCOMPARE(cable.strands.size(), std::size_t(2));
            QCOMPARE(cable.strands[1].junction().x() - cable.strands[0].junction().x(),
                     6.0); // spread of parallel cables
            for (const StrandShape& strand : cable.strands)
                for (std::size_t at = 1; at < strand.path.size(); ++at)
                    QVERIFY(strand.path[at].x() == strand.path[at - 1].x() ||
                            strand.path[at].y() == strand.path[at - 1].y());
        }
        QCOMPARE(layout.lanes.size(), view.networks.size());
        QCOMPARE(layout.cards.front()->cables.front().strands.front().text, QStringLiteral(".200.1"));
    }

    void addingANodeMovesNoOther()
    {
        for (const Role role : {Role::Server, Role::Agent}) {
            const Project before = templateProject("sample");
            const Layout first = layOut(viewOf(before, "vlans"), {});
            const Project after = edits::addNode(before, "vlans", role, "n100").apply(before);
            const Layout second = layOut(viewOf(after, "vlans"), first.places());
            QCOMPARE(second.cards.size(), first.cards.size() + 1);
            for (const auto& card : first.cards) {
                const auto same = std::ranges::find_if(
                    second.cards, [&](const auto& other) { return other->node->name == card->node->name; });
                QVERIFY(same != second.cards.end());
                QCOMPARE((*same)->card, card->card);
            }
            QCOMPARE(overlap(second), QString());
        }
    }

    void removingANodeMovesNoOther()
    {
        const Project before = withAgents(templateProject("sample"), "vlans", 20);
        const Layout first = layOut(viewOf(before, "vlans"), {});
        const std::string gone = profileOf(before, "vlans").nodes[2]->name.text();
        const Project after = edits::removeNode("vlans", gone).apply(before);
        const Layout second = layOut(viewOf(after, "vlans"), first.places());
        for (const auto& card : second.cards) {
            const auto same = std::ranges::find_if(
                first.cards, [&](const auto& other) { return other->node->name == card->node->name; });
            QCOMPARE(card->card, (*same)->card);
        }
    }

    // With the earlier layout or without, the result is the same; what did not change is the very same object.
    void takingOverChangesNothing()
    {
        Project project = withAgents(templateProject("sample"), "bonding-vlans", 40);
        ClusterViewer viewer;
        Layout layout = layOut(viewer.view(project, profileOf(project, "bonding-vlans")), {});
        const std::vector<Edit> script{edits::addNode(project, "bonding-vlans", Role::Agent, "n100"),
                                       edits::tag("bonding-vlans", "storage", "150"),
                                       edits::renameNode("bonding-vlans", "agent-2", "worker"),
                                       edits::addNetwork(project, "bonding-vlans"),
                                       edits::removeNode("bonding-vlans", "server-2"),
                                       edits::detach("bonding-vlans", "agent-5", "storage"),
                                       edits::dissolveBond("bonding-vlans", "trunk")};
        for (const Edit& edit : script) {
            project = edit.apply(project);
            const ClusterView view = viewer.view(project, profileOf(project, "bonding-vlans"));
            const ClusterView fresh = viewOf(project, "bonding-vlans");
            QCOMPARE(view.networks == fresh.networks, true);
            QCOMPARE(std::ranges::equal(view.nodes, fresh.nodes,
                                        [](const auto& one, const auto& two) { return *one == *two; }),
                     true);
            const Places places = layout.places();
            const Layout quick = layOut(view, places, &layout);
            const Layout slow = layOut(view, places);
            QVERIFY(std::ranges::equal(quick.cards, slow.cards,
                                       [](const auto& one, const auto& two) { return *one == *two; }));
            QVERIFY(quick.lanes == slow.lanes && quick.banks == slow.banks && quick.bounds == slow.bounds);
            QCOMPARE(overlap(quick), QString());
            layout = quick;
        }
    }

    void aVlanIdTouchesNoCard()
    {
        const Project project = withAgents(templateProject("sample"), "vlans", 100);
        ClusterViewer viewer;
        const Layout before = layOut(viewer.view(project, profileOf(project, "vlans")), {});
        const Project edited = edits::tag("vlans", "storage", "150").apply(project);
        const Layout after = layOut(viewer.view(edited, profileOf(edited, "vlans")), before.places(), &before);
        for (std::size_t at = 0; at < before.cards.size(); ++at) QVERIFY(before.cards[at] == after.cards[at]);
    }

    void aNewNodeTouchesNoOtherBank()
    {
        const Project project = withAgents(templateProject("sample"), "vlans", 400);
        ClusterViewer viewer;
        const Layout before = layOut(viewer.view(project, profileOf(project, "vlans")), {});
        QVERIFY(before.banks.size() > 2);
        const Project edited = edits::addNode(project, "vlans", Role::Agent, "n100").apply(project);
        const Layout after = layOut(viewer.view(edited, profileOf(edited, "vlans")), before.places(), &before);
        const int bank = after.cards.back()->bank;
        for (std::size_t at = 0; at < before.cards.size(); ++at)
            if (before.cards[at]->bank != bank) QVERIFY(before.cards[at] == after.cards[at]);
    }

    void cardsThatAreAskedOntoEachOtherKeepApart()
    {
        const Project project = withAgents(templateProject("sample"), "bonding-vlans", 20);
        const ClusterView view = viewOf(project, "bonding-vlans");
        Places places;
        for (const auto& node : view.nodes) places.at.insert(node->name, {.x = 100, .row = 1});
        QCOMPARE(overlap(layOut(view, places)), QString());
    }

    // Upper rows hang their cables around the cards of lower rows.
    void cablesOfUpperRowsGoAroundLowerCards()
    {
        const Project project = withAgents(templateProject("sample"), "bonding-vlans", 12);
        const ClusterView view = viewOf(project, "bonding-vlans");
        Places places;
        int at = 0;
        for (const auto& node : view.nodes) {
            places.at.insert(node->name, {.x = (at % 4) * 200.0, .row = at / 4 % 4});
            ++at;
        }
        const Layout layout = layOut(view, places);
        QCOMPARE(overlap(layout), QString());
    }

    void whatYieldsPushesNobody()
    {
        const Project project = templateProject("sample");
        const ClusterView view = viewOf(project, "vlans");
        const Layout before = layOut(view, {});
        Places places = before.places();
        const QString first = view.nodes.front()->name;
        places.at[first] = before.cards[2]->place; // dropped right onto the third
        places.yielding.insert(first);
        const Layout after = layOut(view, places);
        for (std::size_t at = 1; at < view.nodes.size(); ++at) QCOMPARE(after.cards[at]->card, before.cards[at]->card);
        QCOMPARE(overlap(after), QString());
    }

    void aRowThatIsLeftCloses()
    {
        const Project project = templateProject("sample");
        const ClusterView view = viewOf(project, "vlans");
        QCOMPARE(view.nodes.size(), std::size_t(4));
        const auto rowsOf = [&](const Layout& layout) {
            std::vector<int> rows;
            for (const auto& card : layout.cards) rows.push_back(card->place.row);
            return rows;
        };
        Places stand;
        const std::vector<int> before{0, 1, 2, 4};
        for (std::size_t at = 0; at < before.size(); ++at)
            stand.at.insert(view.nodes[at]->name, {.x = static_cast<qreal>(at) * 200, .row = before[at]});
        const Layout layout = layOut(view, stand);
        QCOMPARE(rowsOf(layout), before);
        const auto moved = [&](std::size_t node, int row) {
            return rowsOf(layOut(view, layout.placesWith({{view.nodes[node]->name, {.x = 0, .row = row}}})));
        };
        QCOMPARE(moved(1, 3), (std::vector{0, 2, 1, 4})); // of its bank only
        QCOMPARE(moved(0, 1), (std::vector{0, 0, 1, 4}));
        QCOMPARE(moved(2, 3), before);
        QCOMPARE(moved(3, 2), (std::vector{0, 1, 2, 2}));
        QCOMPARE(moved(3, 5), before);
    }

    void aDropFindsItsRow()
    {
        const Project project = templateProject("sample");
        const Layout layout = layOut(viewOf(project, "vlans"), {});
        QCOMPARE(layout.placeAt({13, 3}), (Place{.x = 16, .row = 0}));
        QCOMPARE(layout.placeAt({0, -500}).row, 0);
        QCOMPARE(layout.placeAt({0, 160}).row, 1); // under the only row a drop opens another
    }

    void manyNodesWrapIntoBanks()
    {
        const Project project = withAgents(templateProject("sample"), "vlans", 996);
        const Layout layout = layOut(viewOf(project, "vlans"), {});
        QVERIFY(layout.banks.size() > 10);
        QVERIFY(layout.bounds.width() < 3 * layout.bounds.height());
        QVERIFY(layout.bounds.height() < 3 * layout.bounds.width());
    }

    void anEmptyProfileStillHasLanes()
    {
        Project project = templateProject("sample");
        std::vector<std::string> names;
        for (const auto& node : profileOf(project, "vlans").nodes) names.push_back(node->name.text());
        project = edits::removeNodes("vlans", names).apply(project);
        const Layout layout = layOut(viewOf(project, "vlans"), {});
        QVERIFY(layout.cards.empty());
        QCOMPARE(layout.lanes.size(), profileOf(project, "vlans").networks.size());
    }

    void tailsOfAddresses_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("tail");
        QTest::newRow("IPv4") << "192.168.200.1" << ".200.1";
        QTest::newRow("IPv6") << "fd00:200::1" << "::1";
        QTest::newRow("IPv6 without a gap") << "fd00:1:2:3:4:5:6:7" << ":7";
    }

    void tailsOfAddresses()
    {
        QFETCH(QString, address);
        QFETCH(QString, tail);
        QCOMPARE(addressTail(*IpAddress::parse(address.toStdString())), tail);
    }
};

QTEST_GUILESS_MAIN(LayoutTest)
#include "layout_test.moc"
