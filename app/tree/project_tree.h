// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/threads/mailbox.h"
#include "app/threads/task_thread.h"
#include "app/tree/output_model.h"
#include "app/tree/project_model.h"

#include <QTimer>
#include <QWidget>

class QTreeView;

namespace n3x {

class Document;
enum class Step : std::uint8_t;
class ElidingLabel;
class WhatChanged;

// The left dock: what the project is made of, and what comes out of it.
class ProjectTree final : public QWidget {
    Q_OBJECT

public:
    ProjectTree(Document& document, WhatChanged& whatChanged, QWidget* parent = nullptr);

    void showOutput(const QString& path); // opens the folders around it and selects it

signals:
    void outputChosen(const QString& path);
    void outputMenuRequested(const QString& path, const QPoint& at); // of a folder it ends with '/'
    void profileMenuRequested(const QString& profile, const QPoint& at);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeProjectPart();
    QWidget* makeOutputPart();
    void followProject();
    void followProblems();
    void followGeneration();
    void followChanged();
    void followCurrent();
    void keepCurrent(const QVariant& path);
    void choose(const QModelIndex& index);
    void removeCurrent();
    bool isMove(QEvent& event);
    void moveCurrent(Step step);
    void openMenu(const QPoint& at);
    void openTargetMenu(const std::string& target, const QPoint& at);

    Document& document_;
    WhatChanged& whatChanged_;
    ProjectModel project_;
    OutputModel outputs_;
    QTreeView* projectView_;
    QTreeView* outputView_;
    ElidingLabel* outputCount_;
    const void* shownOrder_ = nullptr; // of the paths that are shown; the same one has the same paths
    int fileCount_ = 0;
    QTimer marksLater_;
    QString wanted_; // the file in sight elsewhere; its row may come a moment later
    Mailbox mailbox_;
    TaskThread thread_; // sorting the paths of a large project takes longer than a frame
};

} // namespace n3x
