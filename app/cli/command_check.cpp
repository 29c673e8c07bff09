// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"
#include "app/cli/session.h"
#include "core/checks/check.h"

#include <format>
#include <set>

namespace n3x::cli {
namespace {

// Enough for any project that a person wrote; a fix that brings another problem must not run for ever.
constexpr int mostFixes = 1000;

// Applies the first fix of each problem until none is left that changes anything.
Project fixed(Project project, std::vector<std::string>& names)
{
    std::set<std::string> tried;
    for (int round = 0; round < mostFixes; ++round) {
        bool changed = false;
        for (const Problem& problem : check(project)) {
            if (problem.fixes.empty()) continue;
            const Edit& fix = problem.fixes.front();
            std::string name = fix.name.english();
            if (!tried.insert(problem.path.text() + '\n' + std::string(problem.code) + '\n' + name).second) continue;
            Project next = fix.apply(project);
            if (next == project) continue;
            project = std::move(next);
            names.push_back(std::move(name));
            changed = true;
            break; // the other problems are of a project that is no more
        }
        if (!changed) break;
    }
    return project;
}

std::expected<void, ExitStatus> applyFixes(Session& session, const CheckOptions& options, Terminal& terminal)
{
    std::vector<std::string> names;
    const Project project = fixed(session.loaded.project, names);
    if (names.empty()) return {};
    const Views views = session.workspace.views();
    SaveRequest request{project, views};
    request.allowLosingComments = options.allowLosingComments;
    const auto saved = session.workspace.save(request);
    if (!saved) return std::unexpected(refused(terminal, saved.error()));
    for (const std::string& name : names) terminal.say("Fixed: " + name);
    auto loaded = session.workspace.load();
    if (!loaded) return std::unexpected(refused(terminal, loaded.error()));
    session.loaded = *std::move(loaded);
    return {};
}

} // namespace

ExitStatus checkProject(const CheckOptions& options, Terminal& terminal)
{
    auto session = openSession(options.folder, options.fix ? Access::Write : Access::ReadOnly, terminal);
    if (!session) return session.error();
    if (options.fix)
        if (const auto done = applyFixes(*session, options, terminal); !done) return done.error();
    const Problems problems = session->problems(check(session->loaded.project));
    switch (options.format) {
    case ReportFormat::Text:
        printProblems(terminal.out, problems, session->sources());
        terminal.say(countsText(problems));
        break;
    case ReportFormat::Json: terminal.out.add(problemsJson(problems)); break;
    case ReportFormat::Sarif: terminal.out.add(problemsSarif(problems, session->sources())); break;
    }
    const bool warned = options.strict && counts(problems).warnings > 0;
    return warned ? ExitStatus::Problems : statusOf(problems);
}

} // namespace n3x::cli
