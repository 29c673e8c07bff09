// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QProxyStyle>

class QAbstractButton;
class QFrame;

namespace n3x {

// Flat and quiet: hair lines between panels, no gradients, an accent where the keyboard is. Everything is painted
// from the palette, so that it follows the desktop's light, dark and high-contrast colours.
class Style final : public QProxyStyle {
    Q_OBJECT

public:
    Style();

    void polish(QWidget* widget) override;
    using QProxyStyle::polish;

    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override;
    // Also for speed: the style below opens a dozen picture files for each button of a dock's title.
    QIcon standardIcon(StandardPixmap standard, const QStyleOption* option, const QWidget* widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                         const QWidget* widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
};

// What a button stands for; only one main action is in sight at a time.
void makeMainAction(QAbstractButton& button);
[[nodiscard]] bool isMainAction(const QWidget* widget);

// A frame that lies over other things has a line around it.
void makeRaised(QFrame& frame);
[[nodiscard]] bool isRaised(const QWidget* widget);

// A field whose value is refused has a red line around it.
void markWrong(QWidget& field, bool wrong);
[[nodiscard]] bool isWrong(const QWidget* widget);

} // namespace n3x
