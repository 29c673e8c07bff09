// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/preview/changed_lines.h"
#include "app/preview/late_lines.h"
#include "app/theme/colours.h"

#include <QPlainTextEdit>
#include <QVariantAnimation>

#include <memory>
#include <optional>

namespace KSyntaxHighlighting {
class SyntaxHighlighter;
}

namespace n3x {

// A generated file to read: highlighted by its name, lines that changed since the last save marked in the margin,
// lines that changed just now tinted for 1.5 s (not with reduced motion), lines of the selection framed.
class CodeView : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit CodeView(QWidget* parent = nullptr);
    ~CodeView() override;

    // Another file: nothing flashes, the view begins at the top. The name decides on the highlighting.
    void openFile(const QString& path, const QString& text);

    // The same file after an edit: only the lines that differ are replaced, scroll position and selection stay.
    // They flash. Of thousands, those in sight are replaced at once and the others in the pauses after it, or as soon
    // as they come into sight or are copied.
    void updateText(const QString& text);

    // The whole file, also where its lines are still being replaced.
    [[nodiscard]] const QString& text() const { return text_; }

    // Whether the file is too long to be coloured within a frame; its words are all there.
    [[nodiscard]] bool isPlain() const { return isPlain_; }

    void setChangedLines(std::vector<LineRange> lines);

    // Lines that come from what is selected on the canvas; `first`, or the first of them, is scrolled to when it is out
    // of sight. Those of a network have its colour and its dashes, as its lane has.
    void setOriginLines(std::vector<LineRange> lines, std::optional<std::size_t> network = {},
                        std::optional<int> first = {});

    void revealOrigins();

    // Where somebody reads: the line of the text cursor, or the one on top when that is out of sight.
    [[nodiscard]] int readLine() const;

    [[nodiscard]] const std::vector<LineRange>& changedLineRanges() const { return changed_; }
    [[nodiscard]] const std::vector<LineRange>& originLineRanges() const { return origins_; }
    [[nodiscard]] bool isFlashing() const;

    [[nodiscard]] int marginWidth() const;
    void paintMargin(QPaintEvent* event);

protected:
    [[nodiscard]] QMimeData* createMimeDataFromSelection() const override;
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void beginHighlighting();
    void followTheme();
    void placeMargin();
    void finishHighlighting();
    void setPlain(bool isPlain);
    std::vector<LineRange> replaceLines(QStringView before, QStringView now, int above);
    [[nodiscard]] LineRange linesInSight() const;
    void flash(std::vector<LineRange> lines);
    void paintOrigins(QPainter& painter, const QRect& clip);
    void paintRanges(QPainter& painter, const std::vector<LineRange>& ranges, const QColor& colour, const QRect& clip);

    std::unique_ptr<KSyntaxHighlighting::SyntaxHighlighter>
        highlighter_; // none before the first frame, and in what is plain
    QWidget* margin_;
    QVariantAnimation fade_;
    Colours colours_;
    QString path_;
    QString text_;
    qsizetype lineEnds_ = 0; // of the text
    bool isPlain_ = false;
    mutable LateLines late_; // of the text, which the document still has as they were
    std::vector<LineRange> changed_;
    std::vector<LineRange> flashed_;
    std::vector<LineRange> origins_;
    std::optional<int> firstOrigin_; // that comes into sight
    std::optional<std::size_t> network_; // of the origins: its place in the profile
};

} // namespace n3x
