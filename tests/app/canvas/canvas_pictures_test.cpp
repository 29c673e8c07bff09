// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/canvas/canvas_stage.h"

#include "app/canvas/paint.h"
#include "core/edits/values.h"

using namespace n3x;
using namespace n3x::test;

// Draws what the canvas looks like, for people to look at, and checks what a person could not see in a picture.
class CanvasPicturesTest : public QObject {
    Q_OBJECT

    static Project large(std::size_t count)
    {
        const Project project = templateProject("sample");
        return edits::addNodes("bonding-vlans", Role::Agent, "n100", count - 4).apply(project);
    }

    static const CardShape& shape(const Scene& scene, const Hit& card)
    {
        return *scene.layout.cards[static_cast<std::size_t>(card.index)];
    }
    // In the lower right corner of a card nothing is written: there it has its own colour.
    static QString groundOf(const CanvasStage& stage, const QString& card)
    {
        return stage.colourAt(shape(stage.session().scene(), stage.card(card)).card.bottomRight() - QPointF(8, 14));
    }
    // What a gesture shows, before it is done.
    static void expectShown(const CanvasStage& stage, const QImage& before, const QRectF& part, const QString& name)
    {
        stage.picture(name);
        QVERIFY(stage.session().isStaged());
        QVERIFY2(differing(before, stage.painted(), stage.inPicture(part)) >= 100, qPrintable(name));
    }

private slots:
    void initTestCase() { QApplication::setFont(QFont(QStringLiteral("Inter"), 10)); }

    void profiles_data()
    {
        QTest::addColumn<QString>("profile");
        QTest::addColumn<bool>("dark");
        for (const char* profile : {"simple", "vlans", "bonding-vlans", "dhcp-simple"}) {
            QTest::addRow("%s light", profile) << QString::fromLatin1(profile) << false;
            QTest::addRow("%s dark", profile) << QString::fromLatin1(profile) << true;
        }
    }

    void profiles()
    {
        QFETCH(QString, profile);
        QFETCH(bool, dark);
        const QPalette palette = dark ? darkPalette() : lightPalette();
        const CanvasStage stage(templateProject("sample"), profile, {1100, 760}, palette);
        const QImage before = stage.painted();
        stage.click(stage.card(QStringLiteral("agent-1")));
        const Colours colours = coloursOf(palette);
        QCOMPARE(groundOf(stage, QStringLiteral("server-1")), colours.card.name());
        QCOMPARE(groundOf(stage, QStringLiteral("agent-1")),
                 mixed(colours.card, colours.accent, 0.05).name()); // selected
        const Scene& scene = stage.session().settled();
        const auto changed = [&](const QString& card) {
            return differing(before, stage.painted(), stage.inPicture(shape(scene, stage.card(card)).card));
        };
        QVERIFY(changed(QStringLiteral("agent-1")) >= 100);
        QCOMPARE(changed(QStringLiteral("server-1")), 0);
        for (const LaneShape& lane : scene.layout.lanes)
            QCOMPARE(stage.colourAt(lane.band.bottomLeft() + QPointF(30, -4)),
                     scene.styles[static_cast<std::size_t>(lane.network)].ground.name());
        stage.picture(profile + (dark ? QStringLiteral("-dark") : QStringLiteral("-light")));
    }

    void problemsOfUplinks_data()
    {
        QTest::addColumn<QString>("profile");
        QTest::addColumn<QString>("value");
        QTest::addColumn<qreal>("zoom");
        QTest::addColumn<bool>("dark");
        QTest::newRow("bond") << "bonding-vlans" << "primary" << 1.0 << false;
        QTest::newRow("bond dark") << "bonding-vlans" << "primary" << 1.0 << true;
        QTest::newRow("port") << "vlans" << "nic" << 1.0 << false;
        QTest::newRow("names") << "bonding-vlans" << "primary" << 0.45 << false;
        QTest::newRow("dots") << "bonding-vlans" << "primary" << 0.25 << false;
    }

    void problemsOfUplinks()
    {
        QFETCH(QString, profile);
        QFETCH(QString, value);
        QFETCH(qreal, zoom);
        QFETCH(bool, dark);
        CanvasStage stage(templateProject("sample"), profile, {1100, 760}, dark ? darkPalette() : lightPalette());
        if (zoom < 1) stage.view().zoomAt({400, 300}, zoom);
        const QImage before = stage.panel->grab().toImage();
        const ObjectPath trunk = ObjectPath::of({"profiles", profile.toStdString(), "uplinks", "trunk"});
        stage.document.apply(edits::setValue(trunk / value.toStdString(), "eth9"));
        QVERIFY(QTest::qWaitFor([&] { return stage.session().settled().uplinks.contains(QStringLiteral("trunk")); }));
        stage.picture(QStringLiteral("uplink-") + QString::fromUtf8(QTest::currentDataTag()).replace(u' ', u'-'));
        QVERIFY(stage.panel->grab().toImage() != before);
    }

    void wordsCanBeRead()
    {
        for (const QPalette& palette : {lightPalette(), darkPalette()}) {
            const Colours colours = coloursOf(palette);
            QVERIFY(contrast(colours.text, colours.card) >= 4.5);
            QVERIFY(contrast(colours.quiet, colours.card) >= 4.5);
            QVERIFY(contrast(colours.quiet, colours.canvas) >= 4.5);
            QVERIFY(contrast(colours.text, colours.canvas) >= 4.5);
            QVERIFY(contrast(colours.error, colours.card) >= 4.5);
            for (std::size_t place = 0; place < 24; ++place) {
                const NetworkStyle style = networkStyle(place, colours);
                QVERIFY2(contrast(style.text, style.ground) >= 4.5,
                         qPrintable(QStringLiteral("name of lane %1").arg(place)));
                QVERIFY2(contrast(mixed(style.ground, colours.text, 0.78), style.ground) >= 4.5,
                         qPrintable(QStringLiteral("facts of lane %1").arg(place)));
                QVERIFY2(contrast(paint::legible(colours.error, style.ground, colours), style.ground) >= 4.5,
                         qPrintable(QStringLiteral("error on lane %1").arg(place)));
                QVERIFY2(contrast(style.line, style.ground) >= 2.2,
                         qPrintable(QStringLiteral("line of lane %1").arg(place)));
            }
        }
    }

    void bondFromInside()
    {
        const CanvasStage stage;
        const QImage before = stage.painted();
        QTest::mouseMove(stage.widget(), stage.at({HitKind::Bond, 1, 0}));
        QVERIFY(QTest::qWaitFor([&] { return stage.view().showsFacts(); }));
        stage.picture(QStringLiteral("bond"));
        const QPointF corner = stage.view().camera().toScene(stage.view().factsAt());
        QVERIFY(differing(before, stage.painted(), stage.inPicture(QRectF(corner + QPointF(20, 24), QSizeF(60, 20)))) >=
                100);
    }

    void dragging()
    {
        CanvasStage stage;
        const CanvasSession& session = stage.session();
        QImage before = stage.painted();
        const Hit card = stage.card(QStringLiteral("agent-2"));
        stage.beginDrag(stage.at(card), stage.at(card) + QPoint(-90, 120));
        expectShown(stage, before, shape(session.scene(), card).card, QStringLiteral("drag-card"));
        stage.key(Qt::Key_Escape);
        stage.document.apply(edits::detach("bonding-vlans", "agent-1", "storage"));
        before = stage.painted();
        const Hit lane = stage.lane(QStringLiteral("storage"));
        stage.beginDrag(stage.at({HitKind::Bond, stage.card(QStringLiteral("agent-1")).index, 0}),
                        stage.at(lane) + QPoint(300, 10));
        expectShown(stage, before, rectOf(session.scene(), lane), QStringLiteral("drag-connect"));
        stage.key(Qt::Key_Escape);
        before = stage.painted();
        stage.view().beginAgent(QStringLiteral("n100"));
        stage.view().dragTo(QPointF(900, 260));
        expectShown(stage, before, session.scene().layout.cards.back()->card, QStringLiteral("drag-new"));
        stage.view().cancelGesture();
        stage.view().beginNetwork();
        stage.view().dragTo(QPointF(500, 560));
        QCOMPARE(session.scene().layout.lanes.size(), std::size_t(3));
        const auto ghost = std::ranges::find_if(session.scene().lanes, &Mark::isGhost);
        QVERIFY(ghost != session.scene().lanes.end());
        const Hit added{HitKind::Lane, static_cast<int>(ghost - session.scene().lanes.begin())};
        expectShown(stage, before, rectOf(session.scene(), added), QStringLiteral("drag-network"));
    }

    void manyNodes()
    {
        const CanvasStage stage(large(1000), QStringLiteral("bonding-vlans"), {1400, 900}, darkPalette());
        const Colours& colours = stage.session().settled().colours;
        stage.picture(QStringLiteral("1000-dots"));
        QVERIFY(groundOf(stage, QStringLiteral("server-1")) != colours.card.name());
        stage.view().setCamera({.origin = {200, 200}, .zoom = 0.4});
        stage.picture(QStringLiteral("1000-names"));
        QCOMPARE(groundOf(stage, QStringLiteral("server-1")), colours.card.name());
        stage.view().setCamera({.origin = {-600, -300}, .zoom = 0.8});
        stage.picture(QStringLiteral("1000-cards"));
        const QRectF seen = stage.view().camera().toScene(QRectF(0, 0, 1000, 800));
        int cards = 0;
        for (const auto& each : stage.session().settled().layout.cards) {
            if (!seen.contains(each->card)) continue;
            ++cards;
            QCOMPARE(groundOf(stage, each->node->name), colours.card.name());
        }
        QVERIFY(cards >= 8);
    }

    void wrongAndChanged()
    {
        CanvasStage stage;
        const QImage before = stage.painted();
        stage.document.apply(edits::setValue(ObjectPath("profiles/bonding-vlans/networks/storage/vlan"), "4095"));
        stage.document.apply(edits::renameNode("bonding-vlans", "agent-2", "a-name-that-is-far-too-long-for-a-card"));
        QVERIFY(QTest::qWaitFor([&] { return !stage.document.isGenerating(); }));
        stage.picture(QStringLiteral("wrong"));
        const Scene& scene = stage.session().settled();
        const auto changed = [&](const QRectF& part) {
            return differing(before, stage.painted(), stage.inPicture(part));
        };
        const QRectF lane = rectOf(scene, stage.lane(QStringLiteral("storage")));
        QVERIFY(changed({lane.left() + 138, lane.top() + 6, 18, 18}) >= 10);
        const Hit named = stage.card(QStringLiteral("a-name-that-is-far-too-long-for-a-card"));
        QVERIFY(changed(shape(scene, named).card) >= 100);
        const QRectF right(shape(scene, named).card.right() + 2, shape(scene, named).card.top() + 4, 10, 24);
        QCOMPARE(changed(right), 0); // the name stays within its card
        stage.view().beginRename(stage.card(QStringLiteral("agent-1")));
        QTest::keyClicks(stage.widget(), QStringLiteral("Not A Name"));
        stage.picture(QStringLiteral("rename"));
        QVERIFY(changed(stage.view().camera().toScene(stage.view().renamedRect())) >= 100);
        QVERIFY(!stage.view().renameRefusal(QStringLiteral("Not A Name")).isEmpty());
    }

    void rows()
    {
        CanvasStage stage(templateProject("sample"), QStringLiteral("bonding-vlans"), {1100, 760}, darkPalette());
        const QImage before = stage.painted();
        QHash<QString, QPointF> places{{QStringLiteral("server-1"), {0, 0}},
                                       {QStringLiteral("agent-1"), {0, 160}},
                                       {QStringLiteral("agent-2"), {220, 160}}};
        stage.document.setPositions(QStringLiteral("bonding-vlans"), places);
        stage.view().fit();
        stage.picture(QStringLiteral("rows"));
        const Scene& scene = stage.session().settled();
        QVERIFY(shape(scene, stage.card(QStringLiteral("agent-1"))).card.top() >
                shape(scene, stage.card(QStringLiteral("server-1"))).card.bottom());
        for (const char* card : {"server-1", "agent-1", "agent-2"})
            QCOMPARE(groundOf(stage, QString::fromLatin1(card)), scene.colours.card.name());
        QVERIFY(differing(before, stage.painted(), before.rect()) >= 1000);
    }
};

QTEST_MAIN(CanvasPicturesTest)
#include "canvas_pictures_test.moc"
