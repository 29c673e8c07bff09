// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QElapsedTimer>
#include <QQuickWidget>
#include <QTimer>

namespace n3x {

// The widget that holds the Qt Quick canvas, drawn with the software renderer.
class QuickCanvas final : public QQuickWidget {
    Q_OBJECT

public:
    explicit QuickCanvas(QWidget* parent = nullptr);

    // After the scene changed: draws it once the events that wait have been handled. By itself a QQuickWidget waits
    // 5 ms for further changes, which somebody who pans or types would see.
    void drawSoon();

private:
    void drawNow();

    QTimer soon_;
    QElapsedTimer sinceLast_;
};

} // namespace n3x
