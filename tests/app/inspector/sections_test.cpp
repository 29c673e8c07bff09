// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/edits/values.h"
#include "core/files/fields.h"
#include "tests/app/support/inspector_stage.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

using namespace n3x;

namespace {

const ObjectPath server = ObjectPath::of({"profiles", "vlans", "nodes", "server-1"});
const ObjectPath storage = ObjectPath::of({"profiles", "vlans", "networks", "storage"});

// Sections and buttons come and go with what the object has, and what is chosen in them is what happens.
class SectionsTest : public QObject {
    Q_OBJECT

private slots:
    void aDifferenceIsEmptiedAndTypedAnew()
    {
        InspectorStage stage;
        stage.document.select({server});
        choose(stage, QStringLiteral("Differ from the profile in a network…"), QStringLiteral("storage"));
        const ObjectPath vlan = server / "overrides" / "networks" / "storage" / "vlan";
        QCOMPARE(stage.said(vlan), std::string("100"));
        auto& field = stage.control<QLineEdit>(QStringLiteral("VLAN"));
        QCOMPARE(stage.window.focusWidget(), static_cast<QWidget*>(&field)); // what was added is seen to next
        QCOMPARE(field.selectedText(), QStringLiteral("100")); // what is typed now takes its place
        field.end(false);
        for (int digit = 0; digit < 3; ++digit) press(stage, Qt::Key_Backspace);
        QCOMPARE(stage.said(vlan), std::string("(nothing)"));
        QCOMPARE(stage.window.focusWidget(), static_cast<QWidget*>(&field)); // stays while somebody is in it
        type(stage, QStringLiteral("250"));
        QCOMPARE(stage.said(vlan), std::string("250"));
        for (int digit = 0; digit < 3; ++digit) press(stage, Qt::Key_Backspace);
        stage.control<QLineEdit>(QStringLiteral("Name")).setFocus();
        QVERIFY(findControl<QLineEdit>(*stage.panel, QStringLiteral("VLAN")) == nullptr); // and goes with the keyboard
    }

    void buttonsSayWhatCanBeDoneNow()
    {
        InspectorStage stage;
        stage.document.select({storage});
        auto& vlan = stage.control<QLineEdit>(QStringLiteral("VLAN"));
        vlan.setFocus();
        vlan.selectAll();
        QVERIFY(findControl<QPushButton>(*stage.panel, QStringLiteral("Untag")) != nullptr);
        press(stage, Qt::Key_Backspace);
        QVERIFY(findControl<QPushButton>(*stage.panel, QStringLiteral("Untag")) == nullptr);
        QVERIFY(findControl<QPushButton>(*stage.panel, QStringLiteral("Tag")) != nullptr);
        type(stage, QStringLiteral("150"));
        QCOMPARE(stage.said(storage / "vlan"), std::string("150"));
    }

    // Which section goes is not up to where the keyboard happens to be.
    void whatIsRemovedGoesAtOnce()
    {
        InspectorStage stage;
        stage.document.select({ObjectPath()});
        stage.showPage(QStringLiteral("Deployment"));
        for (const char* host : {"alpha", "beta"}) {
            clickOn(findControl<QPushButton>(*stage.panel, QStringLiteral("Add remote builder")));
            type(stage, QString::fromLatin1(host)); // in place of the example
        }
        QCOMPARE(stage.said(ObjectPath("builders/1/host")), std::string("beta"));
        clickOn(findControl<QToolButton>(*stage.panel, QStringLiteral("Remove Remote builder 1")));
        QCOMPARE(stage.said(ObjectPath("builders/0/host")), std::string("beta"));
        QVERIFY(findControl<QToolButton>(*stage.panel, QStringLiteral("Remove Remote builder 2")) == nullptr);
        QVERIFY(stage.panel->isAncestorOf(stage.window.focusWidget())); // and the keyboard stays in the inspector
    }

    void aSectionThatIsUndoneGoes()
    {
        InspectorStage stage;
        stage.document.select({server});
        choose(stage, QStringLiteral("Differ from the profile in a network…"), QStringLiteral("storage"));
        QVERIFY(findControl<QToolButton>(*stage.panel, QStringLiteral("Remove Differs in storage")) != nullptr);
        press(stage, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(findControl<QToolButton>(*stage.panel, QStringLiteral("Remove Differs in storage")) == nullptr);
    }

    // The button under the pointer is the same after the rename that the press brings about.
    void aClickAfterTypingANameCounts()
    {
        InspectorStage stage;
        stage.document.select({server});
        auto& name = stage.control<QLineEdit>(QStringLiteral("Name"));
        typeOver(stage, name, QStringLiteral("front"));
        auto& duplicate = stage.control<QPushButton>(QStringLiteral("Duplicate"));
        QTest::mousePress(&duplicate, Qt::LeftButton);
        duplicate.setFocus(Qt::MouseFocusReason);
        QTest::mouseRelease(&duplicate, Qt::LeftButton);
        QCOMPARE(stage.document.historyNames().size(), 2); // the rename and the copy
        QCOMPARE(stage.panel->object().parent(), server.parent());
        QVERIFY(stage.panel->object() != ObjectPath("profiles/vlans/nodes/front")); // the copy is what is shown
    }

    void eachTickIsAStep()
    {
        InspectorStage stage;
        stage.document.select({ObjectPath()});
        stage.showPage(QStringLiteral("Add-ons"));
        for (const char* addon : {"kyverno", "longhorn"})
            clickOn(&stage.control<QCheckBox>(QStringLiteral("Add-ons: %1").arg(QLatin1String(addon))));
        QCOMPARE(stage.said(ObjectPath("k3s/addons")), std::string("kyverno\nlonghorn"));
        stage.document.undo();
        QCOMPARE(stage.said(ObjectPath("k3s/addons")), std::string("kyverno"));
    }

    void portsOfABuiltInTargetCannotBeRemoved()
    {
        InspectorStage stage;
        stage.document.select({ObjectPath("hardware/n100")});
        QVERIFY(findControl<QLineEdit>(*stage.panel, QStringLiteral("Name")) != nullptr);
        QVERIFY(findControl<QToolButton>(*stage.panel, QStringLiteral("Remove Port 1")) == nullptr);
        clickOn(findControl<QPushButton>(*stage.panel, QStringLiteral("Duplicate")));
        QCOMPARE(stage.panel->object(), ObjectPath("hardware/n100-2")); // which can be changed
        clickOn(findControl<QToolButton>(*stage.panel, QStringLiteral("Remove Port 1")));
        QCOMPARE(stage.document.historyNames().size(), 2);
    }
};

} // namespace

QTEST_MAIN(SectionsTest)
#include "sections_test.moc"
