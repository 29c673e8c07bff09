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

    static bool isPainted(const CanvasStage& stage)
    {
        const QImage image = stage.panel->grab().toImage();
        return image.pixelColor(image.width() / 2, image.height() / 2).isValid() && image.size().width() > 100;
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
        const CanvasStage stage(templateProject("sample"), profile, {1100, 760}, dark ? darkPalette() : lightPalette());
        stage.click(stage.card(QStringLiteral("agent-1")));
        QVERIFY(isPainted(stage));
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

    void empty()
    {
        Project project = templateProject("sample");
        std::vector<std::string> names;
        for (const auto& node : find(project.profiles, "vlans")->nodes) names.push_back(node->name.text());
        const CanvasStage stage(edits::removeNodes("vlans", names).apply(project), QStringLiteral("vlans"));
        stage.picture(QStringLiteral("empty"));
        QVERIFY(stage.session().isEmpty());
    }

    void bondFromInside()
    {
        const CanvasStage stage;
        stage.session().setHovered({HitKind::Bond, 1, 0});
        QTest::mouseMove(stage.widget(), stage.at({HitKind::Bond, 1, 0}));
        QVERIFY(QTest::qWaitFor([&] { return stage.view().showsFacts(); }));
        stage.picture(QStringLiteral("bond"));
    }

    void dragging()
    {
        CanvasStage stage;
        const Hit card = stage.card(QStringLiteral("agent-2"));
        stage.beginDrag(stage.at(card), stage.at(card) + QPoint(-90, 120));
        stage.picture(QStringLiteral("drag-card"));
        stage.key(Qt::Key_Escape);
        stage.document.apply(edits::detach("bonding-vlans", "agent-1", "storage"));
        stage.beginDrag(stage.at({HitKind::Bond, stage.card(QStringLiteral("agent-1")).index, 0}),
                        stage.at(stage.lane(QStringLiteral("storage"))) + QPoint(300, 10));
        stage.picture(QStringLiteral("drag-connect"));
        stage.key(Qt::Key_Escape);
        stage.view().beginAgent(QStringLiteral("n100"));
        stage.view().dragTo(QPointF(900, 260));
        stage.picture(QStringLiteral("drag-new"));
        stage.view().cancelGesture();
        stage.view().beginNetwork();
        stage.view().dragTo(QPointF(500, 560));
        stage.picture(QStringLiteral("drag-network"));
    }

    void manyNodes()
    {
        const CanvasStage stage(large(1000), QStringLiteral("bonding-vlans"), {1400, 900});
        stage.picture(QStringLiteral("1000-dots"));
        stage.view().setCamera({.origin = {200, 200}, .zoom = 0.4});
        stage.picture(QStringLiteral("1000-names"));
        stage.view().setCamera({.origin = {-600, -300}, .zoom = 0.8});
        stage.picture(QStringLiteral("1000-cards"));
    }

    void wrongAndChanged()
    {
        CanvasStage stage;
        stage.document.apply(edits::setValue(ObjectPath("profiles/bonding-vlans/networks/storage/vlan"), "4095"));
        stage.document.apply(edits::renameNode("bonding-vlans", "agent-2", "a-name-that-is-far-too-long-for-a-card"));
        QVERIFY(QTest::qWaitFor([&] { return !stage.document.isGenerating(); }));
        stage.picture(QStringLiteral("wrong"));
        stage.view().beginRename(stage.card(QStringLiteral("agent-1")));
        QTest::keyClicks(stage.widget(), QStringLiteral("Not A Name"));
        stage.picture(QStringLiteral("rename"));
    }

    void rows()
    {
        CanvasStage stage;
        QHash<QString, QPointF> places{{QStringLiteral("server-1"), {0, 0}},
                                       {QStringLiteral("agent-1"), {0, 160}},
                                       {QStringLiteral("agent-2"), {220, 160}}};
        stage.document.setPositions(QStringLiteral("bonding-vlans"), places);
        stage.view().fit();
        stage.picture(QStringLiteral("rows"));
    }
};

QTEST_MAIN(CanvasPicturesTest)
#include "canvas_pictures_test.moc"
