// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>

class QAction;
class QWidget;

namespace n3x {

void showAbout(QWidget& window);
void showShortcuts(QWidget& window, const QList<QAction*>& actions);

} // namespace n3x
