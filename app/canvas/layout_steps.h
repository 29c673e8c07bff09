// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/canvas/layout.h"

#include <map>

// The steps of layOut(), each a pure function of what came before.
namespace n3x::layout {

// Where each node stands: as asked where that is free, else as near as can be in the same row.
[[nodiscard]] std::vector<Place> placesOf(const ClusterView& view, const Places& asked);

// How its cables leave a node's card.
[[nodiscard]] Fan fanOf(const NodeView& node);

// For every node how far its cables shift sideways below the ring, so that they pass the cards of lower rows,
// and on which of the tracks under its row they do so (-1: they go straight down).
struct Descent {
    qreal shift = 0;
    int track = -1;
};
struct Descents {
    std::vector<Descent> nodes;
    std::map<int, int> tracks; // row → how many tracks lie under it
};
[[nodiscard]] Descents descentsOf(const ClusterView& view, const std::vector<Place>& places,
                                  const std::vector<const Fan*>& fans);

} // namespace n3x::layout
