// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/canvas/brush.h"

#include "app/theme/icons.h"

#include <QFontDatabase>
#include <QGuiApplication>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <optional>
#include <unordered_map>

namespace n3x {
namespace {

QFont sized(QFont font, int pixels, QFont::Weight weight = QFont::Normal)
{
    font.setPixelSize(pixels);
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting); // the canvas zooms: glyphs must keep their proportions
    return font;
}

QPixmap iconPixmap(const QString& name, QSize size, const QColor& colour)
{
    struct Key {
        QString name;
        QRgb colour;
        int width;
        bool operator==(const Key&) const = default;
    };
    struct Hash {
        std::size_t operator()(const Key& key) const { return qHashMulti(0, key.name, key.colour, key.width); }
    };
    static std::unordered_map<Key, QPixmap, Hash> pixmaps;
    if (pixmaps.size() > 400) pixmaps.clear(); // zooming passes through many sizes
    const auto [at, isNew] = pixmaps.try_emplace(Key{name, colour.rgba(), size.width()});
    if (isNew) at->second = QPixmap::fromImage(iconImage(name, size, colour));
    return at->second;
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
    struct Sizes {
        QFont desktop = QGuiApplication::font();
        CanvasFonts plain{1}, larger{1.1}, largest{1.2};
    };
    static std::optional<Sizes> sizes;
    if (!sizes || sizes->desktop != QGuiApplication::font()) sizes.emplace();
    return zoom >= 0.95 ? sizes->plain : zoom >= 0.8 ? sizes->larger : sizes->largest;
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
    painter.drawPixmap(rect, iconPixmap(name, size, colour), QRectF(QPointF(), size));
}

void Brush::text(const QRectF& rect, const QString& text, const QFont& font, const QFontMetricsF& metrics,
                 const QColor& colour, Qt::Alignment alignment)
{
    if (text.isEmpty()) return;
    painter.setFont(font);
    painter.setPen(colour);
    const qreal width = metrics.horizontalAdvance(text);
    const bool isWide = width > rect.width() + 0.5;
    const QString shown = isWide ? metrics.elidedText(text, Qt::ElideRight, rect.width()) : text;
    qreal x = rect.left();
    if (!isWide && alignment.testFlag(Qt::AlignRight)) x = rect.right() - width;
    if (!isWide && alignment.testFlag(Qt::AlignHCenter)) x = rect.center().x() - width / 2;
    const qreal y = rect.top() + (rect.height() - metrics.height()) / 2 + metrics.ascent();
    painter.drawText(QPointF(x, y), shown); // by the base line: no layout of paragraphs for a word
}

} // namespace n3x
