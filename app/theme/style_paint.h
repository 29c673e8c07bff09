// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QColor>
#include <QStyleOption>

#include <optional>

namespace n3x {
struct Colours;
}

// How the pieces of the style are painted.
namespace n3x::style_paint {

bool has(const QStyleOption* option, QStyle::StateFlag flag);
void drawRounded(QPainter* painter, const QRect& rect, const QColor& ground, const QColor& line, qreal width = 1);
std::optional<QColor> touchedGround(const QStyleOption* option, const Colours& colours);
void drawPushButton(const QStyleOption* option, QPainter* painter, const QWidget* widget);
void drawLineEdit(const QStyleOption* option, QPainter* painter, const QWidget* widget);
void drawTab(const QStyleOptionTab* tab, QPainter* painter);
void drawTabLabel(const QStyleOptionTab* tab, QPainter* painter, const QStyle* style, const QWidget* widget);
void drawScrollBar(const QStyleOptionComplex* option, const QRect& slider, QPainter* painter);
void drawCheckBox(const QStyleOption* option, QPainter* painter);
void drawHeaderSection(const QStyleOption* option, QPainter* painter);

} // namespace n3x::style_paint
