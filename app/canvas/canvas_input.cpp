// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/canvas/canvas_view.h"

#include "app/document/document.h"

#include <QCursor>
#include <QGuiApplication>
#include <QStyleHints>

#include <algorithm>
#include <cmath>

// Mouse and wheel of the canvas.
namespace n3x {
namespace {

constexpr qreal reach = 5; // pixels beside a port or ring that still count

bool adds(Qt::KeyboardModifiers modifiers) { return modifiers.testAnyFlags(Qt::ControlModifier | Qt::ShiftModifier); }

} // namespace

Hit CanvasView::hitAtItem(QPointF point) const
{
    if (!session_) return {};
    return hitAt(session_->settled(), camera_.toScene(point), reach / camera_.zoom, detailAt(camera_.zoom));
}

void CanvasView::mousePressEvent(QMouseEvent* event)
{
    if (!session_) return;
    forceActiveFocus(Qt::MouseFocusReason);
    hideFacts();
    if (gesture_) { // another button in the middle of a gesture
        cancelGesture();
        return;
    }
    pointer_ = event->position();
    if (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && isSpaceHeld_)) {
        isPanning_ = true;
        hasPannedWithSpace_ = isSpaceHeld_;
        panFrom_ = event->position();
        updateCursor();
        return;
    }
    const Hit hit = hitAtItem(event->position());
    if (event->button() == Qt::RightButton) {
        const std::vector<Hit> selected = session_->selectedHits();
        const Hit object = hit.kind == HitKind::Port ? Hit{HitKind::Card, hit.index} : hit;
        if (std::ranges::find(selected, object) == selected.end()) select(object, {});
        emit menuRequested(event->position());
        return;
    }
    isPressed_ = true;
    pressed_ = hit;
    pressedAt_ = event->position();
    press(hit, event->modifiers());
}

void CanvasView::press(const Hit& hit, Qt::KeyboardModifiers modifiers)
{
    const Hit object = hit.kind == HitKind::Port ? Hit{HitKind::Card, hit.index} : hit;
    if (object.kind == HitKind::Nothing) return; // the release decides: a click on nothing selects nothing
    const std::vector<Hit> selected = session_->selectedHits();
    const bool isSelected = std::ranges::find(selected, object) != selected.end();
    if (isSelected && !adds(modifiers)) { // may begin to drag all of them
        session_->setFocused(object);
        return;
    }
    select(object, modifiers);
}

void CanvasView::select(const Hit& hit, Qt::KeyboardModifiers modifiers)
{
    if (!session_) return;
    session_->setFocused(hit);
    if (!adds(modifiers)) {
        deeds::select(*session_, {hit});
        return;
    }
    std::vector<Hit> selected = session_->selectedHits();
    const auto known = std::ranges::find(selected, hit);
    if (known == selected.end())
        selected.push_back(hit);
    else if (modifiers.testFlag(Qt::ControlModifier))
        selected.erase(known);
    deeds::select(*session_, selected);
}

void CanvasView::beginGesture(QPointF from, Qt::KeyboardModifiers modifiers)
{
    if (pressed_.kind != HitKind::Nothing && session_->isReadOnly()) return;
    const QPointF scene = camera_.toScene(from);
    switch (pressed_.kind) {
    case HitKind::Nothing:
        gesture_ = selectByRubber(*session_, scene, adds(modifiers) ? session_->selectedHits() : std::vector<Hit>());
        break;
    case HitKind::Port:
    case HitKind::Bond:
        gesture_ = connectFrom(*session_, rectOf(session_->settled(), pressed_).center(), pressed_);
        break;
    case HitKind::Lane: gesture_ = connectFrom(*session_, scene, pressed_); break;
    case HitKind::Card: {
        std::vector<int> cards;
        for (const Hit& hit : session_->selectedHits())
            if (hit.kind == HitKind::Card) cards.push_back(hit.index);
        if (std::ranges::find(cards, pressed_.index) == cards.end()) cards = {pressed_.index};
        gesture_ = n3x::moveCards(*session_, scene, std::move(cards));
        break;
    }
    }
}

void CanvasView::mouseMoveEvent(QMouseEvent* event)
{
    if (!session_) return;
    pointer_ = event->position();
    if (isPanning_) {
        const QPointF by = event->position() - panFrom_;
        panFrom_ = event->position();
        pan(by.x(), by.y());
        return;
    }
    if (!isPressed_) return;
    if (!gesture_) {
        const QPointF by = event->position() - pressedAt_;
        if (by.manhattanLength() < QGuiApplication::styleHints()->startDragDistance()) return;
        beginGesture(pressedAt_, event->modifiers());
        updateCursor();
    }
    if (gesture_) gesture_->move(camera_.toScene(event->position()));
}

void CanvasView::mouseReleaseEvent(QMouseEvent* event)
{
    if (!session_) return;
    if (isPanning_) {
        isPanning_ = false;
        updateCursor();
        return;
    }
    if (event->button() != Qt::LeftButton || !std::exchange(isPressed_, false)) return;
    if (gesture_) {
        gesture_->move(camera_.toScene(event->position()));
        drop();
        return;
    }
    if (pressed_.kind == HitKind::Nothing && !adds(event->modifiers())) {
        session_->setFocused({});
        deeds::select(*session_, {});
    } else if (pressed_.kind != HitKind::Nothing &&
               !adds(event->modifiers())) { // a click on one of many means that one
        select(pressed_.kind == HitKind::Port ? Hit{HitKind::Card, pressed_.index} : pressed_, {});
    }
}

void CanvasView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (!session_ || event->button() != Qt::LeftButton) return;
    isPressed_ = false;
    const Hit hit = hitAtItem(event->position());
    if (hit.kind == HitKind::Port)
        beginRename({HitKind::Card, hit.index});
    else if (hit.kind == HitKind::Nothing)
        fit();
    else
        beginRename(hit);
}

void CanvasView::mouseUngrabEvent()
{
    isPressed_ = false;
    isPanning_ = false;
    cancelGesture();
}

void CanvasView::drop()
{
    // It is taken out first: what it does changes the project, and that ends every gesture.
    if (const std::unique_ptr<Gesture> gesture = std::move(gesture_)) gesture->drop();
    updateCursor();
}

void CanvasView::cancelGesture()
{
    gesture_.reset();
    isPressed_ = false;
    updateCursor();
}

void CanvasView::dragTo(QPointF point)
{
    if (gesture_) gesture_->move(camera_.toScene(point));
}

void CanvasView::beginServer(const QString& target)
{
    if (canEdit()) gesture_ = placeNode(*session_, Role::Server, target);
}

void CanvasView::beginAgent(const QString& target)
{
    if (canEdit()) gesture_ = placeNode(*session_, Role::Agent, target);
}

void CanvasView::beginNetwork()
{
    if (canEdit()) gesture_ = placeNetwork(*session_);
}

void CanvasView::addServer(const QString& target)
{
    if (!canEdit()) return;
    deeds::addNode(*session_, Role::Server, target);
    intoView(session_->focused());
}

void CanvasView::addAgent(const QString& target)
{
    if (!canEdit()) return;
    deeds::addNode(*session_, Role::Agent, target);
    intoView(session_->focused());
}

void CanvasView::addNetwork()
{
    if (!canEdit()) return;
    deeds::addNetwork(*session_);
    intoView(session_->focused());
}

void CanvasView::hoverMoveEvent(QHoverEvent* event)
{
    event->ignore(); // handles above may want it too
    hover(pointerNow(event->position()));
}

// The canvas moves under a pointer that rests when panels come beside it, and is told where the pointer was before.
QPointF CanvasView::pointerNow(QPointF told) const
{
    const QPointF now = mapFromGlobal(QCursor::pos());
    return (now - told).manhattanLength() > 3 ? now : told;
}

void CanvasView::hover(QPointF point)
{
    if (!session_ || gesture_) return;
    const bool isElsewhere = (point - pointer_).manhattanLength() > 3;
    pointer_ = point;
    const Hit hit = contains(point) ? hitAtItem(point) : Hit();
    if (hit != session_->hovered()) {
        session_->setHovered(hit);
        hint_.clear();
        hideFacts();
        if (hit.kind != HitKind::Nothing) factsTimer_.start();
        updateCursor();
    } else if (isElsewhere && hit.kind != HitKind::Nothing && !showsFacts()) {
        factsTimer_.start(); // 400 ms of rest
    }
}

void CanvasView::hoverLeaveEvent(QHoverEvent*)
{
    if (session_) session_->setHovered({});
    if (hint_.isEmpty()) hideFacts(); // the pointer may have gone to a control that explains itself
}

void CanvasView::updateCursor()
{
    if (isPanning_)
        setCursor(Qt::ClosedHandCursor);
    else if (isSpaceHeld_)
        setCursor(Qt::OpenHandCursor);
    else if (canEdit() && (session_->hovered().kind == HitKind::Port || session_->hovered().kind == HitKind::Bond))
        setCursor(Qt::CrossCursor);
    else
        unsetCursor();
}

void CanvasView::wheelEvent(QWheelEvent* event)
{
    event->accept();
    hideFacts();
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        zoomAt(event->position(), std::pow(1.2, event->angleDelta().y() / 120.0));
        return;
    }
    QPointF by = event->pixelDelta();
    if (by.isNull()) by = QPointF(event->angleDelta()) / 120 * 64;
    if (event->modifiers().testFlag(Qt::ShiftModifier) && by.x() == 0) by = {by.y(), 0};
    pan(by.x(), by.y());
}

} // namespace n3x
