// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/canvas/paint.h"

#include "app/canvas/words.h"

#include <algorithm>
#include <cmath>

namespace n3x::paint {
namespace {

constexpr qreal fanSpread = 16;

// A strand of a cable that is shown from inside: the strands part below the ring and meet again above the lanes.
std::vector<QPointF> fannedPath(const CableShape& cable, std::size_t at)
{
    const std::vector<QPointF>& path = cable.strands[at].path;
    const auto count = static_cast<qreal>(cable.strands.size());
    if (cable.strands.size() < 2 || cable.trunk.height() < 34) return path;
    const qreal middle = cable.trunk.center().x();
    const qreal x = path.back().x();
    const qreal wide = middle + (static_cast<qreal>(at) - (count - 1) / 2) * fanSpread;
    const qreal order =
        std::min(static_cast<qreal>(at), count - 1 - static_cast<qreal>(at)) * 3; // outer ones part first
    const qreal top = std::min(cable.trunk.top() + 6 + order, cable.trunk.center().y() - 6);
    const qreal bottom = std::max(cable.trunk.bottom() - 4 - order, cable.trunk.center().y() + 6);
    std::vector<QPointF> fanned(path.begin(), path.end() - 1);
    fanned.insert(fanned.end(), {{x, top}, {wide, top}, {wide, bottom}, {x, bottom}, path.back()});
    return fanned;
}

// The ring of a bond without its name, the one that is selected in the accent: as an icon, of which there is one
// picture for hundreds of bonds.
void smallRing(Brush& brush, const Scene& scene, const CableShape& cable, const CableView& view)
{
    const bool isSelected = !scene.selectedUplink.isEmpty() && scene.selectedUplink == view.uplink;
    const qreal radius = std::max(3.5, layout::ringRadius * brush.camera.zoom) + (isSelected ? 1 : 0);
    const QPointF middle = brush.camera.toItem(cable.ring);
    brush.icon(QStringLiteral("ring"), {middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius},
               isSelected ? scene.colours.accent : mixed(scene.colours.canvas, scene.colours.text, 0.75));
}

// Far away a cable is its strands as straight lines without ports; among dots without rings, from very far without
// dashes, too.
void far(Brush& brush, const Scene& scene, const CardShape& card, const Mark& mark)
{
    const bool isNamed = detailAt(brush.camera.zoom) == Detail::Name;
    for (std::size_t index = 0; index < card.cables.size(); ++index) {
        const CableShape& cable = card.cables[index];
        for (const StrandShape& strand : cable.strands) {
            const NetworkStyle& style = scene.styles[static_cast<std::size_t>(strand.network)];
            const qreal width = mark.isSelected ? 2 : 1;
            const QList<qreal> dashes = isVeryFar(brush.camera) ? QList<qreal>() : style.dashes;
            QPointF corners[] = {{strand.path.front().x(), card.card.bottom()}, strand.path.back()};
            if (strand.path.size() > 2) { // around the cards of a lower row
                const QPointF bent[] = {corners[0], strand.path[1], strand.path[2], corners[1]};
                for (const std::size_t part : {0, 1, 2})
                    brush.line(std::span(bent + part, 2), style.line, width, dashes);
            } else {
                brush.line(corners, style.line, width, dashes);
            }
        }
        if (isNamed && cable.isBond) smallRing(brush, scene, cable, card.node->cables[index]);
    }
}

void members(Brush& brush, const Scene& scene, const CardShape& card, std::size_t index, bool isFanned)
{
    const CableView& view = card.node->cables[index];
    const CableShape& cable = card.cables[index];
    for (std::size_t at = 0; at < cable.members.size(); ++at) {
        if (!showsPortNames(brush.camera)) { // what stands there else
            const QPointF names = cable.members[at].front();
            const QPointF ends[] = {{names.x(), card.card.bottom() + layout::portHeight / 2}, names};
            brush.line(ends, scene.colours.text, 2);
        }
        const bool isBackup = view.primary >= 0 && static_cast<int>(at) != view.primary;
        const QColor colour = isFanned && !isBackup ? scene.colours.accent
                              : isBackup            ? scene.colours.quiet
                                                    : scene.colours.text;
        brush.line(cable.members[at], colour,
                   isFanned   ? 2.5
                   : isBackup ? 1.5
                              : 2,
                   isBackup ? QList<qreal>{3, 2} : QList<qreal>());
    }
}

void ring(Brush& brush, const Scene& scene, const CardShape& card, std::size_t index, bool isFanned)
{
    const CableView& view = card.node->cables[index];
    const CableShape& cable = card.cables[index];
    if (!cable.isBond) return;
    QPainter& painter = brush.painter;
    const bool isSelected = !scene.selectedUplink.isEmpty() && scene.selectedUplink == view.uplink;
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isWrong = scene.uplinks.value(view.uplink) == Severity::Error;
    painter.setPen(QPen(isSelected || isFanned ? scene.colours.accent
                        : isWrong              ? scene.colours.error
                                               : scene.colours.text,
                        isSelected ? 3 : 2));
    painter.setBrush(scene.colours.canvas);
    painter.drawEllipse(cable.ring, layout::ringRadius - 1, layout::ringRadius - 1);
    const CanvasFonts& fonts = brush.fonts;
    const qreal left = cable.ring.x() + layout::ringRadius + 6;
    const qreal room = std::max(30.0, card.card.right() + layout::cardGap / 2 - left);
    brush.text({left, cable.ring.y() - 8, room, 16}, view.bond, fonts.bond, fonts.bondMetrics, scene.colours.text);
    if (!isFanned || view.mode.isEmpty()) return;
    const QString primary =
        view.primary >= 0 && view.primary < static_cast<int>(view.ports.size())
            ? card.node->ports[static_cast<std::size_t>(view.ports[static_cast<std::size_t>(view.primary)])].name
            : QString();
    brush.text({left + 8, cable.ring.y() + 7, room + 48, 16}, view.mode, fonts.facts, fonts.factsMetrics,
               scene.colours.quiet);
    if (!primary.isEmpty())
        brush.text({left + 8, cable.ring.y() + 21, room + 48, 16}, Words::tr("primary %1").arg(primary), fonts.facts,
                   fonts.factsMetrics, scene.colours.quiet);
}

// Of an uplink with problems: beside the ring of a bond or the cable of a single port.
void sign(Brush& brush, const Scene& scene, const CableView& view, const CableShape& cable)
{
    const std::optional<Severity> worst = scene.uplinks.value(view.uplink);
    if (!worst) return;
    const qreal left = cable.isBond || cable.trunk.isEmpty() ? layout::ringRadius : cable.ring.x() - cable.trunk.left();
    const QPointF middle = cable.ring + QPointF(-left - 9, cable.isBond ? 0 : 8); // below the name of the port
    brush.painter.setPen(Qt::NoPen);
    brush.painter.setBrush(scene.colours.canvas);
    brush.painter.drawEllipse(middle, 8, 8);
    brush.icon(signIcon(*worst), {middle.x() - 6.5, middle.y() - 6.5, 13, 13}, signColour(scene.colours, *worst));
}

void near(Brush& brush, const Scene& scene, const CardShape& card, int node, const Mark& mark)
{
    QPainter& painter = brush.painter;
    for (std::size_t index = 0; index < card.cables.size(); ++index) {
        const CableShape& cable = card.cables[index];
        const bool isFanned = scene.fanned == CableSpot{node, static_cast<int>(index)};
        brush.useItem();
        if (cable.isBond && !cable.strands.empty() && !isFanned && cable.trunk.height() > 8) { // one thick cable
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(mixed(scene.colours.canvas, scene.colours.text, 0.24), 1));
            painter.setBrush(mixed(scene.colours.canvas, scene.colours.text, 0.09));
            const QRectF trunk = brush.camera.toItem(cable.trunk);
            painter.drawRoundedRect(trunk, std::min(5.0, trunk.width() / 2), std::min(5.0, trunk.width() / 2));
        }
        for (std::size_t at = 0; at < cable.strands.size(); ++at) {
            const StrandShape& strand = cable.strands[at];
            const NetworkStyle& style = scene.styles[static_cast<std::size_t>(strand.network)];
            const Mark& lane = scene.lanes[static_cast<std::size_t>(strand.network)];
            const bool isStrong = mark.isSelected || lane.isSelected || isFanned;
            const qreal width = (isStrong ? 3.2 : 2.5) * std::clamp(brush.camera.zoom, 0.7, 1.6);
            if (lane.emphasis == Emphasis::Dimmed) painter.setOpacity(0.4);
            if (isFanned)
                brush.line(fannedPath(cable, at), style.line, width, style.dashes, 4);
            else
                brush.line(strand.path, style.line, width, style.dashes);
            painter.setOpacity(1);
        }
        members(brush, scene, card, index, isFanned);
        brush.useScene();
        painter.setRenderHint(QPainter::Antialiasing);
        for (const StrandShape& strand : cable.strands) {
            const NetworkStyle& style = scene.styles[static_cast<std::size_t>(strand.network)];
            painter.setPen(QPen(style.line, 2));
            painter.setBrush(style.ground);
            painter.drawEllipse(strand.junction(), 4, 4);
            const QColor ink = mixed(style.ground, scene.colours.text, 0.82);
            brush.text(strand.label, strand.text, brush.fonts.address, brush.fonts.addressMetrics, ink);
            if (!strand.note.isEmpty())
                brush.text(strand.noteRect, strand.note, brush.fonts.address, brush.fonts.addressMetrics,
                           scene.colours.warning);
        }
        ring(brush, scene, card, index, isFanned);
        sign(brush, scene, card.node->cables[index], cable);
    }
}

} // namespace

void cables(Brush& brush, const Scene& scene)
{
    const bool isNear = detailAt(brush.camera.zoom) == Detail::Card;
    brush.useItem();
    brush.painter.setRenderHint(QPainter::Antialiasing, false);
    for (std::size_t at = 0; at < scene.layout.cards.size(); ++at) {
        const CardShape& card = *scene.layout.cards[at];
        if (!card.bounds.intersects(brush.visible)) continue;
        const Mark& mark = scene.cards[at];
        if (mark.emphasis == Emphasis::Dimmed || mark.isGhost) brush.painter.setOpacity(mark.isGhost ? 0.7 : 0.4);
        if (isNear)
            near(brush, scene, card, static_cast<int>(at), mark);
        else
            far(brush, scene, card, mark);
        brush.painter.setOpacity(1);
    }
    brush.useItem();
}

} // namespace n3x::paint
