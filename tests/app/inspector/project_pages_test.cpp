// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/document/document.h"
#include "app/inspector/inspected_object.h"
#include "app/inspector/inspector_panel.h"
#include "core/files/fields.h"
#include "core/files/templates.h"

#include <QCheckBox>
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

    void noRowIsLost()
    {
        const Project project = templateProject("sample");
        for (const ObjectPath& object : {ObjectPath(), ObjectPath::of({"profiles", "vlans"}),
                                         ObjectPath::of({"profiles", "vlans", "nodes", "server-1"})}) {
            std::size_t shown = 0;
            for (const InspectorSection& section : sectionsOf(project, object)) shown += section.rows.size();
            const auto all = fieldsOf(project, object);
            const auto single = std::ranges::count_if(all, [](const FieldInfo& field) {
                return field.kind != FieldKind::Object && field.kind != FieldKind::Objects;
            });
            QVERIFY2(shown >= static_cast<std::size_t>(single), object.text().c_str());
        }
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
