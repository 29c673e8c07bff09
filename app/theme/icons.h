// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QIcon>
#include <QImage>
#include <QString>

class QColor;

namespace n3x {

// Our own drawings in resources/icons, by file name without ending: "server", "agent", "nixos", "debian", "undo" …
// They are painted in the palette's text colour of the moment, so that they follow light and dark by themselves.
[[nodiscard]] QIcon icon(const QString& name);

// The same in a colour of its own, for signs: "error", "warning", "changed".
[[nodiscard]] QIcon icon(const QString& name, const QColor& colour);

// A drawing as pixels, for Qt Quick and delegates. `size` is in device pixels. Null when there is no such drawing.
[[nodiscard]] QImage iconImage(const QString& name, QSize size, const QColor& colour);

} // namespace n3x
