// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QMessageBox>

class QPushButton;

namespace n3x {

// A sheet of the window that asks one thing, to be filled with answers and opened. It goes when it is answered.
[[nodiscard]] QMessageBox* makeQuestion(QWidget& window, const QString& text, const QString& details);
QPushButton* addAnswer(QMessageBox& box, const QString& text, QMessageBox::ButtonRole role);

} // namespace n3x
