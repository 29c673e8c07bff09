// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/document/document.h"
#include "app/inspector/inspected_object.h"
#include "app/inspector/inspector_panel.h"
#include "core/edits/hardware.h"
#include "core/edits/values.h"
#include "core/files/fields.h"
#include "core/files/templates.h"

#include <QCheckBox>
#include <QTabBar>
#include <QTest>

#include <algorithm>

using namespace n3x;

namespace {

QStringList titles(const ObjectPath& object)
{
    QStringList all;
    for (const InspectorSection& section : sectionsOf(templateProject("sample"), object)) all << section.title;
    return all;
}

// The keys of the rows under a heading.
QStringList rowsOf(const ObjectPath& object, const QString& title)
{
    QStringList keys;
    for (const InspectorSection& section : sectionsOf(templateProject("sample"), object))
        if (section.title == title)
            for (const FieldInfo& row : section.rows) keys << QString::fromStdString(row.key);
    return keys;
}

QCheckBox* box(QWidget& panel, const QString& name)
{
    const auto boxes = panel.findChildren<QCheckBox*>();
    const auto found = std::ranges::find(boxes, name, &QWidget::accessibleName);
    return found == boxes.end() ? nullptr : *found;
}

} // namespace

// What is set for the whole cluster, and whether people find it.
class ProjectPagesTest : public QObject {
    Q_OBJECT

private slots:
    void theProjectHasAPageForEachSubject()
    {
        for (const char* title : {"K3s", "Add-ons", "Secrets", "Deployment", "Administrators", "Caches and mirrors"})
            QVERIFY2(titles({}).contains(QLatin1String(title)), title);
        QCOMPARE(rowsOf({}, QStringLiteral("Add-ons")), (QStringList{"k3s/addons", "k3s/longhornPaths"}));
        QCOMPARE(rowsOf({}, QStringLiteral("Deployment")), (QStringList{"tuning", "deploy"}));
        QCOMPARE(rowsOf({}, QStringLiteral("Secrets")), QStringList{"admins/age"});
        QVERIFY(rowsOf({}, QStringLiteral("K3s")).contains(QStringLiteral("k3s/images")));
        QVERIFY(!rowsOf({}, QStringLiteral("K3s")).contains(QStringLiteral("k3s/addons")));
    }

    void thePagesStandInOneOrder()
    {
        QStringList pages;
        for (const InspectorSection& section : sectionsOf(templateProject("sample"), {}))
            if (!pages.contains(section.page)) pages << section.page;
        QCOMPARE(pages, (QStringList{"General", "K3s", "Add-ons", "Secrets", "Deployment"}));
        for (const InspectorSection& section :
             sectionsOf(templateProject("sample"), ObjectPath("profiles/vlans/networks/storage")))
            QVERIFY(section.page.isEmpty()); // one page needs no name
    }

    // Each value has one row, but for the overrides that nobody began, and the port that a bond has not.
    void noRowIsLostOrDoubled()
    {
        Project project = templateProject("sample");
        for (const auto& [path, text] :
             {std::pair("profiles/vlans/networks/storage/routes/0/to", "10.9.0.0/16"),
              std::pair("profiles/vlans/nodes/server-1/overrides/networks/cluster/vlan", "7"),
              std::pair("builders/0/host", "builder.example")})
            project = edits::setValue(ObjectPath(path), text).apply(project);
        project = edits::duplicateTarget("n100").apply(project);
        for (const ObjectPath& object :
             {ObjectPath(), ObjectPath("profiles/vlans"), ObjectPath("profiles/vlans/nodes/server-1"),
              ObjectPath("profiles/vlans/networks/storage"), ObjectPath("profiles/bonding-vlans/uplinks/trunk"),
              ObjectPath("hardware") / project.hardware[0]->name.text()}) {
            std::vector<std::string> shown;
            for (const InspectorSection& section : sectionsOf(project, object))
                for (const FieldInfo& row : section.rows)
                    if (!row.path.isWithin(object / "targets")) shown.push_back(row.path.text()); // objects themselves
            std::vector<std::string> all;
            for (const FieldInfo& field : fieldsOf(project, object))
                if (field.kind != FieldKind::Object && field.kind != FieldKind::Objects &&
                    !field.key.starts_with("overrides/networks/storage/") && field.key != "nic")
                    all.push_back(field.path.text());
            std::ranges::sort(shown);
            std::ranges::sort(all);
            QVERIFY2(shown == all, object.text().c_str());
        }
    }

    void listsGrowAndShrink()
    {
        Document document(templateProject("sample"));
        InspectorPanel panel(document);
        panel.show();
        const auto press = [&](const char* name) {
            const auto buttons = panel.findChildren<QAbstractButton*>();
            const auto found = std::ranges::find_if(buttons, [&](const QAbstractButton* button) {
                return button->accessibleName() == QLatin1String(name) && button->window() == panel.window();
            });
            QVERIFY2(found != buttons.end(), name);
            (*found)->click();
        };
        document.select({ObjectPath("profiles/vlans/networks/storage")});
        press("Add route");
        press("Add route");
        QCOMPARE(document.profile()->name.text(), std::string("vlans"));
        const ObjectPath routes("profiles/vlans/networks/storage/routes");
        QVERIFY(valueText(document.project(), routes / std::size_t(1) / "to"));
        press("Remove Route 1");
        QVERIFY(!valueText(document.project(), routes / std::size_t(1) / "to"));
        QVERIFY(valueText(document.project(), routes / std::size_t(0) / "to"));
        document.select({ObjectPath()});
        press("Add remote builder");
        QVERIFY(valueText(document.project(), ObjectPath("builders/0/host")));
        document.apply(edits::duplicateTarget("n100"));
        const ObjectPath target = ObjectPath("hardware") / document.project().hardware[0]->name.text();
        document.select({target});
        press("Add port");
        QCOMPARE(valueText(document.project(), target / "nics" / std::size_t(2) / "name"),
                 std::optional<std::string>("eth2"));
    }

    void aValueIsFoundOnItsPageAndAProblemOnItsTab()
    {
        Document document(templateProject("sample"));
        InspectorPanel panel(document);
        panel.show();
        document.reveal(ObjectPath("admins/age"));
        const auto* tabs = panel.findChild<QTabBar*>();
        QVERIFY(tabs != nullptr);
        QCOMPARE(tabs->tabText(tabs->currentIndex()), QStringLiteral("Secrets"));
        const QWidget* keys = panel.focusWidget();
        QVERIFY(keys != nullptr && keys->isVisible());
        QCOMPARE(keys->accessibleName(), QStringLiteral("age recipients"));
        QVERIFY(tabs->tabIcon(1).isNull());
        document.apply(edits::setValue(ObjectPath("k3s/version"), "no version"));
        QVERIFY(QTest::qWaitFor([&] { return !tabs->tabIcon(1).isNull(); }, 10000)); // K3s, out of sight
        document.select({ObjectPath("profiles/vlans/networks/storage")});
        QVERIFY(!tabs->isVisible());
    }

    void aProfileAndANodeHaveTheirs()
    {
        QCOMPARE(rowsOf(ObjectPath::of({"profiles", "vlans"}), QStringLiteral("Add-ons")),
                 (QStringList{"k3s/addons", "k3s/longhornPaths"}));
        QVERIFY(rowsOf(ObjectPath::of({"profiles", "vlans", "nodes", "agent-1"}), QStringLiteral("Secrets"))
                    .contains(QStringLiteral("age")));
    }

    void anAddonIsABoxThatFollowsLive()
    {
        Document document(templateProject("sample"));
        document.setCurrentProfile(QStringLiteral("vlans"));
        InspectorPanel panel(document);
        panel.show();
        document.select({ObjectPath("name")});
        QCheckBox* longhorn = box(panel, QStringLiteral("Add-ons: longhorn"));
        QVERIFY(longhorn != nullptr);
        QVERIFY(!longhorn->isChecked());
        longhorn->click();
        const ObjectPath addons("k3s/addons");
        QCOMPARE(valueText(document.project(), addons), std::optional<std::string>("longhorn"));
        QVERIFY(QTest::qWaitFor(
            [&] {
                const auto file = document.generation()->outputs.find("lib/network/profiles/vlans.nix");
                return file && file->text().contains("addons = [ \"longhorn\" ];");
            },
            10000));
        document.undo();
        QVERIFY(!valueText(document.project(), addons));
    }
};

QTEST_MAIN(ProjectPagesTest)
#include "project_pages_test.moc"
