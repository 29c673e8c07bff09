// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/canvas/facts.h"
#include "app/canvas/paint.h"

#include <algorithm>
#include <cmath>

namespace n3x::paint {
namespace {

constexpr qreal withGlyph = 76; // pixels of a card: "agent-12" fits beside it

QString roleIcon(Role role) { return role == Role::Server ? QStringLiteral("server") : QStringLiteral("agent"); }
QString backendIcon(Backend backend)
{
    return backend == Backend::Nixos ? QStringLiteral("nixos") : QStringLiteral("debian");
}

void frame(Brush& brush, const Scene& scene, const QRectF& rect, const Mark& mark, qreal radius)
{
    const Colours& colours = scene.colours;
    QPen pen(colours.cardLine, 1);
    if (mark.isSelected || mark.emphasis == Emphasis::Lit)
        pen = QPen(colours.accent, 2);
    else if (mark.worst == Severity::Error)
        pen = QPen(colours.error, 1.5);
    else if (mark.isHovered)
        pen = QPen(mixed(colours.cardLine, colours.accent, 0.6), 1);
    QPainter& painter = brush.painter;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(pen);
    painter.setBrush(mark.isSelected ? mixed(colours.card, colours.accent, 0.05) : colours.card);
    const qreal inset = pen.widthF() / 2;
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
    if (mark.isFocused) {
        painter.setPen(QPen(colours.accent, 1, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(rect.adjusted(-3.5, -3.5, 3.5, 3.5), radius + 3, radius + 3);
    }
}

void ports(Brush& brush, const Scene& scene, const CardShape& card)
{
    const Colours& colours = scene.colours;
    QPainter& painter = brush.painter;
    const bool showsNames = showsPortNames(brush.camera);
    for (std::size_t at = 0; at < card.ports.size(); ++at) {
        const PortView& port = card.node->ports[at];
        const qreal width = std::min(layout::portWidth, card.fan.portSpacing - 4);
        const QRectF box(card.ports[at].x() - width / 2, card.ports[at].y() - layout::portHeight / 2, width,
                         layout::portHeight);
        const QColor ink = port.isMissing ? colours.error
                           : port.isUsed  ? mixed(colours.card, colours.text, 0.75)
                                          : colours.cardLine;
        painter.setPen(QPen(ink, 1.3, port.isMissing ? Qt::DashLine : Qt::SolidLine));
        painter.setBrush(colours.card);
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        if (port.isUsed && !port.isMissing && width > 9) { // the latch of a plugged connector
            painter.setPen(Qt::NoPen);
            painter.setBrush(ink);
            painter.drawRect(QRectF(box.center().x() - 3, box.bottom() - 4, 6, 1.6));
        }
        if (!showsNames) continue;
        const QRectF name(card.ports[at].x() - card.fan.portSpacing / 2, box.bottom() + 2, card.fan.portSpacing, 14);
        const CanvasFonts& fonts = brush.fonts;
        const bool isWide = fonts.addressMetrics.horizontalAdvance(port.name) > name.width();
        brush.text(name, port.name, isWide ? fonts.smallAddress : fonts.address,
                   isWide ? fonts.smallAddressMetrics : fonts.addressMetrics,
                   port.isMissing ? colours.error : colours.quiet, Qt::AlignHCenter);
    }
}

void full(Brush& brush, const Scene& scene, const CardShape& card, const Mark& mark)
{
    const Colours& colours = scene.colours;
    const CanvasFonts& fonts = brush.fonts;
    const QRectF& rect = card.card;
    frame(brush, scene, rect, mark, 7);
    qreal right = rect.right() - 10;
    if (mark.worst) {
        brush.icon(signIcon(*mark.worst), {right - 15, rect.top() + 10, 15, 15}, signColour(colours, *mark.worst));
        right -= 20;
    }
    if (mark.isChanged) {
        brush.painter.setPen(Qt::NoPen);
        brush.painter.setBrush(colours.changed);
        brush.painter.drawEllipse(QPointF(right - 5, rect.top() + 17.5), 3.6, 3.6);
        right -= 14;
    }
    brush.icon(roleIcon(card.node->role), {rect.left() + 12, rect.top() + 10, 16, 16},
               mixed(colours.card, colours.text, 0.72));
    brush.name({rect.left() + 36, rect.top() + 9, right - rect.left() - 36, 18}, card.node->name, fonts.name,
               fonts.nameMetrics, colours.text);

    const QRectF facts(rect.left() + 12, rect.top() + 28, rect.width() - 22, 16);
    if (mark.emphasis == Emphasis::Dimmed && !mark.reason.isEmpty()) {
        brush.text(facts, mark.reason, fonts.facts, fonts.factsMetrics, colours.error);
    } else {
        brush.text(facts, card.node->target, fonts.facts, fonts.factsMetrics,
                   card.node->targetIsKnown ? colours.quiet : colours.error);
    }
    brush.icon(backendIcon(card.node->backend), {facts.left() + 2, facts.bottom() + 2, 12, 12}, colours.quiet);
    brush.text({facts.left() + 24, facts.bottom(), 60, 16}, backendName(card.node->backend), fonts.facts,
               fonts.factsMetrics, colours.quiet);
    ports(brush, scene, card);
}

void named(Brush& brush, const Scene& scene, const CardShape& card, const Mark& mark)
{
    const QRectF rect = brush.camera.toItem(card.card);
    frame(brush, scene, rect, mark, 4);
    const CanvasFonts& fonts = brush.fonts;
    const qreal middle = rect.center().y();
    // The role's glyph comes along where cards are wide enough, on all of them alike.
    const qreal icon = rect.width() >= withGlyph ? 15 : 0;
    if (icon > 0)
        brush.icon(roleIcon(card.node->role), {rect.left() + 5, middle - 6, 12, 12},
                   mixed(scene.colours.card, scene.colours.text, 0.72));
    brush.name({rect.left() + 5 + icon, middle - 8, rect.width() - 9 - icon, 16}, card.node->name, fonts.strong,
               fonts.strongMetrics, scene.colours.text);
    qreal x = rect.right() - 6; // signs sit on the corner
    if (mark.worst) {
        brush.icon(signIcon(*mark.worst), {x - 4, rect.top() - 6, 12, 12}, signColour(scene.colours, *mark.worst));
        x -= 12;
    }
    if (mark.isChanged) {
        brush.painter.setPen(Qt::NoPen);
        brush.painter.setBrush(scene.colours.changed);
        brush.painter.drawEllipse(QPointF(x, rect.top()), 3, 3);
    }
}

void dot(Brush& brush, const Scene& scene, const CardShape& card, const Mark& mark)
{
    const QPointF middle = brush.camera.toItem(card.card.center());
    const qreal size = std::clamp(std::round(44 * brush.camera.zoom), 6.0, 14.0);
    const Colours& colours = scene.colours;
    QColor colour = mixed(colours.canvas, colours.text, 0.75);
    if (mark.isChanged) colour = colours.changed;
    if (mark.worst && *mark.worst != Severity::Info) colour = signColour(colours, *mark.worst);
    if (mark.isSelected || mark.emphasis == Emphasis::Lit) colour = colours.accent;
    const QRectF box(std::round(middle.x() - size / 2), std::round(middle.y() - size / 2), size, size);
    if (mark.isSelected || mark.isFocused) {
        brush.painter.setRenderHint(QPainter::Antialiasing, false);
        brush.painter.setPen(QPen(colours.accent, 1, mark.isSelected ? Qt::SolidLine : Qt::DotLine));
        brush.painter.setBrush(mixed(colours.canvas, colours.accent, 0.2));
        brush.painter.drawRect(box.adjusted(-3, -3, 2, 2));
    }
    brush.icon(roleIcon(card.node->role), box, colour);
    if (mark.worst && *mark.worst != Severity::Info)
        brush.icon(signIcon(*mark.worst), {box.right() - 1, box.top() - 5, 8, 8}, signColour(colours, *mark.worst));
}

// Where rings are too small to be seen, their signs are on the cards.
Mark markFromAfar(const Scene& scene, const CardShape& card, const Mark& mark)
{
    Mark all = mark;
    for (const CableView& cable : card.node->cables)
        if (const auto worst = scene.uplinks.value(cable.uplink); worst && (!all.worst || *worst < *all.worst))
            all.worst = worst;
    return all;
}

// Where a drop would put a card that is in hand.
void outline(Brush& brush, const Scene& scene, const CardShape& card, bool isNear)
{
    QColor fill = scene.colours.accent;
    fill.setAlphaF(0.08F);
    brush.painter.setRenderHint(QPainter::Antialiasing);
    brush.painter.setPen(QPen(scene.colours.accent, 1.5, Qt::DashLine));
    brush.painter.setBrush(fill);
    const qreal radius = isNear ? 7 : 4;
    brush.painter.drawRoundedRect(isNear ? card.card : brush.camera.toItem(card.card), radius, radius);
}

void asSeen(Brush& brush, const Scene& scene, const CardShape& card, const Mark& mark)
{
    switch (detailAt(brush.camera.zoom)) {
    case Detail::Card: full(brush, scene, card, mark); break;
    case Detail::Name: named(brush, scene, card, markFromAfar(scene, card, mark)); break;
    case Detail::Dot: dot(brush, scene, card, markFromAfar(scene, card, mark)); break;
    }
}

} // namespace

QString signIcon(Severity severity)
{
    return severity == Severity::Error     ? QStringLiteral("error")
           : severity == Severity::Warning ? QStringLiteral("warning")
                                           : QStringLiteral("info");
}

QColor signColour(const Colours& colours, Severity severity)
{
    return severity == Severity::Error     ? colours.error
           : severity == Severity::Warning ? colours.warning
                                           : colours.quiet;
}

void cards(Brush& brush, const Scene& scene)
{
    const bool isNear = detailAt(brush.camera.zoom) == Detail::Card;
    if (isNear)
        brush.useScene();
    else
        brush.useItem();
    for (std::size_t at = 0; at < scene.layout.cards.size(); ++at) {
        const CardShape& card = *scene.layout.cards[at];
        if (!card.card.adjusted(-8, -8, 8, 30).intersects(brush.visible)) continue;
        const Mark& mark = scene.cards[at];
        if (mark.isGhost) {
            outline(brush, scene, card, isNear);
            continue;
        }
        if (mark.emphasis == Emphasis::Dimmed) brush.painter.setOpacity(0.55);
        asSeen(brush, scene, card, mark);
        brush.painter.setOpacity(1);
    }
    brush.useItem();
}

void carried(Brush& brush, const Scene& scene)
{
    const bool isNear = detailAt(brush.camera.zoom) == Detail::Card;
    brush.painter.setOpacity(0.75);
    for (const CarriedCard& held : scene.carried) {
        const CardShape& card = *scene.layout.cards[held.card];
        const QPointF by = held.corner - card.card.topLeft();
        if (isNear)
            brush.useScene();
        else
            brush.useItem();
        brush.painter.translate(isNear ? by : by * brush.camera.zoom);
        asSeen(brush, scene, card, scene.cards[held.card]);
    }
    brush.painter.setOpacity(1);
    brush.useItem();
}

} // namespace n3x::paint
