// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QStatusBar>

class QToolButton;
class QLabel;

namespace n3x {

class Document;
class ElidingLabel;
class WhatChanged;

// The last line of the window: what the profile in sight holds, what is wrong, what came out and how fast. Tips stand
// beside that.
class StatusLine final : public QStatusBar {
    Q_OBJECT

public:
    StatusLine(Document& document, WhatChanged& whatChanged, QWidget* parent = nullptr);

    void setShown(bool shown); // empty on the start page

signals:
    void problemsRequested();
    void changesRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void followProject();
    void followProblems();
    void followGeneration();

    Document& document_;
    WhatChanged& whatChanged_;
    QLabel* contents_;
    QToolButton* errors_;
    QToolButton* warnings_;
    QToolButton* files_;
    ElidingLabel* tip_;
    QLabel* time_;
};

} // namespace n3x
