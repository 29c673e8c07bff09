// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/canvas/canvas_icon.h"

#include "app/theme/icons.h"

#include <QPainter>

namespace n3x {

CanvasIcon::CanvasIcon(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    connect(this, &CanvasIcon::changed, this, [this] { update(); });
}

void CanvasIcon::paint(QPainter* painter)
{
    const QRectF rect(QPointF(), size());
    const QSize pixels = (rect.size() * painter->deviceTransform().m11()).toSize();
    if (!pixels.isEmpty()) painter->drawImage(rect, iconImage(name_, pixels, colour_));
}

} // namespace n3x
