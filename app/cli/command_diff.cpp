// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"
#include "app/cli/named_changes.h"
#include "app/cli/session.h"
#include "app/cli/unified_diff.h"
#include "core/workspace/manifest.h"
#include "generators/live/generation_source.h"

#include <format>

namespace n3x::cli {

// From the disk to what an export would write; a conflict shows what --force would do.
ExitStatus showDifferences(const DiffOptions& options, Terminal& terminal)
{
    auto session = openSession(options.folder, Access::ReadOnly, terminal);
    if (!session) return refused(terminal, session.error());
    if (const auto unread = session->projectProblems()) {
        printProblems(terminal.notes, *unread, session->sources());
        return ExitStatus::Problems;
    }
    const auto shared = std::make_shared<const Generation>(session->generation());
    const Generation& generation = *shared;
    const GenerationSource outputs(shared, session->loaded.project);
    const auto changes = session->workspace.compare(outputs);
    if (!changes) return refused(terminal, changes.error());
    const auto named = namedChanges(*changes, outputs, *session, options.paths);
    if (!named) {
        terminal.notes.add(std::format("n3x: diff names {}, which is neither generated nor exported\n", named.error()));
        return ExitStatus::Usage;
    }
    bool differs = false;
    for (const Change& change : options.paths.empty() ? changes->files : *named) {
        if (change.kind == ChangeKind::Unchanged) continue;
        differs = true;
        if (change.reason == ConflictReason::Unreadable) continue; // a problem, below
        if (change.reason == ConflictReason::NotAFile) {
            terminal.notes.add(std::format("n3x: {} is no regular file\n", change.path));
            continue;
        }
        const auto before = session->workspace.textOnDisk(change.path);
        const bool isList = change.path == manifestPath;
        const auto after = generation.outputs.find(change.path);
        const std::string afterText = isList ? changes->manifest : after ? after->text() : std::string();
        printUnifiedDiff(terminal.out, change.path, {before.has_value(), before ? std::string_view(*before) : ""},
                         {isList || after.has_value(), afterText});
    }
    Problems problems = onlyErrors(session->problems(generation.problems()));
    if (const Change* list = changes->find(manifestPath); list != nullptr && list->kind == ChangeKind::Conflict)
        problems.push_back(conflictProblem(*list));
    printProblems(terminal.notes, problems, session->sources());
    return differs ? ExitStatus::Problems : statusOf(problems);
}

} // namespace n3x::cli
