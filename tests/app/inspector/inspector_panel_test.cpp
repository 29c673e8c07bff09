// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/document/document.h"
#include "app/inspector/inspector_panel.h"
#include "app/theme/colours.h"
#include "app/theme/style.h"
#include "core/checks/check.h"
#include "core/edits/nodes.h"
#include "core/edits/renames.h"
#include "core/files/fields.h"
#include "core/files/templates.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace n3x;

namespace {

const ObjectPath storage = ObjectPath::of({"profiles", "vlans", "networks", "storage"});

template <class Control> Control* named(QWidget& panel, const QString& name)
{
    for (Control* control : panel.findChildren<Control*>())
        if (control->accessibleName() == name && control->window() == panel.window()) return control;
    return nullptr;
}

void settle(Document& document)
{
    QVERIFY(QTest::qWaitFor([&] { return !document.isGenerating(); }, 10000));
}

// Whether the line around it says that its value is refused.
bool isRed(QWidget& field)
{
    const QImage picture = field.grab().toImage();
    const QColor line = picture.pixelColor(picture.width() / 2, 0);
    return line.red() > 180 && line.green() < 140 && line.blue() < 140;
}

} // namespace

// The inspector as a person uses it: controls found by their accessible names, keys and clicks sent to them.
class InspectorPanelTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QApplication::setPalette(lightPalette());
        QApplication::setStyle(new Style);
    }
    void showsTheProfileWithoutASelection();
    void typingAVlanIsOneStepAndFollowsLive();
    void aWrongVlanSaysSoAtTheFieldAndKeepsTheKeyboard();
    void whatIsBesideAValueIsSeen();
    void aFixMendsTheProblem();
    void aNameChangesWhenItIsFinished();
    void aSubnetTakesItsAddressesAlong();
    void choicesBoxesAndListsSetTheirValues();
    void anEntryWithACommaStaysOne();
    void detachingAndAttachingANode();
    void revealPutsTheKeyboardOnTheValue();
    void everyObjectOfEveryBuiltInHasRowsWithNames();
};

void InspectorPanelTest::showsTheProfileWithoutASelection()
{
    Document document(templateProject("sample"));
    document.setCurrentProfile(QStringLiteral("vlans"));
    InspectorPanel panel(document);
    QCOMPARE(panel.object(), ObjectPath::of({"profiles", "vlans"}));
    document.select({storage / "vlan"}); // a value selects its object
    QCOMPARE(panel.object(), storage);
    document.select({});
    QCOMPARE(panel.object(), ObjectPath::of({"profiles", "vlans"}));
}

void InspectorPanelTest::typingAVlanIsOneStepAndFollowsLive()
{
    Document document(templateProject("sample"));
    document.setCurrentProfile(QStringLiteral("vlans"));
    InspectorPanel panel(document);
    panel.show();
    document.select({storage});
    auto* vlan = named<QLineEdit>(panel, QStringLiteral("VLAN"));
    QVERIFY(vlan != nullptr);
    QCOMPARE(vlan->text(), QStringLiteral("100"));
    vlan->setFocus();
    vlan->selectAll();
    QTest::keyClicks(vlan, QStringLiteral("15"));
    QCOMPARE(valueText(document.project(), storage / "vlan"), std::optional<std::string>("15"));
    QTest::keyClicks(vlan, QStringLiteral("0"));
    QCOMPARE(valueText(document.project(), storage / "vlan"), std::optional<std::string>("150"));
    QCOMPARE(document.historyNames().size(), 1);
    document.undo();
    QCOMPARE(vlan->text(), QStringLiteral("100"));
}

void InspectorPanelTest::aWrongVlanSaysSoAtTheFieldAndKeepsTheKeyboard()
{
    Document document(templateProject("sample"));
    document.setCurrentProfile(QStringLiteral("vlans"));
    InspectorPanel panel(document);
    panel.show();
    document.select({storage});
    auto* vlan = named<QLineEdit>(panel, QStringLiteral("VLAN"));
    vlan->setFocus();
    vlan->selectAll();
    QTest::keyClicks(vlan, QStringLiteral("4095"));
    settle(document);
    QVERIFY(hasErrors(document.problems()));
    QCOMPARE(named<QLineEdit>(panel, QStringLiteral("VLAN")), vlan); // no row was made anew under the keyboard
    QVERIFY(isRed(*vlan));
    QVERIFY(vlan->accessibleDescription().contains(QStringLiteral("4095")));
    QTest::keyClick(vlan, Qt::Key_Backspace);
    settle(document);
    QVERIFY(!isRed(*vlan));
    QCOMPARE(vlan->text(), QStringLiteral("409"));
}

// Fields are as wide as each other, whatever stands beside them.
void InspectorPanelTest::whatIsBesideAValueIsSeen()
{
    Document document(templateProject("sample"));
    document.setCurrentProfile(QStringLiteral("vlans"));
    InspectorPanel panel(document);
    panel.resize(420, 600);
    panel.show();
    document.select({storage});
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    const auto* note = named<QLabel>(panel, QStringLiteral("4 of 254 used"));
    QVERIFY(note != nullptr);
    QCOMPARE(note->text(), QStringLiteral("4 of 254 used")); // whole
    QVERIFY(note->isVisible() && note->visibleRegion().boundingRect().width() == note->width());
    const int width = named<QLineEdit>(panel, QStringLiteral("Name"))->width();
    QCOMPARE(named<QLineEdit>(panel, QStringLiteral("VLAN"))->width(), width);
    QCOMPARE(named<QPlainTextEdit>(panel, QStringLiteral("Subnet"))->width(), width);
    panel.resize(350, 600); // the least that the window gives it
    QVERIFY(QTest::qWaitFor([&] { return note->visibleRegion().boundingRect().width() == note->width(); }, 2000));
    panel.resize(420, 600);
    auto* go = named<QToolButton>(panel, QStringLiteral("Show trunk"));
    QVERIFY(go != nullptr);
    QTest::mouseClick(go, Qt::LeftButton);
    QCOMPARE(document.selection(), QList<ObjectPath>{ObjectPath("profiles/vlans/uplinks/trunk")});
}

void InspectorPanelTest::aFixMendsTheProblem()
{
    Document document(templateProject("sample"));
    document.setCurrentProfile(QStringLiteral("vlans"));
    InspectorPanel panel(document);
    panel.show();
    document.select({storage});
    auto* vlan = named<QLineEdit>(panel, QStringLiteral("VLAN"));
    vlan->selectAll();
    QTest::keyClicks(vlan, QStringLiteral("4095"));
    settle(document);
    const auto problems = problemsWithin(document.problems(), storage / "vlan");
    QVERIFY(!problems.empty());
    QVERIFY(!problems.front()->fixes.empty());
    auto* fix = named<QPushButton>(panel, QString::fromStdString(problems.front()->fixes.front().name.english()));
    QVERIFY(fix != nullptr);
    QTest::mouseClick(fix, Qt::LeftButton);
    settle(document);
    QVERIFY(problemsWithin(document.problems(), storage / "vlan").empty());
}

void InspectorPanelTest::aNameChangesWhenItIsFinished()
{
    Document document(templateProject("sample"));
    document.setCurrentProfile(QStringLiteral("vlans"));
    InspectorPanel panel(document);
    panel.show();
    document.select({storage});
    auto* name = named<QLineEdit>(panel, QStringLiteral("Name"));
    QVERIFY(name != nullptr);
    name->setFocus();
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("disks"));
    QVERIFY(find(find(document.project().profiles, "vlans")->networks, "storage") != nullptr);
    QTest::keyClick(name, Qt::Key_Return);
    const Profile* vlans = find(document.project().profiles, "vlans");
    QVERIFY(find(vlans->networks, "disks") != nullptr);
    QVERIFY(find(vlans->networks, "storage") == nullptr);
    QCOMPARE(panel.object(), ObjectPath::of({"profiles", "vlans", "networks", "disks"}));
    QCOMPARE(vlans->nodes[0]->addresses.back().network, std::string("disks"));
}

void InspectorPanelTest::aSubnetTakesItsAddressesAlong()
{
    Document document(templateProject("sample"));
    document.setCurrentProfile(QStringLiteral("vlans"));
    InspectorPanel panel(document);
    panel.show();
    document.select({storage});
    auto* subnet = named<QPlainTextEdit>(panel, QStringLiteral("Subnet"));
    QVERIFY(subnet != nullptr);
    subnet->setFocus();
    subnet->selectAll();
    QTest::keyClicks(subnet, QStringLiteral("10.7.0.0/24"));
    QTest::keyClick(subnet, Qt::Key_Return, Qt::ControlModifier);
    const ObjectPath address = ObjectPath::of({"profiles", "vlans", "nodes", "agent-1", "addresses", "storage"});
    QCOMPARE(valueText(document.project(), address), std::optional<std::string>("10.7.0.3"));
}

void InspectorPanelTest::choicesBoxesAndListsSetTheirValues()
{
    Document document(templateProject("sample"));
    document.setCurrentProfile(QStringLiteral("vlans"));
    InspectorPanel panel(document);
    panel.show();
    const ObjectPath agent = ObjectPath::of({"profiles", "vlans", "nodes", "agent-1"});
    document.select({agent});
    auto* backend = named<QComboBox>(panel, QStringLiteral("Backend"));
    QVERIFY(backend != nullptr);
    backend->setFocus();
    QTest::keyClicks(backend, QStringLiteral("debian"));
    QTest::keyClick(backend, Qt::Key_Return);
    const auto said = valueText(document.project(), agent / "backend");
    QVERIFY(said.has_value());
    QCOMPARE(*said, std::string("debian"));
    auto* taints = named<QPlainTextEdit>(panel, QStringLiteral("Taints"));
    QVERIFY(taints != nullptr);
    QTest::keyClicks(taints, QStringLiteral("gpu=yes:NoSchedule"));
    QCOMPARE(valueText(document.project(), agent / "taints"), std::optional<std::string>("gpu=yes:NoSchedule"));
}

// The comment of a key is free text: editing its neighbour must not part it.
void InspectorPanelTest::anEntryWithACommaStaysOne()
{
    Project project = templateProject("sample");
    const std::string key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 Ada Lovelace, operations";
    project.admins.ssh = {Entered<SshKey>::from(key), Entered<SshKey>::from("ssh-ed25519 AAAAC3NzaC1lZDI1NTE6 bob")};
    Document document(project);
    InspectorPanel panel(document);
    panel.show();
    document.select({ObjectPath("name")});
    auto* keys = named<QPlainTextEdit>(panel, QStringLiteral("SSH keys"));
    QVERIFY(keys != nullptr);
    QCOMPARE(keys->blockCount(), 2);
    keys->moveCursor(QTextCursor::End);
    QTest::keyClicks(keys, QStringLiteral("by, too"));
    const auto& after = document.project().admins.ssh;
    QCOMPARE(after.size(), 2UZ);
    QCOMPARE(after[0].text(), key);
    QCOMPARE(after[1].text(), std::string("ssh-ed25519 AAAAC3NzaC1lZDI1NTE6 bobby, too"));
}

void InspectorPanelTest::detachingAndAttachingANode()
{
    Document document(templateProject("sample"));
    document.setCurrentProfile(QStringLiteral("vlans"));
    InspectorPanel panel(document);
    panel.show();
    const ObjectPath agent = ObjectPath::of({"profiles", "vlans", "nodes", "agent-1"});
    document.select({agent});
    auto* detach = named<QPushButton>(panel, QStringLiteral("Detach from storage"));
    QVERIFY(detach != nullptr);
    QTest::mouseClick(detach, Qt::LeftButton);
    QVERIFY(!valueText(document.project(), agent / "addresses" / "storage"));
    auto* attach = named<QPushButton>(panel, QStringLiteral("Attach to storage"));
    QVERIFY(attach != nullptr);
    QTest::mouseClick(attach, Qt::LeftButton);
    QCOMPARE(valueText(document.project(), agent / "addresses" / "storage"),
             std::optional<std::string>("192.168.100.3"));
}

void InspectorPanelTest::revealPutsTheKeyboardOnTheValue()
{
    Document document(templateProject("sample"));
    document.setCurrentProfile(QStringLiteral("vlans"));
    InspectorPanel panel(document);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    panel.activateWindow();
    document.reveal(storage / "vlan");
    QCOMPARE(panel.object(), storage);
    auto* vlan = named<QLineEdit>(panel, QStringLiteral("VLAN"));
    QCOMPARE(panel.focusWidget(), static_cast<QWidget*>(vlan));
}

void InspectorPanelTest::everyObjectOfEveryBuiltInHasRowsWithNames()
{
    const Project project = templateProject("sample");
    QList<ObjectPath> objects{ObjectPath()};
    for (const auto& profile : project.profiles) {
        const ObjectPath path = ObjectPath::of({"profiles", profile->name.text()});
        objects << path;
        for (const auto& each : profile->uplinks) objects << path / "uplinks" / std::string_view(each->name.text());
        for (const auto& each : profile->networks) objects << path / "networks" / std::string_view(each->name.text());
        for (const auto& each : profile->nodes) objects << path / "nodes" / std::string_view(each->name.text());
    }
    for (const auto& target : builtInHardware()) objects << ObjectPath::of({"hardware", target->name.text()});
    for (const ObjectPath& object : objects) {
        QVERIFY2(holds(project, object), object.text().c_str());
        std::size_t rows = 0;
        for (const InspectorSection& section : sectionsOf(shownProject(project, object), object)) {
            rows += section.rows.size();
            for (const FieldInfo& field : section.rows)
                QVERIFY2(!field.title.empty() && !field.help.empty(), field.path.text().c_str());
        }
        QVERIFY2(rows > 0, object.text().c_str());
        for (const InspectorAction& action : actionsOf(project, object)) QVERIFY(action.edit.apply != nullptr);
    }
}

QTEST_MAIN(InspectorPanelTest)
#include "inspector_panel_test.moc"
