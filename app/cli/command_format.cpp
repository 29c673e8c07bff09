// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"
#include "app/cli/session.h"
#include "core/files/save.h"

namespace n3x::cli {

ExitStatus formatSources(const FormatOptions& options, Terminal& terminal)
{
    auto session = openSession(options.folder, options.checkOnly ? Access::ReadOnly : Access::Write, terminal);
    if (!session) return refused(terminal, session.error());
    // What is not understood whole must not be written anew.
    if (hasErrors(session->loaded.problems)) {
        printProblems(terminal.notes, session->loaded.problems, session->sources());
        return ExitStatus::Problems;
    }
    if (options.checkOnly) {
        bool differs = false;
        for (const auto& [path, text] : saveProject(session->loaded.project)) {
            const auto there = session->sources().find(path);
            if (there != session->sources().end() && there->second == text) continue;
            terminal.out.add(path + "\n");
            differs = true;
        }
        return differs ? ExitStatus::Problems : ExitStatus::Fine;
    }
    const Views views = session->workspace.views();
    SaveRequest request{session->loaded.project, views};
    request.allowLosingComments = options.allowLosingComments;
    request.rewriteAll = true;
    const auto saved = session->workspace.save(request);
    if (!saved) return refused(terminal, saved.error());
    printProblems(terminal.notes, saved->warnings, {});
    for (const std::string& path : saved->written) terminal.out.add(path + "\n");
    return ExitStatus::Fine;
}

} // namespace n3x::cli
