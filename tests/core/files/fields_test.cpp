// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/codes.h"
#include "core/files/codes.h"
#include "core/files/fields.h"
#include "core/files/nearest.h"
#include "core/files/schema.h"
#include "core/files/templates.h"
#include "tests/support/hostile_texts.h"
#include "tests/support/property.h"
#include "tests/support/random_project.h"

#include <QTest>
#include <nlohmann/json.hpp>

#include <regex>
#include <set>

using namespace n3x;

namespace {

std::string text(const Project& project, const char* path)
{
    return valueText(project, ObjectPath(path)).value_or("-");
}

// Every object of a project that has rows in an inspector.
std::vector<ObjectPath> objectsOf(const Project& project)
{
    std::vector<ObjectPath> objects{ObjectPath()};
    const auto add = [&](const ObjectPath& list, const auto& named) {
        for (const auto& object : named) objects.push_back(list / object->name.text());
    };
    add(ObjectPath("profiles"), project.profiles);
    add(ObjectPath("hardware"), project.hardware);
    for (const auto& profile : project.profiles) {
        const ObjectPath path = ObjectPath("profiles") / profile->name.text();
        add(path / "uplinks", profile->uplinks);
        add(path / "networks", profile->networks);
        add(path / "nodes", profile->nodes);
        for (const auto& uplink : profile->uplinks)
            for (const auto& ports : uplink->targets)
                objects.push_back(path / "uplinks" / uplink->name.text() / "targets" / ports.target);
    }
    return objects;
}

struct Change {
    const char* path;
    const char* text;
    const char* result; // what valueText says then
};

const std::vector<Change> changes{
    {"name", "lab-2", "lab-2"},
    {"name", "Not A Label", "Not A Label"},
    {"domain", "", "-"},
    {"k3s/clusterCidr", "10.1.0.0/16 \n\n fd00::/56", "10.1.0.0/16\nfd00::/56"},
    {"k3s/clusterCidr", "", "-"},
    {"k3s/disable/0", "", "servicelb"},
    {"admins/ssh", "ssh-ed25519 AAAA a, b\nssh-ed25519 BBBB c", "ssh-ed25519 AAAA a, b\nssh-ed25519 BBBB c"},
    {"caches/substituters", "https://a.example/x,y\nhttps://b.example", "https://a.example/x,y\nhttps://b.example"},
    {"profiles/vlans/networks/storage/vlan", "150", "150"},
    {"profiles/vlans/networks/storage/vlan", "4095", "4095"},
    {"profiles/vlans/networks/storage/vlan", "", "-"},
    {"profiles/vlans/networks/storage/dhcp/server", "192.168.100.9", "192.168.100.9"},
    {"profiles/vlans/networks/storage/dhcp/server", "", "-"},
    {"profiles/vlans/networks/storage/name", "disks", "-"},
    {"profiles/vlans/networks/nowhere/vlan", "5", "-"},
    {"profiles/vlans/networks/storage/nothing", "5", "-"},
    {"profiles/vlans/networks/storage/routes/0/to", "10.9.0.0/16", "10.9.0.0/16"},
    {"profiles/vlans/networks/storage/routes/1/to", "10.9.0.0/16", "-"},
    {"profiles/vlans/nodes/server-1/role", "agent", "agent"},
    {"profiles/vlans/nodes/server-1/addresses/cluster", "192.168.200.9\nfd00::9", "192.168.200.9\nfd00::9"},
    {"profiles/vlans/nodes/server-1/addresses/cluster/0", "192.168.200.9", "192.168.200.9"},
    {"profiles/vlans/nodes/server-1/addresses/cluster/1", "fd00::9", "fd00::9"},
    {"profiles/vlans/nodes/server-1/addresses/cluster/2", "fd00::9", "-"},
    {"profiles/vlans/nodes/server-1/macs/eth2", "52:54:00:01:02:09", "52:54:00:01:02:09"},
    {"profiles/vlans/nodes/server-1/macs/eth1", "", "-"},
    {"profiles/vlans/nodes/server-1/labels", "a=b\nexample.com/c=", "a=b\nexample.com/c"},
    {"profiles/vlans/nodes/server-1/labels", "a=b, c\nd=e", "a=b, c\nd=e"},
    {"profiles/vlans/nodes/server-1/labels/zone", "north", "north"},
    {"profiles/vlans/nodes/server-1/overrides/networks/cluster/vlan", "201", "201"},
    {"profiles/vlans/uplinks/trunk/targets/n100/nic", "enp9s0", "enp9s0"},
    {"profiles/vlans/uplinks/trunk/targets/n100/nic", "", "-"},
    {"profiles/vlans/uplinks/trunk/targets/my-box/nic", "lan1", "lan1"},
    {"profiles/bonding-vlans/uplinks/trunk/members", "eth2", "eth2"},
    {"profiles/bonding-vlans/uplinks/trunk/mode", "802.3ad", "802.3ad"},
    {"profiles/bonding-vlans/uplinks/trunk/miimon", "fast", "fast"},
    {"", "x", "-"},
    {"profiles", "x", "-"},
};

} // namespace

class FieldsTest : public QObject {
    Q_OBJECT
private slots:
    void change_data()
    {
        QTest::addColumn<int>("index");
        for (std::size_t index = 0; index < changes.size(); ++index)
            QTest::newRow(qPrintable(QString("%1 = %2").arg(changes[index].path, changes[index].text).simplified()))
                << static_cast<int>(index);
    }
    void change()
    {
        QFETCH(int, index);
        const Change& row = changes[static_cast<std::size_t>(index)];
        const Project before = templateProject("sample");
        const Project after = withValue(before, ObjectPath(row.path), row.text);
        QCOMPARE(text(after, row.path), std::string(row.result));
        // The removal of an element moves the next one to its place.
        const bool again =
            std::string_view(row.path) == "k3s/disable/0" || withValue(after, ObjectPath(row.path), row.text) == after;
        QVERIFY(again);
    }

    void nameMovesTheObject()
    {
        const Project after =
            withValue(templateProject("sample"), ObjectPath("profiles/vlans/networks/storage/name"), "disks");
        QCOMPARE(text(after, "profiles/vlans/networks/disks/vlan"), std::string("100"));
    }

    void nothingElseChanges()
    {
        const Project before = templateProject("sample");
        QVERIFY(withValue(before, ObjectPath("profiles/vlans/networks/gone/vlan"), "1") == before);
        QVERIFY(withValue(withValue(before, ObjectPath("profiles/vlans/networks/storage/vlan"), "1"),
                          ObjectPath("profiles/vlans/networks/storage/vlan"), "100") == before);
        QVERIFY(withValue(withValue(before, ObjectPath("profiles/vlans/uplinks/trunk/targets/x/nic"), "a"),
                          ObjectPath("profiles/vlans/uplinks/trunk/targets/x/nic"), "") == before);
    }

    void notUtf8()
    {
        QCOMPARE(text(withValue(Project(), ObjectPath("name"), "a\xff"), "name"), std::string("a\xef\xbf\xbd"));
    }

    void rowsOfANetwork()
    {
        const Project project = templateProject("sample");
        std::vector<std::string> keys;
        for (const FieldInfo& info : fieldsOf(project, ObjectPath("profiles/dhcp-simple/networks/cluster")))
            keys.push_back(info.key);
        QCOMPARE(keys, (std::vector<std::string>{"name", "uplink", "vlan", "subnet", "carries", "gateway",
                                                 "nameservers", "mtu", "addressing", "dhcp/server", "dhcp/mac",
                                                 "dhcp/range", "dhcp/leaseTime"}));
    }

    void rowsOfANode()
    {
        std::set<std::string> keys;
        for (const FieldInfo& info : fieldsOf(templateProject("sample"), ObjectPath("profiles/vlans/nodes/server-1")))
            keys.insert(info.key);
        for (const char* key :
             {"name", "role", "target", "backend", "addresses/cluster", "addresses/storage", "macs/eth0", "macs/eth1",
              "labels", "taints", "overrides/networks/storage/vlan", "k3s/version"})
            QVERIFY2(keys.contains(key), key);
    }

    void choicesAndDefaults()
    {
        const Project project = templateProject("sample");
        const auto info = [&](const char* path) { return *fieldInfo(project, ObjectPath(path)); };
        QCOMPARE(info("profiles/vlans/networks/storage/uplink").choices, std::vector<std::string>{"trunk"});
        QCOMPARE(info("deploy").choices.size(), 4UZ);
        QCOMPARE(info("profiles/vlans/nodes/server-1/target").choices.size(), 7UZ);
        QCOMPARE(info("profiles/vlans/nodes/server-1/backend").defaultText, std::string("nixos"));
        QCOMPARE(info("profiles/vlans/k3s/disable").defaultText, std::string("traefik\nservicelb"));
        QCOMPARE(info("profiles/vlans/nodes/server-1/k3s/flannelBackend").defaultText, std::string("vxlan"));
        QCOMPARE(info("profiles/vlans/networks/storage/mtu").defaultText, std::string("1500"));
        QCOMPARE(info("profiles/vlans/nodes/server-1/overrides/networks/storage/vlan").defaultText, std::string("100"));
        QCOMPARE(info("profiles/vlans/uplinks/trunk/targets/n100/nic").choices,
                 (std::vector<std::string>{"enp1s0", "enp2s0"}));
        QCOMPARE(info("profiles/bonding-vlans/uplinks/trunk/primary").choices,
                 (std::vector<std::string>{"eth1", "eth2"}));
        QCOMPARE(info("profiles/vlans/initServer").defaultText, std::string("server-1"));
        const FieldInfo vlan = info("profiles/vlans/networks/storage/vlan");
        QVERIFY(vlan.kind == FieldKind::Number && vlan.minimum == 1 && vlan.maximum == 4094 && vlan.optional);
        QVERIFY(!fieldInfo(ObjectPath("profiles/vlans/networks/storage/vlann")));
    }

    void whatIsInherited()
    {
        Project project = templateProject("sample");
        const auto set = [&](const char* path, const char* text) {
            project = withValue(project, ObjectPath(path), text);
        };
        const auto inherited = [&](const char* path) { return fieldInfo(project, ObjectPath(path))->defaultText; };
        const char* const mtu = "profiles/vlans/nodes/server-1/overrides/networks/storage/mtu";
        QCOMPARE(inherited(mtu), std::string("1500"));
        set("profiles/vlans/uplinks/trunk/mtu", "9000");
        QCOMPARE(inherited(mtu), std::string("9000"));
        set("profiles/vlans/networks/storage/mtu", "4000");
        QCOMPARE(inherited(mtu), std::string("4000"));

        // The port in the place of the uplink's own, as the plan takes it.
        const char* const primary = "profiles/bonding-vlans/uplinks/trunk/targets/n100/primary";
        set("profiles/bonding-vlans/uplinks/trunk/targets/n100/members", "enp1s0\nenp2s0");
        set("profiles/bonding-vlans/uplinks/trunk/primary", "eth2");
        QCOMPARE(inherited(primary), std::string("enp2s0"));
        set(primary, "enp1s0");
        QCOMPARE(inherited(primary), std::string("enp2s0"));
        set("profiles/bonding-vlans/uplinks/trunk/targets/n100/members", "enp1s0");
        QCOMPARE(inherited(primary), std::string());
    }

    // Every row can be read, set to what it says, and changed; its text, where the type takes it, meets its pattern.
    void everyRow()
    {
        QVERIFY(test::holds("setting a value to its own text changes nothing", [](const Project& project) {
            for (const ObjectPath& object : objectsOf(project))
                for (const FieldInfo& info : fieldsOf(project, object)) {
                    RC_ASSERT(!info.title.empty());
                    RC_ASSERT(!info.help.empty());
                    const auto value = valueText(project, info.path);
                    if (!value) continue;
                    if (!(withValue(project, info.path, *value) == project)) RC_FAIL(info.path.text() + " = " + *value);
                    const bool single = info.kind == FieldKind::Text || info.kind == FieldKind::Number;
                    if (single && !info.pattern.empty() && !std::regex_match(*value, std::regex(info.pattern)))
                        RC_FAIL(info.pattern + " refuses " + *value);
                }
        }));
    }

    void hostileTexts()
    {
        const Project project = templateProject("bonding-vlans");
        for (const ObjectPath& object : objectsOf(project))
            for (const FieldInfo& info : fieldsOf(project, object))
                for (const std::string& hostile : test::hostileStrings()) {
                    const Project changed = withValue(project, info.path, hostile);
                    const auto value = valueText(changed, info.path);
                    const bool kept = info.kind == FieldKind::Text || info.kind == FieldKind::Number ||
                                      info.kind == FieldKind::Choice;
                    if (kept && !hostile.empty() && info.key != "name") QCOMPARE(value, std::optional(hostile));
                }
    }

    void schemas()
    {
        const auto profile = nlohmann::json::parse(jsonSchema(FileKind::Profile));
        QCOMPARE(QString::fromStdString(profile["$schema"]), QString("https://json-schema.org/draft/2020-12/schema"));
        const auto& vlan = profile["properties"]["networks"]["additionalProperties"]["properties"]["vlan"];
        QCOMPARE(vlan["maximum"].get<int>(), 4094);
        QVERIFY(!vlan["description"].get<std::string>().empty());
        QCOMPARE(nlohmann::json::parse(jsonSchema(FileKind::Project))["properties"]["n3x"]["const"].get<std::string>(),
                 std::string("project/1"));
        QVERIFY(nlohmann::json::parse(jsonSchema(FileKind::Hardware))["properties"].contains("nics"));
    }

    void nearestNames()
    {
        const std::vector<std::string> names{"vlan", "subnet", "gateway", "nameservers", "mtu"};
        QCOMPARE(nearest("vln", names), std::optional<std::string>("vlan"));
        QCOMPARE(nearest("sbunet", names), std::optional<std::string>("subnet"));
        QCOMPARE(nearest("VLAN", names), std::optional<std::string>("vlan"));
        QCOMPARE(nearest("nameserver", names), std::optional<std::string>("nameservers"));
        QCOMPARE(nearest("namesrvr", names), std::optional<std::string>());
        QCOMPARE(nearest("abc", names), std::optional<std::string>());
        QCOMPARE(nearest("", names), std::optional<std::string>());
        QCOMPARE(letterDistance("ab", "ba"), 1UZ);
        QCOMPARE(letterDistance("kitten", "sitting"), 3UZ);
    }

    void codes()
    {
        std::set<std::string_view> seen;
        for (const CodeInfo& code : fileProblemCodes()) {
            QVERIFY(code.code.starts_with("N3X00") && seen.insert(code.code).second);
            QVERIFY(!code.title.empty() && !code.reason.empty() && !code.example.empty());
            QVERIFY(findCode(code.code));
        }
        QVERIFY(!findCode("N3X0099"));
    }
};

QTEST_APPLESS_MAIN(FieldsTest)
#include "fields_test.moc"
