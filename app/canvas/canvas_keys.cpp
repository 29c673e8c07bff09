// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/canvas/canvas_view.h"

#include "app/document/document.h"

#include <algorithm>

// Keys of the canvas: everything that the mouse does.
namespace n3x {

bool CanvasView::moveFocus(const QKeyEvent& event)
{
    Direction direction = Direction::Left;
    const bool isUpOrDown = event.key() == Qt::Key_Up || event.key() == Qt::Key_Down;
    if (isUpOrDown && event.modifiers().testFlags(Qt::ControlModifier | Qt::ShiftModifier))
        return false; // the window moves what is selected in its list
    switch (event.key()) {
    case Qt::Key_Left: break;
    case Qt::Key_Right: direction = Direction::Right; break;
    case Qt::Key_Up: direction = Direction::Up; break;
    case Qt::Key_Down: direction = Direction::Down; break;
    default: return false;
    }
    if (event.modifiers().testFlag(Qt::AltModifier)) {
        moveCards(direction);
        return true;
    }
    Hit from = session_->focused();
    if (from.kind == HitKind::Bond) from = {HitKind::Card, from.index};
    const Hit next = nextTo(session_->settled(), from, direction);
    if (event.modifiers().testFlag(Qt::ControlModifier))
        session_->setFocused(next);
    else if (event.modifiers().testFlag(Qt::ShiftModifier)) {
        std::vector<Hit> selected = session_->selectedHits();
        if (std::ranges::find(selected, next) == selected.end()) selected.push_back(next);
        session_->setFocused(next);
        deeds::select(*session_, selected);
    } else {
        select(next, {});
    }
    intoView(next);
    return true;
}

// By keyboard cards move a step of the grid along their row, or to the next row.
void CanvasView::moveCards(Direction direction)
{
    const Layout& layout = session_->settled().layout;
    QHash<QString, Place> moved;
    QString step = QStringLiteral("move"); // going on with the same cards is one step of the history
    for (const Hit& hit : session_->selectedHits()) {
        if (hit.kind != HitKind::Card) continue;
        const CardShape& card = *layout.cards[static_cast<std::size_t>(hit.index)];
        Place place = card.place;
        constexpr qreal width = 3 * layout::grid;
        if (direction == Direction::Left) place.x -= width;
        if (direction == Direction::Right) place.x += width;
        if (direction == Direction::Up) place.row = std::max(0, place.row - 1);
        if (direction == Direction::Down) place.row += 1;
        moved.insert(card.node->name, place);
        step += u'/' + card.node->name;
    }
    if (moved.isEmpty()) return;
    const Scene after = session_->preview(session_->document().project(), layout.placesWith(moved));
    session_->keepPlaces(after.layout.places().at, moved.keys(), step);
}

// At what the keyboard is on, or in the middle of the view.
void CanvasView::requestMenu()
{
    const QRectF view(0, 0, width(), height());
    const Hit& focused = session_->focused();
    if (focused.kind == HitKind::Nothing) return emit menuRequested(view.center());
    const QRectF seen = camera_.toItem(rectOf(session_->settled(), focused)) & view;
    emit menuRequested(seen.isEmpty() ? view.center() : seen.center());
}

void CanvasView::keyPressEvent(QKeyEvent* event)
{
    if (!session_ || moveFocus(*event)) return;
    const bool isPlain = !event->modifiers().testAnyFlags(Qt::ControlModifier | Qt::AltModifier);
    const Hit focused = session_->focused();
    switch (event->key()) {
    case Qt::Key_Escape:
        if (gesture_)
            cancelGesture();
        else if (showsFacts())
            hideFacts();
        else
            deeds::select(*session_, {});
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F2: beginRename(focused); return;
    case Qt::Key_Delete:
    case Qt::Key_Backspace: deeds::removeSelected(session_->document()); return;
    case Qt::Key_Menu: requestMenu(); return;
    case Qt::Key_F10:
        if (!event->modifiers().testFlag(Qt::ShiftModifier)) break;
        requestMenu();
        return;
    case Qt::Key_A:
        if (!event->modifiers().testFlag(Qt::ControlModifier)) break;
        {
            std::vector<Hit> all;
            for (int at = 0; at < static_cast<int>(session_->settled().view.nodes.size()); ++at)
                all.push_back({HitKind::Card, at});
            deeds::select(*session_, all);
        }
        return;
    case Qt::Key_D:
        if (!event->modifiers().testFlag(Qt::ControlModifier)) break;
        deeds::duplicate(*session_, focused);
        return;
    case Qt::Key_B: // into the bonds of a card, one after the other
        if (!isPlain || focused.index < 0 || focused.kind == HitKind::Lane || focused.kind == HitKind::Nothing) break;
        {
            const auto& cables = session_->settled().layout.cards[static_cast<std::size_t>(focused.index)]->cables;
            for (int at = focused.kind == HitKind::Bond ? focused.part + 1 : 0; at < static_cast<int>(cables.size());
                 ++at)
                if (cables[static_cast<std::size_t>(at)].isBond) {
                    select({HitKind::Bond, focused.index, at}, {});
                    return;
                }
            select({HitKind::Card, focused.index}, {});
        }
        return;
    case Qt::Key_Space:
        if (event->isAutoRepeat()) return;
        isSpaceHeld_ = true;
        hasPannedWithSpace_ = false;
        updateCursor();
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoomIn(); return;
    case Qt::Key_Minus: zoomOut(); return;
    case Qt::Key_0: zoomToActualSize(); return;
    case Qt::Key_F:
        if (!isPlain) break;
        fit();
        return;
    default: break;
    }
    event->ignore();
}

void CanvasView::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Space || event->isAutoRepeat() || !isSpaceHeld_) {
        event->ignore();
        return;
    }
    isSpaceHeld_ = false;
    updateCursor();
    if (!hasPannedWithSpace_ && session_ && session_->focused().kind != HitKind::Nothing)
        select(session_->focused(), Qt::ControlModifier);
}

void CanvasView::focusInEvent(QFocusEvent* event)
{
    if (session_) session_->setKeyboard(true);
    QQuickPaintedItem::focusInEvent(event);
}

void CanvasView::focusOutEvent(QFocusEvent* event)
{
    isSpaceHeld_ = false;
    if (session_ && event->reason() != Qt::PopupFocusReason) session_->setKeyboard(false);
    updateCursor();
    QQuickPaintedItem::focusOutEvent(event);
}

} // namespace n3x
