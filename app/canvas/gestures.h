// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/canvas/deeds.h"
#include "app/canvas/session.h"

#include <QPointF>

#include <memory>

namespace n3x {

// Something that a pointer does between press and release. It shows on the session what a drop would do, drop() does
// it, and letting go of it without drop() leaves nothing behind. Points are scene coordinates.
class Gesture {
public:
    explicit Gesture(CanvasSession& session) : session_(session) {}
    virtual ~Gesture() { session_.unstage(); }
    Gesture(const Gesture&) = delete;
    Gesture& operator=(const Gesture&) = delete;

    virtual void move(QPointF to) = 0;
    virtual void drop() = 0;

protected:
    CanvasSession& session_;
};

// Draws a rectangle; what it touches is selected, besides what was selected before.
[[nodiscard]] std::unique_ptr<Gesture> selectByRubber(CanvasSession& session, QPointF from, std::vector<Hit> besides);
// Cards go with the pointer; a single one that is held over a lane would be attached to it instead.
[[nodiscard]] std::unique_ptr<Gesture> moveCards(CanvasSession& session, QPointF from, std::vector<int> cards);
// From a port, bond or card to a lane, or from a lane to a card.
[[nodiscard]] std::unique_ptr<Gesture> connectFrom(CanvasSession& session, QPointF from, const Hit& source);
[[nodiscard]] std::unique_ptr<Gesture> placeNode(CanvasSession& session, Role role, const QString& target);
[[nodiscard]] std::unique_ptr<Gesture> placeNetwork(CanvasSession& session);

} // namespace n3x
