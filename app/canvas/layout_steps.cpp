// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/canvas/layout_steps.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_set>

namespace n3x::layout {
namespace {

qreal snapped(qreal x) { return std::round(x / grid) * grid; }

// Cards along one row, by their left edges; no two nearer than the least gap.
class Row {
public:
    // The free left edge that is nearest to the one asked for.
    qreal take(qreal asked)
    {
        qreal x = asked;
        if (!isFree(x)) x = nearestFree(asked);
        edges_.insert(std::ranges::upper_bound(edges_, x), x);
        return x;
    }

    [[nodiscard]] bool isFree(qreal x) const
    {
        const auto next = std::ranges::upper_bound(edges_, x - (cardWidth + nearest));
        return next == edges_.end() || *next >= x + cardWidth + nearest;
    }

private:
    [[nodiscard]] qreal nearestFree(qreal asked) const
    {
        // A free edge that is nearest to any point touches a neighbour, so the neighbours' sides are all there is to
        // try.
        qreal best = 0;
        qreal least = std::numeric_limits<qreal>::max();
        for (const qreal edge : edges_) {
            for (const qreal x : {edge - cardWidth - nearest, edge + cardWidth + nearest}) {
                if (std::abs(x - asked) >= least || !isFree(x)) continue;
                best = x;
                least = std::abs(x - asked);
            }
        }
        return best;
    }

    std::vector<qreal> edges_; // ascending
};

} // namespace

std::vector<Place> placesOf(const ClusterView& view, const Places& asked)
{
    std::vector<Place> places(view.nodes.size());
    std::vector<bool> isPlaced(view.nodes.size());
    std::map<int, Row> rows;
    std::unordered_set<const Place*> seen; // of two nodes with one name (an error) the second is placed as a new one
    seen.reserve(view.nodes.size());
    for (const bool yields : {false, true}) {
        if (yields ? asked.yielding.isEmpty() : asked.at.isEmpty()) continue;
        for (std::size_t at = 0; at < view.nodes.size(); ++at) {
            const QString& name = view.nodes[at]->name;
            const auto wish = asked.at.constFind(name);
            if (wish == asked.at.cend() || asked.yielding.contains(name) != yields || !seen.insert(&*wish).second)
                continue;
            const int row = std::max(0, wish->row);
            places[at] = {rows[row].take(snapped(wish->x)), row};
            isPlaced[at] = true;
        }
    }
    const int columns = columnsFor(view.nodes.size());
    int cell = 0;
    for (std::size_t at = 0; at < view.nodes.size(); ++at) {
        if (isPlaced[at]) continue;
        for (;; ++cell) {
            const int row = cell / columns * rowsInBank;
            const qreal x = cell % columns * (cardWidth + cardGap);
            if (!rows[row].isFree(x)) continue;
            places[at] = {rows[row].take(x), row};
            break;
        }
    }
    return places;
}

Fan fanOf(const NodeView& node)
{
    Fan fan;
    const auto count = static_cast<qreal>(node.ports.size());
    fan.portSpacing = count > 1 ? std::min(54.0, (cardWidth - 24) / (count - 1)) : 54;
    for (std::size_t at = 0; at < node.ports.size(); ++at)
        fan.ports.push_back(cardWidth / 2 + (static_cast<qreal>(at) - (count - 1) / 2) * fan.portSpacing);

    for (const CableView& cable : node.cables) {
        qreal sum = 0;
        for (const int port : cable.ports) sum += fan.ports[static_cast<std::size_t>(port)];
        const qreal x = cable.ports.empty() ? cardWidth / 2 : sum / static_cast<qreal>(cable.ports.size());
        const qreal strands = static_cast<qreal>(std::max<std::size_t>(cable.strands.size(), 1)) - 1;
        fan.cables.push_back({.x = std::round(x), .width = strands * spread});
    }
    // Cables that would lie on each other move apart, in their order from left to right.
    std::vector<std::size_t> order(fan.cables.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, {}, [&](std::size_t at) { return fan.cables[at].x; });
    const auto half = [&](std::size_t at) { return std::max(fan.cables[at].width / 2, ringRadius) + spread; };
    for (std::size_t at = 1; at < order.size(); ++at) {
        const Fan::Cable& left = fan.cables[order[at - 1]];
        Fan::Cable& right = fan.cables[order[at]];
        right.x = std::max(right.x, std::ceil(left.x + half(order[at - 1]) + half(order[at])));
    }
    if (!order.empty()) { // what went over the right edge pushes back to the left
        const qreal over = fan.cables[order.back()].x + half(order.back()) - cardWidth;
        if (over > 0)
            for (Fan::Cable& cable : fan.cables) cable.x -= std::floor(over / 2);
    }
    return fan;
}

Descents descentsOf(const ClusterView& view, const std::vector<Place>& places, const std::vector<const Fan*>& fans)
{
    Descents descents;
    descents.nodes.resize(places.size());
    std::map<int, std::vector<std::size_t>> banks;
    for (std::size_t at = 0; at < places.size(); ++at) banks[places[at].row / rowsInBank].push_back(at);

    struct Span {
        qreal left, right;
    };
    for (auto& [bank, nodes] : banks) {
        // Lower rows first: they stand in the way, never the other way round.
        std::ranges::stable_sort(nodes, std::ranges::greater{}, [&](std::size_t at) { return places[at].row; });
        const int lowest = places[nodes.front()].row;
        if (places[nodes.back()].row == lowest) continue; // a single row: all go straight down
        std::vector<Span> taken;
        const auto isClear = [&](qreal left, qreal right) {
            return std::ranges::none_of(taken,
                                        [&](const Span& span) { return left < span.right && right > span.left; });
        };
        std::map<int, std::vector<Span>> jogs;
        std::size_t begin = 0;
        while (begin < nodes.size()) { // row by row
            const int row = places[nodes[begin]].row;
            std::size_t end = begin;
            std::vector<Span> cards;
            for (; end < nodes.size() && places[nodes[end]].row == row; ++end) {
                const std::size_t at = nodes[end];
                const Fan& fan = *fans[at];
                qreal left = cardWidth, right = 0;
                for (const Fan::Cable& cable : fan.cables) {
                    left = std::min(left, cable.x - cable.width / 2);
                    right = std::max(right, cable.x + cable.width / 2);
                }
                if (fan.cables.empty()) left = right = cardWidth / 2;
                const qreal x = places[at].x;
                qreal shift = 0;
                const bool hasStrands = std::ranges::any_of(
                    view.nodes[at]->cables, [](const CableView& cable) { return !cable.strands.empty(); });
                if (row != lowest && hasStrands) {
                    for (int step = 0; !isClear(x + left + shift - grid, x + right + shift + grid); ++step) {
                        const int steps = step / 2 + 1; // right, left, then further out
                        shift = step % 2 == 0 ? grid * steps : -grid * steps;
                    }
                    // What hangs there now keeps room for itself.
                    taken.push_back({x + left + shift - grid, x + right + shift + grid});
                }
                if (shift != 0) {
                    const Span jog{std::min(x + left, x + left + shift) - grid,
                                   std::max(x + right, x + right + shift) + grid};
                    auto& tracks = jogs[row];
                    tracks.push_back(jog);
                    descents.nodes[at] = {.shift = shift, .track = static_cast<int>(tracks.size()) - 1};
                    descents.tracks[row] = static_cast<int>(tracks.size());
                }
                cards.push_back({x - grid, x + cardWidth + grid});
            }
            taken.insert(taken.end(), cards.begin(), cards.end());
            begin = end;
        }
    }
    return descents;
}

} // namespace n3x::layout
