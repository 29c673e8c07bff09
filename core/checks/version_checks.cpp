// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/profile_records.h"
#include "core/edits/values.h"
#include "core/model/defaults.h"
#include "core/types/k3s_skew.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>

namespace n3x::checks {
namespace {

// The releases that the nodes of a profile run.
struct Releases {
    std::set<std::string> servers;
    std::set<std::string> agents;

    // The server's release that one does not go with; nothing where it goes with all of them.
    [[nodiscard]] std::optional<std::string> against(bool isServer, const std::string& release) const
    {
        const auto found = std::ranges::find_if(servers, [&](const std::string& server) {
            return isServer ? !mayServeBeside(release, server) : !mayJoin(release, server);
        });
        return found == servers.end() ? std::nullopt : std::optional(*found);
    }
    [[nodiscard]] bool fit() const
    {
        return std::ranges::none_of(servers, [&](const auto& release) { return against(true, release).has_value(); }) &&
               std::ranges::none_of(agents, [&](const auto& release) { return against(false, release).has_value(); });
    }
};

} // namespace

// Kubernetes' version skew policy, told where a node says its own version: the others follow the profile.
void ProfileChecker::checkVersions(Finder& finder) const
{
    const Profile& profile = framed_->get();
    const auto& shared = profile.k3s.version ? profile.k3s.version : context_->project.k3s.version;
    if (shared && !*shared) return;
    const std::string usual(shared ? shared->text() : std::string(defaults::k3sVersion));

    Releases releases;
    for (const auto& [use, count] : versions_)
        (use.first ? releases.servers : releases.agents).insert(use.second.empty() ? usual : use.second);
    if (releases.fit()) return;
    const bool usualAgents = versions_.contains({false, std::string()});
    for (const auto& record : records_) {
        const NodeFacts& facts = record->facts;
        if (facts.version.empty()) continue;
        const std::string name = record->node->name.text();
        const ObjectPath at = frame_.path / "nodes" / std::string_view(name) / "k3s" / "version";
        std::vector<Edit> fixes;
        if (!releases.against(facts.isServer, usual)) fixes.push_back(edits::setValue(at, ""));
        if (const auto other = releases.against(facts.isServer, facts.version))
            finder.add(codes::versionsApart, at,
                       {facts.isServer ? N3X_TEXT("%1 runs K3s %2, and another server %3: more than one minor version "
                                                  "apart.")
                                       : N3X_TEXT("%1 runs K3s %2, and a server %3: an agent is never newer, and at "
                                                  "most three minor versions older."),
                        {name, facts.version, *other}},
                       facts.isServer ? N3X_TEXT("Upgrade by one minor version at a time.")
                                      : N3X_TEXT("Upgrade the servers first, the agents after them."),
                       std::move(fixes));
        else if (facts.isServer && usualAgents && !mayJoin(usual, facts.version))
            finder.add(codes::versionsApart, at,
                       {N3X_TEXT("%1 runs K3s %2, and agents of its profile %3: an agent is never newer, and at most "
                                 "three minor versions older."),
                        {name, facts.version, usual}},
                       N3X_TEXT("Upgrade the servers first, the agents after them."), std::move(fixes));
    }
}

} // namespace n3x::checks
