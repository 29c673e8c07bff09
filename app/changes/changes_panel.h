// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/changes/change_model.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QTreeView;

namespace n3x {

class DiffView;
class Session;
struct ExportReport;

// What an export would do, the decisions about files that somebody edited, and the export itself.
class ChangesPanel final : public QWidget {
    Q_OBJECT

public:
    explicit ChangesPanel(Session& session, QWidget* parent = nullptr);

    [[nodiscard]] const ChangeModel& model() const { return model_; }
    // Behind another tab Qt calls a panel visible too: whoever has the tabs says it. Out of sight only the title is
    // kept.
    void setInSight(bool isInSight);
    // Reads the folder again, and puts the keyboard on the button that exports once the list says what it would write.
    // When it is there already, asking again is the answer.
    void prepareExport();
    void choose(const QString& path);

signals:
    void exportRequested(const n3x::Decisions& decisions);
    void titleChanged(const QString& title); // "Changes 12"
    void writeCountChanged(int count); // of what an export would write or remove, by what was decided here

private:
    void build();
    void follow();
    void followHeld();
    void followExport();
    void showChosen();
    void decide(Decision decision);
    void focusExport();
    [[nodiscard]] bool canExport() const;
    void openMenu(const QPoint& at);
    [[nodiscard]] const ChangeRow* chosen() const;
    void say(const ExportReport& report);

    Session& session_;
    ChangeModel model_;
    QTreeView* view_;
    DiffView* diff_;
    QWidget* difference_; // with what finds words in it
    QLabel* summary_;
    QLabel* empty_;
    QLabel* held_; // what is left out of every export as the project stands
    QPushButton* keep_;
    QPushButton* overwrite_;
    QPushButton* export_;
    QPushButton* cancel_;
    QProgressBar* progress_;
    QString result_; // of the last export, until something changes
    QString shownPath_;
    bool isInSight_ = false;
    bool isPrepared_ = false; // the export's button waits for the keyboard
};

} // namespace n3x
