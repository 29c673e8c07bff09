// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/kas/kas.h"

#include "core/files/yaml_writer.h"
#include "generators/output_paths.h"
#include "generators/writers/bitbake_lines.h"

namespace n3x {
namespace {

constexpr int formatVersion = 14; // of kas 4.0, the oldest that reads everything in the chain
constexpr std::string_view networkKey = "60-n3x-network";
constexpr std::string_view nodeKey = "70-n3x-node";

void writeHeader(YamlWriter& yaml)
{
    yaml.openMap("header");
    yaml.put("version", YamlValue::number(formatVersion));
    yaml.close();
}

void writeLocalConf(YamlWriter& yaml, std::string_view key, const BitbakeLines& lines)
{
    yaml.openMap("local_conf_header");
    yaml.put(key, YamlValue::lines(lines.text()));
    yaml.close();
}

} // namespace

void writeKasNetwork(const ProfilePlan& shared, OutputWriter& out)
{
    BitbakeLines lines;
    lines.append("IMAGE_INSTALL", "systemd-networkd-config");
    lines.assignment("NETWORKD_PROFILE", shared.profile);

    YamlWriter yaml;
    yaml.comment("Images of profile " + shared.profile + ": its network units. A node overlay says for which node.");
    yaml.comment("Written by n3x Studio from profiles/" + shared.profile + ".yaml; change it there, not here.");
    writeHeader(yaml);
    writeLocalConf(yaml, networkKey, lines);

    out.beginFile({output_paths::kasNetworks, shared.profile, ".yml"});
    out.text() += yaml.text();
    out.endFile();
}

void writeKasNode(const NodePlan& node, const ProfilePlan& shared, OutputWriter& out)
{
    const auto& machine = node.target->debian.machine;
    if (!machine) return;
    BitbakeLines lines;
    lines.append("IMAGE_INSTALL", "k3s-node-config");
    lines.assignment("NETWORKD_NODE_NAME", node.name);
    lines.assignment("N3X_HOSTNAME", node.name);
    lines.assignment("N3X_K3S_ROLE", Choice(node.role).word());

    YamlWriter yaml;
    yaml.comment("Node " + node.name + " of profile " + shared.profile + ": its machine, its name, its K3s settings.");
    yaml.comment("Written by n3x Studio from profiles/" + shared.profile + ".yaml; change it there, not here.");
    writeHeader(yaml);
    yaml.put("machine", YamlValue::text(machine->text()));
    writeLocalConf(yaml, nodeKey, lines);

    out.beginFile({output_paths::kasNodes, shared.profile, "/", node.name, ".yml"});
    out.text() += yaml.text();
    out.endFile();
}

} // namespace n3x
