// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/session/session.h"

#include "core/edits/values.h"
#include "core/files/templates.h"
#include "core/workspace/codes.h"

namespace n3x {

namespace {

// Long enough that typing does not read the disk at every key, short enough to be there when the eye arrives.
constexpr int compareDelay = 120; // ms

// Of all that is typed within this time one copy is kept: a crash takes no more than that, and the frames that show an
// edit do not share the machine with writing it down.
constexpr int keepDelay = 200; // ms

} // namespace

Session::Session(const QString& dataFolder, QObject* parent) : QObject(parent), unsaved_(dataFolder)
{
    compareSoon_.setSingleShot(true);
    compareSoon_.setInterval(compareDelay);
    connect(&compareSoon_, &QTimer::timeout, this, &Session::compareNow);
    connect(&document_, &Document::generationChanged, this, [this] {
        compareSoon_.start();
        startWaitingExport();
    });
    keepSoon_.setSingleShot(true);
    keepSoon_.setInterval(keepDelay);
    connect(&keepSoon_, &QTimer::timeout, this, &Session::keepWork);
    const auto keepSoon = [this] {
        if (!keepSoon_.isActive()) keepSoon_.start();
    };
    connect(&document_, &Document::projectChanged, this, keepSoon);
    connect(&document_, &Document::positionsChanged, this, keepSoon);

    connect(&folder_, &ProjectFolder::opened, this, &Session::begin);
    connect(&folder_, &ProjectFolder::compared, &document_,
            [this](const Changes& changes) { document_.setChanges(changes); });
    connect(&folder_, &ProjectFolder::saved, this, [this](const Project& project, const Views& views) {
        document_.markSaved(project, views);
        document_.setSourceMap(folder_.positions());
        base_ = folder_.sums();
        keepWork();
        compareSoon_.start();
    });
    connect(&folder_, &ProjectFolder::exported, this,
            [this](const Project& project, const Views& views, const ExportReport& report) {
                setExporting(false);
                if (report.keptSources.empty()) document_.markSaved(project, views);
                document_.setExtraProblems(report.warnings);
                document_.setSourceMap(folder_.positions());
                base_ = folder_.sums();
                keepWork();
                emit exported(report);
                compareSoon_.start();
            });
    connect(&folder_, &ProjectFolder::exportRefused, this, [this] { setExporting(false); });
    connect(&folder_, &ProjectFolder::exportCancelled, this, [this] {
        setExporting(false);
        emit exportCancelled();
    });
}

Session::~Session()
{
    if (keepSoon_.isActive()) keepWork();
}

void Session::open(const QString& folder, Access access) { folder_.open(folder, access); }

void Session::create(const QString& folder, std::string_view templateName, const QString& projectName)
{
    Project project = templateProject(templateName);
    project.name = Entered<DnsLabel>::from(projectName.toStdString());
    folder_.create(folder, project);
}

void Session::begin(const OpenedProject& opened)
{
    waiting_.reset();
    setExporting(false);
    keepSoon_.stop();
    // What was not saved of the project before was saved or given up by whoever asked for this one.
    if (const QString before = std::exchange(folderOfDocument_, opened.folder); before != opened.folder) {
        unsaved_.forget(before);
        document_.leaveFor({});
        emit arriving(opened.folder);
    }
    Problems fileProblems = opened.loaded.problems;
    fileProblems.insert(fileProblems.end(), opened.approvalProblems.begin(), opened.approvalProblems.end());
    document_.setReadOnly(
        opened.isReadOnly ? tr("The project is open for reading only, so nothing in it can be changed.") : QString());
    document_.setApprovals(opened.approvals);
    document_.reset(opened.loaded.project, opened.views, std::move(fileProblems), true, withheld(opened.loaded));
    document_.setSourceMap(opened.loaded.positions);
    base_ = opened.sums;
    emit this->opened();
    if (opened.isReadOnly) return; // whoever has it open for writing is alive, and so is what they keep
    unsaved_.look(opened.folder, [this, folder = opened.folder, sums = opened.sums] {
        if (folder != folderOfDocument_) return;
        if (const auto kept = unsaved_.find(folder)) emit unsavedWorkFound(*kept, kept->base != sums);
    });
}

void Session::close()
{
    if (!isOpen()) return;
    discardWork();
    folderOfDocument_.clear();
    waiting_.reset();
    setExporting(false);
    folder_.close();
    document_.setReadOnly({});
    document_.setApprovals({});
    document_.reset(Project());
    emit closed();
}

void Session::compareNow()
{
    compareSoon_.stop();
    if (isOpen() && !document_.isGenerating()) folder_.compare(document_.generation(), document_.project());
}

void Session::discardWork()
{
    keepSoon_.stop();
    unsaved_.forget(folderOfDocument_);
}

void Session::save(SaveConsent consent)
{
    if (isOpen()) folder_.save(document_.project(), document_.views(), consent);
}

void Session::exportOutputs(const Decisions& decisions, SaveConsent consent)
{
    if (!isOpen() || isExporting_) return;
    waiting_ = WaitingExport{decisions, consent};
    setExporting(true);
    startWaitingExport();
}

// An export writes what belongs to the project of this moment; a generation under way is waited for.
void Session::startWaitingExport()
{
    if (!waiting_ || document_.isGenerating()) return;
    const WaitingExport wanted = *std::exchange(waiting_, std::nullopt);
    folder_.exportOutputs(document_.generation(), document_.project(), document_.views(), wanted.decisions,
                          wanted.consent);
}

void Session::cancelExport()
{
    if (waiting_) {
        waiting_.reset();
        setExporting(false);
        emit exportCancelled();
    } else {
        folder_.cancel();
    }
}

void Session::setExporting(bool exporting)
{
    if (exporting == std::exchange(isExporting_, exporting)) return;
    emit exportingChanged(exporting);
}

void Session::keepWork()
{
    keepSoon_.stop();
    if (!isOpen() || folder_.isReadOnly()) return;
    if (document_.isDirty()) {
        unsaved_.keep(folder_.path(), document_.project(), document_.views(), base_);
    } else {
        base_ = folder_.sums(); // whatever was taken over was taken back
        unsaved_.forget(folder_.path());
    }
}

void Session::restoreUnsavedWork()
{
    const auto kept = unsaved_.find(folder_.path());
    if (!kept) return;
    unsaved_.takeOver(folder_.path());
    const Project project = kept->project();
    // As an edit, so that it can be undone.
    document_.apply({N3X_TEXT("Restore unsaved work"), [project](const Project&) { return project; }}, {},
                    [&](Views& views) {
                        for (const auto& [profile, view] : kept->views) views[profile].cards = view.cards;
                    });
    base_ = kept->base;
    keepWork();
}

Problems Session::wouldOverwrite() const
{
    Problems problems;
    if (document_.isDirty())
        for (const std::string& path : differences(base_, folder_.sums()))
            problems.push_back(workspace_problems::changedSinceWorkBegan(path));
    return problems;
}

void Session::discardUnsavedWork() { unsaved_.forgetOffered(folder_.path()); }

} // namespace n3x
