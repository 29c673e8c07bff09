// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/canvas/scene.h"

#include <QFont>
#include <QFontMetricsF>
#include <QGlyphRun>
#include <QHash>
#include <QPainter>

#include <span>

namespace n3x {

// A text as its font shapes it: painting it again costs no more than its glyphs.
struct ShapedText {
    QList<QGlyphRun> glyphs;
    qreal width = 0;
    qreal ascent = 0; // of its line, above the base line
};

// Fonts of the canvas in pixels at 100 %: the desktop's family, sizes of our own, because cards have one size.
// What is a little far away is written a little larger, as far as a card has room, so that it can still be read.
struct CanvasFonts {
    explicit CanvasFonts(qreal growth = 1);

    QFont name, facts, bond, address, title; // in scene coordinates
    QFont strong, smallAddress;              // these never grow
    QFontMetricsF nameMetrics, factsMetrics, bondMetrics, addressMetrics, titleMetrics, strongMetrics,
        smallAddressMetrics;

    // One of the fonts above.
    [[nodiscard]] const ShapedText& shaped(const QString& text, const QFont& font) const;

private:
    mutable QHash<std::pair<const QFont*, QString>, ShapedText> shaped_;
};

// Those for a zoom. They are made once: asking a font for its metrics takes long.
[[nodiscard]] const CanvasFonts& fontsFor(qreal zoom);

// A painter with the camera and the habits of the canvas. Lines are drawn in item coordinates, so that they stay
// crisp; cards and text in scene coordinates.
class Brush {
public:
    Brush(QPainter& on, const Camera& through, const QSizeF& size, const CanvasFonts& with, qreal ratio)
        : painter(on), camera(through), viewport(QPointF(), size), visible(through.toScene(viewport)), fonts(with),
          pixelRatio(ratio), item_(on.transform())
    {
    }

    QPainter& painter;
    const Camera& camera;
    QRectF viewport; // in item coordinates
    QRectF visible;  // in scene coordinates
    const CanvasFonts& fonts;
    qreal pixelRatio;

    // From corner to corner, all right-angled, rounded; only what the viewport shows. Scene coordinates, item width.
    void line(std::span<const QPointF> corners, const QColor& colour, qreal width, const QList<qreal>& dashes = {},
              qreal radius = 10);
    // A drawing of resources/icons in scene coordinates.
    void icon(const QString& name, const QRectF& rect, const QColor& colour);
    // Draws elided where it does not fit. Scene coordinates, under the painter's current transform.
    void text(const QRectF& rect, const QString& text, const QFont& font, const QFontMetricsF& metrics,
              const QColor& colour, Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter,
              Qt::TextElideMode elision = Qt::ElideRight);
    // Elided in the middle: siblings differ at the end of their names.
    void name(const QRectF& rect, const QString& name, const QFont& font, const QFontMetricsF& metrics,
              const QColor& colour);

    // Switches between the two coordinate systems.
    void useScene();
    void useItem();

private:
    void straight(QPointF from, QPointF to, const QColor& colour, qreal width, const QList<qreal>& dashes);

    QTransform item_; // what the painter came with
};

} // namespace n3x
