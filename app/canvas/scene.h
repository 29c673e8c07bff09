// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/canvas/layout.h"
#include "app/theme/colours.h"
#include "core/model/problem.h"

#include <QLineF>

#include <optional>
#include <vector>

// Everything that is painted, as a value: what stands where, and what is said about it at this moment.
namespace n3x {

enum class Emphasis : std::uint8_t { Plain, Lit, Dimmed };

struct Mark {
    std::optional<Severity> worst; // of the problems with it
    bool isChanged = false;        // since it was saved
    bool isSelected = false;
    bool isFocused = false;        // where the keyboard is
    bool isHovered = false;
    bool isGhost = false;          // not there yet: a drop would put it there
    Emphasis emphasis = Emphasis::Plain;
    QString reason;                // why it is dimmed

    friend bool operator==(const Mark&, const Mark&) = default;
};

// One uplink of one node.
struct CableSpot {
    int card = -1;
    int cable = -1;

    friend bool operator==(const CableSpot&, const CableSpot&) = default;
};

// A card in hand.
struct CarriedCard {
    std::size_t card = 0;
    QPointF corner; // where the pointer holds it
};

struct Scene {
    ClusterView view;
    Layout layout;
    Colours colours;
    std::vector<NetworkStyle> styles; // by network
    std::vector<Mark> cards;          // by node
    std::vector<Mark> lanes;          // by network, for all stretches of its lane
    QHash<QString, std::optional<Severity>> uplinks; // the worst of the problems with each, where there are any
    QString selectedUplink;
    CableSpot fanned;                 // hovered or focused: shown from inside
    std::vector<CarriedCard> carried;
    std::optional<QRectF> rubber;     // of a selection that is being drawn
    std::optional<QLineF> link;       // of a connection that is being drawn
    QColor linkColour;
    QString tip;                      // what a drop does, beside the pointer
    QPointF tipAt;
};

// How the canvas looks at the scene: item = scene × zoom + origin.
struct Camera {
    QPointF origin;
    qreal zoom = 1;

    [[nodiscard]] QPointF toItem(QPointF scene) const { return scene * zoom + origin; }
    [[nodiscard]] QRectF toItem(const QRectF& scene) const { return {toItem(scene.topLeft()), scene.size() * zoom}; }
    [[nodiscard]] QPointF toScene(QPointF item) const { return (item - origin) / zoom; }
    [[nodiscard]] QRectF toScene(const QRectF& item) const { return {toScene(item.topLeft()), item.size() / zoom}; }

    friend bool operator==(const Camera&, const Camera&) = default;
};

enum class Detail : std::uint8_t { Card, Name, Dot };

[[nodiscard]] inline Detail detailAt(qreal zoom)
{
    return zoom >= 0.55 ? Detail::Card : zoom >= 0.3 ? Detail::Name : Detail::Dot;
}

// Where dashes of cables would be as fine as their gaps.
[[nodiscard]] inline bool isVeryFar(const Camera& camera) { return camera.zoom <= 0.15; }

// Of cards, below their ports.
[[nodiscard]] inline bool showsPortNames(const Camera& camera) { return camera.zoom >= 0.7; }

} // namespace n3x
