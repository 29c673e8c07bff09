// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/canvas/layout.h"

#include <map>
#include <set>

// The steps of layOut(), each a pure function of what came before.
namespace n3x::layout {

// Where each node stands: as asked where that is free, else as near as can be in the same row.
[[nodiscard]] std::vector<Place> placesOf(const ClusterView& view, const Places& asked);

// How a node's cables leave its card, measured from the card's upper left corner. Depends on the node alone.
struct Fan {
    struct Cable {
        qreal x = 0;     // of ring or first strand's middle
        qreal width = 0; // of the strands beside each other
    };
    std::vector<qreal> ports;
    qreal portSpacing = 0;
    std::vector<Cable> cables;
};
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
                                  const std::vector<Fan>& fans);

} // namespace n3x::layout
