// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/secrets/sops_rules.h"

#include "core/files/yaml_writer.h"

#include <algorithm>
#include <string>
#include <vector>

namespace n3x {
namespace {

using Keys = std::vector<std::string>;
using Recipient = ProjectPlan::Recipient;

void add(Keys& keys, const std::string& key)
{
    if (!std::ranges::contains(keys, key)) keys.push_back(key);
}

Keys administrators(const ProjectPlan& project)
{
    Keys keys;
    for (const auto& one : project.admins.age)
        if (one) add(keys, one.text());
    return keys;
}

template <class Holds> Keys withNodes(const ProjectPlan& project, Holds&& holds)
{
    Keys keys = administrators(project);
    for (const Recipient& one : project.recipients)
        if (holds(one)) add(keys, one.age);
    return keys;
}

void writeKeys(YamlWriter& yaml, const ProjectPlan& project)
{
    yaml.emptyLine();
    yaml.comment("Whose they are, for people; sops reads the rules only.");
    yaml.openMap("keys");
    yaml.put("administrators", YamlValue::texts(administrators(project)));
    yaml.openMap("nodes");
    for (const Recipient& one : project.recipients) yaml.put(one.node, YamlValue::text(one.age));
    yaml.close();
    yaml.close();
}

// `path` is a regular expression, over the path below the repository's folder.
void writeRule(YamlWriter& yaml, std::string_view path, const Keys& keys)
{
    if (keys.empty()) return;
    yaml.openItem();
    yaml.put("path_regex", YamlValue::text(path));
    yaml.openList("key_groups");
    yaml.openItem();
    yaml.openList("age");
    for (const std::string& key : keys) yaml.item(YamlValue::text(key));
    yaml.close();
    yaml.close();
    yaml.close();
    yaml.close();
}

} // namespace

void writeSopsRules(const ProjectPlan& project, OutputWriter& out)
{
    YamlWriter yaml;
    yaml.comment("To whom sops encrypts which secret; the first rule that fits counts.");
    yaml.comment("Written by n3x Studio from the project's administrators and the keys of the deployed nodes; change "
                 "it there, not here.");
    writeKeys(yaml, project);
    yaml.emptyLine();
    yaml.openList("creation_rules");
    writeRule(yaml, "secrets/k3s-server-token\\.yaml$",
              withNodes(project, [](const Recipient& one) { return one.role == Role::Server; }));
    writeRule(yaml, "secrets/k3s-agent-token\\.yaml$", withNodes(project, [](const Recipient&) { return true; }));
    for (const Recipient& node : project.recipients) // a node's name is a DNS label: nothing in it needs an escape
        writeRule(yaml, "secrets/hosts/" + node.node + "\\.yaml$",
                  withNodes(project, [&](const Recipient& one) { return one.node == node.node; }));
    writeRule(yaml, "secrets/.*", administrators(project));
    yaml.close();
    out.beginFile({".sops.yaml"});
    out.text() += yaml.text();
    out.endFile();
}

} // namespace n3x
