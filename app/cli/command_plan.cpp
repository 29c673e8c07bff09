// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"
#include "app/cli/plan_json.h"
#include "app/cli/session.h"
#include "core/files/nearest.h"

#include <format>

namespace n3x::cli {
namespace {

template <class T>
ExitStatus noSuch(Terminal& terminal, std::string_view what, const std::string& name, const Sequence<T>& objects)
{
    std::vector<std::string> names;
    for (const auto& object : objects) names.push_back(object->name.text());
    terminal.notes.add(std::format("n3x: there is no {} {}", what, name));
    if (const auto meant = nearest(name, names)) terminal.notes.add(std::format("; was {} meant?", *meant));
    terminal.notes.add("\n");
    return ExitStatus::Usage;
}

} // namespace

ExitStatus showPlan(const PlanOptions& options, Terminal& terminal)
{
    auto session = openSession(options.folder, Access::ReadOnly, terminal);
    if (!session) return refused(terminal, session.error());
    if (const auto unread = session->projectProblems()) {
        printProblems(terminal.notes, *unread, session->sources());
        return ExitStatus::Problems;
    }
    const Project& project = session->loaded.project;
    const std::string name = options.profile.empty() ? project.deploy.value_or("") : options.profile;
    if (name.empty()) {
        terminal.notes.add("n3x plan: no profile is named, and the project deploys none; say --profile NAME\n");
        return ExitStatus::Usage;
    }
    const Profile* profile = find(project.profiles, name);
    if (profile == nullptr) return noSuch(terminal, "profile", name, project.profiles);
    const Generation generation = session->generation();
    const auto plan = generation.plans.find(name);
    if (plan == generation.plans.end()) {
        const Problems problems = onlyErrors(session->problems(generation.problems()));
        printProblems(terminal.notes, problems, session->sources());
        return ExitStatus::Problems;
    }
    Json document = profilePlanJson(*plan->second->shared);
    Json& nodes = document["nodes"] = Json::array();
    for (const auto& node : plan->second->nodes)
        if (options.node.empty() || node->name == options.node) nodes.push_back(nodePlanJson(*node));
    if (nodes.empty() && !options.node.empty()) return noSuch(terminal, "node", options.node, profile->nodes);
    terminal.out.add(jsonText(document));
    return ExitStatus::Fine;
}

} // namespace n3x::cli
