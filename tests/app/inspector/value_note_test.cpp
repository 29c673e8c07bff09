// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/inspector/value_note.h"
#include "core/edits/nodes.h"
#include "core/edits/values.h"
#include "core/files/templates.h"

#include <QTest>

using namespace n3x;

namespace {

Project with(const Project& project, const char* path, const char* text)
{
    return edits::setValue(ObjectPath(path), text).apply(project);
}

ValueNote note(const Project& project, const char* path, const Project& saved = templateProject("sample"))
{
    return noteOf(*fieldInfo(project, ObjectPath(path)), project, saved);
}

} // namespace

class ValueNoteTest : public QObject {
    Q_OBJECT

private slots:
    void whatItWas()
    {
        const Project saved = templateProject("sample");
        const Project project = with(saved, "profiles/vlans/networks/storage/vlan", "150");
        QCOMPARE(note(project, "profiles/vlans/networks/storage/vlan"), (ValueNote{QStringLiteral("was 100"), true}));
        QCOMPARE(note(with(saved, "domain", ""), "domain"), (ValueNote{QStringLiteral("was edge.example"), true}));
        QCOMPARE(note(with(saved, "profiles/vlans/networks/storage/gateway", "192.168.100.9"),
                      "profiles/vlans/networks/storage/gateway"),
                 (ValueNote{QStringLiteral("was not set"), true}));
        const Project none = withValue(saved, ObjectPath("profiles/vlans/k3s/addons"), emptyList);
        QCOMPARE(note(with(none, "profiles/vlans/k3s/addons", "longhorn"), "profiles/vlans/k3s/addons", none),
                 (ValueNote{QStringLiteral("was empty"), true}));
    }

    // Nothing of a new node "was not set".
    void whatIsNewHasNoPast()
    {
        const Project saved = templateProject("sample");
        const Project project = edits::addNode(saved, "vlans", Role::Agent, "").apply(saved);
        QCOMPARE(note(project, "profiles/vlans/nodes/agent-3/addresses/storage"), ValueNote());
    }

    void limitsAndUse()
    {
        const Project saved = templateProject("sample");
        QCOMPARE(note(saved, "profiles/vlans/networks/storage/vlan").text, QStringLiteral("1 to 4094"));
        QCOMPARE(note(saved, "profiles/vlans/networks/storage/subnet").text, QStringLiteral("4 of 254 used"));
    }

    void whereADefaultComesFrom()
    {
        const Project saved = templateProject("sample");
        QCOMPARE(note(saved, "profiles/vlans/networks/storage/mtu").text, QStringLiteral("default"));
        const Project jumbo = with(saved, "profiles/vlans/uplinks/trunk/mtu", "9000");
        QCOMPARE(note(jumbo, "profiles/vlans/networks/storage/mtu").text, QStringLiteral("from trunk"));
        const Project named = with(saved, "k3s/version", "v1.34.1+k3s1");
        QCOMPARE(note(named, "profiles/vlans/k3s/version").text, QStringLiteral("from the project"));
        const Project own = with(saved, "profiles/vlans/k3s/version", "v1.34.1+k3s1");
        QCOMPARE(note(own, "profiles/vlans/nodes/server-1/k3s/version").text, QStringLiteral("from the profile"));
    }

    void whatAValueNames()
    {
        const Project saved = templateProject("sample");
        const auto target = [&](const char* path) {
            return QString::fromStdString(referenceOf(*fieldInfo(saved, ObjectPath(path)), saved).text());
        };
        QCOMPARE(target("profiles/vlans/networks/storage/uplink"), QStringLiteral("profiles/vlans/uplinks/trunk"));
        QCOMPARE(target("profiles/vlans/nodes/agent-1/target"), QStringLiteral("hardware/qemu-amd64"));
        QCOMPARE(target("profiles/vlans/nodes/agent-1/role"), QString());
        const Project lost = with(saved, "profiles/vlans/networks/storage/uplink", "nowhere");
        const ObjectPath uplink("profiles/vlans/networks/storage/uplink");
        QVERIFY(referenceOf(*fieldInfo(lost, uplink), lost).empty());
    }
};

QTEST_MAIN(ValueNoteTest)
#include "value_note_test.moc"
