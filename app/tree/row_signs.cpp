// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/tree/row_signs.h"

#include "app/theme/colours.h"
#include "app/theme/icons.h"
#include "app/tree/project_model.h"
#include "core/model/problem.h"

#include <QPainter>

namespace n3x {

void RowSigns::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const Colours colours = coloursOf(option.palette);
    const QRect place = option.rect.adjusted(0, 0, -10, 0);
    const QVariant count = index.data(ProjectModel::CountRole);
    if (count.isValid()) {
        painter->save();
        painter->setPen(colours.quiet);
        painter->drawText(place, Qt::AlignRight | Qt::AlignVCenter, count.toString());
        painter->restore();
        return;
    }
    const QVariant severity = index.data(ProjectModel::SeverityRole);
    if (severity.isNull() || severity.toInt() < 0) return;
    const bool isError = severity.toInt() == static_cast<int>(Severity::Error);
    const QRect sign(place.right() - 12, place.center().y() - 5, 12, 12);
    (isError ? icon(QStringLiteral("error"), colours.error) : icon(QStringLiteral("warning"), colours.warning))
        .paint(painter, sign);
}

} // namespace n3x
