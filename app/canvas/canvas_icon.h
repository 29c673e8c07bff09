// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QColor>
#include <QQuickPaintedItem>
#include <QtQmlIntegration>

namespace n3x {

// A drawing of resources/icons in a colour of the canvas.
class CanvasIcon : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString name MEMBER name_ NOTIFY changed REQUIRED FINAL)
    Q_PROPERTY(QColor colour MEMBER colour_ NOTIFY changed REQUIRED FINAL)

public:
    explicit CanvasIcon(QQuickItem* parent = nullptr);
    void paint(QPainter* painter) override;

signals:
    void changed();

private:
    QString name_;
    QColor colour_;
};

} // namespace n3x
