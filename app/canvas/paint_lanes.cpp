// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/canvas/paint.h"
#include "app/canvas/words.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace n3x::paint {
namespace {

constexpr qreal gridPitch = 24;
constexpr qreal pillHeight = 18;
constexpr qreal leastPill = 14; // where lanes lie closer, their names would lie on each other

const Mark& markOf(const Scene& scene, const LaneShape& lane)
{
    return scene.lanes[static_cast<std::size_t>(lane.network)];
}
const NetworkStyle& styleOf(const Scene& scene, const LaneShape& lane)
{
    return scene.styles[static_cast<std::size_t>(lane.network)];
}

// A frame one pixel wide, as four filled rectangles: a pen around a lane that is thousands of pixels long costs more
// than all the rest of it.
void frame(QPainter& painter, const QRectF& rect, const QColor& colour)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 1), colour);
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), colour);
    painter.fillRect(QRectF(rect.left(), rect.top(), 1, rect.height()), colour);
    painter.fillRect(QRectF(rect.right() - 1, rect.top(), 1, rect.height()), colour);
}

// Signs at the right end of a row, from right to left. Returns the x that they reached.
qreal signs(Brush& brush, const Mark& mark, const Colours& colours, QPointF right, qreal size)
{
    qreal x = right.x();
    if (mark.worst) {
        brush.icon(signIcon(*mark.worst), {x - size, right.y(), size, size}, signColour(colours, *mark.worst));
        x -= size + 4;
    }
    if (mark.isChanged) {
        const qreal dot = size * 0.5;
        brush.painter.setRenderHint(QPainter::Antialiasing);
        brush.painter.setPen(Qt::NoPen);
        brush.painter.setBrush(colours.changed);
        brush.painter.drawEllipse(QRectF(x - dot - 3, right.y() + (size - dot) / 2, dot, dot));
        x -= size + 2;
    }
    return x;
}

// The caption in three lines, in the lane's own head.
void fullCaption(Brush& brush, const Scene& scene, const LaneShape& lane, const QRectF& head)
{
    const NetworkView& network = scene.view.networks[static_cast<std::size_t>(lane.network)];
    const NetworkStyle& style = styleOf(scene, lane);
    const Mark& mark = markOf(scene, lane);
    const CanvasFonts& fonts = brush.fonts;
    qreal right = head.right() - 8;
    right = signs(brush, mark, scene.colours, {right, head.top() + 8}, 14);
    qreal glyphs = static_cast<qreal>(network.carries.size()) * 18 + (network.isDhcp ? 18 : 0);
    const qreal name =
        std::min(fonts.nameMetrics.horizontalAdvance(network.name) + 1, right - head.left() - 12 - glyphs - 4);
    brush.name({head.left() + 12, head.top() + 6, name, 18}, network.name, fonts.name, fonts.nameMetrics, style.text);
    qreal x = head.left() + 12 + name + 7;
    for (const Traffic traffic : network.carries) {
        brush.icon(trafficIcon(traffic), {x, head.top() + 8, 14, 14}, style.text);
        x += 18;
    }
    if (network.isDhcp) brush.icon(QStringLiteral("dhcp"), {x, head.top() + 8, 14, 14}, style.text);
    const bool isDimmed = mark.emphasis == Emphasis::Dimmed && !mark.reason.isEmpty();
    QString facts = vlanText(network);
    if (network.isDhcp) facts += QStringLiteral(" · DHCP");
    brush.text({head.left() + 12, head.top() + 25, head.width() - 20, 16}, isDimmed ? mark.reason : facts, fonts.facts,
               fonts.factsMetrics,
               network.vlanIsValid && !isDimmed ? mixed(style.ground, scene.colours.text, 0.78)
                                                : legible(scene.colours.error, style.ground, scene.colours));
    qreal y = head.top() + 43;
    for (const QString& subnet : network.subnets.first(std::min<qsizetype>(2, network.subnets.size()))) {
        brush.text({head.left() + 12, y, head.width() - 20, 16}, subnet, fonts.address, fonts.addressMetrics,
                   mixed(style.ground, scene.colours.text, 0.78));
        y += 17;
    }
}

// Name and VLAN in one line of a fixed size, at the left edge of what is seen of the lane; among dots the name alone.
void shortCaption(Brush& brush, const Scene& scene, const LaneShape& lane, const QRectF& band, qreal height)
{
    const Detail detail = detailAt(brush.camera.zoom);
    const NetworkView& network = scene.view.networks[static_cast<std::size_t>(lane.network)];
    const NetworkStyle& style = styleOf(scene, lane);
    const CanvasFonts& fonts = brush.fonts;
    const QString text =
        detail == Detail::Dot ? network.name : network.name + QStringLiteral(" · ") + vlanText(network);
    const qreal width = fonts.strongMetrics.horizontalAdvance(text) + 16;
    const qreal left = std::max(band.left(), 0.0) + 6;
    // Among cards it stands above the line, whose addresses are below it.
    const bool isAbove = detail == Detail::Card && band.height() > 2 * height;
    QRectF pill(left, std::round(isAbove ? band.top() + 3 : band.center().y() - height / 2),
                std::min(width, std::max(0.0, band.right() - left - 6)), height);
    if (pill.width() < 40) return;
    const Mark& mark = markOf(scene, lane);
    if (band.left() < 0 || detail != Detail::Card) {
        brush.painter.setRenderHint(QPainter::Antialiasing);
        brush.painter.setPen(QPen(mixed(style.ground, style.line, 0.5), 1));
        brush.painter.setBrush(style.ground);
        brush.painter.drawRoundedRect(pill.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    }
    brush.text(pill.adjusted(8, 0, -4, 0), text, fonts.strong, fonts.strongMetrics, style.text);
    if (mark.worst || mark.isChanged)
        signs(brush, mark, scene.colours, {pill.right() + 20 + (mark.isChanged ? 12 : 0), pill.top() + 2}, 14);
}

} // namespace

QColor legible(const QColor& colour, const QColor& ground, const Colours& colours)
{
    QColor legible = colour;
    for (int step = 0; step < 10 && contrast(legible, ground) < 4.5; ++step)
        legible = mixed(legible, colours.text, 0.15);
    return legible;
}

QString vlanText(const NetworkView& network)
{
    return network.vlan.isEmpty() ? Words::tr("untagged") : Words::tr("VLAN %1").arg(network.vlan);
}

QString trafficIcon(Traffic traffic)
{
    return QString::fromUtf8(Choice(traffic).word().data(), static_cast<qsizetype>(Choice(traffic).word().size()));
}

void ground(Brush& brush, const Scene& scene)
{
    brush.useItem();
    QPainter& painter = brush.painter;
    painter.fillRect(brush.viewport, scene.colours.canvas);
    if (const qreal pitch = gridPitch * brush.camera.zoom; pitch >= 12) {
        const qreal thin = 1 / brush.pixelRatio;
        for (qreal x = std::fmod(brush.camera.origin.x(), pitch) - pitch; x < brush.viewport.right(); x += pitch)
            painter.fillRect(QRectF(std::round(x), 0, thin, brush.viewport.height()), scene.colours.grid);
        for (qreal y = std::fmod(brush.camera.origin.y(), pitch) - pitch; y < brush.viewport.bottom(); y += pitch)
            painter.fillRect(QRectF(0, std::round(y), brush.viewport.width(), thin), scene.colours.grid);
    }
    const bool isNear = detailAt(brush.camera.zoom) == Detail::Card;
    const QPointF corner = scene.layout.bounds.topLeft();
    if (isNear) brush.useScene();
    // It keeps to the left edge of what is seen.
    const qreal left = std::max(corner.x() + 4, brush.visible.left() + 12 / brush.camera.zoom);
    const QRectF row =
        isNear ? QRectF(left, corner.y() - 70, 640, 22)
               : QRectF(std::max(brush.camera.toItem(corner).x(), 12.0), brush.camera.toItem(corner).y() - 34, 640, 22);
    brush.text(row, scene.view.profile, brush.fonts.title, brush.fonts.titleMetrics, scene.colours.text);
    if (isNear)
        brush.text(row.translated(0, 22), scene.view.summary, brush.fonts.facts, brush.fonts.factsMetrics,
                   scene.colours.quiet);
}

void lanes(Brush& brush, const Scene& scene)
{
    brush.useItem();
    QPainter& painter = brush.painter;
    const Detail detail = detailAt(brush.camera.zoom);
    const bool isNear = detail == Detail::Card;
    for (const LaneShape& lane : scene.layout.lanes) {
        if (!lane.band.intersects(brush.visible)) continue;
        const NetworkStyle& style = styleOf(scene, lane);
        const Mark& mark = markOf(scene, lane);
        const QRectF band = brush.camera.toItem(lane.band);
        const QRectF seen = band & brush.viewport.adjusted(-20, -20, 20, 20);
        if (mark.emphasis == Emphasis::Dimmed || mark.isGhost) painter.setOpacity(mark.isGhost ? 0.6 : 0.45);
        if (isNear) {
            painter.setRenderHint(QPainter::Antialiasing);
            QPen pen(Qt::NoPen);
            if (mark.isSelected || mark.isGhost)
                pen = QPen(scene.colours.accent, 2, mark.isGhost ? Qt::DashLine : Qt::SolidLine);
            else if (mark.worst == Severity::Error)
                pen = QPen(scene.colours.error, 1.5);
            else if (mark.emphasis == Emphasis::Lit)
                pen = QPen(style.line, 2);
            else if (mark.isHovered)
                pen = QPen(mixed(style.ground, style.line, 0.45), 1);
            painter.setPen(pen);
            painter.setBrush(mark.emphasis == Emphasis::Lit ? mixed(style.ground, style.line, 0.16) : style.ground);
            const qreal inset = pen.style() == Qt::NoPen ? 0 : pen.widthF() / 2;
            painter.drawRoundedRect(seen.adjusted(inset, inset, -inset, -inset), 6, 6);
            if (mark.isFocused) {
                painter.setPen(QPen(scene.colours.accent, 1, Qt::DotLine));
                painter.setBrush(Qt::NoBrush);
                painter.drawRoundedRect(seen.adjusted(-3.5, -3.5, 3.5, 3.5), 8, 8);
            }
        } else {
            painter.fillRect(seen,
                             mark.emphasis == Emphasis::Lit ? mixed(style.ground, style.line, 0.16) : style.ground);
            if (mark.isSelected || mark.isFocused || mark.worst == Severity::Error) {
                const bool isWrong = mark.worst == Severity::Error && !mark.isSelected;
                frame(painter, seen, isWrong ? scene.colours.error : scene.colours.accent);
            }
        }
        const QPointF ends[] = {{lane.band.left() + layout::captionWidth, lane.line},
                                {lane.band.right() - 16, lane.line}};
        const bool isStrong = mark.isSelected || mark.emphasis == Emphasis::Lit;
        brush.line(ends, style.line, isNear ? (isStrong ? 3.5 : 2.5) : isVeryFar(brush.camera) ? 1 : 1.5, style.dashes);
        painter.setOpacity(1);
    }
}

void captions(Brush& brush, const Scene& scene)
{
    const Detail detail = detailAt(brush.camera.zoom);
    for (const LaneShape& lane : scene.layout.lanes) {
        if (!lane.band.intersects(brush.visible)) continue;
        const QRectF band = brush.camera.toItem(lane.band);
        const bool isDimmed = markOf(scene, lane).emphasis == Emphasis::Dimmed;
        if (isDimmed) brush.painter.setOpacity(0.75);
        if (detail == Detail::Card && band.left() > -8) {
            brush.useScene();
            fullCaption(brush, scene, lane,
                        {lane.band.left(), lane.band.top(), layout::captionWidth - 6, lane.band.height()});
        } else if (const qreal room = band.height() + layout::laneGap * brush.camera.zoom - 1; room >= leastPill) {
            brush.useItem();
            shortCaption(brush, scene, lane, band, std::min(std::floor(room), pillHeight));
        }
        brush.painter.setOpacity(1);
    }
}

void gesture(Brush& brush, const Scene& scene)
{
    brush.useItem();
    QPainter& painter = brush.painter;
    painter.setRenderHint(QPainter::Antialiasing);
    if (scene.rubber) {
        QColor fill = scene.colours.accent;
        fill.setAlphaF(0.12F);
        painter.setPen(QPen(scene.colours.accent, 1));
        painter.setBrush(fill);
        painter.drawRect(brush.camera.toItem(scene.rubber->normalized()));
    }
    if (scene.link) {
        const QPointF from = brush.camera.toItem(scene.link->p1());
        const QPointF to = brush.camera.toItem(scene.link->p2());
        const QPointF corners[] = {from, {from.x(), (from.y() + to.y()) / 2}, {to.x(), (from.y() + to.y()) / 2}, to};
        painter.setBrush(Qt::NoBrush);
        QPainterPath path(from);
        for (const QPointF& corner : corners) path.lineTo(corner);
        painter.strokePath(path, QPen(scene.linkColour, 2.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setPen(Qt::NoPen);
        painter.setBrush(scene.linkColour);
        painter.drawEllipse(to, 4, 4);
    }
    if (!scene.tip.isEmpty()) {
        const CanvasFonts& fonts = brush.fonts;
        const qreal width =
            std::min(fonts.strongMetrics.horizontalAdvance(scene.tip) + 20, brush.viewport.width() - 16);
        QRectF box(brush.camera.toItem(scene.tipAt) + QPointF(16, 18), QSizeF(width, 26));
        box.moveRight(std::min(box.right(), brush.viewport.right() - 8));
        box.moveLeft(std::max(box.left(), 8.0));
        box.moveBottom(std::min(box.bottom(), brush.viewport.bottom() - 8));
        painter.setPen(QPen(scene.colours.cardLine, 1));
        painter.setBrush(scene.colours.card);
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
        brush.text(box.adjusted(10, 0, -8, 0), scene.tip, fonts.strong, fonts.strongMetrics, scene.colours.text);
    }
}

} // namespace n3x::paint
