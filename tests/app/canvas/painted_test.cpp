// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/canvas/canvas_stage.h"

#include "core/edits/networks.h"
#include "core/edits/values.h"

#include <QQuickItem>

using namespace n3x;
using namespace n3x::test;

namespace {

Edit setOfAgent(const std::string& key, std::string_view value)
{
    return edits::setValue(ObjectPath("profiles/bonding-vlans/nodes/agent-1/" + key), value);
}
Edit setOfStorage(const std::string& key, std::string_view value)
{
    return edits::setValue(ObjectPath("profiles/bonding-vlans/networks/storage/" + key), value);
}

// Two projects that differ in one thing, each as it is opened, through one camera.
struct Pair {
    explicit Pair(const Edit& change, qreal zoom = 1) : other(change.apply(templateProject("sample")))
    {
        const QPointF corner = one.session().settled().layout.bounds.topLeft();
        for (const CanvasStage* stage : {&one, &other}) {
            if (!QTest::qWaitFor([&] { return !stage->document.isGenerating(); })) qFatal("the checks do not end");
            stage->view().setCamera({.origin = QPointF(30, 80) - corner * zoom, .zoom = zoom});
        }
        if (one.view().camera() != other.view().camera()) qFatal("two cameras");
    }
    [[nodiscard]] int differences(const QRectF& part) const
    {
        return differing(one.painted(), other.painted(), one.inPicture(part));
    }

    CanvasStage one;
    CanvasStage other;
};

QRectF rectOf(const CanvasStage& stage, const Hit& hit) { return n3x::rectOf(stage.session().settled(), hit); }

CableShape cableOf(const CanvasStage& stage, const Hit& card)
{
    return stage.session().settled().layout.cards[static_cast<std::size_t>(card.index)]->cables[0];
}

// How often the brightness changes from one end to the other, where colours are not seen.
int changesAlong(const QImage& picture, QPoint from, QPoint to)
{
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    const QPoint step((to.x() > from.x()) ? 1 : 0, (to.y() > from.y()) ? 1 : 0);
    int changes = 0;
    const auto level = [&](QPoint at) { return qGray(grey.pixel(at)); };
    int darkest = 255;
    int lightest = 0;
    for (QPoint at = from; at != to; at += step) {
        darkest = std::min(darkest, level(at));
        lightest = std::max(lightest, level(at));
    }
    if (lightest - darkest < 30) return 0;
    const int middle = (darkest + lightest) / 2;
    for (QPoint at = from + step; at != to; at += step)
        changes += (level(at) < middle) != (level(at - step) < middle) ? 1 : 0;
    return changes;
}

} // namespace

// That what a sign stands for makes a difference where the sign stands, and nowhere else.
class PaintedTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QApplication::setFont(QFont(QStringLiteral("Inter"), 10)); }

    void ofACard_data()
    {
        QTest::addColumn<Edit>("change");
        QTest::addColumn<QRectF>("part"); // from the card's upper left corner
        QTest::newRow("role") << setOfAgent("role", "server") << QRectF(11, 9, 18, 18);
        QTest::newRow("target") << setOfAgent("target", "n100") << QRectF(11, 29, 120, 14);
        QTest::newRow("backend's mark") << setOfAgent("backend", "debian") << QRectF(12, 44, 16, 16);
        QTest::newRow("backend's name") << setOfAgent("backend", "debian") << QRectF(35, 44, 60, 16);
        QTest::newRow("names of ports") << setOfAgent("target", "n100") << QRectF(0, 82, 176, 12);
        QTest::newRow("error") << setOfAgent("addresses/cluster", "10.0.0.1") << QRectF(150, 9, 18, 18);
        QTest::newRow("warning") << setOfAgent("overrides/networks/storage/mtu", "1400") << QRectF(150, 9, 18, 18);
    }
    void ofACard()
    {
        QFETCH(Edit, change);
        QFETCH(QRectF, part);
        const Pair pair(change);
        const QRectF card = rectOf(pair.one, pair.one.card(QStringLiteral("agent-1")));
        QCOMPARE(rectOf(pair.other, pair.other.card(QStringLiteral("agent-1"))), card);
        QVERIFY(pair.differences(part.translated(card.topLeft())) >= 10);
        QCOMPARE(pair.differences(rectOf(pair.one, pair.one.card(QStringLiteral("server-1")))), 0);
    }

    void ofALane_data()
    {
        QTest::addColumn<Edit>("change");
        QTest::addColumn<QRectF>("part"); // from the lane's upper left corner
        QTest::newRow("carries nothing") << setOfStorage("carries", "") << QRectF(62, 5, 40, 20);
        QTest::newRow("carries something else") << setOfStorage("carries", "management") << QRectF(62, 5, 40, 20);
        QTest::newRow("DHCP") << setOfStorage("addressing", "dhcp") << QRectF(80, 5, 40, 20);
        QTest::newRow("VLAN") << setOfStorage("vlan", "150") << QRectF(11, 25, 100, 16);
        QTest::newRow("subnet") << setOfStorage("subnet", "192.168.101.0/24") << QRectF(11, 43, 140, 16);
        QTest::newRow("error") << setOfStorage("vlan", "4095") << QRectF(138, 6, 18, 18);
    }
    void ofALane()
    {
        QFETCH(Edit, change);
        QFETCH(QRectF, part);
        const Pair pair(change);
        const QRectF lane = rectOf(pair.one, pair.one.lane(QStringLiteral("storage")));
        QCOMPARE(rectOf(pair.other, pair.other.lane(QStringLiteral("storage"))), lane);
        QVERIFY(pair.differences(part.translated(lane.topLeft())) >= 10);
        QRectF above = rectOf(pair.one, pair.one.lane(QStringLiteral("cluster")));
        above.setWidth(layout::captionWidth);
        QCOMPARE(pair.differences(above), 0);
    }

    void whatIsChangedHasADot()
    {
        CanvasStage stage;
        const Hit card = stage.card(QStringLiteral("agent-1"));
        const QImage before = stage.painted();
        stage.document.apply(setOfAgent("labels/rack", "one"));
        QVERIFY(QTest::qWaitFor([&] { return !stage.document.isGenerating(); }));
        const QRectF rect = rectOf(stage, card);
        const QRectF sign(rect.right() - 20, rect.top() + 12, 12, 12);
        QVERIFY(differing(before, stage.painted(), stage.inPicture(sign)) >= 10);
        QCOMPARE(stage.colourAt({rect.right() - 15, rect.top() + 17}),
                 stage.session().settled().colours.changed.name());
        const QRectF other = rectOf(stage, stage.card(QStringLiteral("server-1")));
        QCOMPARE(differing(before, stage.painted(), stage.inPicture(other)), 0);
    }

    void siblingsAreToldApartByTheEndsOfLongNames_data()
    {
        QTest::addColumn<qreal>("zoom");
        QTest::newRow("card") << 1.0;
        QTest::newRow("name") << 0.45;
    }
    void siblingsAreToldApartByTheEndsOfLongNames()
    {
        QFETCH(qreal, zoom);
        CanvasStage stage;
        stage.document.apply(edits::renameNode("bonding-vlans", "agent-1", "agent-of-the-rack-in-the-north-1"));
        stage.view().setCamera({.origin = {200, 200}, .zoom = zoom});
        QVERIFY(QTest::qWaitFor([&] { return !stage.document.isGenerating(); }));
        const QRectF card = rectOf(stage, stage.card(QStringLiteral("agent-of-the-rack-in-the-north-1")));
        const QImage before = stage.painted();
        stage.document.apply(
            edits::renameNode("bonding-vlans", "agent-of-the-rack-in-the-north-1", "agent-of-the-rack-in-the-north-8"));
        QVERIFY(QTest::qWaitFor([&] { return !stage.document.isGenerating(); }));
        QVERIFY(differing(before, stage.painted(), stage.inPicture(card)) >= 4);
    }

    // As wide as its card is, not as its name.
    void theRoleIsSeenWhateverTheName()
    {
        for (const qreal zoom : {0.35, 0.45}) {
            const Pair pair(edits::renameNode("bonding-vlans", "agent-1", "agent-of-the-rack-in-the-north"), zoom);
            const QRectF card = rectOf(pair.one, pair.one.card(QStringLiteral("agent-1")));
            QCOMPARE(pair.differences(QRectF(card.topLeft() + QPointF(4, 6) / zoom, QSizeF(8, 12) / zoom)), 0);
        }
    }

    // Where colours are not seen, two networks are told apart by their dashes: of the lane, and of the strands.
    void networksDifferInGrey_data()
    {
        QTest::addColumn<qreal>("zoom");
        QTest::newRow("card") << 1.0;
        QTest::newRow("dot") << 0.2;
    }
    void networksDifferInGrey()
    {
        QFETCH(qreal, zoom);
        const CanvasStage stage;
        stage.view().setCamera(
            {.origin = QPointF(30, 80) - stage.session().settled().layout.bounds.topLeft() * zoom, .zoom = zoom});
        const QImage picture = stage.painted();
        const Scene& scene = stage.session().settled();
        const CableShape cable = cableOf(stage, stage.card(QStringLiteral("agent-1")));
        const CableShape next = cableOf(stage, stage.card(QStringLiteral("agent-2")));
        const auto at = [&](QPointF spot) { return stage.inPicture(QRectF(spot, QSizeF(0.1, 0.1))).topLeft(); };
        QList<int> lanes;
        QList<int> strands;
        for (std::size_t network = 0; network < 2; ++network) {
            const LaneShape& lane = scene.layout.lanes[network];
            lanes << changesAlong(picture, at({cable.strands[1].junction().x() + 8 / zoom, lane.line}),
                                  at({next.strands[0].junction().x() - 8 / zoom, lane.line}));
            const qreal x = cable.strands[network].path.front().x();
            strands << changesAlong(picture, at({x, cable.trunk.top() + 10}),
                                    at({x, cable.strands[0].junction().y() - 10}));
        }
        QCOMPARE(lanes[0], 0);
        QVERIFY2(lanes[1] >= (zoom < 1 ? 2 : 4), qPrintable(QString::number(lanes[1])));
        QCOMPARE(strands[0], 0);
        QVERIFY2(strands[1] >= 4, qPrintable(QString::number(strands[1])));
    }

    // Also where nodes are dots, as long as lanes lie far enough apart.
    void lanesSayTheirNames_data()
    {
        QTest::addColumn<qreal>("zoom");
        QTest::addColumn<bool>("isSeen");
        for (const qreal zoom : {1.0, 0.4, 0.25, 0.2}) QTest::addRow("%g", zoom) << zoom << true;
        QTest::newRow("too far") << 0.1 << false;
    }
    void lanesSayTheirNames()
    {
        QFETCH(qreal, zoom);
        QFETCH(bool, isSeen);
        const Pair pair(edits::renameNetwork("bonding-vlans", "storage", "disks"), zoom);
        QRectF head = rectOf(pair.one, pair.one.lane(QStringLiteral("storage")));
        head.setWidth(60 / zoom);
        QCOMPARE(pair.differences(head) >= 10, isSeen);
    }

    void furtherAwayThereIsLess_data()
    {
        QTest::addColumn<qreal>("zoom");
        QTest::addColumn<bool>("showsBackend");
        QTest::addColumn<bool>("showsName");
        QTest::newRow("card") << 1.0 << true << true;
        QTest::newRow("name") << 0.45 << false << true;
        QTest::newRow("dot") << 0.25 << false << false;
    }
    void furtherAwayThereIsLess()
    {
        QFETCH(qreal, zoom);
        QFETCH(bool, showsBackend);
        QFETCH(bool, showsName);
        const auto isSeen = [zoom](const Edit& change) {
            const Pair pair(change, zoom);
            return pair.differences(
                       rectOf(pair.one, pair.one.card(QStringLiteral("agent-1"))).adjusted(4, 4, -4, -4)) >= 4;
        };
        QCOMPARE(isSeen(setOfAgent("backend", "debian")), showsBackend);
        QCOMPARE(isSeen(edits::renameNode("bonding-vlans", "agent-1", "worker")), showsName);
        QVERIFY(isSeen(setOfAgent("role", "server")));
    }

    void aBondFansOutUnderThePointer()
    {
        const CanvasStage stage;
        const Hit card = stage.card(QStringLiteral("agent-1"));
        const CableShape cable = cableOf(stage, card);
        const QRect trunk = stage.inPicture(cable.trunk.adjusted(-10, 0, 10, 0));
        const QPointF apart = cable.trunk.center() - QPointF(8, 0); // where the first strand then is
        const QString strand = stage.session().settled().styles[0].line.name();
        const QRect words = stage.inPicture(QRectF(cable.ring + QPointF(25, 8), QSizeF(60, 30)));
        const QRect sibling =
            stage.inPicture(cableOf(stage, stage.card(QStringLiteral("agent-2"))).trunk.adjusted(-10, 0, 10, 0));
        QTest::mouseMove(stage.widget(), {4, 4});
        const QImage before = stage.painted();
        QVERIFY(stage.colourAt(apart) != strand);
        QTest::mouseMove(stage.widget(), stage.at({HitKind::Bond, card.index, 0}));
        QVERIFY(QTest::qWaitFor([&] { return stage.session().scene().fanned == CableSpot{card.index, 0}; }));
        const QImage fanned = stage.painted();
        QVERIFY(differing(before, fanned, trunk) >= 100);
        QCOMPARE(stage.colourAt(apart), strand);
        QVERIFY(differing(before, fanned, words) >= 30); // mode and primary
        QCOMPARE(differing(before, fanned, sibling), 0);
        QTest::mouseMove(stage.widget(), {4, 4});
        QVERIFY(QTest::qWaitFor([&] { return stage.session().scene().fanned == CableSpot(); }));
        QCOMPARE(differing(before, stage.painted(), before.rect()), 0);
    }

    // And leaves its networks in sight, also on a small screen.
    void whatToDoFirstStandsOverTheLanes()
    {
        Project project = templateProject("sample");
        std::vector<std::string> names;
        for (const auto& node : find(project.profiles, "vlans")->nodes) names.push_back(node->name.text());
        const CanvasStage stage(edits::removeNodes("vlans", names).apply(project), QStringLiteral("vlans"), {715, 455});
        stage.picture(QStringLiteral("empty-small"));
        const QQuickItem* button = inEmptyState(stage, QStringLiteral("Add server"));
        QVERIFY(button != nullptr);
        while (!QByteArrayView(button->metaObject()->className()).startsWith("EmptyState"))
            button = button->parentItem();
        const QRectF card = button->mapRectToItem(&stage.view(), QRectF(0, 0, button->width(), button->height()));
        for (const LaneShape& lane : stage.session().settled().layout.lanes)
            QVERIFY(!card.intersects(stage.view().camera().toItem(lane.band)));
    }

    void anEmptyProfileSaysWhatToDoFirst_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<bool>("byKey");
        for (const char* button : {"Add network", "Add server"}) {
            QTest::addRow("%s by mouse", button) << QString::fromLatin1(button) << false;
            QTest::addRow("%s by key", button) << QString::fromLatin1(button) << true;
        }
    }
    void anEmptyProfileSaysWhatToDoFirst()
    {
        QFETCH(QString, button);
        QFETCH(bool, byKey);
        Project project = templateProject("sample");
        std::vector<std::string> names;
        for (const auto& node : find(project.profiles, "vlans")->nodes) names.push_back(node->name.text());
        const CanvasStage stage(edits::removeNodes("vlans", names).apply(project), QStringLiteral("vlans"));
        stage.picture(QStringLiteral("empty"));
        QQuickItem* item = inEmptyState(stage, button);
        QVERIFY(item != nullptr);
        const std::size_t networks = stage.profile().networks.size();
        if (byKey) {
            item->forceActiveFocus();
            stage.key(Qt::Key_Return);
        } else {
            const QPointF middle = item->mapToScene({item->width() / 2, item->height() / 2});
            QTest::mouseClick(stage.widget(), Qt::LeftButton, {}, middle.toPoint());
        }
        const bool addsServer = button == QStringLiteral("Add server");
        QCOMPARE(stage.profile().nodes.size(), std::size_t(addsServer ? 1 : 0));
        QCOMPARE(stage.profile().networks.size(), networks + (addsServer ? 0 : 1));
        QCOMPARE(inEmptyState(stage, button) != nullptr, !addsServer); // what was to be done is done
        if (addsServer) QVERIFY(stage.profile().nodes[0]->role.reads("server"));
    }

private:
    // A visible button of what an empty profile shows.
    static QQuickItem* inEmptyState(const CanvasStage& stage, const QString& text)
    {
        const std::function<QQuickItem*(QQuickItem*, bool)> look = [&](QQuickItem* item, bool isInside) -> QQuickItem* {
            isInside = isInside || QByteArrayView(item->metaObject()->className()).startsWith("EmptyState");
            if (isInside && item->isVisible() && item->property("isMain").isValid() && item->property("text") == text)
                return item;
            for (QQuickItem* child : item->childItems())
                if (QQuickItem* found = look(child, isInside)) return found;
            return nullptr;
        };
        QTest::qWait(20); // what went away is gone
        return look(&stage.view(), false);
    }
};

QTEST_MAIN(PaintedTest)
#include "painted_test.moc"
