// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/canvas/hits.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace n3x {
namespace {

qreal distance(QPointF one, QPointF two) { return std::hypot(one.x() - two.x(), one.y() - two.y()); }

Hit partAt(const CardShape& card, int index, QPointF at, qreal reach)
{
    for (std::size_t port = 0; port < card.ports.size(); ++port) {
        const qreal half = std::min(layout::portWidth, card.fan.portSpacing) / 2 + reach;
        if (std::abs(at.x() - card.ports[port].x()) <= half &&
            at.y() >= card.ports[port].y() - layout::portHeight / 2 - reach / 2 &&
            at.y() <= card.ports[port].y() + layout::portHeight / 2 + reach)
            return {HitKind::Port, index, static_cast<int>(port)};
    }
    for (std::size_t cable = 0; cable < card.cables.size(); ++cable) {
        const CableShape& shape = card.cables[cable];
        if (!shape.isBond) continue;
        if (distance(at, shape.ring) <= layout::ringRadius + reach ||
            shape.trunk.adjusted(-reach, 0, reach, 0).contains(at))
            return {HitKind::Bond, index, static_cast<int>(cable)};
    }
    return {};
}

const QString& nameIn(const std::vector<std::shared_ptr<const NodeView>>& nodes, std::size_t at)
{
    return nodes[at]->name;
}
const QString& nameIn(const std::vector<NetworkView>& networks, std::size_t at) { return networks[at].name; }
const QString& nameIn(const std::vector<CableView>& cables, std::size_t at) { return cables[at].uplink; }
const QString& nameIn(const std::vector<PortView>& ports, std::size_t at) { return ports[at].name; }

template <class List> int placeIn(const List& list, const QString& name)
{
    for (std::size_t at = 0; at < list.size(); ++at)
        if (nameIn(list, at) == name) return static_cast<int>(at);
    return -1;
}

// The place that the object at this place has now; -1 where it is gone.
template <class List> int placeAfter(const List& before, const List& after, int place)
{
    const auto at = static_cast<std::size_t>(place);
    if (place < 0 || at >= before.size()) return -1;
    if (at < after.size() && nameIn(after, at) == nameIn(before, at)) return place;
    if (const int now = placeIn(after, nameIn(before, at)); now >= 0) return now;
    const bool isRenamed = before.size() == after.size() && placeIn(before, nameIn(after, at)) < 0;
    return isRenamed ? place : -1;
}

} // namespace

Hit followed(const Hit& hit, const ClusterView& before, const ClusterView& after)
{
    if (hit.kind == HitKind::Nothing) return {};
    if (hit.kind == HitKind::Lane) {
        const int lane = placeAfter(before.networks, after.networks, hit.index);
        return lane < 0 ? Hit() : Hit{HitKind::Lane, lane};
    }
    const int card = placeAfter(before.nodes, after.nodes, hit.index);
    if (card < 0) return {};
    const Hit whole{HitKind::Card, card};
    const NodeView& then = *before.nodes[static_cast<std::size_t>(hit.index)];
    const NodeView& now = *after.nodes[static_cast<std::size_t>(card)];
    if (hit.kind == HitKind::Port) {
        const int port = placeAfter(then.ports, now.ports, hit.part);
        return port < 0 ? whole : Hit{HitKind::Port, card, port};
    }
    if (hit.kind == HitKind::Bond) {
        const int cable = placeAfter(then.cables, now.cables, hit.part);
        return cable < 0 || now.cables[static_cast<std::size_t>(cable)].bond.isEmpty()
                   ? whole
                   : Hit{HitKind::Bond, card, cable};
    }
    return whole;
}

Hit hitAt(const Scene& scene, QPointF at, qreal reach, Detail detail)
{
    const auto& cards = scene.layout.cards;
    for (std::size_t index = cards.size(); index-- > 0;) { // what is painted last lies on top
        const CardShape& card = *cards[index];
        if (!card.bounds.adjusted(-reach, -reach, reach, reach).contains(at)) continue;
        if (detail == Detail::Card)
            if (const Hit part = partAt(card, static_cast<int>(index), at, reach); part.kind != HitKind::Nothing)
                return part;
        if (card.card.contains(at)) return {HitKind::Card, static_cast<int>(index)};
    }
    for (const LaneShape& lane : scene.layout.lanes)
        if (lane.band.contains(at)) return {HitKind::Lane, lane.network};
    return {};
}

std::vector<Hit> hitsIn(const Scene& scene, const QRectF& rect)
{
    std::vector<Hit> hits;
    for (std::size_t index = 0; index < scene.layout.cards.size(); ++index)
        if (scene.layout.cards[index]->card.intersects(rect)) hits.push_back({HitKind::Card, static_cast<int>(index)});
    for (const LaneShape& lane : scene.layout.lanes) {
        const QRectF caption(lane.band.topLeft(), QSizeF(layout::captionWidth, lane.band.height()));
        const Hit hit{HitKind::Lane, lane.network};
        if (caption.intersects(rect) && std::ranges::find(hits, hit) == hits.end()) hits.push_back(hit);
    }
    return hits;
}

QRectF rectOf(const Scene& scene, const Hit& hit, int bank)
{
    if (hit.kind == HitKind::Lane) {
        QRectF first;
        for (const LaneShape& lane : scene.layout.lanes) {
            if (lane.network != hit.index) continue;
            if (bank < 0 || lane.bank == bank) return lane.band;
            if (first.isNull()) first = lane.band;
        }
        return first;
    }
    if (hit.index < 0 || hit.index >= static_cast<int>(scene.layout.cards.size())) return {};
    const CardShape& card = *scene.layout.cards[static_cast<std::size_t>(hit.index)];
    if (hit.kind == HitKind::Bond && hit.part >= 0 && hit.part < static_cast<int>(card.cables.size())) {
        const QPointF ring = card.cables[static_cast<std::size_t>(hit.part)].ring;
        return {ring.x() - layout::ringRadius, ring.y() - layout::ringRadius, 2 * layout::ringRadius,
                2 * layout::ringRadius};
    }
    if (hit.kind == HitKind::Port && hit.part >= 0 && hit.part < static_cast<int>(card.ports.size())) {
        const QPointF port = card.ports[static_cast<std::size_t>(hit.part)];
        return {port.x() - layout::portWidth / 2, port.y() - layout::portHeight / 2, layout::portWidth,
                layout::portHeight};
    }
    return card.card;
}

Hit nextTo(const Scene& scene, const Hit& from, Direction direction)
{
    const bool isSideways = direction == Direction::Left || direction == Direction::Right;
    const bool isForward = direction == Direction::Right || direction == Direction::Down;
    if (from.kind == HitKind::Nothing) {
        if (!scene.layout.cards.empty()) return {HitKind::Card, 0};
        return scene.layout.lanes.empty() ? from : Hit{HitKind::Lane, scene.layout.lanes.front().network};
    }
    if (from.kind == HitKind::Lane && isSideways) return from;
    const QRectF rect = rectOf(scene, from);
    const QPointF start = from.kind == HitKind::Lane
                              ? QPointF(rect.left() + layout::captionWidth + layout::cardWidth / 2, rect.center().y())
                              : rect.center();
    Hit best = from;
    qreal least = std::numeric_limits<qreal>::max();
    const auto consider = [&](const Hit& hit, QPointF to) {
        const qreal ahead = (isSideways ? to.x() - start.x() : to.y() - start.y()) * (isForward ? 1 : -1);
        const qreal aside = std::abs(isSideways ? to.y() - start.y() : to.x() - start.x());
        if (ahead < 4 || hit == from) return;
        if (isSideways && aside > layout::cardHeight) return; // sideways stays in the row
        const qreal cost = ahead + 2 * aside;
        if (cost >= least) return;
        least = cost;
        best = hit;
    };
    for (std::size_t index = 0; index < scene.layout.cards.size(); ++index)
        consider({HitKind::Card, static_cast<int>(index)}, scene.layout.cards[index]->card.center());
    if (!isSideways)
        for (const LaneShape& lane : scene.layout.lanes)
            if (start.x() >= lane.band.left() && start.x() <= lane.band.right())
                consider({HitKind::Lane, lane.network}, {start.x(), lane.band.center().y()});
    return best;
}

} // namespace n3x
