// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

class QFileDialog;
class QString;
class QWidget;

namespace n3x {

// Asks for the folder of a project, which can also be named by the n3x.yaml in it. To be opened; it goes when it is
// answered.
[[nodiscard]] QFileDialog* makeOpenDialog(QWidget& window, const QString& startFolder);

} // namespace n3x
