// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/folder/source_sums.h"
#include "core/workspace/workspace.h"
#include "generators/live/live_engine.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace n3x {

// What came out of opening a folder.
struct OpenedProject {
    QString folder;
    LoadedProject loaded;
    Views views;
    std::vector<Approval> approvals;
    Problems approvalProblems;
    std::optional<Recovery> recovery; // of an export that was interrupted
    bool isReadOnly = false;
    SourceSums sums; // of its sources
};

// What people allowed, after having been asked.
struct SaveConsent {
    bool losingComments = false;
    bool overwritingForeignChanges = false;
};

// The folder of the open project, for the window: everything that touches the disk happens on a thread of its own,
// in the order of asking, and is answered by a signal on the window's thread. Nothing here waits.
class ProjectFolder final : public QObject {
    Q_OBJECT

public:
    explicit ProjectFolder(QObject* parent = nullptr);
    ~ProjectFolder() override;

    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] QString path() const; // empty while none is open
    [[nodiscard]] bool isReadOnly() const;
    [[nodiscard]] bool isBusy() const;  // saving or exporting
    // Between asking for another folder, or for this one anew, and the answer: what is edited now would be lost.
    [[nodiscard]] bool isOpening() const;

    // Takes the place of the folder that is open, if it can be opened.
    void open(const QString& folder, Access access = Access::Write);
    void create(const QString& folder, const Project& project);
    void reload(); // the same folder, from the disk
    void close();

    void save(const Project& project, const Views& views, SaveConsent consent = {});
    // Only the newest comparison asked for is answered. `project` is what the generation follows from.
    void compare(std::shared_ptr<const Generation> generation, const Project& project);
    void exportOutputs(std::shared_ptr<const Generation> generation, const Project& project, const Views& views,
                       const Decisions& decisions, SaveConsent consent = {});
    // Stops an export that has not begun to write; afterwards it is all or nothing.
    void cancel();
    // Reads one file as it stands on disk; `work` gets its text on the folder's thread, `then` is called here.
    using Reading = std::function<void(const std::optional<std::string>& text)>;
    void readText(const QString& path, Reading work, std::function<void()> then);

    // Where the objects stand in the files as they were last read or written.
    [[nodiscard]] const SourceMap& positions() const;
    // And what these said then.
    [[nodiscard]] const SourceSums& sums() const;

signals:
    void opened(const n3x::OpenedProject& opened);
    void openFailed(const QString& folder, const n3x::Problems& problems);
    void openingChanged(bool isOpening);
    void closed();
    void saved(const n3x::Project& project, const n3x::Views& views, const n3x::SaveReport& report);
    void saveRefused(const n3x::Problems& problems);
    void compared(const n3x::Changes& changes);
    void compareFailed(const n3x::Problems& problems);
    void exported(const n3x::Project& project, const n3x::Views& views, const n3x::ExportReport& report);
    void exportRefused(const n3x::Problems& problems);
    void exportCancelled();
    void progressChanged(int done, int total); // of an export; total 0: it has ended
    void busyChanged(bool isBusy);
    void changedOnDisk(const QStringList& files); // sources that somebody else wrote

private:
    struct State;
    template <class Work, class Then> void perform(Work work, Then then);
    template <class Work> void performOpening(const QString& folder, Work work);
    void setBusy(bool busy);
    void finishOpening(OpenedProject opened);
    void watch();
    void lookForForeignChanges();

    std::unique_ptr<State> state_;
};

} // namespace n3x
