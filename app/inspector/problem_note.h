// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/problem.h"

#include <QFrame>

namespace n3x {

class Document;

// One problem where it belongs: its sign, what is wrong, what to do, and a button for each edit that mends it.
class ProblemNote final : public QFrame {
    Q_OBJECT

public:
    ProblemNote(Document& document, const Problem& problem, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Severity severity_;
};

} // namespace n3x
