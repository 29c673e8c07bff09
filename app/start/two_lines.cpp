// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/start/two_lines.h"

#include "app/theme/colours.h"

#include <QApplication>
#include <QPainter>

namespace n3x {

QSize TwoLines::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {120, 2 * option.fontMetrics.height() + 16};
}

void TwoLines::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem row(option);
    initStyleOption(&row, index);
    const QString name = row.text;
    row.text.clear(); // the style paints the ground, the icon and where the keyboard is
    row.icon = {};
    const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &row, painter, option.widget);

    const int side = option.decorationSize.width();
    const QRect icon(option.rect.left() + 10, option.rect.center().y() - side / 2, side, side);
    index.data(Qt::DecorationRole).value<QIcon>().paint(painter, icon);
    const int high = option.fontMetrics.height();
    QRect line(icon.right() + 12, option.rect.center().y() - high, option.rect.right() - icon.right() - 20, high);
    const auto write = [&](const QString& text, const QFont& font, const QColor& colour) {
        painter->setFont(font);
        painter->setPen(colour);
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(font).elidedText(text, Qt::ElideRight, line.width()));
        line.translate(0, high + 1);
    };
    painter->save();
    QFont strong = option.font;
    strong.setWeight(QFont::DemiBold);
    const Colours colours = coloursOf(option.palette);
    write(name, strong, colours.text);
    write(index.data(DetailRole).toString(), option.font, colours.quiet);
    painter->restore();
}

} // namespace n3x
