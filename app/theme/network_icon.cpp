// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/theme/network_icon.h"

#include <QPainter>
#include <QPixmap>

namespace n3x {

QIcon networkIcon(std::size_t place, const Colours& colours)
{
    constexpr int side = 16;
    constexpr qreal thick = 2.5;
    const NetworkStyle style = networkStyle(place, colours);
    QIcon icon;
    for (const int ratio : {1, 2, 3}) {
        QPixmap pixmap(QSize(side, side) * ratio);
        pixmap.setDevicePixelRatio(ratio);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(style.ground);
        painter.drawRoundedRect(QRectF(0, 2, side, side - 4), 3, 3);
        QPen pen(style.line, thick, Qt::SolidLine, Qt::FlatCap);
        if (!style.dashes.isEmpty()) pen.setDashPattern(style.dashes);
        painter.setPen(pen);
        painter.drawLine(QPointF(0.5, side / 2.0), QPointF(side - 0.5, side / 2.0));
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace n3x
