// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/edits/nodes.h"
#include "core/edits/values.h"
#include "core/files/fields.h"
#include "tests/app/support/inspector_stage.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

using namespace n3x;

namespace {

const ObjectPath server = ObjectPath::of({"profiles", "vlans", "nodes", "server-1"});
const ObjectPath storage = ObjectPath::of({"profiles", "vlans", "networks", "storage"});
const ObjectPath vlans = ObjectPath::of({"profiles", "vlans"});

class ValueRowTest : public QObject {
    Q_OBJECT

private slots:
    // Between two keys the text may be another spelling of what the project says.
    void textsAreTypedKeyByKey_data()
    {
        QTest::addColumn<QString>("object");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("typed");
        const QString node = QString::fromStdString(server.text());
        QTest::newRow("label") << node << "Labels" << "labels" << "rack=7";
        QTest::newRow("labels") << node << "Labels" << "labels" << "rack=7\nzone=a";
        QTest::newRow("label without a value") << node << "Labels" << "labels" << "rack";
        QTest::newRow("taint") << node << "Taints" << "taints" << "dedicated=db:NoSchedule";
        QTest::newRow("addresses") << node << "storage" << "addresses/storage" << "192.168.100.9\nfd00::9";
        QTest::newRow("pods") << node << "Pod addresses" << "k3s/clusterCidr" << "10.50.0.0/16\nfd00:50::/56";
        QTest::newRow("left out") << node << "Left out" << "k3s/disable" << "traefik\ncoredns";
        const QString network = QString::fromStdString(storage.text());
        QTest::newRow("gateway") << network << "Gateway" << "gateway" << "192.168.100.254\nfd00::1";
        QTest::newRow("name servers") << network << "Name servers" << "nameservers" << "192.168.100.53\n192.168.100.54";
        QTest::newRow("range") << network << "Range" << "dhcp/range" << "192.168.100.10\n192.168.100.99";
        QTest::newRow("members") << "profiles/bonding-vlans/uplinks/trunk" << "Members" << "members" << "eth3\neth4";
        QTest::newRow("caches") << "" << "Nix caches" << "caches/substituters"
                                << "https://cache.example\nhttps://b.example";
        QTest::newRow("keys") << "" << "SSH keys" << "admins/ssh" << "ssh-ed25519 AAAA me\nssh-rsa BB you";
    }
    void textsAreTypedKeyByKey()
    {
        QFETCH(QString, object);
        QFETCH(QString, field);
        QFETCH(QString, key);
        QFETCH(QString, typed);
        InspectorStage stage;
        stage.document.select({ObjectPath(object.toStdString())});
        stage.showPageOf(field);
        auto& lines = stage.control<QPlainTextEdit>(field);
        lines.setFocus();
        lines.selectAll();
        QTest::keyClick(&lines, Qt::Key_Delete);
        for (const QString& line : typed.split(u'\n')) {
            if (!lines.toPlainText().isEmpty()) QTest::keyClick(&lines, Qt::Key_Return);
            QTest::keyClicks(&lines, line);
        }
        QCOMPARE(lines.toPlainText(), typed);
        const QString path = object.isEmpty() ? key : object + u'/' + key;
        QCOMPARE(stage.said(ObjectPath(path.toStdString())), typed.toStdString());
        QCOMPARE(stage.document.historyNames().size(), 1);
    }

    void whatWasTypedIsSpelledAsTheProjectSaysItOnceLeft()
    {
        InspectorStage stage;
        stage.document.select({server});
        auto& lines = stage.control<QPlainTextEdit>(QStringLiteral("Labels"));
        lines.setFocus();
        QTest::keyClicks(&lines, QStringLiteral("rack="));
        QCOMPARE(lines.toPlainText(), QStringLiteral("rack="));
        QTest::keyClick(&lines, Qt::Key_Tab);
        QCOMPARE(lines.toPlainText(), QStringLiteral("rack"));
        QCOMPARE(stage.said(server / "labels"), std::string("rack"));
    }

    void aLabelGoesOnWhereItWasSpelledAnew()
    {
        InspectorStage stage;
        stage.document.select({server});
        auto& lines = stage.control<QPlainTextEdit>(QStringLiteral("Labels"));
        lines.setFocus();
        QTest::keyClicks(&lines, QStringLiteral("rack="));
        QTest::keyClick(&lines, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(lines.toPlainText(), QStringLiteral("rack"));
        QTest::keyClicks(&lines, QStringLiteral("=7"));
        QCOMPARE(stage.said(server / "labels"), std::string("rack=7"));
        QTest::keyClick(&lines, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(lines.toPlainText(), QStringLiteral("rack"));
        QTest::keyClick(&lines, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(stage.said(server / "labels"), std::string("(nothing)"));
        QCOMPARE(lines.toPlainText(), QString());
    }

    void anInheritedListCanBeEmptied()
    {
        InspectorStage stage(edits::setValue(ObjectPath("k3s/addons"), "kyverno").apply(templateProject("sample")));
        const ObjectPath addons = vlans / "k3s" / "addons";
        stage.showPage(QStringLiteral("Add-ons"));
        const auto box = [&](const char* name) -> QCheckBox& {
            return stage.control<QCheckBox>(QStringLiteral("Add-ons: %1").arg(QLatin1String(name)));
        };
        QVERIFY(box("kyverno").isChecked()); // the project's
        clickOn(&box("kyverno"));
        QVERIFY(!box("kyverno").isChecked());
        QCOMPARE(stage.said(addons), std::string());
        QCOMPARE(stage.document.historyNames().size(), 1);
        clickOn(&box("longhorn"));
        QCOMPARE(stage.said(addons), std::string("longhorn")); // and not kyverno with it
        QVERIFY(!box("kyverno").isChecked());
        clickOn(&box("longhorn"));
        QCOMPARE(stage.said(addons), std::string());
        clickOn(&stage.control<QToolButton>(QStringLiteral("Add-ons: default")));
        QCOMPARE(stage.said(addons), std::string("(nothing)"));
        QVERIFY(box("kyverno").isChecked());
    }

    void aListThatIsSaidToBeEmptyShowsNothing()
    {
        Project project = edits::setValue(ObjectPath("k3s/addons"), "kyverno").apply(templateProject("sample"));
        InspectorStage stage(edits::setValue(vlans / "k3s" / "addons", emptyList).apply(project));
        stage.showPage(QStringLiteral("Add-ons"));
        QVERIFY(!stage.control<QCheckBox>(QStringLiteral("Add-ons: kyverno")).isChecked());
        clickOn(&stage.control<QCheckBox>(QStringLiteral("Add-ons: longhorn")));
        QCOMPARE(stage.said(vlans / "k3s" / "addons"), std::string("longhorn"));
    }

    void linesThatAreInheritedCanBeEmptied()
    {
        InspectorStage stage(edits::setValue(ObjectPath("k3s/disable"), "traefik").apply(templateProject("sample")));
        const ObjectPath disable = vlans / "k3s" / "disable";
        stage.showPage(QStringLiteral("K3s"));
        auto& lines = stage.control<QPlainTextEdit>(QStringLiteral("Left out"));
        QCOMPARE(lines.placeholderText(), QStringLiteral("traefik"));
        stage.window.resize(352, 700); // as in the smallest window
        QTest::qWait(50);
        stage.expectNothingCut();
        clickOn(&stage.control<QToolButton>(QStringLiteral("Left out: none")));
        QCOMPARE(stage.said(disable), std::string());
        QCOMPARE(lines.placeholderText(), QStringLiteral("empty"));
        clickOn(&stage.control<QToolButton>(QStringLiteral("Left out: default")));
        QCOMPARE(stage.said(disable), std::string("(nothing)"));
        QCOMPARE(lines.placeholderText(), QStringLiteral("traefik"));
    }

    // A menu takes the keyboard while somebody types; the line is not finished by that.
    void aMenuLeavesWhatIsTyped()
    {
        InspectorStage stage;
        stage.document.select({server});
        auto& lines = stage.control<QPlainTextEdit>(QStringLiteral("Labels"));
        lines.setFocus();
        QTest::keyClicks(&lines, QStringLiteral("rack="));
        QFocusEvent out(QEvent::FocusOut, Qt::PopupFocusReason);
        QApplication::sendEvent(&lines, &out);
        QCOMPARE(lines.toPlainText(), QStringLiteral("rack="));
        QCOMPARE(lines.textCursor().position(), 5);
    }

    void undoReachesTheHistoryFromAField()
    {
        InspectorStage stage;
        stage.document.apply(edits::addNode(stage.document.project(), "vlans", Role::Agent));
        const Project before = stage.document.project();
        stage.document.select({storage});
        auto& vlan = stage.control<QLineEdit>(QStringLiteral("VLAN"));
        vlan.setFocus();
        vlan.selectAll();
        QTest::keyClicks(&vlan, QStringLiteral("150"));
        QTest::keyClick(&vlan, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(stage.document.project() == before); // typing is one step
        QCOMPARE(vlan.text(), QStringLiteral("100"));
        QTest::keyClick(&vlan, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(stage.document.project() == templateProject("sample"));
        QTest::keyClick(&vlan, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(stage.document.project() == before);
    }

    // A value that was finished, or is typed over, is one to come back to.
    void eachValueThatWasTypedIsAStep()
    {
        InspectorStage stage;
        stage.document.select({storage});
        auto& vlan = stage.control<QLineEdit>(QStringLiteral("VLAN"));
        vlan.setFocus();
        vlan.selectAll();
        QTest::keyClicks(&vlan, QStringLiteral("150"));
        QTest::keyClick(&vlan, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(&vlan, QStringLiteral("160"));
        QTest::keyClick(&vlan, Qt::Key_Return);
        QTest::keyClick(&vlan, Qt::Key_Backspace);
        QTest::keyClicks(&vlan, QStringLiteral("5"));
        const auto undone = [&] {
            QTest::keyClick(&vlan, Qt::Key_Z, Qt::ControlModifier);
            return vlan.text();
        };
        QCOMPARE(vlan.text(), QStringLiteral("165"));
        QCOMPARE(undone(), QStringLiteral("160"));
        QCOMPARE(undone(), QStringLiteral("150"));
        QCOMPARE(undone(), QStringLiteral("100"));
    }

    // What the field's own undo took back is no longer being typed.
    void aFieldThatTookItsTextBackFollowsAgain()
    {
        InspectorStage stage;
        stage.document.select({ObjectPath()});
        stage.document.apply(edits::setValue(ObjectPath("name"), "other"));
        auto& name = stage.control<QLineEdit>(QStringLiteral("Name"));
        name.setFocus();
        QTest::keyClicks(&name, QStringLiteral("x"));
        QTest::keyClick(&name, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(name.text(), QStringLiteral("other"));
        QTest::keyClick(&name, Qt::Key_Tab);
        stage.document.undo();
        QCOMPARE(name.text(), QStringLiteral("edge-lab"));
    }

    void aProblemFitsIntoANarrowInspector()
    {
        InspectorStage stage;
        stage.window.resize(352, 700); // as in the smallest window
        stage.document.select({storage});
        auto& vlan = stage.control<QLineEdit>(QStringLiteral("VLAN"));
        vlan.setFocus();
        vlan.selectAll();
        QTest::keyClicks(&vlan, QStringLiteral("4095"));
        const QString fix = QStringLiteral("Change VLAN of storage to 4094");
        N3X_EVENTUALLY(findControl<QPushButton>(*stage.panel, fix) != nullptr);
        QTest::qWait(50);
        const auto& button = stage.control<QPushButton>(fix);
        QVERIFY(button.width() >= button.sizeHint().width()); // its whole text
        stage.expectNothingCut();
    }

    void everyPageFitsIntoANarrowInspector()
    {
        InspectorStage stage;
        stage.window.resize(352, 700);
        auto* pages = stage.panel->findChild<QTabBar*>();
        for (const char* object : {"", "hardware/n100", "profiles/vlans", "profiles/vlans/nodes/server-1",
                                   "profiles/vlans/networks/storage", "profiles/bonding-vlans/uplinks/trunk"}) {
            stage.document.select({ObjectPath(object)});
            for (int page = 0; page < std::max(1, pages->count()); ++page) {
                pages->setCurrentIndex(page);
                QTest::qWait(20);
                stage.expectNothingCut();
                if (QTest::currentTestFailed()) qFatal("on page %d of %s", page, object);
            }
        }
    }

    void aLongTextTakesTheRoomOfANoteThatSaysNothing()
    {
        InspectorStage stage;
        stage.document.select({vlans});
        const auto& summary = stage.control<QLineEdit>(QStringLiteral("Summary"));
        const auto& name = stage.control<QLineEdit>(QStringLiteral("Name"));
        N3X_EVENTUALLY(summary.width() > name.width() + 60); // “Cluster and storage VLANs on one port”
        QVERIFY(summary.fontMetrics().horizontalAdvance(summary.text()) < summary.width());
        stage.document.apply(edits::setValue(vlans / "summary", "Short"));
        N3X_EVENTUALLY(summary.width() == name.width()); // beside “was …”
        stage.document.markSaved(stage.document.project(), stage.document.views());
        QTest::qWait(50);
        QCOMPARE(summary.width(), name.width()); // as every other
        stage.document.undo();
        stage.document.markSaved(stage.document.project(), stage.document.views());
        N3X_EVENTUALLY(summary.width() > name.width() + 60);
    }

    // Something else changes meanwhile, or a save ends.
    void aNameHalfTypedStays()
    {
        InspectorStage stage;
        stage.document.select({server});
        auto& name = stage.control<QLineEdit>(QStringLiteral("Name"));
        name.setFocus();
        name.selectAll();
        QTest::keyClicks(&name, QStringLiteral("front"));
        stage.document.apply(edits::setValue(vlans / "summary", "Another"));
        QCOMPARE(name.text(), QStringLiteral("front"));
        QTest::keyClick(&name, Qt::Key_Z,
                        Qt::ControlModifier); // what counts only when it is finished, the field undoes
        QCOMPARE(stage.said(vlans / "summary"), std::string("Another"));
        name.selectAll();
        QTest::keyClicks(&name, QStringLiteral("front"));
        QTest::keyClick(&name, Qt::Key_Return);
        QCOMPARE(stage.said(vlans / "nodes" / "front" / "role"), std::string("server"));
    }
};

} // namespace

QTEST_MAIN(ValueRowTest)
#include "value_row_test.moc"
