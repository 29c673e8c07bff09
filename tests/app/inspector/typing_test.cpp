// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/edits/networks.h"
#include "core/edits/renames.h"
#include "core/edits/values.h"
#include "core/files/fields.h"
#include "tests/app/support/inspector_stage.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace n3x;

namespace {

const ObjectPath server = ObjectPath::of({"profiles", "vlans", "nodes", "server-1"});
const ObjectPath storage = ObjectPath::of({"profiles", "vlans", "networks", "storage"});
const ObjectPath trunk = ObjectPath::of({"profiles", "bonding-vlans", "uplinks", "trunk"});

// Typing where the edit changes which rows there are, in which order, and what may be chosen in them.
class TypingTest : public QObject {
    Q_OBJECT

private slots:
    void aSecondMacIsTypedThrough()
    {
        InspectorStage stage;
        stage.document.select({server});
        auto& mac = stage.control<QLineEdit>(QStringLiteral("eth2"));
        mac.setFocus();
        type(stage, QStringLiteral("52:54:00:aa:bb:02"));
        QCOMPARE(stage.window.focusWidget(), static_cast<QWidget*>(&mac));
        QCOMPARE(stage.said(server / "macs" / "eth2"), std::string("52:54:00:aa:bb:02"));
        QCOMPARE(stage.document.historyNames().size(), 1);
    }

    void macsStandInTheOrderOfThePorts()
    {
        InspectorStage stage;
        stage.document.apply(edits::setValue(server / "macs" / "eth2", "52:54:00:aa:bb:02"));
        stage.document.apply(edits::setValue(server / "macs" / "eth9", "52:54:00:aa:bb:09")); // no such port
        stage.document.select({server});
        QStringList order;
        for (const FieldInfo& field : fieldsOf(stage.document.project(), server))
            if (field.key.starts_with("macs/")) order << QString::fromStdString(field.path.names().back());
        QStringList sorted = order;
        sorted.sort();
        QCOMPARE(order, sorted);
        QCOMPARE(order.last(), QStringLiteral("eth9"));
    }

    void aMacIsEmptiedAndTypedAnew()
    {
        InspectorStage stage;
        stage.document.apply(edits::setValue(server / "macs" / "eth0", "52:54:00:01:01:07"));
        stage.document.select({server});
        auto& mac = stage.control<QLineEdit>(QStringLiteral("eth0"));
        mac.setFocus();
        mac.end(false);
        const auto length = mac.text().size();
        QVERIFY(length > 0);
        for (qsizetype at = 0; at < length; ++at) press(stage, Qt::Key_Backspace);
        QCOMPARE(stage.said(server / "macs" / "eth0"), std::string("(nothing)"));
        type(stage, QStringLiteral("52:54:00:01:01:77"));
        QCOMPARE(stage.said(server / "macs" / "eth0"), std::string("52:54:00:01:01:77"));
    }

    void aMemberOfABondIsTypedThrough()
    {
        InspectorStage stage;
        stage.document.select({trunk});
        auto& members = stage.control<QPlainTextEdit>(QStringLiteral("Members"));
        members.setFocus();
        const QString before = members.toPlainText();
        press(stage, Qt::Key_End, Qt::ControlModifier);
        press(stage, Qt::Key_Return);
        type(stage, QStringLiteral("eth3"));
        QCOMPARE(stage.said(trunk / "members"), (before + QStringLiteral("\neth3")).toStdString());
        // What else may be chosen follows.
        QVERIFY(std::ranges::contains(fieldInfo(stage.document.project(), trunk / "primary")->choices, "eth3"));
    }

    void commasStandBetweenEntriesThatHoldNone()
    {
        InspectorStage stage;
        stage.document.select({trunk});
        stage.control<QPlainTextEdit>(QStringLiteral("Members")).setFocus();
        press(stage, Qt::Key_A, Qt::ControlModifier);
        type(stage, QStringLiteral("eth2, eth1"));
        QCOMPARE(stage.said(trunk / "members"), std::string("eth2\neth1"));
        press(stage, Qt::Key_A, Qt::ControlModifier);
        type(stage, QStringLiteral("eth2, no name"));
        QCOMPARE(stage.said(trunk / "members"), std::string("eth2, no name")); // as it was typed, to be mended
    }

    void aRenameKeepsTheKeyboard()
    {
        InspectorStage stage;
        stage.document.select({server});
        auto& name = stage.control<QLineEdit>(QStringLiteral("Name"));
        typeOver(stage, name, QStringLiteral("front"));
        press(stage, Qt::Key_Return);
        QCOMPARE(stage.panel->object(), ObjectPath("profiles/vlans/nodes/front"));
        QCOMPARE(stage.window.focusWidget(), static_cast<QWidget*>(&name));
        name.selectAll();
        type(stage, QStringLiteral("gate"));
        press(stage, Qt::Key_Tab); // renames on its way out
        QCOMPARE(stage.panel->object(), ObjectPath("profiles/vlans/nodes/gate"));
        QVERIFY(stage.window.focusWidget() != nullptr);
        QCOMPARE(stage.window.focusWidget()->accessibleName(), QStringLiteral("Role"));
    }

    void aProfileCanBeRenamedFromItsField()
    {
        InspectorStage stage;
        stage.document.select({ObjectPath("profiles/vlans")});
        auto& name = stage.control<QLineEdit>(QStringLiteral("Name"));
        typeOver(stage, name, QStringLiteral("tagged"));
        press(stage, Qt::Key_Return);
        QCOMPARE(stage.panel->object(), ObjectPath("profiles/tagged"));
        QCOMPARE(stage.window.focusWidget(), static_cast<QWidget*>(&name));
    }

    // A name half typed counts when another object is shown, and is the name of the one that it was typed for.
    void aNameHalfTypedCountsForItsOwnObject()
    {
        InspectorStage stage;
        stage.document.select({server});
        auto& name = stage.control<QLineEdit>(QStringLiteral("Name"));
        typeOver(stage, name, QStringLiteral("front"));
        const ObjectPath agent("profiles/vlans/nodes/agent-1");
        stage.document.select({agent});
        QVERIFY(holds(stage.document.project(), ObjectPath("profiles/vlans/nodes/front")));
        QCOMPARE(stage.panel->object(), agent);
        QCOMPARE(stage.control<QLineEdit>(QStringLiteral("Name")).text(), QStringLiteral("agent-1"));
    }

    void eachObjectIsAStepOfItsOwn()
    {
        InspectorStage stage;
        const ObjectPath cluster("profiles/vlans/networks/cluster");
        stage.document.select({storage});
        stage.control<QLineEdit>(QStringLiteral("VLAN")).setFocus();
        press(stage, Qt::Key_Up);
        stage.document.select({cluster}); // the keyboard stays in the field of that name
        press(stage, Qt::Key_Up);
        QCOMPARE(stage.said(storage / "vlan"), std::string("101"));
        QCOMPARE(stage.said(cluster / "vlan"), std::string("201"));
        QCOMPARE(stage.document.historyNames().size(), 2);
    }

    void theTabKeyGoesFromTopToBottom()
    {
        InspectorStage stage;
        stage.document.select({server});
        stage.document.apply(edits::setValue(server / "overrides" / "networks" / "storage" / "mtu", "1400"));
        stage.window.resize(420, 1600);
        QTest::qWait(50);
        stage.control<QLineEdit>(QStringLiteral("Name")).setFocus();
        int last = -1;
        for (int stop = 0; stop < 60; ++stop) {
            const QWidget* keyboard = stage.window.focusWidget();
            const int y = keyboard->mapTo(stage.panel, QPoint(0, keyboard->height() / 2)).y();
            if (y < last - keyboard->height()) {
                QVERIFY2(stop > 15, qPrintable(keyboard->accessibleName())); // round to the beginning
                return;
            }
            last = std::max(last, y);
            press(stage, Qt::Key_Tab);
        }
        QFAIL("no end");
    }

    void theTabKeyReachesAFixAfterItsField()
    {
        InspectorStage stage;
        stage.document.select({storage});
        auto& vlan = stage.control<QLineEdit>(QStringLiteral("VLAN"));
        typeOver(stage, vlan, QStringLiteral("4095"));
        N3X_EVENTUALLY(findControl<QPushButton>(*stage.panel, QStringLiteral("Change VLAN of storage to 4094")));
        QStringList reached;
        for (int stop = 0; stop < 4; ++stop) {
            press(stage, Qt::Key_Tab);
            reached << stage.window.focusWidget()->accessibleName();
        }
        QVERIFY2(reached.contains(QStringLiteral("Change VLAN of storage to 4094")), qPrintable(reached.join(u',')));
    }

    // Also where the other object has pages, so that its rows stand in another box.
    void aNameHalfTypedIsNotThatOfTheNext()
    {
        InspectorStage stage;
        stage.document.select({storage});
        auto& name = stage.control<QLineEdit>(QStringLiteral("Name"));
        typeOver(stage, name, QStringLiteral("lager"));
        stage.document.select({server});
        QVERIFY(holds(stage.document.project(), ObjectPath("profiles/vlans/networks/lager")));
        QVERIFY(holds(stage.document.project(), server));
        QCOMPARE(stage.document.historyNames().size(), 1);
        QCOMPARE(stage.panel->object(), server);
        int names = 0;
        for (const QLineEdit* line : stage.panel->findChildren<QLineEdit*>())
            if (line->isVisible() && line->accessibleName() == QStringLiteral("Name")) ++names;
        QCOMPARE(names, 1);
    }

    void aNameThatIsTakenIsSaid()
    {
        InspectorStage stage;
        stage.document.select({ObjectPath("profiles/vlans/nodes/agent-1")});
        auto& name = stage.control<QLineEdit>(QStringLiteral("Name"));
        typeOver(stage, name, QStringLiteral("agent-2"));
        press(stage, Qt::Key_Return);
        QVERIFY(name.accessibleDescription().contains(QStringLiteral("“agent-2” is the name of another one.")));
        QCOMPARE(name.text(), QStringLiteral("agent-1"));
        name.selectAll();
        type(stage, QStringLiteral("agent-7"));
        press(stage, Qt::Key_Return);
        N3X_EVENTUALLY(!name.accessibleDescription().contains(QStringLiteral("another one")));
    }

    void escapeLeavesANameAsItWas()
    {
        InspectorStage stage;
        stage.document.select({server});
        auto& name = stage.control<QLineEdit>(QStringLiteral("Name"));
        typeOver(stage, name, QStringLiteral("half"));
        press(stage, Qt::Key_Escape);
        QCOMPARE(name.text(), QStringLiteral("server-1"));
        press(stage, Qt::Key_Tab);
        QVERIFY(stage.document.historyNames().isEmpty());
    }

    void aCompletionCounts()
    {
        InspectorStage stage;
        stage.document.select({trunk});
        auto& primary = stage.control<QLineEdit>(QStringLiteral("Primary"));
        typeOver(stage, primary, QStringLiteral("e"));
        QVERIFY(primary.completer() != nullptr);
        emit primary.completer()->activated(QStringLiteral("eth2")); // as a click in its list
        QCOMPARE(stage.said(trunk / "primary"), std::string("eth2"));
        QCOMPARE(stage.document.historyNames().size(), 1);
    }

    void returnEndsASubnet()
    {
        InspectorStage stage;
        stage.document.select({storage});
        auto& subnet = stage.control<QPlainTextEdit>(QStringLiteral("Subnet"));
        typeOver(stage, subnet, QStringLiteral("192.168.150.0/24"));
        QCOMPARE(stage.said(storage / "subnet"), std::string("192.168.100.0/24"));
        press(stage, Qt::Key_Return);
        QCOMPARE(stage.said(storage / "subnet"), std::string("192.168.150.0/24"));
        type(stage, QStringLiteral("fd00:9::/64")); // and may have a second one
        press(stage, Qt::Key_Return);
        QCOMPARE(stage.said(storage / "subnet"), std::string("192.168.150.0/24\nfd00:9::/64"));
    }

    void arrowKeysChangeNothingOnTheWay()
    {
        InspectorStage stage;
        stage.document.select({server});
        auto& target = stage.control<QComboBox>(QStringLiteral("Hardware target"));
        target.setFocus();
        press(stage, Qt::Key_Up);
        QVERIFY(stage.document.historyNames().isEmpty());
        QVERIFY(target.view()->isVisible()); // the list is open
        target.hidePopup();
    }

    void theFieldInHandStaysInSight()
    {
        InspectorStage stage;
        stage.window.resize(420, 420);
        stage.document.select({storage});
        auto& range = stage.control<QPlainTextEdit>(QStringLiteral("Range"));
        stage.document.reveal(storage / "dhcp" / "range");
        QTest::qWait(50);
        QCOMPARE(range.visibleRegion().boundingRect().height(), range.height());
        type(stage, QStringLiteral("1"));
        QVERIFY(QTest::qWaitFor([&] { return !stage.document.isGenerating(); }, 10'000));
        QTest::qWait(100);
        QCOMPARE(range.visibleRegion().boundingRect().height(), range.height());
    }
};

} // namespace

QTEST_MAIN(TypingTest)
#include "typing_test.moc"
