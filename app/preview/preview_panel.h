// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/preview/read_link.h"
#include "generators/tree/file_text.h"

#include <QWidget>

#include <optional>

class QLabel;
class QSplitter;
class QToolButton;

namespace n3x {

class CodeView;
class Document;
class ElidingLabel;
class WhatChanged;

// One generated file, following every edit; beside it, when asked for, the same link in the other backend.
class PreviewPanel final : public QWidget {
    Q_OBJECT

public:
    PreviewPanel(Document& document, WhatChanged& whatChanged, QWidget* parent = nullptr);

    // Shows a file of the current generation until something on the canvas is selected.
    void openFile(const QString& path);

    [[nodiscard]] QString path() const { return shown_.path; }

signals:
    void pathChanged(const QString& path);

private:
    // A view and the header above it; the path is empty where it shows nothing.
    struct Side {
        QWidget* box = nullptr;
        ElidingLabel* name = nullptr;
        ElidingLabel* owner = nullptr;
        CodeView* code = nullptr;
        QString path;
        std::optional<FileText> text; // as it was last shown
        std::optional<PreviewSubject> subject; // of what is marked in it
        std::string unit;                      // of its lines those of that unit are in sight, if it is named
    };

    Side makeSide(const QString& accessibleName);
    void buildHeader();
    void followSelection();
    void followGeneration();
    void showAhead(const OutputBlock& files);
    void showFile(Side& side, const std::string& path);
    void showOther();
    void followReader();
    void markLines(Side& side);
    void stepToChange(int direction);
    void copyText();

    Document& document_;
    WhatChanged& whatChanged_;
    QToolButton* sideBySide_ = nullptr;
    QToolButton* previousChange_ = nullptr;
    QToolButton* nextChange_ = nullptr;
    QLabel* notice_ = nullptr; // instead of the file: why there is none
    QSplitter* splitter_ = nullptr;
    Side shown_;
    Side other_;
    std::optional<ReadLink> read_; // where somebody reads, when the other backend was last shown
    std::string lastNode_;
    bool isChosen_ = false; // the file in sight, by somebody and not by the selection
};

} // namespace n3x
