// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/canvas/cluster_view.h"

#include <QHash>
#include <QPointF>
#include <QRectF>
#include <QSet>

#include <memory>
#include <vector>

// Where everything of a profile stands, as a pure function. Lengths are pixels at 100 %.
//
// Nodes stand in rows over the lanes of their networks; a profile with many nodes wraps into several banks, each with
// its own stretch of every lane, as a score wraps into systems. A node may stand anywhere along its row. Rows count
// through all banks: bank b holds the rows b × rowsInBank and on, so a place stays right when lanes come and go.
namespace n3x {

namespace layout {
inline constexpr qreal cardWidth = 176;
inline constexpr qreal cardHeight = 72;
inline constexpr qreal cardGap = 24;   // between neighbours as the automatic layout places them
inline constexpr qreal nearest = 16;   // the least gap that a person may leave
inline constexpr qreal grid = 8;
inline constexpr qreal spread = 6;     // between parallel cables
inline constexpr qreal ringRadius = 11;
inline constexpr qreal portWidth = 16;
inline constexpr qreal portHeight = 14;
inline constexpr qreal captionWidth = 168; // of a lane, left of its line
inline constexpr qreal glyphWidth = 7.9;   // one character of an address label, 13 pixels high at most
inline constexpr qreal labelHeight = 15;
inline constexpr qreal laneGap = 24;
inline constexpr int rowsInBank = 4;

// How a node's cables leave its card, measured from the card's upper left corner. Depends on the node alone.
struct Fan {
    struct Cable {
        qreal x = 0;     // of ring or first strand's middle
        qreal width = 0; // of the strands beside each other

        friend bool operator==(const Cable&, const Cable&) = default;
    };
    std::vector<qreal> ports = {};
    qreal portSpacing = 0;
    std::vector<Cable> cables = {};

    friend bool operator==(const Fan&, const Fan&) = default;
};
} // namespace layout

// A node's place: how far right, and in which row.
struct Place {
    qreal x = 0;
    int row = 0;

    friend bool operator==(const Place&, const Place&) = default;
};

// By the name of the node. Nodes that are not in it are placed automatically. Whoever yields goes where the others
// leave room: what is being dragged or dropped never pushes another card away.
struct Places {
    QHash<QString, Place> at;
    QSet<QString> yielding;
};

struct StrandShape {
    int network = 0;
    std::vector<QPointF> path = {}; // corners from the top to the junction on the lane
    QRectF label = {};              // empty: there is no room for one
    QString text = {};
    QString note = {};
    QRectF noteRect = {};

    [[nodiscard]] QPointF junction() const { return path.back(); }
    friend bool operator==(const StrandShape&, const StrandShape&) = default;
};

struct CableShape {
    bool isBond = false;
    QPointF ring = {}; // centre of the bond's ring; of a single port, where the strands begin
    std::vector<std::vector<QPointF>> members = {}; // from each port to the ring
    std::vector<StrandShape> strands = {};
    QRectF trunk = {}; // where the strands still run together, above the first lane

    friend bool operator==(const CableShape&, const CableShape&) = default;
};

struct CardShape {
    std::shared_ptr<const NodeView> node = {};
    QRectF card = {};
    Place place = {};
    int bank = 0;
    layout::Fan fan = {};
    std::vector<QPointF> ports = {}; // centres, on the lower edge
    std::vector<CableShape> cables = {}; // as NodeView::cables
    QRectF bounds = {}; // card and everything that hangs from it

    friend bool operator==(const CardShape&, const CardShape&) = default;
};

struct LaneShape {
    int network = 0;
    int bank = 0;
    QRectF band = {};
    qreal line = 0; // y of the line that cables join

    friend bool operator==(const LaneShape&, const LaneShape&) = default;
};

struct BankShape {
    qreal top = 0;
    std::vector<qreal> rows = {}; // y of each row's cards
    qreal lanes = 0; // y where the lanes begin
    qreal bottom = 0;
    qreal left = 0;
    qreal right = 0;

    friend bool operator==(const BankShape&, const BankShape&) = default;
};

struct Layout {
    std::vector<std::shared_ptr<const CardShape>> cards = {}; // in the order of the nodes
    std::vector<LaneShape> lanes = {}; // bank by bank, in the order of the networks
    std::vector<BankShape> banks = {};
    QRectF bounds = {};

    // The places that all nodes have now: given back with the next layout, nothing moves by itself.
    [[nodiscard]] Places places() const;
    // The same with these moved: they go where the others leave room, and a row that they leave empty closes.
    [[nodiscard]] Places placesWith(const QHash<QString, Place>& moved) const;
    // The place that a card takes whose upper left corner is dropped here.
    [[nodiscard]] Place placeAt(QPointF corner) const;
};

// With the earlier layout, cards that stand as before are taken over from it; the result is the same without.
[[nodiscard]] Layout layOut(const ClusterView& view, const Places& places, const Layout* earlier = nullptr);

// How many nodes stand side by side in the automatic layout.
[[nodiscard]] int columnsFor(std::size_t nodeCount);

} // namespace n3x
