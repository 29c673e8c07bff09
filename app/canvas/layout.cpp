// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/canvas/layout.h"

#include "app/canvas/layout_steps.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <ranges>
#include <set>
#include <unordered_map>

namespace n3x {
namespace {

using namespace layout;

constexpr qreal portNames = 26; // below the card, for the kernel's names
constexpr qreal ringZone = 54;  // below those: members join in the ring
constexpr qreal straightZone = 8;
constexpr qreal trunkZone = 58; // from the last row to the lanes
constexpr qreal bankGap = 88;
constexpr qreal trackGap = 10;

qreal laneHeight(const NetworkView& network) { return network.subnets.size() > 1 ? 86 : 68; }

// How many strands the widest cable bundle of all has: tracks under a row are that far apart.
qreal trackPitch(const std::vector<const Fan*>& fans)
{
    qreal widest = 0;
    for (const Fan* fan : fans)
        for (const Fan::Cable& cable : fan->cables) widest = std::max(widest, cable.width);
    return widest + trackGap;
}

struct Shared {
    bool hasRings = false;
    qreal pitch = 0;
    std::vector<BankShape> banks;
    std::vector<std::vector<qreal>> lines; // by bank: y of each network's line
    std::vector<std::vector<qreal>> under; // by bank: y under each row where tracks begin
};

void layOutBanks(Shared& shared, Layout& out, const ClusterView& view, const std::vector<Place>& places,
                 const Descents& descents)
{
    std::map<int, std::pair<qreal, qreal>> widths; // bank → leftmost and rightmost card
    std::map<int, int> rows;                       // bank → rows in use
    for (const Place& place : places) {
        const int bank = place.row / rowsInBank;
        const auto [at, isNew] = widths.try_emplace(bank, place.x, place.x + cardWidth);
        if (!isNew)
            at->second = {std::min(at->second.first, place.x), std::max(at->second.second, place.x + cardWidth)};
        rows[bank] = std::max(rows[bank], place.row % rowsInBank + 1);
    }
    for (std::size_t at = 0; at < places.size(); ++at) { // cables that went around lie outside
        auto& width = widths[places[at].row / rowsInBank];
        width.first = std::min(width.first, places[at].x + descents.nodes[at].shift);
        width.second = std::max(width.second, places[at].x + cardWidth + descents.nodes[at].shift);
    }
    if (widths.empty()) {
        widths[0] = {0, 4 * cardWidth + 3 * cardGap};
        rows[0] = 1;
    }
    const int last = widths.rbegin()->first;
    qreal y = 0;
    for (int bank = 0; bank <= last; ++bank) {
        BankShape shape{.top = y};
        const auto width = widths.find(bank);
        const bool isUsed = width != widths.end();
        if (isUsed) {
            std::vector<qreal> under;
            for (int row = 0; row < rows[bank]; ++row) {
                shape.rows.push_back(y);
                y += cardHeight + portNames + (shared.hasRings ? ringZone : straightZone);
                under.push_back(y);
                const auto tracks = descents.tracks.find(bank * rowsInBank + row);
                y += (tracks == descents.tracks.end() ? 0 : tracks->second) * shared.pitch + 16;
            }
            shared.under.push_back(std::move(under));
            shape.left = width->second.first - captionWidth - 32;
            shape.right = width->second.second + 24;
            y += trunkZone - 16;
            shape.lanes = y;
            std::vector<qreal> lines;
            for (std::size_t at = 0; at < view.networks.size(); ++at) {
                const qreal height = laneHeight(view.networks[at]);
                const QRectF band(shape.left, y, shape.right - shape.left, height);
                lines.push_back(y + 34);
                out.lanes.push_back({.network = static_cast<int>(at), .bank = bank, .band = band, .line = y + 34});
                y += height + laneGap;
            }
            shared.lines.push_back(std::move(lines));
            if (!view.networks.empty()) y -= laneGap;
        } else { // nobody stands here: the rows keep their numbers, the bank no height
            shape.lanes = y;
            shared.under.emplace_back();
            shared.lines.emplace_back();
        }
        shape.bottom = y;
        if (isUsed && bank != last) y += bankGap;
        out.banks.push_back(shape);
    }
    shared.banks = out.banks;
}

CableShape cableShape(const CableView& cable, const Fan::Cable& fan, const CardShape& card, const Descent& descent,
                      const Shared& shared, qreal under)
{
    const auto bank = static_cast<std::size_t>(card.bank);
    CableShape shape{.isBond = !cable.bond.isEmpty()};
    const qreal x = card.card.left() + fan.x;
    const qreal names = card.card.bottom() + portNames;
    const qreal start = shape.isBond ? under - 6 : names;
    shape.ring = {x, shape.isBond ? start - ringRadius : start};
    for (const int port : cable.ports) {
        const qreal from = card.ports[static_cast<std::size_t>(port)].x();
        const qreal turn = names + 12;
        const qreal end = shape.isBond ? shape.ring.y() - ringRadius : under;
        std::vector<QPointF> member{{from, names}};
        if (from != x) member.insert(member.end(), {{from, turn}, {x, turn}});
        member.emplace_back(x, shape.isBond || from != x ? end : names);
        shape.members.push_back(std::move(member));
    }
    const bool isBent = !shape.isBond && !shape.members.empty() && shape.members.front().size() > 2;
    const qreal top = isBent ? under : shape.isBond ? shape.ring.y() + ringRadius : names;
    const auto count = static_cast<qreal>(cable.strands.size());
    for (std::size_t at = 0; at < cable.strands.size(); ++at) {
        const StrandView& strand = cable.strands[at];
        const qreal offset = (static_cast<qreal>(at) - (count - 1) / 2) * spread;
        const qreal line = shared.lines[bank][static_cast<std::size_t>(strand.network)];
        StrandShape path{
            .network = strand.network, .path = {{x + offset, top}}, .label = {}, .text = {}, .note = strand.note};
        if (descent.track >= 0) {
            // On the track the strands keep their order: whoever turns down first lies lowest.
            const qreal order = descent.shift > 0 ? count - 1 - static_cast<qreal>(at) : static_cast<qreal>(at);
            const qreal y = under + 6 + descent.track * shared.pitch + order * spread;
            path.path.emplace_back(x + offset, y);
            path.path.emplace_back(x + offset + descent.shift, y);
        }
        path.path.emplace_back(x + offset + descent.shift, line);
        shape.strands.push_back(std::move(path));
    }
    if (!shape.strands.empty()) {
        const qreal width = (count - 1) * spread + 10;
        const qreal from = descent.track >= 0 ? under + 10 + (descent.track + 1) * shared.pitch : top + 2;
        shape.trunk = {x + descent.shift - width / 2, from, width, shared.banks[bank].lanes - 3 - from};
    }
    return shape;
}

CardShape cardShape(std::shared_ptr<const NodeView> node, const Place& place, const Fan& fan, const Descent& descent,
                    const Shared& shared)
{
    const int bank = place.row / rowsInBank;
    const auto row = static_cast<std::size_t>(place.row % rowsInBank);
    const BankShape& stands = shared.banks[static_cast<std::size_t>(bank)];
    CardShape card{.node = std::move(node),
                   .card = {place.x, stands.rows[row], cardWidth, cardHeight},
                   .place = place,
                   .bank = bank,
                   .fan = fan};
    for (const qreal port : fan.ports) card.ports.emplace_back(place.x + port, card.card.bottom());
    const qreal under = shared.under[static_cast<std::size_t>(bank)][row];
    for (std::size_t at = 0; at < card.node->cables.size(); ++at)
        card.cables.push_back(cableShape(card.node->cables[at], fan.cables[at], card, descent, shared, under));
    card.bounds = card.card.adjusted(-2, -8, 2, portNames + 2);
    for (const CableShape& cable : card.cables) {
        card.bounds |= QRectF(cable.ring - QPointF(ringRadius, ringRadius), QSizeF(2 * ringRadius, 2 * ringRadius));
        for (const StrandShape& strand : cable.strands)
            for (const QPointF& corner : strand.path) card.bounds |= QRectF(corner - QPointF(4, 4), QSizeF(8, 8));
    }
    return card;
}

// Gives each strand its label: right of the bundle where that is free up to the next strand, shortened where it is
// not, and none where even that has no room.
void label(std::vector<CardShape*>& cards)
{
    struct Hanging {
        qreal left, right;
        CardShape* card;
        CableShape* cable;
        std::size_t index;
    };
    std::vector<Hanging> bundles;
    for (CardShape* card : cards) {
        for (std::size_t at = 0; at < card->cables.size(); ++at) {
            CableShape& cable = card->cables[at];
            if (cable.strands.empty()) continue;
            bundles.push_back(
                {cable.strands.front().junction().x(), cable.strands.back().junction().x(), card, &cable, at});
        }
    }
    std::ranges::stable_sort(bundles, {}, &Hanging::left);
    for (std::size_t at = 0; at < bundles.size(); ++at) {
        const Hanging& bundle = bundles[at];
        const qreal left = bundle.right + 9;
        const qreal room = at + 1 < bundles.size() ? bundles[at + 1].left - 8 - left : 160;
        const CableView& view = bundle.card->node->cables[bundle.index];
        for (std::size_t strand = 0; strand < view.strands.size(); ++strand) {
            StrandShape& shape = bundle.cable->strands[strand];
            const StrandView& said = view.strands[strand];
            for (const QString& text : {said.address, said.shortened}) {
                const qreal width = static_cast<qreal>(text.size()) * glyphWidth + 4;
                if (text.isEmpty() || width > room) continue;
                shape.text = text;
                shape.label = {left, shape.junction().y() + 4, width, labelHeight};
                bundle.card->bounds |= shape.label;
                break;
            }
            const qreal note = static_cast<qreal>(shape.note.size()) * glyphWidth + 4;
            if (note > room) shape.note.clear();
            if (shape.note.isEmpty()) continue;
            shape.noteRect = {left, shape.junction().y() - 4 - labelHeight, note, labelHeight};
            bundle.card->bounds |= shape.noteRect;
        }
    }
}

// The layout before this one, bank by bank.
class Earlier {
public:
    explicit Earlier(const Layout* layout) : layout_(layout) {}

    [[nodiscard]] std::vector<std::size_t> cardsByBank(std::size_t banks) const
    {
        std::vector<std::size_t> counts(banks);
        if (!layout_) return counts;
        for (const auto& card : layout_->cards)
            if (const auto bank = static_cast<std::size_t>(card->bank); bank < banks) ++counts[bank];
        return counts;
    }

    // Whether its rows and its lanes are the same.
    [[nodiscard]] bool standsAs(const Layout& now, std::size_t bank) const
    {
        if (!layout_ || bank >= layout_->banks.size()) return false;
        const auto inBank = [bank](const LaneShape& lane) { return static_cast<std::size_t>(lane.bank) == bank; };
        return layout_->banks[bank] == now.banks[bank] &&
               std::ranges::equal(layout_->lanes | std::views::filter(inBank), now.lanes | std::views::filter(inBank));
    }

    // Null where there was none. Most edits leave a node the number it had.
    [[nodiscard]] std::shared_ptr<const CardShape> cardOf(const NodeView* node, std::size_t number) const
    {
        if (!layout_) return nullptr;
        if (number < layout_->cards.size() && layout_->cards[number]->node.get() == node) return layout_->cards[number];
        if (byNode_.empty())
            for (const auto& card : layout_->cards) byNode_.emplace(card->node.get(), card);
        const auto found = byNode_.find(node);
        return found == byNode_.end() ? nullptr : found->second;
    }

private:
    const Layout* layout_;
    mutable std::unordered_map<const NodeView*, std::shared_ptr<const CardShape>> byNode_;
};

} // namespace

int columnsFor(std::size_t nodeCount)
{
    if (nodeCount <= 64) return 8;
    if (nodeCount <= 128) return 16;
    return nodeCount <= 512 ? 32 : 56;
}

Layout layOut(const ClusterView& view, const Places& asked, const Layout* earlier)
{
    const std::vector<Place> places = placesOf(view, asked);
    const Earlier before(earlier);
    std::vector<std::shared_ptr<const CardShape>> known; // of the same node, null where there was none
    std::deque<Fan> made;
    std::vector<const Fan*> fans;
    Shared shared;
    known.reserve(view.nodes.size());
    fans.reserve(view.nodes.size());
    for (std::size_t at = 0; at < view.nodes.size(); ++at) {
        const NodeView& node = *view.nodes[at];
        known.push_back(before.cardOf(&node, at));
        fans.push_back(known.back() ? &known.back()->fan : &made.emplace_back(fanOf(node)));
        for (const CableView& cable : node.cables) shared.hasRings = shared.hasRings || !cable.bond.isEmpty();
    }
    shared.pitch = trackPitch(fans);
    const Descents descents = descentsOf(view, places, fans);
    Layout out;
    layOutBanks(shared, out, view, places, descents);

    // A bank in which nothing changed is taken over whole: its labels depend on neighbours, on nothing further away.
    std::vector<std::vector<std::size_t>> inBank(out.banks.size());
    for (std::size_t at = 0; at < places.size(); ++at)
        inBank[static_cast<std::size_t>(places[at].row / rowsInBank)].push_back(at);
    const std::vector<std::size_t> counts = before.cardsByBank(out.banks.size());

    out.cards.resize(places.size());
    for (std::size_t bank = 0; bank < out.banks.size(); ++bank) {
        const auto stands = [&](std::size_t at) { return known[at] && known[at]->place == places[at]; };
        if (counts[bank] == inBank[bank].size() && before.standsAs(out, bank) &&
            std::ranges::all_of(inBank[bank], stands)) {
            for (const std::size_t at : inBank[bank]) out.cards[at] = std::move(known[at]);
            continue;
        }
        std::vector<std::shared_ptr<CardShape>> shapes;
        std::vector<CardShape*> cards;
        for (const std::size_t at : inBank[bank]) {
            shapes.push_back(std::make_shared<CardShape>(
                cardShape(view.nodes[at], places[at], *fans[at], descents.nodes[at], shared)));
            cards.push_back(shapes.back().get());
        }
        label(cards);
        for (std::size_t at = 0; at < shapes.size(); ++at) out.cards[inBank[bank][at]] = std::move(shapes[at]);
    }
    for (const BankShape& bank : out.banks)
        if (!bank.rows.empty())
            out.bounds |= QRectF(bank.left, bank.top - 8, bank.right - bank.left, bank.bottom - bank.top + 8);
    return out;
}

Places Layout::places() const
{
    Places places;
    places.at.reserve(static_cast<qsizetype>(cards.size()));
    for (const auto& card : cards)
        if (!places.at.contains(card->node->name)) places.at.insert(card->node->name, card->place);
    return places;
}

Places Layout::placesWith(const QHash<QString, Place>& moved) const
{
    Places result = places();
    std::set<int> empty;
    for (const auto& [node, place] : moved.asKeyValueRange()) {
        if (const auto before = result.at.constFind(node); before != result.at.cend()) empty.insert(before->row);
        result.at.insert(node, place);
        result.yielding.insert(node);
    }
    for (const Place& place : std::as_const(result.at)) empty.erase(place.row);
    for (Place& place : result.at) {
        const int first = place.row / rowsInBank * rowsInBank;
        place.row -= static_cast<int>(std::distance(empty.lower_bound(first), empty.lower_bound(place.row)));
    }
    return result;
}

Place Layout::placeAt(QPointF corner) const
{
    // The row whose cards stand nearest; under a bank's last row lies one more that a drop may open.
    int row = 0;
    qreal least = std::numeric_limits<qreal>::max();
    const auto consider = [&](int candidate, qreal y) {
        if (std::abs(y - corner.y()) >= least) return;
        least = std::abs(y - corner.y());
        row = candidate;
    };
    for (std::size_t bank = 0; bank < banks.size(); ++bank) {
        const BankShape& shape = banks[bank];
        const int first = static_cast<int>(bank) * rowsInBank;
        const int count = static_cast<int>(shape.rows.size());
        for (int at = 0; at < count; ++at) consider(first + at, shape.rows[static_cast<std::size_t>(at)]);
        if (count > 0 && count < rowsInBank)
            consider(first + count, shape.rows.back() + cardHeight + portNames + ringZone);
    }
    return {std::round(corner.x() / grid) * grid, row};
}

} // namespace n3x
