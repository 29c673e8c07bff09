// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/canvas/session.h"

#include <QEasingCurve>

#include <algorithm>

// The 120 ms in which cards and lanes that an edit moved go from where they stood to where they stand.
namespace n3x {
namespace {

constexpr int motionTime = 120; // milliseconds

QPointF between(QPointF from, QPointF to, qreal share) { return from + (to - from) * share; }
QRectF between(const QRectF& from, const QRectF& to, qreal share)
{
    return {between(from.topLeft(), to.topLeft(), share), between(from.bottomRight(), to.bottomRight(), share)};
}

void bend(std::vector<QPointF>& path, const std::vector<QPointF>& from, qreal share)
{
    if (path.size() != from.size()) return;
    for (std::size_t at = 0; at < path.size(); ++at) path[at] = between(from[at], path[at], share);
}

// Cards in hand are where they are held.
Layout seenIn(const Scene& scene)
{
    Layout layout = scene.layout;
    for (const CarriedCard& carried : scene.carried) {
        CardShape held = *layout.cards[carried.card];
        const QPointF by = carried.corner - held.card.topLeft();
        held.card.translate(by);
        for (QPointF& port : held.ports) port += by;
        layout.cards[carried.card] = std::make_shared<const CardShape>(std::move(held));
    }
    return layout;
}

} // namespace

CardShape between(const CardShape& from, const CardShape& to, qreal share)
{
    CardShape shape = to;
    shape.card = between(from.card, to.card, share);
    shape.bounds = from.bounds | to.bounds;
    const QPointF shift = shape.card.topLeft() - to.card.topLeft();
    if (from.ports.size() == to.ports.size())
        bend(shape.ports, from.ports, share);
    else
        for (QPointF& port : shape.ports) port += shift;
    for (std::size_t cable = 0; cable < shape.cables.size(); ++cable) {
        CableShape& now = shape.cables[cable];
        if (cable >= from.cables.size() || from.cables[cable].isBond != now.isBond) continue;
        const CableShape& then = from.cables[cable];
        now.ring = between(then.ring, now.ring, share);
        now.trunk = between(then.trunk, now.trunk, share);
        for (std::size_t at = 0; at < std::min(now.members.size(), then.members.size()); ++at)
            bend(now.members[at], then.members[at], share);
        for (StrandShape& strand : now.strands) {
            const auto old = std::ranges::find(then.strands, strand.network, &StrandShape::network);
            if (old == then.strands.end()) continue;
            const QPointF end = strand.junction();
            bend(strand.path, old->path, share);
            strand.label.translate(strand.junction() - end);
            strand.noteRect.translate(strand.junction() - end);
        }
    }
    return shape;
}

void CanvasSession::startMotion(const Layout& settled)
{
    if (isMotionReduced_) return;
    const Layout seen = staged_ ? seenIn(*staged_) : Layout(); // what a gesture showed is gone on from
    const Layout& before = staged_ ? seen : settled;
    if (before.cards.empty()) return;
    // By name: an edit of a node makes a new view of it. Shapes that were taken over did not move.
    QHash<QString, std::shared_ptr<const CardShape>> stood;
    origins_.clear();
    for (std::size_t at = 0; at < scene_.layout.cards.size(); ++at) {
        const auto& card = scene_.layout.cards[at];
        if (at < before.cards.size() && before.cards[at] == card) continue;
        if (stood.isEmpty())
            for (const auto& old : before.cards) stood.insert(old->node->name, old);
        const auto old = stood.constFind(card->node->name);
        if (old == stood.cend() || *old == card) continue;
        if ((*old)->card == card->card && (*old)->bounds == card->bounds) continue;
        origins_.emplace(card->node.get(), *old);
    }
    laneOrigins_.clear();
    if (before.lanes.size() == scene_.layout.lanes.size() && !(before.lanes == scene_.layout.lanes))
        laneOrigins_ = before.lanes;
    if (origins_.empty() && laneOrigins_.empty()) return;
    goal_ = scene_.layout;
    since_.start();
    frames_.start();
    moveOn();
}

void CanvasSession::moveOn()
{
    if (goal_.cards.empty()) {
        frames_.stop();
        return;
    }
    const qreal share = std::min(1.0, static_cast<qreal>(since_.elapsed()) / motionTime);
    if (share >= 1) {
        frames_.stop();
        scene_.layout = std::move(goal_);
        goal_ = {};
        origins_.clear();
        emit sceneChanged();
        return;
    }
    const qreal eased = QEasingCurve(QEasingCurve::OutCubic).valueForProgress(share);
    for (std::size_t at = 0; at < goal_.cards.size(); ++at)
        if (const auto from = origins_.find(goal_.cards[at]->node.get()); from != origins_.end())
            scene_.layout.cards[at] =
                std::make_shared<const CardShape>(between(*from->second, *goal_.cards[at], eased));
    for (std::size_t at = 0; at < laneOrigins_.size(); ++at) {
        scene_.layout.lanes[at].band = between(laneOrigins_[at].band, goal_.lanes[at].band, eased);
        scene_.layout.lanes[at].line = laneOrigins_[at].line + (goal_.lanes[at].line - laneOrigins_[at].line) * eased;
    }
    emit sceneChanged();
}

} // namespace n3x
