// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/folder/project_folder.h"

#include "app/threads/mailbox.h"
#include "app/threads/task_thread.h"
#include "generators/live/generation_source.h"

#include <QFile>
#include <QFileSystemWatcher>
#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <expected>
#include <filesystem>
#include <iterator>

namespace n3x {

namespace {

// Names of files are bytes, not always characters.
std::filesystem::path pathOf(const QString& folder) { return QFile::encodeName(folder).toStdString(); }

QString textOf(const std::filesystem::path& path) { return QFile::decodeName(path.c_str()); }

std::expected<OpenedProject, Problems> load(Workspace& workspace)
{
    auto loaded = workspace.load();
    if (!loaded) return std::unexpected(loaded.error());
    Approvals approvals = workspace.approvals();
    return OpenedProject{.folder = textOf(workspace.folder()),
                         .loaded = *std::move(loaded),
                         .views = workspace.views(),
                         .approvals = std::move(approvals.accepted),
                         .approvalProblems = std::move(approvals.problems),
                         .recovery = workspace.recovery(),
                         .isReadOnly = workspace.access() == Access::ReadOnly,
                         .sums = sumsOf(workspace.sources())};
}

// What was written, where the objects stand in it now, and what the files say.
template <class Report> struct Written {
    Report report;
    SourceMap positions;
    SourceSums sums;
};

// By device and inode: through a link, with a slash at the end, in another spelling.
bool isSameFolder(const std::filesystem::path& one, const std::filesystem::path& two)
{
    std::error_code error;
    return std::filesystem::equivalent(one, two, error) && !error;
}

SourceMap positionsIn(const Workspace& workspace) { return loadProject(workspace.sources()).positions; }

} // namespace

struct ProjectFolder::State {
    QString folder;
    bool isReadOnly = false;
    bool isBusy = false;
    int openings = 0;      // asked for and not answered
    quint64 closings = 0;  // an answer from before the last one is of a folder that is closed again
    SourceMap positions;
    SourceSums sums;
    Problems unread; // why nothing can be exported, whatever is edited: n3x.yaml was not read whole
    QFileSystemWatcher watcher;
    QTimer settle; // editors write a file in several steps

    // Of the thread only.
    std::optional<Workspace> workspace;

    std::atomic<quint64> newestComparison = 0;
    std::atomic<bool> cancelled = false;
    Mailbox mailbox;
    TaskThread thread; // last: it ends before what it uses goes
};

// Runs `work(std::optional<Workspace>&)` on the thread and `then(result)` back here, unless this is gone by then.
template <class Work, class Then> void ProjectFolder::perform(Work work, Then then)
{
    state_->thread.post([state = state_.get(), work = std::move(work), then = std::move(then)]() mutable {
        auto result = work(state->workspace);
        state->mailbox.post(
            [result = std::move(result), then = std::move(then)]() mutable { then(std::move(result)); });
    });
}

ProjectFolder::ProjectFolder(QObject* parent) : QObject(parent), state_(std::make_unique<State>())
{
    state_->settle.setSingleShot(true);
    state_->settle.setInterval(150);
    connect(&state_->settle, &QTimer::timeout, this, &ProjectFolder::lookForForeignChanges);
    const auto settle = [this] { state_->settle.start(); };
    connect(&state_->watcher, &QFileSystemWatcher::fileChanged, this, settle);
    connect(&state_->watcher, &QFileSystemWatcher::directoryChanged, this, settle);
}

ProjectFolder::~ProjectFolder() = default;

bool ProjectFolder::isOpen() const { return !state_->folder.isEmpty(); }
QString ProjectFolder::path() const { return state_->folder; }
bool ProjectFolder::isReadOnly() const { return state_->isReadOnly; }
bool ProjectFolder::isBusy() const { return state_->isBusy; }
bool ProjectFolder::isOpening() const { return state_->openings != 0; }

const SourceMap& ProjectFolder::positions() const { return state_->positions; }
const SourceSums& ProjectFolder::sums() const { return state_->sums; }

// Runs `work`, which gives an OpenedProject or problems, and tells what came of it.
template <class Work> void ProjectFolder::performOpening(const QString& folder, Work work)
{
    using Result = std::expected<OpenedProject, Problems>;
    if (++state_->openings == 1) emit openingChanged(true);
    perform(std::move(work), [this, folder, closings = state_->closings](Result opened) {
        const bool isLast = --state_->openings == 0;
        if (closings != state_->closings) {
            // It was closed meanwhile, and is closed on the thread by now.
        } else if (opened) {
            finishOpening(*std::move(opened));
        } else {
            emit openFailed(folder, opened.error());
        }
        if (isLast) emit openingChanged(false);
    });
}

void ProjectFolder::open(const QString& folder, Access access)
{
    using Result = std::expected<OpenedProject, Problems>;
    performOpening(folder, [folder, access](std::optional<Workspace>& current) -> Result {
        // The same folder by another name: its lock is ours, and would stand in the way of a second one.
        if (current && access == current->access() && isSameFolder(pathOf(folder), current->folder()))
            return load(*current);
        auto workspace = Workspace::open(pathOf(folder), access);
        if (!workspace) return std::unexpected(Problems{workspace.error()});
        auto opened = load(*workspace);
        if (opened) current = *std::move(workspace);
        return opened;
    });
}

void ProjectFolder::create(const QString& folder, const Project& project)
{
    using Result = std::expected<OpenedProject, Problems>;
    performOpening(folder, [folder, project](std::optional<Workspace>& current) -> Result {
        auto workspace = Workspace::create(pathOf(folder));
        if (!workspace) return std::unexpected(Problems{workspace.error()});
        if (const auto saved = workspace->save({.project = project, .views = {}}); !saved)
            return std::unexpected(saved.error());
        auto opened = load(*workspace);
        if (opened) current = *std::move(workspace);
        return opened;
    });
}

void ProjectFolder::reload()
{
    using Result = std::expected<OpenedProject, Problems>;
    performOpening(state_->folder, [](std::optional<Workspace>& current) -> Result {
        if (!current) return std::unexpected(Problems{});
        return load(*current);
    });
}

void ProjectFolder::close()
{
    ++state_->closings;
    state_->folder.clear();
    state_->positions = {};
    state_->sums.clear();
    state_->unread.clear();
    ++state_->newestComparison;
    watch();
    perform(
        [](std::optional<Workspace>& current) {
            current.reset();
            return true;
        },
        [this](bool) { emit closed(); });
}

void ProjectFolder::finishOpening(OpenedProject opened)
{
    state_->folder = opened.folder;
    state_->isReadOnly = opened.isReadOnly;
    state_->positions = opened.loaded.positions;
    state_->sums = opened.sums;
    state_->unread.clear();
    if (withheld(opened.loaded).everything)
        std::ranges::copy_if(opened.loaded.problems, std::back_inserter(state_->unread), [](const Problem& problem) {
            return problem.severity == Severity::Error && (!problem.position || problem.position->file == "n3x.yaml");
        });
    ++state_->newestComparison;
    watch();
    emit this->opened(opened);
}

void ProjectFolder::save(const Project& project, const Views& views, SaveConsent consent)
{
    using Result = std::expected<Written<SaveReport>, Problems>;
    setBusy(true);
    perform(
        [project, views, consent](std::optional<Workspace>& current) -> Result {
            if (!current) return std::unexpected(Problems{});
            auto report = current->save({.project = project,
                                         .views = views,
                                         .allowLosingComments = consent.losingComments,
                                         .overwriteForeignChanges = consent.overwritingForeignChanges});
            if (!report) return std::unexpected(report.error());
            return Written<SaveReport>{*std::move(report), positionsIn(*current), sumsOf(current->sources())};
        },
        [this, project, views](Result written) {
            setBusy(false);
            watch();
            if (!written) {
                emit saveRefused(written.error());
                return;
            }
            state_->positions = std::move(written->positions);
            state_->sums = std::move(written->sums);
            emit saved(project, views, written->report);
        });
}

void ProjectFolder::compare(std::shared_ptr<const Generation> generation, const Project& project)
{
    using Result = std::optional<std::expected<Changes, Problems>>;
    const quint64 number = ++state_->newestComparison;
    perform(
        [state = state_.get(), number, generation = std::move(generation),
         project](std::optional<Workspace>& current) -> Result {
            if (!current || number != state->newestComparison) return {};
            return current->compare(GenerationSource(generation, project));
        },
        [this, number](const Result& changes) {
            if (!changes || number != state_->newestComparison) return; // or overtaken on the way back
            if (*changes)
                emit compared(**changes);
            else
                emit compareFailed(changes->error());
        });
}

void ProjectFolder::exportOutputs(std::shared_ptr<const Generation> generation, const Project& project,
                                  const Views& views, const Decisions& decisions, SaveConsent consent)
{
    using Result = std::optional<std::expected<Written<ExportReport>, Problems>>;
    setBusy(true);
    state_->cancelled = false;
    ++state_->newestComparison; // one that is under way would tell what was before the export
    perform(
        [this, state = state_.get(), generation = std::move(generation), project, views, decisions, consent,
         unread = state_->unread](std::optional<Workspace>& current) -> Result {
            if (!current || state->cancelled) return {};
            if (!unread.empty()) return std::unexpected(unread);
            const auto watch = [this, state](std::size_t done, std::size_t total) {
                if (done % 64 != 0 && done != total) return;
                state->mailbox.post(
                    [this, done, total] { emit progressChanged(static_cast<int>(done), static_cast<int>(total)); });
            };
            const SaveRequest request{.project = project,
                                      .views = views,
                                      .allowLosingComments = consent.losingComments,
                                      .overwriteForeignChanges = consent.overwritingForeignChanges};
            auto report = current->exportOutputs(GenerationSource(generation, project, watch), decisions, &request,
                                                 [state] { return state->cancelled.load(); });
            if (!report) return std::unexpected(report.error());
            return Written<ExportReport>{*std::move(report), positionsIn(*current), sumsOf(current->sources())};
        },
        [this, project, views](Result written) {
            setBusy(false);
            watch();
            emit progressChanged(0, 0);
            if (!written || (!*written && written->error().empty())) {
                emit exportCancelled();
            } else if (*written) {
                state_->positions = std::move((*written)->positions);
                state_->sums = std::move((*written)->sums);
                emit exported(project, views, (*written)->report);
            } else {
                emit exportRefused(written->error());
            }
        });
}

void ProjectFolder::cancel() { state_->cancelled = true; }

void ProjectFolder::readText(const QString& path, Reading work, std::function<void()> then)
{
    perform(
        [path = path.toStdString(), work = std::move(work)](std::optional<Workspace>& current) {
            work(current ? current->textOnDisk(path) : std::nullopt);
            return true;
        },
        [then = std::move(then)](bool) { then(); });
}

void ProjectFolder::setBusy(bool busy)
{
    if (busy == std::exchange(state_->isBusy, busy)) return;
    emit busyChanged(busy);
}

void ProjectFolder::watch()
{
    using Paths = std::vector<std::filesystem::path>;
    perform([](std::optional<Workspace>& current) { return current ? current->watched() : Paths{}; },
            [this](const Paths& paths) {
                const QStringList old = state_->watcher.files() + state_->watcher.directories();
                if (!old.isEmpty()) state_->watcher.removePaths(old);
                QStringList now;
                for (const auto& path : paths) now << textOf(path);
                if (!now.isEmpty()) state_->watcher.addPaths(now);
            });
}

void ProjectFolder::lookForForeignChanges()
{
    perform(
        [](std::optional<Workspace>& current) {
            return current ? current->foreignChanges() : std::vector<std::string>{};
        },
        [this](const std::vector<std::string>& files) {
            watch(); // a file that was replaced is watched no more
            QStringList names;
            for (const std::string& file : files) names << QString::fromStdString(file);
            emit changedOnDisk(names);
        });
}

} // namespace n3x
