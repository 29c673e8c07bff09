// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/session.h"

#include "app/cli/diagnostics.h"
#include "core/workspace/code_names.h"
#include "core/workspace/codes.h"
#include "core/workspace/gathered_problems.h"

#include <algorithm>
#include <format>
#include <tuple>

namespace n3x::cli {
namespace {

void sayRecovery(const Recovery& recovery, Terminal& terminal)
{
    const bool finished = recovery.kind == Recovery::Kind::Finished;
    terminal.say(std::format("An interrupted export was {} ({} {}).", finished ? "finished" : "undone",
                             recovery.fileCount, recovery.fileCount == 1 ? "file" : "files"));
    Problems kept;
    for (const std::string& path : recovery.kept) kept.push_back(workspace_problems::keptByRecovery(path));
    printProblems(terminal.notes, kept, {});
}

} // namespace

Problems Session::problems(const Problems& ofProject) const
{
    Approvals approvals = workspace.approvals();
    OtherFindings other{.ofFiles = loaded.problems,
                        .unread = loaded.unread,
                        .ofFolder = std::move(approvals.problems),
                        .approvals = std::move(approvals.accepted),
                        .positions = loaded.positions};
    if (workspace.hasInterruptedExport()) other.ofFolder.push_back(workspace_problems::interrupted());
    Problems all = gathered(ofProject, other, today());
    std::ranges::stable_sort(all, {}, [](const Problem& problem) {
        const FilePosition where = problem.position.value_or(FilePosition{"\xff", 0, 0});
        return std::tuple(where.file, where.line, where.column);
    });
    return all;
}

std::optional<Problems> Session::projectProblems() const
{
    if (!withheld(loaded).everything) return {};
    return onlyErrors(loaded.problems);
}

std::expected<Session, Problems> openSession(const std::string& folder, Access access, Terminal& terminal)
{
    std::filesystem::path path = folder;
    std::filesystem::path standing;
    if (folder.empty()) {
        std::error_code failed;
        const auto here = std::filesystem::current_path(failed);
        path = Workspace::find(here).value_or(here);
        standing = here.lexically_relative(path);
    }
    auto workspace = Workspace::open(path, access);
    if (!workspace) return std::unexpected(Problems{workspace.error()});
    if (workspace->recovery()) sayRecovery(*workspace->recovery(), terminal);
    auto loaded = workspace->load();
    if (!loaded) return std::unexpected(loaded.error());
    return Session{*std::move(workspace), *std::move(loaded), std::move(standing)};
}

ExitStatus refusalStatus(const Problems& problems)
{
    if (problems.empty()) return ExitStatus::Fine;
    const auto waitsForDecision = [](const Problem& problem) {
        return problem.code == codes::changedByOthers.text || problem.code == codes::commentsWouldGo.text ||
               problem.code == codes::contentsWouldGo.text || problem.code == codes::manifestUnreadable.text ||
               problem.code == codes::unlistedWouldGo.text;
    };
    return std::ranges::all_of(problems, waitsForDecision) ? ExitStatus::Problems : ExitStatus::Disk;
}

ExitStatus refused(Terminal& terminal, const Problems& problems)
{
    printProblems(terminal.notes, problems, {});
    if (std::ranges::contains(problems, codes::commentsWouldGo.text, &Problem::code))
        terminal.notes.add("n3x: --allow-losing-comments saves files whose comments are lost by it\n");
    if (std::ranges::contains(problems, codes::manifestUnreadable.text, &Problem::code))
        terminal.notes.add(
            "n3x: export --force .n3x/manifest.json makes it anew; what an export has to remove then stays "
            "as it is\n");
    return refusalStatus(problems);
}

ExitStatus statusOf(const Problems& problems) { return hasErrors(problems) ? ExitStatus::Problems : ExitStatus::Fine; }

} // namespace n3x::cli
