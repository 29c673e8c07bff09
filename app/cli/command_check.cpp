// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"
#include "app/cli/session.h"
#include "core/checks/check.h"
#include "core/checks/mend.h"
#include "core/files/save.h"
#include "core/workspace/placed_views.h"

#include <algorithm>
#include <set>
#include <string>

namespace n3x::cli {
namespace {

// Where the profile stands that would be saved in this file: a fix may have given it another name.
std::string fileBefore(const std::string& file, const Project& before, const Project& after)
{
    for (std::size_t at = 0; at < std::min(before.profiles.size(), after.profiles.size()); ++at)
        if (profileFile(after.profiles[at]->name.text()) == file) return profileFile(before.profiles[at]->name.text());
    return file;
}

// Mends and saves. A file that would lose something by it is left as it is and told of, and the others are mended all
// the same. Gives the status of what was refused.
ExitStatus applyFixes(Session& session, const CheckOptions& options, Terminal& terminal)
{
    const Approvals approvals = session.workspace.approvals();
    const Views views = session.workspace.views();
    std::set<std::string> left;
    Problems refusals;
    const auto isLeft = [&](const Problem& problem) {
        const auto place = session.loaded.positions.position(problem.path);
        return session.loaded.unread.holds(problem.path) || (place && left.contains(place->file)) ||
               withoutApproved({problem}, approvals.accepted, today()).empty();
    };
    for (;;) {
        const auto [project, names, isComplete] = mend(session.loaded.project, isLeft);
        if (names.empty()) break;
        Views placed = views;
        followEdit(placed, session.loaded.project, project);
        SaveRequest request{project, placed};
        request.allowLosingComments = options.allowLosingComments;
        const auto saved = session.workspace.save(request);
        if (saved) {
            for (const Text& name : names) terminal.say("Fixed: " + name.english());
            if (!isComplete) terminal.say("There is more to fix than is fixed at once; run it again.");
            printProblems(terminal.notes, saved->warnings, {});
            auto loaded = session.workspace.load();
            if (!loaded) return refused(terminal, loaded.error());
            session.loaded = *std::move(loaded);
            break;
        }
        if (refusalStatus(saved.error()) == ExitStatus::Disk) return refused(terminal, saved.error());
        const std::size_t known = left.size();
        for (const Problem& problem : saved.error())
            if (problem.position &&
                left.insert(fileBefore(problem.position->file, session.loaded.project, project)).second)
                refusals.push_back(problem);
        if (left.size() == known) return refused(terminal, saved.error());
    }
    return refused(terminal, refusals);
}

void printReport(const Problems& problems, ReportFormat format, const SourceText& sources, Terminal& terminal)
{
    switch (format) {
    case ReportFormat::Text:
        printProblems(terminal.out, problems, sources);
        terminal.say(countsText(problems));
        break;
    case ReportFormat::Json: terminal.out.add(problemsJson(problems)); break;
    case ReportFormat::Sarif: terminal.out.add(problemsSarif(problems, sources)); break;
    }
}

} // namespace

ExitStatus checkProject(const CheckOptions& options, Terminal& terminal)
{
    auto session = openSession(options.folder, options.fix ? Access::Write : Access::ReadOnly, terminal);
    if (!session) {
        if (options.format == ReportFormat::Text) return refused(terminal, session.error());
        printReport(session.error(), options.format, {}, terminal);
        return refusalStatus(session.error());
    }
    const ExitStatus mended = options.fix ? applyFixes(*session, options, terminal) : ExitStatus::Fine;
    const Problems problems = session->problems(check(session->loaded.project));
    printReport(problems, options.format, session->sources(), terminal);
    if (mended != ExitStatus::Fine) return mended;
    const bool warned = options.strict && counts(problems).warnings > 0;
    return warned ? ExitStatus::Problems : statusOf(problems);
}

} // namespace n3x::cli
