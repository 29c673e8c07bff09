// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/canvas/gestures.h"

#include "app/canvas/facts.h"
#include "app/canvas/paint.h"
#include "app/canvas/words.h"
#include "app/document/document.h"
#include "core/edits/nodes.h"

#include <algorithm>

namespace n3x {
namespace {

class Rubber final : public Gesture {
public:
    Rubber(CanvasSession& session, QPointF from, std::vector<Hit> besides)
        : Gesture(session), from_(from), hits_(besides), besides_(std::move(besides))
    {
    }

    void move(QPointF to) override
    {
        const QRectF rect = QRectF(from_, to).normalized();
        hits_ = besides_;
        for (const Hit& hit : hitsIn(session_.settled(), rect))
            if (std::ranges::find(hits_, hit) == hits_.end()) hits_.push_back(hit);
        session_.stage([&](Scene& scene) {
            for (Mark& mark : scene.cards) mark.isSelected = false;
            for (Mark& mark : scene.lanes) mark.isSelected = false;
            for (const Hit& hit : hits_) {
                if (hit.kind == HitKind::Card) scene.cards[static_cast<std::size_t>(hit.index)].isSelected = true;
                if (hit.kind == HitKind::Lane) scene.lanes[static_cast<std::size_t>(hit.index)].isSelected = true;
            }
            scene.rubber = rect;
        });
    }

    void drop() override { deeds::select(session_, hits_); }

private:
    QPointF from_;
    std::vector<Hit> hits_;
    std::vector<Hit> besides_;
};

class Connect final : public Gesture {
public:
    Connect(CanvasSession& session, QPointF from, const Hit& source) : Gesture(session), from_(from), source_(source)
    {
        const Scene& scene = session.settled();
        if (source.kind == HitKind::Bond) cable_ = source.part;
        if (source.kind == HitKind::Port) {
            const NodeView& node = *scene.view.nodes[static_cast<std::size_t>(source.index)];
            for (std::size_t at = 0; at < node.cables.size(); ++at)
                if (std::ranges::find(node.cables[at].ports, source.part) != node.cables[at].ports.end())
                    cable_ = static_cast<int>(at);
        }
    }

    void move(QPointF to) override
    {
        const Scene& scene = session_.settled();
        Hit over = hitAt(scene, to, 0, Detail::Name);
        if (over.kind != wanted()) over = {};
        if (over != over_ || !isShown_) {
            over_ = over;
            isShown_ = true;
            refusal_ = over.kind == HitKind::Nothing ? QString() : refusalOf(over.index);
            canDrop_ = over.kind != HitKind::Nothing && refusal_.isEmpty();
            after_.reset();
            if (canDrop_) {
                const Edit edit = attachEdit();
                after_ = std::make_unique<Scene>(session_.preview(edit.apply(session_.document().project()), {}));
            }
        }
        session_.stage([&](Scene& staged) { show(staged, to); });
    }

    void drop() override
    {
        if (canDrop_) session_.document().apply(attachEdit());
    }

private:
    [[nodiscard]] HitKind wanted() const { return source_.kind == HitKind::Lane ? HitKind::Card : HitKind::Lane; }
    [[nodiscard]] int nodeOf(int target) const { return source_.kind == HitKind::Lane ? target : source_.index; }
    [[nodiscard]] int networkOf(int target) const { return source_.kind == HitKind::Lane ? source_.index : target; }

    [[nodiscard]] QString refusalOf(int target) const
    {
        return attachRefusal(session_.settled().view, nodeOf(target), networkOf(target), cable_);
    }

    [[nodiscard]] Edit attachEdit() const
    {
        const auto name = [this](const Hit& hit) { return session_.pathOf(hit).names().back(); };
        return edits::attach(session_.settled().view.profile.toStdString(), name({HitKind::Card, nodeOf(over_.index)}),
                             name({HitKind::Lane, networkOf(over_.index)}));
    }

    void show(Scene& scene, QPointF to) const
    {
        if (after_) scene = *after_;
        const bool toCards = wanted() == HitKind::Card;
        std::vector<Mark>& targets = toCards ? scene.cards : scene.lanes;
        for (std::size_t at = 0; at < targets.size(); ++at) {
            targets[at].reason = refusalOf(static_cast<int>(at));
            targets[at].emphasis = targets[at].reason.isEmpty() ? Emphasis::Lit : Emphasis::Dimmed;
        }
        if (!toCards) // the other cards are no targets
            for (std::size_t at = 0; at < scene.cards.size(); ++at)
                if (static_cast<int>(at) != source_.index) scene.cards[at].emphasis = Emphasis::Dimmed;
        scene.tipAt = to;
        if (!after_) {
            scene.link = QLineF(from_, to);
            scene.linkColour = over_.kind == HitKind::Nothing ? scene.colours.accent : scene.colours.error;
            if (toCards) scene.linkColour = scene.styles[static_cast<std::size_t>(source_.index)].line;
            if (!refusal_.isEmpty()) scene.tip = Words::tr("Cannot attach: %1").arg(refusal_);
            return;
        }
        const NodeView& node = *scene.view.nodes[static_cast<std::size_t>(nodeOf(over_.index))];
        const int network = networkOf(over_.index);
        QString address;
        for (const CableView& cable : node.cables)
            for (const StrandView& strand : cable.strands)
                if (strand.network == network) address = strand.address;
        const QString& name = scene.view.networks[static_cast<std::size_t>(network)].name;
        scene.tip = address.isEmpty() ? Words::tr("Attach %1 to %2").arg(node.name, name)
                                      : Words::tr("Attach %1 to %2 as %3").arg(node.name, name, address);
    }

    QPointF from_;
    Hit source_;
    int cable_ = -1;
    Hit over_;
    bool isShown_ = false;
    bool canDrop_ = false;
    QString refusal_;
    std::unique_ptr<Scene> after_;
};

// The card hangs at the pointer; the place that a drop gives it is an outline.
void carry(Scene& scene, std::size_t card, QPointF corner)
{
    scene.cards[card].isGhost = true;
    scene.carried.push_back({card, corner});
}

class Move final : public Gesture {
public:
    Move(CanvasSession& session, QPointF from, std::vector<int> cards) : Gesture(session), cards_(std::move(cards))
    {
        for (std::size_t at = 0; at < cards_.size(); ++at) {
            const QRectF card = shapeOf(at).card;
            grips_.push_back(card.topLeft() - from);
            if (card.contains(from)) inHand_ = at;
        }
    }

    void move(QPointF to) override
    {
        const Scene& scene = session_.settled();
        const Hit over = hitAt(scene, to, 0, Detail::Name);
        // Over a lane that it is on already a card is on its way to another row.
        if (cards_.size() == 1 && over.kind == HitKind::Lane && !isOn(*shapeOf(0).node, over.index)) {
            if (!link_)
                link_ =
                    std::make_unique<Connect>(session_, shapeOf(0).card.center(), Hit{HitKind::Card, cards_.front()});
            link_->move(to);
            return;
        }
        link_.reset();
        QHash<QString, Place> moved;
        const int rows = scene.layout.placeAt(to + grips_[inHand_]).row - shapeOf(inHand_).place.row;
        for (std::size_t at = 0; at < cards_.size(); ++at) // they stay above and below each other
            moved.insert(shapeOf(at).node->name,
                         {scene.layout.placeAt(to + grips_[at]).x, std::max(0, shapeOf(at).place.row + rows)});
        Scene after = session_.preview(session_.document().project(), scene.layout.placesWith(moved));
        places_ = after.layout.places().at;
        moved_ = moved.keys();
        session_.stage([&](Scene& staged) {
            staged = std::move(after);
            for (std::size_t at = 0; at < cards_.size(); ++at)
                carry(staged, static_cast<std::size_t>(cards_[at]), to + grips_[at]);
        });
    }

    void drop() override
    {
        if (link_)
            link_->drop();
        else if (!places_.isEmpty())
            session_.keepPlaces(places_, moved_);
    }

private:
    [[nodiscard]] const CardShape& shapeOf(std::size_t at) const
    {
        return *session_.settled().layout.cards[static_cast<std::size_t>(cards_[at])];
    }

    std::vector<int> cards_;
    std::vector<QPointF> grips_; // from the pointer to each card's corner
    std::size_t inHand_ = 0;
    QStringList moved_;
    QHash<QString, Place> places_;
    std::unique_ptr<Connect> link_;
};

class PlaceNode final : public Gesture {
public:
    PlaceNode(CanvasSession& session, Role role, const QString& target)
        : Gesture(session), role_(role), target_(target), node_(deeds::newNode(session, role, target))
    {
        if (node_) project_ = node_->edit.apply(session.document().project());
    }

    void move(QPointF to) override
    {
        if (!node_) return;
        const QPointF corner = to - QPointF(layout::cardWidth / 2, layout::cardHeight / 2);
        Places places;
        places.at.insert(node_->name, session_.settled().layout.placeAt(corner));
        places.yielding.insert(node_->name);
        Scene after = session_.preview(project_, places);
        session_.stage([&](Scene& staged) {
            staged = std::move(after);
            staged.tipAt = to;
            for (std::size_t at = 0; at < staged.view.nodes.size(); ++at) {
                if (staged.view.nodes[at]->name != node_->name) continue;
                carry(staged, at, corner);
                place_ = staged.layout.cards[at]->place;
                staged.tip = Words::tr("Add %1").arg(node_->name);
            }
        });
    }

    void drop() override
    {
        if (node_ && place_) deeds::addNode(session_, role_, target_, place_);
    }

private:
    Role role_;
    QString target_;
    std::optional<deeds::NewNode> node_;
    Project project_;
    std::optional<Place> place_;
};

class PlaceNetwork final : public Gesture {
public:
    using Gesture::Gesture;

    void move(QPointF to) override
    {
        const Scene& settled = session_.settled();
        std::size_t index = 0; // above the first lane whose middle lies lower
        for (const LaneShape& lane : settled.layout.lanes)
            if (lane.bank == 0 && lane.band.center().y() < to.y()) ++index;
        if (!index_ || *index_ != index) {
            index_ = index;
            const auto edit = deeds::newNetwork(session_, index);
            if (!edit) return;
            after_ = session_.preview(edit->apply(session_.document().project()), {});
        }
        session_.stage([&](Scene& staged) {
            staged = after_;
            staged.tipAt = to;
            for (std::size_t at = 0; at < staged.view.networks.size(); ++at) {
                const QString& name = staged.view.networks[at].name;
                if (std::ranges::any_of(session_.settled().view.networks,
                                        [&](const NetworkView& network) { return network.name == name; }))
                    continue;
                staged.lanes[at].isGhost = true;
                staged.tip = Words::tr("Add %1 · %2").arg(name, paint::vlanText(staged.view.networks[at]));
            }
        });
    }

    void drop() override
    {
        if (index_) deeds::addNetwork(session_, index_);
    }

private:
    std::optional<std::size_t> index_;
    Scene after_;
};

} // namespace

std::unique_ptr<Gesture> selectByRubber(CanvasSession& session, QPointF from, std::vector<Hit> besides)
{
    return std::make_unique<Rubber>(session, from, std::move(besides));
}

std::unique_ptr<Gesture> moveCards(CanvasSession& session, QPointF from, std::vector<int> cards)
{
    return std::make_unique<Move>(session, from, std::move(cards));
}

std::unique_ptr<Gesture> connectFrom(CanvasSession& session, QPointF from, const Hit& source)
{
    return std::make_unique<Connect>(session, from, source);
}

std::unique_ptr<Gesture> placeNode(CanvasSession& session, Role role, const QString& target)
{
    return std::make_unique<PlaceNode>(session, role, target);
}

std::unique_ptr<Gesture> placeNetwork(CanvasSession& session) { return std::make_unique<PlaceNetwork>(session); }

} // namespace n3x
