// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/document/document.h"
#include "app/inspector/inspector_panel.h"
#include "app/inspector/value_row.h"
#include "core/edits/networks.h"
#include "core/edits/uplinks.h"
#include "core/edits/values.h"
#include "core/files/templates.h"
#include "tests/app/support/find_control.h"

#include <QLineEdit>
#include <QPushButton>

using namespace n3x;

// What the inspector does with an uplink.
class UplinkActionsTest : public QObject {
    Q_OBJECT

private slots:
    void aBondLeavesOtherUplinksAlone();
    void aNetworkThatIsAddedIsShown();
    void onlyABondHasWhatBondsHave();
};

void UplinkActionsTest::aBondLeavesOtherUplinksAlone()
{
    const ObjectPath trunk = ObjectPath::of({"profiles", "vlans", "uplinks", "trunk"});
    Document document(templateProject("sample"));
    document.setCurrentProfile(QStringLiteral("vlans"));
    InspectorPanel panel(document);
    panel.show();
    document.select({trunk});
    auto* make = findControl<QPushButton>(panel, QStringLiteral("Make a bond"));
    QVERIFY(make != nullptr);
    QVERIFY(make->toolTip().contains(QStringLiteral("eth2")));
    clickOn(make);
    QStringList members;
    for (const auto& member : find(document.profile()->uplinks, "trunk")->members)
        members << QString::fromStdString(member.text());
    QCOMPARE(members, (QStringList{QStringLiteral("eth1"), QStringLiteral("eth2")}));

    // The only other port carries a network now.
    document.undo();
    document.apply(edits::addUplink(document.project(), "vlans"));
    const std::string other = document.profile()->uplinks[1]->name.text();
    document.apply(edits::addNetwork(document.project(), "vlans", other));
    document.select({});
    document.select({trunk});
    QVERIFY(findControl<QPushButton>(panel, QStringLiteral("Make a bond")) == nullptr);
}

void UplinkActionsTest::aNetworkThatIsAddedIsShown()
{
    Document document(templateProject("sample"));
    document.setCurrentProfile(QStringLiteral("vlans"));
    InspectorPanel panel(document);
    panel.show();
    document.select({ObjectPath("profiles/vlans/uplinks/trunk")});
    clickOn(findControl<QPushButton>(panel, QStringLiteral("Add network")));
    QCOMPARE(document.profile()->networks.size(), std::size_t{3});
    QCOMPARE(document.selection(), QList{ObjectPath("profiles/vlans/networks/network")});
    QCOMPARE(panel.object(), ObjectPath("profiles/vlans/networks/network"));
}

void UplinkActionsTest::onlyABondHasWhatBondsHave()
{
    const ObjectPath trunk("profiles/vlans/uplinks/trunk");
    Document document(templateProject("sample"));
    document.setCurrentProfile(QStringLiteral("vlans"));
    InspectorPanel panel(document);
    panel.show();
    document.select({trunk});
    const auto rowsOf = [&panel](const ObjectPath& object) {
        QStringList keys;
        for (const auto* row : panel.findChildren<ValueRow*>())
            if (row->isVisible() && row->field().path.parent() == object)
                keys << QString::fromStdString(row->field().path.names().back());
        keys.sort();
        return keys.join(u' ');
    };
    const auto rows = [&] { return rowsOf(trunk); };
    const QString port = QStringLiteral("bond mtu name nic");
    const QString bond =
        QStringLiteral("bond downDelay hashPolicy lacpRate members miimon mode mtu name primary upDelay");
    QCOMPARE(rows(), port);
    clickOn(findControl<QPushButton>(panel, QStringLiteral("Make a bond")));
    QCOMPARE(rows(), bond);
    document.undo();
    QCOMPARE(rows(), port);
    document.apply(edits::setValue(trunk / "mode", "802.3ad")); // as a file may say it
    QCOMPARE(rows(), QStringLiteral("bond mode mtu name nic"));
    document.undo();
    QCOMPARE(rowsOf(trunk / "targets" / "n100"), QStringLiteral("nic"));

    auto* name = findControl<QLineEdit>(panel, QStringLiteral("Bond")); // by hand
    QVERIFY(name != nullptr);
    name->setFocus();
    QTest::keyClicks(name, QStringLiteral("bond0"));
    QCOMPARE(find(document.profile()->uplinks, "trunk")->bond->text(), std::string("bond0"));
    QVERIFY(rows().contains(QStringLiteral("members")));
}

QTEST_MAIN(UplinkActionsTest)
#include "uplink_actions_test.moc"
