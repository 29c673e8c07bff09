// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"
#include "app/cli/generated_outputs.h"
#include "app/cli/json_text.h"
#include "app/cli/named_changes.h"
#include "app/cli/session.h"
#include "core/workspace/codes.h"
#include "core/workspace/manifest.h"
#include "generators/live/generation_source.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <format>
#include <iterator>
#include <set>

namespace n3x::cli {
namespace {

struct KindShown {
    ChangeKind kind;
    std::string_view word;
    std::string_view sign;
    Colour colour;
};
constexpr std::array<KindShown, 5> kinds = {{{ChangeKind::Add, "add", "A", Colour::Green},
                                             {ChangeKind::Change, "change", "M", Colour::Blue},
                                             {ChangeKind::Remove, "remove", "D", Colour::Red},
                                             {ChangeKind::Conflict, "conflict", "C", Colour::Yellow},
                                             {ChangeKind::Unchanged, "unchanged", " ", Colour::None}}};
const KindShown& shown(ChangeKind kind) { return *std::ranges::find(kinds, kind, &KindShown::kind); }

std::string_view reasonWord(ConflictReason reason)
{
    switch (reason) {
    case ConflictReason::EditedByHand: return "edited-by-hand";
    case ConflictReason::EditedThenDropped: return "edited-then-dropped";
    case ConflictReason::NotOurs: return "not-ours";
    case ConflictReason::Unreadable: return "unreadable";
    case ConflictReason::NotAFile: return "not-a-file";
    case ConflictReason::None: break;
    }
    return "";
}

// What an export does or did, in one form for both.
struct Result {
    std::vector<Change> done; // without the unchanged ones
    std::vector<Change> kept;
    Problems problems;
    std::vector<std::string> held; // profiles that nothing is exported of
    std::size_t unchanged = 0;
    std::size_t writeCount = 0;
};

std::string resultJson(const Result& result, bool isDryRun)
{
    Json files = Json::array();
    std::vector<Change> all = result.done;
    all.insert(all.end(), result.kept.begin(), result.kept.end());
    std::ranges::sort(all, {}, &Change::path);
    for (const Change& change : all) {
        Json entry = {{"path", change.path}, {"change", shown(change.kind).word}};
        if (change.reason != ConflictReason::None) entry["reason"] = reasonWord(change.reason);
        files.push_back(std::move(entry));
    }
    return jsonText({{"n3x", "export/1"},
                     {"dryRun", isDryRun},
                     {"files", std::move(files)},
                     {"held", result.held},
                     {"unchanged", result.unchanged},
                     {"writes", result.writeCount},
                     {"problems", Json::parse(problemsJson(result.problems))["problems"]}});
}

void printResult(const Result& result, bool isDryRun, const SourceText& sources, Terminal& terminal)
{
    if (terminal.verbosity != Verbosity::Quiet) {
        std::vector<Change> all = result.done;
        all.insert(all.end(), result.kept.begin(), result.kept.end());
        std::ranges::sort(all, {}, &Change::path);
        for (const Change& change : all) {
            terminal.out.add(shown(change.kind).colour, shown(change.kind).sign);
            terminal.out.add(" " + change.path + "\n");
        }
    }
    printProblems(terminal.notes, result.problems, sources);
    for (const std::string& profile : result.held)
        terminal.notes.add(std::format("Nothing is exported of the profile {}, which has errors; what was exported of "
                                       "it before stays.\n",
                                       profile));
    const auto isDropped = [](const Change& change) { return change.reason == ConflictReason::EditedThenDropped; };
    const auto isReplaced = [&](const Change& change) {
        return change.reason != ConflictReason::NotAFile && !isDropped(change);
    };
    if (std::ranges::any_of(result.kept, isReplaced))
        terminal.notes.add("n3x: export --force PATH overwrites a file that was left alone; n3x diff PATH shows it\n");
    if (std::ranges::any_of(result.kept, isDropped))
        terminal.notes.add("n3x: export --force PATH removes a file that was edited and is not generated any more\n");
    const auto count = [&](ChangeKind kind) { return std::ranges::count(result.done, kind, &Change::kind); };
    terminal.say(std::format("{} {}, {} {}, {} {}, {} unchanged, {} left alone{}", count(ChangeKind::Add),
                             isDryRun ? "to add" : "added", count(ChangeKind::Change),
                             isDryRun ? "to change" : "changed", count(ChangeKind::Remove),
                             isDryRun ? "to remove" : "removed", result.unchanged, result.kept.size(),
                             isDryRun ? "; nothing was written" : ""));
}

Decisions overwriting(const std::vector<Change>& forced)
{
    Decisions decided;
    for (const Change& change : forced)
        if (change.kind == ChangeKind::Conflict) decided[change.path] = Decision::Overwrite;
    return decided;
}

Result planned(const Changes& changes, const Decisions& decided)
{
    Result result;
    for (const Change& change : changes.files) {
        if (change.kind == ChangeKind::Unchanged)
            ++result.unchanged;
        else if (change.kind != ChangeKind::Conflict)
            result.done.push_back(change);
        else if (change.reason == ConflictReason::NotAFile || !decided.contains(change.path))
            result.kept.push_back(change);
        else if (change.reason == ConflictReason::EditedThenDropped)
            result.done.push_back({change.path, ChangeKind::Remove, ConflictReason::None});
        else
            result.done.push_back({change.path, ChangeKind::Change, ConflictReason::None});
    }
    return result;
}

Result carriedOut(const ExportReport& report, const Changes& changes)
{
    Result result;
    for (const std::string& path : report.added) result.done.push_back({path, ChangeKind::Add, ConflictReason::None});
    for (const std::string& path : report.changed)
        result.done.push_back({path, ChangeKind::Change, ConflictReason::None});
    for (const std::string& path : report.removed)
        result.done.push_back({path, ChangeKind::Remove, ConflictReason::None});
    result.kept = report.kept;
    result.problems = report.warnings;
    result.unchanged = changes.count(ChangeKind::Unchanged);
    result.writeCount = report.writeCount;
    return result;
}

// The folder above the file that is a link or no folder; empty where all are.
std::string blockedAt(const std::string& path, const std::filesystem::path& project)
{
    for (std::size_t end = path.find('/'); end != std::string::npos; end = path.find('/', end + 1)) {
        std::error_code failed;
        const std::string folder = path.substr(0, end);
        if (std::filesystem::symlink_status(project / folder, failed).type() != std::filesystem::file_type::directory)
            return folder;
    }
    return {};
}

// One problem for each file that was left alone, but only one for all that lie behind the same link.
Problems conflicts(const std::vector<Change>& kept, const std::filesystem::path& project)
{
    Problems problems;
    std::set<std::string> told;
    for (const Change& change : kept) {
        const std::string blocked =
            change.reason == ConflictReason::NotAFile ? blockedAt(change.path, project) : std::string();
        if (blocked.empty())
            problems.push_back(workspace_problems::conflict(change));
        else if (told.insert(blocked).second)
            problems.push_back(workspace_problems::noFolderThere(blocked));
    }
    return problems;
}

// What stands in the way of every file.
ExitStatus refusedExport(const ExportOptions& options, const Problems& problems, Terminal& terminal)
{
    if (options.format != ReportFormat::Json) return refused(terminal, problems);
    terminal.out.add(resultJson({.done = {}, .kept = {}, .problems = problems, .held = {}}, options.dryRun));
    return refusalStatus(problems);
}

constexpr std::string_view mark = "lib/project.nix"; // in whatever was generated

// Whether `folder` may be filled: there is nothing in it, or it was filled by `generate` before.
bool isFree(const std::filesystem::path& folder)
{
    std::error_code failed;
    if (!std::filesystem::is_directory(folder, failed) || std::filesystem::is_empty(folder, failed)) return true;
    return std::filesystem::exists(folder / mark, failed) && std::filesystem::exists(folder / "flake.nix", failed);
}

// Files of nodes that an earlier run knew, or of others: whoever copies the folder copies them too.
void tellWhatIsNotGenerated(const std::filesystem::path& folder, const OutputTree& outputs, Terminal& terminal)
{
    std::error_code failed;
    std::size_t count = 0;
    std::string first;
    for (std::filesystem::recursive_directory_iterator entry(folder, failed), end; !failed && entry != end;
         entry.increment(failed)) {
        if (entry->is_directory(failed)) continue;
        const std::string path = entry->path().lexically_relative(folder).generic_string();
        if (path.starts_with(".git/") || outputs.find(path)) continue;
        if (count++ == 0 || path < first) first = path;
    }
    if (count > 0)
        terminal.notes.add(std::format("n3x: {} also holds {} that {} not generated now: {}{}\n", folder.string(),
                                       count == 1 ? "a file" : std::format("{} files", count),
                                       count == 1 ? "is" : "are", first, count == 1 ? "" : " and others"));
}

} // namespace

ExitStatus exportProject(const ExportOptions& options, Terminal& terminal)
{
    auto session = openSession(options.folder, options.dryRun ? Access::ReadOnly : Access::Write, terminal);
    if (!session) return refusedExport(options, session.error(), terminal);
    const Project& project = session->loaded.project;
    if (auto unread = session->projectProblems()) {
        // Whatever it lists, its outputs stay as they are.
        const Result refusal{.done = {}, .kept = {}, .problems = *std::move(unread), .held = {}};
        if (options.format == ReportFormat::Json)
            terminal.out.add(resultJson(refusal, options.dryRun));
        else
            printProblems(terminal.notes, refusal.problems, session->sources());
        return ExitStatus::Problems;
    }
    const auto shared = std::make_shared<const Generation>(session->generation());
    const Generation& generation = *shared;
    const GenerationSource outputs(shared, project);
    const auto changes = session->workspace.compare(outputs);
    if (!changes) return refusedExport(options, changes.error(), terminal);
    const auto forced = namedChanges(*changes, outputs, *session, options.force);
    if (!forced) {
        terminal.notes.add(
            std::format("n3x: --force names {}, which is neither generated nor exported\n", forced.error()));
        return ExitStatus::Usage;
    }
    const Decisions decided = overwriting(*forced);
    if (const Change* list = changes->find(manifestPath);
        list != nullptr && list->kind == ChangeKind::Conflict && !decided.contains(manifestPath))
        return refusedExport(options, {conflictProblem(*list)}, terminal);
    Result result = planned(*changes, decided);
    if (!options.dryRun) {
        const auto report = session->workspace.exportOutputs(outputs, decided);
        if (!report) return refusedExport(options, report.error(), terminal);
        result = carriedOut(*report, *changes);
    }
    result.held.assign(outputs.heldProfiles().begin(), outputs.heldProfiles().end());
    // A profile with errors keeps its files as they are; its problems are a part of the answer.
    const bool isWhole = result.problems.empty() && result.kept.empty();
    const Problems found = onlyErrors(session->problems(generation.problems()));
    result.problems.insert(result.problems.begin(), found.begin(), found.end());
    std::ranges::copy(conflicts(result.kept, session->workspace.folder()), std::back_inserter(result.problems));
    if (options.format == ReportFormat::Json)
        terminal.out.add(resultJson(result, options.dryRun));
    else
        printResult(result, options.dryRun, session->sources(), terminal);
    return isWhole ? statusOf(result.problems) : ExitStatus::Problems;
}

ExitStatus generateOutputs(const GenerateOptions& options, Terminal& terminal)
{
    auto session = openSession(options.folder, Access::ReadOnly, terminal);
    if (!session) return refused(terminal, session.error());
    std::error_code failed;
    if (std::filesystem::exists(std::filesystem::path(options.output) / "n3x.yaml", failed)) {
        terminal.notes.add(std::format("n3x: {} is a project; use n3x export to write into it\n", options.output));
        return ExitStatus::Usage;
    }
    if (!isFree(options.output)) {
        terminal.notes.add(
            std::format("n3x: {} holds other files, which generating could overwrite; name a new or empty folder\n",
                        options.output));
        return ExitStatus::Usage;
    }
    if (const auto unread = session->projectProblems()) {
        printProblems(terminal.notes, *unread, session->sources());
        return ExitStatus::Problems;
    }
    const Generation generation = session->generation();
    const bool wasThere = std::filesystem::exists(options.output, failed);
    if (const auto failure = writeOutputs(generation, options.output)) {
        if (failure->path == options.output)
            return refused(terminal, {workspace_problems::noFolder(failure->path, failure->number)});
        return refused(terminal,
                       {workspace_problems::generatedInPart(options.output, {failure->number, failure->path})});
    }
    const Problems problems = onlyErrors(session->problems(generation.problems()));
    printProblems(terminal.notes, problems, session->sources());
    if (wasThere) tellWhatIsNotGenerated(options.output, generation.outputs, terminal);
    terminal.sayIfVerbose(std::format("{} files in {}", generation.outputs.fileCount(), options.output));
    return statusOf(problems);
}

} // namespace n3x::cli
