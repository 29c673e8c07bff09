// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/canvas/brush.h"

#include "app/theme/icons.h"

#include <QFontDatabase>
#include <QGuiApplication>
#include <QPainterPath>
#include <QTextLayout>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace n3x {
namespace {

QFont sized(QFont font, int pixels, QFont::Weight weight = QFont::Normal)
{
    font.setPixelSize(pixels);
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting); // the canvas zooms: glyphs must keep their proportions
    return font;
}

} // namespace

CanvasFonts::CanvasFonts(qreal growth)
    : name(sized(QGuiApplication::font(), qRound(13 * growth), QFont::DemiBold)),
      facts(sized(QGuiApplication::font(), qRound(11 * growth))),
      bond(sized(QGuiApplication::font(), qRound(11 * growth), QFont::DemiBold)),
      address(sized(QFontDatabase::systemFont(QFontDatabase::FixedFont), qRound(11 * growth))),
      title(sized(QGuiApplication::font(), qRound(15 * growth), QFont::DemiBold)),
      strong(sized(QGuiApplication::font(), 11, QFont::DemiBold)),
      smallAddress(sized(QFontDatabase::systemFont(QFontDatabase::FixedFont), 11)), nameMetrics(name),
      factsMetrics(facts), bondMetrics(bond), addressMetrics(address), titleMetrics(title), strongMetrics(strong),
      smallAddressMetrics(smallAddress)
{
    // The layout reckons with a width per character; a wider font is drawn smaller.
    const auto fit = [](QFont& font, QFontMetricsF& metrics) {
        const qreal advance = metrics.horizontalAdvance(QStringLiteral("0000000000")) / 10;
        if (advance <= layout::glyphWidth) return;
        font.setPixelSize(std::max(7, static_cast<int>(font.pixelSize() * layout::glyphWidth / advance)));
        metrics = QFontMetricsF(font);
    };
    fit(address, addressMetrics);
    fit(smallAddress, smallAddressMetrics);
}

const CanvasFonts& fontsFor(qreal zoom)
{
    static QFont desktop;
    static std::array<std::optional<CanvasFonts>, 3> known; // each when it is first seen
    if (desktop != QGuiApplication::font()) known = {};
    desktop = QGuiApplication::font();
    const std::size_t step = zoom >= 0.95 ? 0 : zoom >= 0.8 ? 1 : 2;
    if (!known[step]) known[step].emplace(1 + 0.1 * static_cast<qreal>(step));
    return *known[step];
}

const ShapedText& CanvasFonts::shaped(const QString& text, const QFont& font) const
{
    const std::pair key(&font, text);
    if (const auto known = shaped_.constFind(key); known != shaped_.cend()) return *known;
    if (shaped_.size() > 20'000) shaped_.clear(); // names that people typed letter by letter
    QTextLayout layout(text, font);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setNumColumns(static_cast<int>(text.size())); // one line, however long
    layout.endLayout();
    return *shaped_.insert(key, {layout.glyphRuns(), line.naturalTextWidth(), line.ascent()});
}

void Brush::useScene()
{
    painter.setTransform(QTransform(camera.zoom, 0, 0, camera.zoom, camera.origin.x(), camera.origin.y()) * item_);
}

void Brush::useItem() { painter.setTransform(item_); }

void Brush::straight(QPointF from, QPointF to, const QColor& colour, qreal width, const QList<qreal>& dashes)
{
    const bool isVertical = std::abs(from.x() - to.x()) < 0.01;
    const auto along = [isVertical](QPointF point) { return isVertical ? point.y() : point.x(); };
    const qreal sign = along(to) < along(from) ? -1 : 1;
    const qreal length = std::abs(along(to) - along(from));
    // Rectangles on whole device pixels: crisp, and far cheaper than a stroked path with dashes.
    const qreal thick = std::max(1.0, std::round(width * pixelRatio)) / pixelRatio;
    const qreal across = std::round(((isVertical ? from.x() : from.y()) - thick / 2) * pixelRatio) / pixelRatio;
    const auto rect = [&](qreal begin, qreal end) {
        const qreal one = along(from) + sign * begin;
        const qreal two = along(from) + sign * end;
        const qreal low = std::min(one, two);
        return isVertical ? QRectF(across, low, thick, std::abs(two - one))
                          : QRectF(low, across, std::abs(two - one), thick);
    };
    // What the viewport shows of it, measured from `from`.
    const qreal low = isVertical ? viewport.top() : viewport.left();
    const qreal high = isVertical ? viewport.bottom() : viewport.right();
    qreal begin = std::clamp(sign > 0 ? low - along(from) : along(from) - high, 0.0, length);
    const qreal end = std::clamp(sign > 0 ? high - along(from) : along(from) - low, 0.0, length);
    if (end <= begin) return;
    if (dashes.isEmpty()) {
        painter.fillRect(rect(begin, end), colour);
        return;
    }
    qreal period = 0;
    for (const qreal dash : dashes) period += dash * width;
    qreal at = std::floor(begin / period) * period;
    while (at < end) {
        for (qsizetype part = 0; part < dashes.size() && at < end; ++part) {
            const qreal next = at + dashes[part] * width;
            if (part % 2 == 0 && next > begin) painter.fillRect(rect(std::max(at, begin), std::min(next, end)), colour);
            at = next;
        }
    }
}

void Brush::line(std::span<const QPointF> corners, const QColor& colour, qreal width, const QList<qreal>& dashes,
                 qreal radius)
{
    if (corners.size() < 2) return;
    if (corners.size() == 2) {
        straight(camera.toItem(corners[0]), camera.toItem(corners[1]), colour, width, dashes);
        return;
    }
    QPainterPath path(camera.toItem(corners.front()));
    for (std::size_t at = 1; at + 1 < corners.size(); ++at) {
        const QPointF before = camera.toItem(corners[at - 1]);
        const QPointF here = camera.toItem(corners[at]);
        const QPointF after = camera.toItem(corners[at + 1]);
        const QLineF in(here, before);
        const QLineF out(here, after);
        const qreal round = std::min({radius * camera.zoom, in.length() / 2, out.length() / 2});
        path.lineTo(in.length() > 0 ? in.pointAt(round / in.length()) : here);
        path.quadTo(here, out.length() > 0 ? out.pointAt(round / out.length()) : here);
    }
    path.lineTo(camera.toItem(corners.back()));
    QPen pen(colour, width);
    pen.setCapStyle(Qt::FlatCap);
    if (!dashes.isEmpty()) pen.setDashPattern(dashes);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.strokePath(path, pen);
}

void Brush::icon(const QString& name, const QRectF& rect, const QColor& colour)
{
    const QSize size = (rect.size() * painter.deviceTransform().m11()).toSize();
    if (size.isEmpty()) return;
    painter.drawImage(rect, iconImage(name, size, colour), QRectF(QPointF(), size));
}

void Brush::text(const QRectF& rect, const QString& text, const QFont& font, const QFontMetricsF& metrics,
                 const QColor& colour, Qt::Alignment alignment, Qt::TextElideMode elision)
{
    if (text.isEmpty()) return;
    painter.setPen(colour);
    const ShapedText& whole = fonts.shaped(text, font);
    const bool isWide = whole.width > rect.width() + 0.5;
    const ShapedText& shown = isWide ? fonts.shaped(metrics.elidedText(text, elision, rect.width()), font) : whole;
    qreal x = rect.left();
    if (!isWide && alignment.testFlag(Qt::AlignRight)) x = rect.right() - shown.width;
    if (!isWide && alignment.testFlag(Qt::AlignHCenter)) x = rect.center().x() - shown.width / 2;
    const qreal y = rect.top() + (rect.height() - metrics.height()) / 2 + metrics.ascent() - shown.ascent;
    for (const QGlyphRun& run : shown.glyphs) painter.drawGlyphRun(QPointF(x, y), run);
}

void Brush::name(const QRectF& rect, const QString& name, const QFont& font, const QFontMetricsF& metrics,
                 const QColor& colour)
{
    text(rect, name, font, metrics, colour, Qt::AlignLeft | Qt::AlignVCenter, Qt::ElideMiddle);
}

} // namespace n3x
