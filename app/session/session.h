// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/document/document.h"
#include "app/folder/project_folder.h"
#include "app/session/unsaved_work.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace n3x {

// What the window works on: the open document, its folder, and the care that nothing of it is lost.
// It decides when to compare, save and export; asking people is the window's.
class Session final : public QObject {
    Q_OBJECT

public:
    explicit Session(const QString& dataFolder, QObject* parent = nullptr);
    ~Session() override;

    [[nodiscard]] Document& document() { return document_; }
    [[nodiscard]] ProjectFolder& folder() { return folder_; }
    [[nodiscard]] UnsavedWork& unsavedWork() { return unsaved_; }

    [[nodiscard]] bool isOpen() const { return folder_.isOpen(); }

    // Answers: opened, or ProjectFolder::openFailed.
    void open(const QString& folder, Access access = Access::Write);
    void create(const QString& folder, std::string_view templateName, const QString& projectName);
    void close(); // what is not saved is discarded
    void discardWork(); // nothing of it is kept for the next session; before the program ends
    void compareSoon() { compareSoon_.start(); } // outputs can be edited outside at any time
    void compareNow(); // or, while outputs are made, with them. Answers: ProjectFolder::compared, or compareFailed

    // Answers: ProjectFolder::saved, or saveRefused.
    void save(SaveConsent consent = {});

    // Exports what follows from the project as it is now, once it has been generated. Answers: exported,
    // exportCancelled, or ProjectFolder::exportRefused.
    void exportOutputs(const Decisions& decisions, SaveConsent consent = {});
    [[nodiscard]] bool isExporting() const { return isExporting_; }
    void cancelExport();

    // Takes the work of an earlier session over into the document, or lets it go.
    void restoreUnsavedWork();
    void discardUnsavedWork();
    // Sources that somebody else wrote after the work that was taken over had begun: saving it would undo that.
    [[nodiscard]] Problems wouldOverwrite() const;

signals:
    void arriving(const QString& folder); // another one than before, and not in the document yet
    void opened();
    void closed();
    void unsavedWorkFound(const n3x::KeptWork& kept, bool sourcesAreOthers); // than those it started from
    void exportingChanged(bool isExporting);
    void exported(const n3x::ExportReport& report);
    void exportCancelled(); // nothing was written

private:
    void begin(const OpenedProject& opened);
    void keepWork();
    void startWaitingExport();
    void setExporting(bool exporting);

    struct WaitingExport {
        Decisions decisions;
        SaveConsent consent;
    };

    UnsavedWork unsaved_;
    Document document_;
    ProjectFolder folder_;
    SourceSums base_; // the sources that the work in the document started from
    QString folderOfDocument_; // still the old one while another is being opened
    QTimer compareSoon_;
    QTimer keepSoon_;
    std::optional<WaitingExport> waiting_;
    bool isExporting_ = false;
};

} // namespace n3x
