// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QStringList>

#include <string>
#include <vector>

class QWidget;

// What the editors of values share.
namespace n3x {

[[nodiscard]] QStringList words(const std::vector<std::string>& choices);

// Marks the control, or lets go of it; screen readers and its tip say why, or what the value is for.
void tell(QWidget* control, bool isWrong, const QString& why, const QString& help);

} // namespace n3x
