// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"
#include "app/cli/session.h"
#include "core/checks/check.h"
#include "core/checks/mend.h"

namespace n3x::cli {
namespace {

std::expected<void, ExitStatus> applyFixes(Session& session, const CheckOptions& options, Terminal& terminal)
{
    const Approvals approvals = session.workspace.approvals();
    const auto [project, names] = mend(session.loaded.project, [&](const Problem& problem) {
        return session.loaded.unread.holds(problem.path) ||
               withoutApproved({problem}, approvals.accepted, today()).empty();
    });
    if (names.empty()) return {};
    const Views views = session.workspace.views();
    SaveRequest request{project, views};
    request.allowLosingComments = options.allowLosingComments;
    const auto saved = session.workspace.save(request);
    if (!saved) return std::unexpected(refused(terminal, saved.error()));
    for (const Text& name : names) terminal.say("Fixed: " + name.english());
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
