// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/edits/values.h"
#include "tests/app/support/preview_stage.h"

#include <QLabel>
#include <QTextBlock>

using namespace n3x;

// The same link in the files of both backends, side by side.
class ReadLinkTest : public QObject {
    Q_OBJECT

private slots:
    void theSameLinkStandsBesideInTheOtherBackend();
    void theUnitInSightIsSoughtInTheModule();
    void aNetworkBeginsWithItsUnit();
    void withoutASelectionItIsTheLinkOfTheUnit_data();
    void withoutASelectionItIsTheLinkOfTheUnit();
    void withoutASelectionItIsTheBlockThatIsRead();
};

void ReadLinkTest::theSameLinkStandsBesideInTheOtherBackend()
{
    PreviewStage stage;
    stage.apply(edits::setValue(inVlans("nodes", "server-1") / "backend", "debian"));
    stage.document.select({inVlans("networks", "storage")});
    CodeView& other = stage.other();
    QVERIFY(!other.isVisible());
    stage.showBoth();
    QVERIFY(stage.panel.path().endsWith(QStringLiteral("server-1/20-vlan-storage.netdev")));
    QVERIFY(other.toPlainText().contains(QStringLiteral("20-vlan-storage")));
    QVERIFY(!other.originLineRanges().empty());
}

// What the module says of a network stands in many places: the unit in sight is one of them.
void ReadLinkTest::theUnitInSightIsSoughtInTheModule()
{
    PreviewStage stage;
    stage.panel.resize(700, 300);
    stage.apply(edits::setValue(inVlans("nodes", "server-1") / "backend", "debian"));
    stage.document.select({inVlans("networks", "storage")});
    stage.showBoth();
    QVERIFY(QTest::qWaitFor([&] { return inSight(stage.other(), QStringLiteral("20-vlan-storage")); }));
}

// Not with the firewall, which stands above it in the module.
void ReadLinkTest::aNetworkBeginsWithItsUnit()
{
    PreviewStage stage;
    stage.panel.resize(700, 600);
    stage.document.select({inVlans("nodes", "agent-1")});
    stage.panel.openFile(QStringLiteral("backends/nixos/nodes/vlans/agent-1.nix"));
    stage.document.select({inVlans("networks", "storage")});
    QVERIFY(stage.panel.path().endsWith(QStringLiteral("agent-1.nix")));
    QVERIFY(lineAt(stage.shown(), stage.shown().originLineRanges().front().first).contains(u"allowedTCPPorts"));
    QVERIFY(inSight(stage.shown(), QStringLiteral("vlanConfig.Id = 100;")));
}

void ReadLinkTest::withoutASelectionItIsTheLinkOfTheUnit_data()
{
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("line"); // of the module, in sight
    QTest::addColumn<bool>("isMarked");
    QTest::newRow("VLAN") << "20-vlan-storage.netdev" << "vlanConfig.Id = 100;" << true;
    QTest::newRow("on the VLAN") << "20-vlan-storage.network" << "address = [ \"192.168.100.3/24\" ];" << true;
    QTest::newRow("another") << "20-vlan-cluster.network" << "address = [ \"192.168.200.3/24\" ];" << true;
    QTest::newRow("port") << "15-eth1.network" << "vlan = [ \"eth1.200\" \"eth1.100\" ];" << true;
    QTest::newRow("none") << "" << "useNetworkd = true;" << false;
}

void ReadLinkTest::withoutASelectionItIsTheLinkOfTheUnit()
{
    QFETCH(QString, unit);
    QFETCH(QString, line);
    PreviewStage stage;
    stage.panel.resize(700, 600);
    const QString folder = QString::fromStdString(units + "agent-1/");
    stage.panel.openFile(unit.isEmpty() ? QStringLiteral("backends/debian/kas/node/vlans/agent-1.yml") : folder + unit);
    stage.showBoth();
    QVERIFY2(inSight(stage.other(), line), qPrintable(line));
    QTEST(!stage.other().originLineRanges().empty(), "isMarked");
    // Another file while both are in sight, and back.
    stage.panel.openFile(folder + QStringLiteral("20-vlan-cluster.netdev"));
    QVERIFY(inSight(stage.other(), QStringLiteral("vlanConfig.Id = 200;")));
    if (unit.isEmpty()) return;
    stage.panel.openFile(folder + unit);
    QVERIFY2(inSight(stage.other(), line), qPrintable(line));
}

void ReadLinkTest::withoutASelectionItIsTheBlockThatIsRead()
{
    PreviewStage stage;
    stage.panel.resize(700, 600);
    stage.panel.openFile(QStringLiteral("backends/nixos/nodes/vlans/agent-1.nix"));
    stage.showBoth();
    const auto unit = [&] { // above the other file
        for (const auto* label : stage.panel.findChildren<QLabel*>())
            if (label->isVisible() && label->accessibleName().contains(QStringLiteral(".net")))
                return label->accessibleName();
        return QString();
    };
    const auto read = [&](const QString& words, int occurrence = 1) {
        QTextCursor found(stage.shown().document());
        for (int at = 0; at < occurrence; ++at) found = stage.shown().document()->find(words, found);
        QVERIFY2(!found.isNull(), qPrintable(words));
        stage.shown().setTextCursor(found);
    };
    QCOMPARE(unit(), QStringLiteral("15-eth1.network")); // the head is about no link
    read(QStringLiteral("vlanConfig.Id = 100"));
    QCOMPARE(unit(), QStringLiteral("20-vlan-storage.netdev"));
    QVERIFY(inSight(stage.other(), QStringLiteral("Id=100")));
    read(QStringLiteral("20-vlan-storage"), 2);
    QCOMPARE(unit(), QStringLiteral("20-vlan-storage.network"));
    read(QStringLiteral("192.168.200.3/24"));
    QCOMPARE(unit(), QStringLiteral("20-vlan-cluster.network"));
    read(QStringLiteral("interfaces.\"eth1.100\""));
    QCOMPARE(unit(), QStringLiteral("20-vlan-storage.netdev"));
    read(QStringLiteral("15-eth1"));
    QCOMPARE(unit(), QStringLiteral("15-eth1.network"));
    // The text cursor out of sight, it is the line on top.
    QScrollBar& bar = *stage.shown().verticalScrollBar();
    for (int line = 0; line < bar.maximum(); ++line)
        if (lineAt(stage.shown(), line).contains(QStringLiteral("vlanConfig.Id = 200"))) {
            read(QStringLiteral("services.k3s"));
            bar.setValue(line);
        }
    QCOMPARE(unit(), QStringLiteral("20-vlan-cluster.netdev"));
    QVERIFY(stage.panel.path().endsWith(QStringLiteral("agent-1.nix")));
}

QTEST_MAIN(ReadLinkTest)
#include "read_link_test.moc"
