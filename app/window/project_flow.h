// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/session/session.h"

#include <QObject>

#include <functional>

class QWidget;

namespace n3x {

class BannerArea;

// Asks people what only people can decide about the project as a whole, and does it: leaving with unsaved work, saving
// what loses comments, what somebody else changed on disk. Every question is a sheet of the window; nothing waits.
class ProjectFlow final : public QObject {
    Q_OBJECT

public:
    ProjectFlow(Session& session, BannerArea& banners, QWidget& window);

    void open(const QString& folder);
    void chooseAndOpen();
    void create(const QString& templateName, const QString& name, const QString& folder);
    void save();
    void saveThen(std::function<void()> then); // only when it was saved
    void exportOutputs(const Decisions& decisions);
    void reload();
    void close();
    void forgetFailure(); // to open or make a project: another is tried

    void finishTyping(); // what stands in a field counts, as if it had lost the keyboard
    // Calls `then` at once, or after what is being written was written and the unsaved work was saved or given up.
    void askToLeave(std::function<void()> then);
    [[nodiscard]] bool canLeaveAtOnce() const;

private:
    enum class Task : std::uint8_t { Save, Export };

    void leaveOnceWritten();
    void stay();
    void refused(const Problems& problems, Task task);
    void askForConsent(const Problems& problems, Task task);
    void perform(Task task, SaveConsent consent);
    void openFailed(const QString& folder, const Problems& problems);
    void foundOnDisk(const QStringList& files);
    void tellWhatCannotBeSaved();
    void foundUnsavedWork(const KeptWork& kept, bool sourcesAreOthers);
    void tellExport(const ExportReport& report);
    void tell(const QString& subject, const Problems& warnings);

    Session& session_;
    BannerArea& banners_;
    QWidget& window_;
    Decisions decisions_; // of the export under way
    SaveConsent consent_; // given for the task under way
    std::function<void()> afterSave_;
    Project understood_; // as it was opened
    std::vector<std::string> unsafeToSave_; // files of it that say more than was understood
    QStringList lost_; // those of them that edits would have to change
    std::function<void()> leave_; // waits for what is being written
};

} // namespace n3x
