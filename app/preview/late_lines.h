// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/preview/changed_lines.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <vector>

class QTextDocument;

namespace n3x {

struct NewLine {
    int number; // from 0 on
    QString text;
};

// Puts new lines in the place of old ones, each by itself, so that what stands between them is not coloured again: of
// thousands those in sight at once, the others a few at a time in the pauses after it.
class LateLines final : public QObject {
public:
    explicit LateLines(QTextDocument& document);

    // After finish(): what is late already would be of another text. In `isPlain` documents, where nothing is
    // coloured, a run of lines is told of as one change.
    void replace(std::vector<NewLine> lines, const LineRange& inSight, bool isPlain);
    void finish(); // all that are late, now
    void forget(); // the document got another text

private:
    void put(std::size_t from);
    void putSome();

    QTextDocument& document_;
    std::vector<NewLine> late_;
    bool isPlain_ = false;
    QTimer pause_;
};

} // namespace n3x
