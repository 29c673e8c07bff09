// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/theme/style_paint.h"

#include "app/theme/colours.h"
#include "app/theme/style.h"

#include <QPainter>

namespace n3x::style_paint {

namespace {

constexpr qreal radius = 4;

} // namespace

bool has(const QStyleOption* option, QStyle::StateFlag flag) { return option->state.testFlag(flag); }

void drawRounded(QPainter* painter, const QRect& rect, const QColor& ground, const QColor& line, qreal width)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(line.isValid() ? QPen(line, width) : QPen(Qt::NoPen));
    painter->setBrush(ground.isValid() ? QBrush(ground) : QBrush(Qt::NoBrush));
    const qreal inset = line.isValid() ? width / 2 : 0;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

// The ground of anything that is pressed, checked or under the pointer; none when it rests.
std::optional<QColor> touchedGround(const QStyleOption* option, const Colours& colours)
{
    if (!has(option, QStyle::State_Enabled)) return {};
    if (has(option, QStyle::State_Sunken)) return mixed(colours.window, colours.text, 0.14);
    if (has(option, QStyle::State_On)) return colours.selection;
    if (has(option, QStyle::State_MouseOver)) return mixed(colours.window, colours.text, 0.07);
    return {};
}

void drawPushButton(const QStyleOption* option, QPainter* painter, const QWidget* widget)
{
    const Colours colours = coloursOf(option->palette);
    const bool enabled = has(option, QStyle::State_Enabled);
    QColor ground = enabled ? option->palette.color(QPalette::Button) : QColor();
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    const bool isDefault = button != nullptr && button->features.testFlag(QStyleOptionButton::DefaultButton);
    QColor line = enabled && isDefault ? colours.accent : colours.line;
    if (isMainAction(widget) && enabled) {
        ground = mixed(colours.accent, colours.text,
                       has(option, QStyle::State_Sunken)      ? 0.20
                       : has(option, QStyle::State_MouseOver) ? 0.08
                                                              : 0);
        line = QColor();
    } else if (const auto touched = touchedGround(option, colours)) {
        ground = *touched;
    }
    drawRounded(painter, option->rect, ground, line, isDefault ? 1.6 : 1);
    if (has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange))
        drawRounded(painter, option->rect, {}, isMainAction(widget) ? colours.text : colours.accent, 2);
}

void drawLineEdit(const QStyleOption* option, QPainter* painter, const QWidget* widget)
{
    const Colours colours = coloursOf(option->palette);
    const bool focused = has(option, QStyle::State_HasFocus) && has(option, QStyle::State_Enabled);
    const bool wrong = isWrong(widget);
    drawRounded(painter, option->rect, option->palette.color(QPalette::Base),
                wrong     ? colours.error
                : focused ? colours.accent
                          : colours.cardLine,
                focused || wrong ? 1.6 : 1);
}

void drawTab(const QStyleOptionTab* tab, QPainter* painter)
{
    const Colours colours = coloursOf(tab->palette);
    const bool selected = has(tab, QStyle::State_Selected);
    if (!selected && has(tab, QStyle::State_MouseOver))
        drawRounded(painter, tab->rect.adjusted(2, 4, -2, -4), mixed(colours.window, colours.text, 0.06), {});
    if (has(tab, QStyle::State_HasFocus) && has(tab, QStyle::State_KeyboardFocusChange))
        drawRounded(painter, tab->rect.adjusted(2, 2, -2, -4), {}, colours.accent);
    if (!selected) return;
    const QRect underline(tab->rect.left() + 6, tab->rect.bottom() - 1, tab->rect.width() - 12, 2);
    painter->fillRect(underline, colours.accent);
}

void drawTabLabel(const QStyleOptionTab* tab, QPainter* painter, const QStyle* style, const QWidget* widget)
{
    const Colours colours = coloursOf(tab->palette);
    QStyleOptionTab label(*tab);
    const QColor colour = has(tab, QStyle::State_Selected) ? colours.text : colours.quiet;
    label.palette.setColor(QPalette::WindowText, colour);
    label.state &= ~QStyle::State(QStyle::State_HasFocus);
    const QRect rect = style->subElementRect(QStyle::SE_TabBarTabText, &label, widget);
    style->drawItemText(painter, rect, Qt::AlignCenter | Qt::TextShowMnemonic, label.palette,
                        has(tab, QStyle::State_Enabled), label.text, QPalette::WindowText);
    if (!label.icon.isNull()) {
        const QRect place(rect.left() - label.iconSize.width() - 6, rect.center().y() - label.iconSize.height() / 2 + 1,
                          label.iconSize.width(), label.iconSize.height());
        label.icon.paint(painter, place);
    }
}

void drawScrollBar(const QStyleOptionComplex* option, const QRect& slider, QPainter* painter)
{
    const Colours colours = coloursOf(option->palette);
    painter->fillRect(option->rect, colours.base);
    const bool touched = has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken);
    drawRounded(painter, slider.adjusted(3, 3, -3, -3), mixed(colours.base, colours.text, touched ? 0.40 : 0.22), {});
}

void drawCheckBox(const QStyleOption* option, QPainter* painter)
{
    const Colours colours = coloursOf(option->palette);
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool on = has(option, QStyle::State_On) || has(option, QStyle::State_NoChange);
    const QColor edge = has(option, QStyle::State_MouseOver) ? colours.accent : colours.quiet;
    drawRounded(painter, option->rect, on && enabled ? colours.accent : colours.base,
                on && enabled ? colours.accent : edge);
    if (!on) return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(enabled ? colours.onAccent : colours.quiet, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QRectF box = option->rect;
    const auto at = [&](qreal x, qreal y) {
        return QPointF(box.left() + box.width() * x, box.top() + box.height() * y);
    };
    if (has(option, QStyle::State_NoChange))
        painter->drawLine(at(0.28, 0.5), at(0.72, 0.5));
    else
        painter->drawPolyline(QPolygonF{at(0.26, 0.52), at(0.43, 0.69), at(0.75, 0.32)});
    painter->restore();
}

void drawHeaderSection(const QStyleOption* option, QPainter* painter)
{
    const Colours colours = coloursOf(option->palette);
    painter->fillRect(option->rect, colours.base);
    painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), colours.line);
}

} // namespace n3x::style_paint
