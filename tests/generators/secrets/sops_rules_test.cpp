// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/secrets/sops_rules.h"

#include <yaml-cpp/yaml.h>

#include <QTest>

#include <algorithm>
#include <regex>

using namespace n3x;

namespace {

using Keys = std::vector<std::string>;

const std::string admin = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";
const std::string server = "age1server2222";
const std::string other = "age1server3333";
const std::string agent = "age1agent44444";

ProjectPlan plan()
{
    ProjectPlan project;
    project.cluster = "lab";
    project.admins.age = {Entered<AgeRecipient>::from(admin)};
    project.recipients = {
        {"server-1", Role::Server, server}, {"server-2", Role::Server, other}, {"agent-1", Role::Agent, agent}};
    return project;
}

std::string textOf(const ProjectPlan& project)
{
    OutputWriter out;
    writeSopsRules(project, out);
    return std::string(out.written().file(0).text);
}

// What sops does: the first rule whose expression is found in the path.
std::optional<Keys> recipientsOf(const ProjectPlan& project, const std::string& path)
{
    for (const YAML::Node& rule : YAML::Load(textOf(project))["creation_rules"])
        if (std::regex_search(path, std::regex(rule["path_regex"].as<std::string>())))
            return rule["key_groups"][0]["age"].as<Keys>();
    return {};
}

} // namespace

class SopsRulesTest : public QObject {
    Q_OBJECT
private slots:
    void agentsCannotReadTheServersToken()
    {
        QCOMPARE(recipientsOf(plan(), "secrets/k3s-server-token.yaml"), (Keys{admin, server, other}));
        QCOMPARE(recipientsOf(plan(), "secrets/k3s-agent-token.yaml"), (Keys{admin, server, other, agent}));
    }

    void aNodesOwnFileIsItsOwn()
    {
        QCOMPARE(recipientsOf(plan(), "secrets/hosts/agent-1.yaml"), (Keys{admin, agent}));
        QCOMPARE(recipientsOf(plan(), "secrets/hosts/agent-10.yaml"), Keys{admin});
    }

    void everythingElseIsForAdministrators() { QCOMPARE(recipientsOf(plan(), "secrets/backup.yaml"), Keys{admin}); }

    void whatNobodyCouldReadHasNoRule()
    {
        ProjectPlan nobody;
        nobody.cluster = "lab";
        QCOMPARE(YAML::Load(textOf(nobody))["creation_rules"].size(), 0UZ);
        nobody.recipients = {{"agent-1", Role::Agent, agent}};
        QVERIFY(!recipientsOf(nobody, "secrets/k3s-server-token.yaml"));
        QCOMPARE(recipientsOf(nobody, "secrets/k3s-agent-token.yaml"), Keys{agent});
    }

    void aKeyStandsOnceInARule()
    {
        ProjectPlan project = plan();
        project.recipients[1].age = admin;
        QCOMPARE(recipientsOf(project, "secrets/k3s-server-token.yaml"), (Keys{admin, server}));
    }

    void namesWhoseKeyIsWhich()
    {
        const YAML::Node keys = YAML::Load(textOf(plan()))["keys"];
        QCOMPARE(keys["nodes"]["agent-1"].as<std::string>(), agent);
        QCOMPARE(keys["administrators"].as<Keys>(), Keys{admin});
    }
};

QTEST_GUILESS_MAIN(SopsRulesTest)
#include "sops_rules_test.moc"
