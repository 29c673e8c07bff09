// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/canvas/scene.h"

#include <vector>

// What lies under a point, and what is next to an object for the arrow keys: pure questions to a scene.
namespace n3x {

enum class HitKind : std::uint8_t { Nothing, Card, Port, Bond, Lane };

struct Hit {
    HitKind kind = HitKind::Nothing;
    int index = -1; // card, or network of the lane
    int part = -1;  // port, or cable of the card

    friend bool operator==(const Hit&, const Hit&) = default;
};

// `reach` is how far beside a small thing still counts, in scene units.
[[nodiscard]] Hit hitAt(const Scene& scene, QPointF at, qreal reach, Detail detail);

// The cards that a rectangle touches, and the lanes whose caption it does.
[[nodiscard]] std::vector<Hit> hitsIn(const Scene& scene, const QRectF& rect);

enum class Direction : std::uint8_t { Left, Right, Up, Down };

// The next card or lane that way; the same hit when there is none. From nothing, the first card or lane.
[[nodiscard]] Hit nextTo(const Scene& scene, const Hit& from, Direction direction);

// The same object in a later view, by its name or, renamed, by its place: others may have come and gone around it. Of a
// port or bond that is gone the card is left, of anything else nothing.
[[nodiscard]] Hit followed(const Hit& hit, const ClusterView& before, const ClusterView& after);

// Where an object is, in scene coordinates; of a lane the stretch in the given bank, or its first.
[[nodiscard]] QRectF rectOf(const Scene& scene, const Hit& hit, int bank = -1);

} // namespace n3x
