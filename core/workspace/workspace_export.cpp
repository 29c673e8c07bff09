// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/workspace/codes.h"
#include "core/workspace/comparison.h"
#include "core/workspace/git_index.h"
#include "core/workspace/transaction.h"
#include "core/workspace/workspace_state.h"

#include <algorithm>
#include <fcntl.h>
#include <utility>

namespace n3x {
namespace {

namespace problems = workspace_problems;

// Texts live as long as the transaction stages them; a source hands them out only while it visits.
class ExportTexts {
public:
    ExportTexts(const Comparison& comparison, const Decisions& decisions, const OutputSource& outputs)
    {
        std::size_t at = 0;
        outputs.forEach([&](std::string_view path, std::string_view text) {
            while (at < comparison.files.size() && comparison.files[at].change.path < path) ++at;
            if (at == comparison.files.size() || comparison.files[at].change.path != path) return;
            if (isWritten(comparison.files[at].change, decisions)) texts_.emplace(path, text);
        });
    }

    [[nodiscard]] std::string_view text(std::string_view path) const { return texts_.find(path)->second; }

private:
    std::map<std::string, std::string, std::less<>> texts_;
};

Manifest sumsOf(const SourceText& texts)
{
    Manifest sums;
    for (const auto& [path, text] : texts) sums.emplace(path, sha256(text));
    return sums;
}

// The project's own files as the outputs follow from them. Where none follows now, they are those of the last export,
// so that the flake's checks go on telling that somebody changed them since.
Manifest sourcesOf(const SourceText& texts, const OutputSource& outputs, const Manifest& exported)
{
    if (!outputs.isHeld("n3x.yaml")) return sumsOf(texts);
    Manifest sources = exported;
    std::erase_if(sources, [](const auto& file) { return !isProjectFile(file.first); });
    return sources;
}

bool isOf(const SavePlan& plan, const std::string& path)
{
    return std::ranges::contains(plan.writes, path, &SavePlan::Write::path) ||
           std::ranges::contains(plan.removals, path, &std::pair<std::string, Before>::first);
}

bool isDropped(const Change& change)
{
    return change.kind == ChangeKind::Remove || change.reason == ConflictReason::EditedThenDropped;
}

// Sorts what was done into the report.
void note(ExportReport& report, const Change& change, const Decisions& decisions)
{
    if (change.kind == ChangeKind::Unchanged) return;
    if (!isWritten(change, decisions))
        report.kept.push_back(change);
    else if (isDropped(change))
        report.removed.push_back(change.path);
    else if (change.kind == ChangeKind::Add)
        report.added.push_back(change.path);
    else
        report.changed.push_back(change.path);
}

} // namespace

std::expected<void, Problems> Workspace::State::finishEarlier()
{
    const auto recovered = recover(disk, root.get(), own.get());
    if (!recovered) return std::unexpected(Problems{problems::stoppedHalfway(recovered.error())});
    if (knownOnceFinished)
        takeSaved(*std::exchange(knownOnceFinished, std::nullopt),
                  *recovered ? (*recovered)->kept : std::vector<std::string>());
    return {};
}

std::expected<std::vector<std::string>, Problems> Workspace::State::carryOut(Transaction& step,
                                                                             const KnownSources* saved)
{
    if (step.size() == 0) return std::vector<std::string>();
    const auto finishLater = [&] {
        if (saved != nullptr) knownOnceFinished = *saved;
    };
    if (const auto staged = step.stage(); !staged) {
        if (hasJournal(disk, own.get())) finishLater();
        return std::unexpected(Problems{problems::unwritable(staged.error())});
    }
    auto kept = step.apply();
    if (kept) return *std::move(kept);
    finishLater();
    return std::unexpected(Problems{problems::stoppedHalfway(kept.error())});
}

// What somebody changed in between was not saved: it stays known as it was, so the next save tries, and notices.
void Workspace::State::takeSaved(KnownSources saved, const std::vector<std::string>& kept)
{
    for (const std::string& path : kept)
        for (SourceText KnownSources::* texts : {&KnownSources::texts, &KnownSources::meant, &KnownSources::views}) {
            (saved.*texts).erase(path);
            if (const auto before = (known.*texts).find(path); before != (known.*texts).end())
                (saved.*texts).insert(*before);
        }
    known = std::move(saved);
}

void Workspace::State::addTo(Transaction& step, const SavePlan& plan) const
{
    for (const auto& write : plan.writes) step.write(write.path, write.text, sha256(write.text), write.before);
    for (const auto& [path, before] : plan.removals) step.remove(path, before);
}

Problems Workspace::State::tellGit(const std::vector<std::string>& files, const std::vector<std::string>& removed) const
{
    auto ignored = intendToAdd(folder, files, removed);
    if (!ignored) return {problems::gitIndex(ignored.error())};
    // Where cards stand no flake has to see; some may not want to share it.
    std::erase_if(*ignored, [](const std::string& file) { return file.starts_with(".n3x/view/"); });
    if (ignored->empty()) return {};
    return {problems::ignoredByGit(ignored->front(), ignored->size() > 1)};
}

std::expected<SaveReport, Problems> Workspace::save(const SaveRequest& request)
{
    if (access() == Access::ReadOnly) return std::unexpected(Problems{problems::readOnly()});
    if (const auto done = state_->finishEarlier(); !done) return std::unexpected(done.error());
    auto plan = planSave(state_->disk, state_->root.get(), state_->known, request);
    if (!plan) return std::unexpected(plan.error());
    Transaction step(state_->disk, state_->root.get(), state_->own.get());
    state_->addTo(step, *plan);
    const auto kept = state_->carryOut(step, &plan->after);
    if (!kept) return std::unexpected(kept.error());
    SaveReport report;
    Problems refused;
    for (const auto& write : plan->writes) report.written.push_back(write.path);
    for (const auto& [path, before] : plan->removals) report.removed.push_back(path);
    for (const std::string& path : *kept) refused.push_back(problems::changedByOthers(path));
    state_->takeSaved(std::move(plan->after), *kept);
    if (!refused.empty()) return std::unexpected(std::move(refused));
    if (step.size() > 0) report.warnings = state_->tellGit(report.written, report.removed);
    return report;
}

std::expected<Changes, Problems> Workspace::compare(const OutputSource& outputs) const
{
    auto comparison = compareOutputs(state_->disk, state_->root.get(), outputs);
    if (!comparison) return std::unexpected(comparison.error());
    comparison->sources = sourcesOf(state_->known.texts, outputs, comparison->manifest);
    return comparison->changes();
}

std::expected<ExportReport, Problems> Workspace::exportOutputs(const OutputSource& outputs, const Decisions& decisions,
                                                               const SaveRequest* save,
                                                               const std::function<bool()>& isCancelled)
{
    if (access() == Access::ReadOnly) return std::unexpected(Problems{problems::readOnly()});
    if (const auto done = state_->finishEarlier(); !done) return std::unexpected(done.error());
    std::optional<SavePlan> saved;
    if (save != nullptr) {
        auto plan = planSave(state_->disk, state_->root.get(), state_->known, *save);
        if (!plan) return std::unexpected(plan.error());
        saved = *std::move(plan);
    }
    auto comparison = compareOutputs(state_->disk, state_->root.get(), outputs);
    if (!comparison) return std::unexpected(comparison.error());
    comparison->sources = sourcesOf(saved ? saved->after.texts : state_->known.texts, outputs, comparison->manifest);
    const auto unreadable = comparison->unreadableManifest();
    if (unreadable && !isWritten(*unreadable, decisions))
        return std::unexpected(Problems{conflictProblem(*unreadable)});

    ExportReport report;
    if (unreadable) report.changed.push_back(unreadable->path);
    for (const ComparedFile& file : comparison->files) note(report, file.change, decisions);

    const bool writesOutputs = !report.added.empty() || !report.changed.empty() || !report.removed.empty();
    const Manifest after = manifestAfter(*comparison, decisions);
    const bool writesManifest =
        !comparison->manifestOnDisk || !comparison->manifestIsReadable || after != comparison->manifest;
    const std::string manifest = writesManifest ? manifestText(after) : std::string();
    Transaction step(state_->disk, state_->root.get(), state_->own.get());
    if (saved) state_->addTo(step, *saved);
    const ExportTexts texts =
        writesOutputs ? ExportTexts(*comparison, decisions, outputs) : ExportTexts({}, {}, MapSource({}));
    for (const ComparedFile& file : comparison->files) {
        if (!isWritten(file.change, decisions)) continue;
        if (isDropped(file.change))
            step.remove(file.change.path, file.before);
        else
            step.write(file.change.path, texts.text(file.change.path), file.after, file.before);
    }
    if (writesManifest) {
        const auto there = readWithState(state_->disk, state_->own.get(), "manifest.json");
        if (!there) return std::unexpected(Problems{problems::unreadable(manifestPath, there.error())});
        if (!writesOutputs) (*there ? report.changed : report.added).emplace_back(manifestPath);
        step.write(manifestPath, manifest, sha256(manifest), *there ? (*there)->before : Before());
    }

    if (isCancelled && isCancelled()) return std::unexpected(Problems());
    const auto kept = state_->carryOut(step, saved ? &saved->after : nullptr);
    if (!kept) return std::unexpected(kept.error());
    report.writeCount = step.size() - kept->size();
    if (writesOutputs && comparison->files.size() >= KnownFiles::fewest)
        noteKnownFiles(state_->disk, state_->root.get(), state_->own.get(), outputs);
    std::vector<std::string> gone = report.removed;
    if (saved) {
        for (const auto& write : saved->writes) report.sources.push_back(write.path);
        for (const auto& [path, before] : saved->removals) gone.push_back(path);
    }
    for (const std::string& path : *kept) {
        std::erase(report.added, path);
        std::erase(report.changed, path);
        std::erase(report.removed, path);
        if (std::erase(report.sources, path) + std::erase(gone, path) > 0 && saved && isOf(*saved, path)) {
            report.keptSources.push_back(path);
            report.warnings.push_back(problems::changedByOthers(path));
        } else {
            report.kept.push_back({path, ChangeKind::Conflict, ConflictReason::EditedByHand});
        }
    }
    if (saved) state_->takeSaved(std::move(saved->after), *kept);

    // All of them, not only today's new ones: an export that was interrupted has told nobody.
    std::vector<std::string> files(1, std::string(manifestPath));
    for (const ComparedFile& file : comparison->files)
        if (!isDropped(file.change) && (file.change.kind != ChangeKind::Conflict || isWritten(file.change, decisions)))
            files.push_back(file.change.path);
    for (const auto* known : {&state_->known.texts, &state_->known.views})
        for (const auto& [path, text] : *known) files.push_back(path);
    std::ranges::copy(state_->tellGit(files, gone), std::back_inserter(report.warnings));
    return report;
}

} // namespace n3x
