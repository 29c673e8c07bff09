// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/k3s/k3s.h"

#include "generators/k3s/flags.h"
#include "generators/output_paths.h"
#include "generators/writers/environment_writer.h"
#include "generators/writers/json_writer.h"

#include <algorithm>

namespace n3x {
namespace {

const LinkPlan* k3sLink(const NodePlan& node)
{
    const auto link = std::ranges::find_if(node.links, &LinkPlan::requiredForOnline);
    return link == node.links.end() ? nullptr : &*link;
}

bool followsFromLink(K3sFlag flag)
{
    return flag == K3sFlag::NodeIp || flag == K3sFlag::FlannelIface || flag == K3sFlag::AdvertiseAddress;
}

void writeOptionFile(const NodePlan& node, const ProfilePlan& shared, const K3sFlags& flags, OutputWriter& out)
{
    const std::string_view role = Choice(node.role).word();
    out.beginFile({output_paths::k3sOptions, shared.profile, "/", node.name, "/k3s-", role});
    EnvironmentWriter environment(out.text());
    environment.comment("Written by n3x Studio; read by the unit of K3s as options of its command line.");
    if (const LinkPlan* link = k3sLink(node)) out.from(*link);
    environment.words(node.role == Role::Server ? "K3S_SERVER_OPTS" : "K3S_AGENT_OPTS", flags.texts());
    out.endFile();
}

void writeFlagList(const NodePlan& node, const ProfilePlan& shared, const K3sFlags& flags, OutputWriter& out)
{
    out.beginFile({output_paths::k3sFlags, shared.profile, "/", node.name, ".json"});
    const LinkPlan* link = k3sLink(node);
    JsonWriter json(out.text());
    json.openObject();
    json.name("role");
    json.string(Choice(node.role).word());
    json.name("extraFlags");
    json.openArray();
    for (std::size_t at = 0; at < flags.size(); ++at) {
        if (link && followsFromLink(flags[at].flag))
            out.from(*link);
        else
            out.fromNoLink();
        json.string(flags[at].text);
    }
    json.closeArray();
    json.closeObject();
    json.endLine();
    out.endFile();
}

} // namespace

void writeK3s(const NodePlan& node, const ProfilePlan& shared, OutputWriter& out)
{
    const K3sFlags flags(node, node.backend);
    writeFlagList(node, shared, flags, out);
    if (node.backend == Backend::Debian)
        writeOptionFile(node, shared, flags, out);
    else
        writeOptionFile(node, shared, K3sFlags(node, Backend::Debian), out);
}

} // namespace n3x
