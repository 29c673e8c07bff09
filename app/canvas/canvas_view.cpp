// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/canvas/canvas_view.h"

#include "app/canvas/facts.h"
#include "app/canvas/paint.h"
#include "app/canvas/words.h"
#include "app/document/document.h"

#include <QQuickWindow>

#include <algorithm>
#include <cmath>

namespace n3x {
namespace {

constexpr qreal leastZoom = 0.02;
constexpr qreal mostZoom = 4;
constexpr qreal zoomStep = 1.25;
constexpr qreal readableZoom = 0.45; // names beside the glyphs of their roles
constexpr int factsDelay = 400; // milliseconds
constexpr qreal titleHeight = 64; // profile's name and summary, above the cards
constexpr std::size_t mostHandles = 400; // beyond that the cards are dots, and lanes and focus tell enough

} // namespace

CanvasView::CanvasView(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    setOpaquePainting(true);
    setAcceptedMouseButtons(Qt::LeftButton | Qt::MiddleButton | Qt::RightButton);
    setAcceptHoverEvents(true);
    setFlag(ItemIsFocusScope, false);
    setActiveFocusOnTab(true);
    setClip(true);
    factsTimer_.setSingleShot(true);
    factsTimer_.setInterval(factsDelay);
    connect(&factsTimer_, &QTimer::timeout, this, &CanvasView::showFacts);
    // Handles may be a moment late: the picture comes first.
    shapesLater_.setSingleShot(true);
    shapesLater_.setInterval(60);
    connect(&shapesLater_, &QTimer::timeout, this, &CanvasView::updateShapes);
    connect(this, &CanvasView::cameraChanged, this, [this] {
        update();
        if (!shapesLater_.isActive()) shapesLater_.start();
        if (isRenaming()) emit renamedRectChanged();
        emit cardsRectChanged();
    });
}

CanvasView::~CanvasView() { gesture_.reset(); }

void CanvasView::setSession(CanvasSession* session)
{
    if (session == session_) return;
    if (session_) {
        session_->disconnect(this);
        session_->document().disconnect(this);
    }
    gesture_.reset();
    session_ = session;
    if (session_) {
        connect(session_, &CanvasSession::sceneChanged, this, [this] { update(); });
        connect(session_, &CanvasSession::shapesChanged, this, [this] {
            if (!shapesLater_.isActive()) shapesLater_.start();
            if (isRenaming()) emit renamedRectChanged();
            emit cardsRectChanged();
            if (left_ != Framing::Free && session_->settled().layout.bounds == framed_) frame(left_);
        });
        connect(&session_->document(), &Document::projectChanged, this, [this] {
            cancelGesture(); // what it was about may be gone
            cancelRename();
            hideFacts();
        });
        connect(&session_->document(), &Document::selectionChanged, this, [this] {
            // What somebody added or found elsewhere comes into sight; what is in hand stays under the hand.
            const std::vector<Hit> selected = session_->selectedHits();
            if (isPressed_ || gesture_ || selected.size() != 1) return;
            // A lane may be far longer than what is seen: where some of it is, a click on it moves nothing.
            if (selected.front().kind == HitKind::Lane && hasActiveFocus() &&
                rectInSight(selected.front()).intersects(camera_.toScene(boundingRect())))
                return;
            intoView(selected.front());
        });
        connect(session_, &CanvasSession::profileChanged, this, &CanvasView::showProfile);
        connect(session_, &QObject::destroyed, this, [this, document = &session_->document()] {
            document->disconnect(this); // it outlives the session
            session_ = nullptr;
        });
        session_->setKeyboard(hasActiveFocus());
        showProfile();
    }
    emit sessionChanged();
    emit coloursChanged();
}

void CanvasView::showProfile()
{
    cancelGesture();
    cancelRename();
    hideFacts();
    if (!shown_.isEmpty() && framing_ == Framing::Free && left_ == Framing::Free)
        cameras_[shown_] = camera_;
    else
        cameras_.remove(shown_);
    shown_ = session_->settled().view.profile;
    if (const auto known = cameras_.constFind(shown_); known != cameras_.cend()) {
        framing_ = left_ = Framing::Free;
        camera_ = *known;
        emit cameraChanged();
    } else {
        frame(Framing::Readable);
    }
    updateShapes();
}

void CanvasView::setCamera(const Camera& camera)
{
    Camera wanted = camera;
    wanted.zoom = std::clamp(wanted.zoom, leastZoom, mostZoom);
    if (session_ && !session_->settled().layout.bounds.isEmpty()) { // something of the profile always stays in sight
        const QRectF bounds = session_->settled().layout.bounds;
        const qreal keep = 80;
        wanted.origin.setX(std::clamp(wanted.origin.x(), keep - bounds.right() * wanted.zoom,
                                      std::max(keep, width()) - keep - bounds.left() * wanted.zoom));
        wanted.origin.setY(std::clamp(wanted.origin.y(), keep - bounds.bottom() * wanted.zoom,
                                      std::max(keep, height()) - keep - bounds.top() * wanted.zoom));
    }
    if (wanted == camera_) return;
    framing_ = left_ = Framing::Free;
    camera_ = wanted;
    emit cameraChanged();
}

QString CanvasView::zoomText() const { return Words::tr("%1 %").arg(std::round(camera_.zoom * 100)); }

QRectF CanvasView::fitArea() const
{
    // The palette hides a strip only where the window is wide enough to spare it.
    const qreal inset = width() > 1000 ? rightInset_ : 0;
    return QRectF(0, 0, width() - inset, height()).adjusted(20, 36, -20, -44);
}

void CanvasView::fit() { frame(Framing::Whole); }

// The whole profile; readable, so many rows of a larger one as there is room for, all columns wide.
void CanvasView::frame(Framing framing)
{
    if (!session_ || width() < 50 || height() < 50) return;
    const QRectF bounds = session_->settled().layout.bounds.adjusted(0, -titleHeight, 0, 0);
    if (bounds.isEmpty()) return;
    const QRectF area = fitArea();
    Camera camera;
    const qreal across = area.width() / bounds.width();
    camera.zoom = std::min({across, area.height() / bounds.height(), 1.0});
    if (framing == Framing::Readable && detailAt(across) != Detail::Dot)
        camera.zoom = std::max(camera.zoom, std::min(across, readableZoom));
    camera.zoom = std::clamp(camera.zoom, leastZoom, mostZoom);
    const QSizeF size = bounds.size() * camera.zoom;
    const QPointF corner = area.topLeft() + QPointF((area.width() - size.width()) / 2,
                                                    std::clamp((area.height() - size.height()) / 2, 0.0, 60.0));
    camera.origin = corner - bounds.topLeft() * camera.zoom;
    camera.origin = {std::round(camera.origin.x()), std::round(camera.origin.y())};
    camera_ = camera;
    framing_ = framing;
    left_ = Framing::Free;
    framed_ = session_->settled().layout.bounds;
    emit cameraChanged();
}

void CanvasView::zoomAt(QPointF point, qreal factor)
{
    const QPointF scene = camera_.toScene(point);
    Camera camera{.origin = {}, .zoom = std::clamp(camera_.zoom * factor, leastZoom, mostZoom)};
    if (std::abs(camera.zoom - 1) < 0.02) camera.zoom = 1; // 100 % is worth hitting
    camera.origin = point - scene * camera.zoom;
    setCamera(camera);
}

void CanvasView::zoomIn() { zoomAt({width() / 2, height() / 2}, zoomStep); }
void CanvasView::zoomOut() { zoomAt({width() / 2, height() / 2}, 1 / zoomStep); }
void CanvasView::zoomToActualSize() { zoomAt({width() / 2, height() / 2}, 1 / camera_.zoom); }
void CanvasView::pan(qreal dx, qreal dy)
{
    setCamera({.origin = camera_.origin + QPointF(dx, dy), .zoom = camera_.zoom});
}

void CanvasView::geometryChange(const QRectF& newGeometry, const QRectF& oldGeometry)
{
    QQuickPaintedItem::geometryChange(newGeometry, oldGeometry);
    if (newGeometry.size() == oldGeometry.size()) return;
    if (framing_ != Framing::Free) frame(framing_);
    if (!shapesLater_.isActive()) shapesLater_.start();
}

void CanvasView::intoView(const Hit& hit)
{
    if (!session_ || hit.kind == HitKind::Nothing) return;
    QRectF rect = camera_.toItem(rectInSight(hit));
    if (hit.kind == HitKind::Lane) rect.setWidth(std::min(rect.width(), layout::captionWidth * camera_.zoom));
    const QRectF area = fitArea();
    QPointF by;
    if (rect.left() < area.left())
        by.setX(area.left() - rect.left());
    else if (rect.right() > area.right())
        by.setX(area.right() - rect.right());
    if (rect.top() < area.top())
        by.setY(area.top() - rect.top());
    else if (rect.bottom() > area.bottom())
        by.setY(area.bottom() - rect.bottom());
    if (by.isNull()) return;
    const Framing home = framing_ == Framing::Free ? left_ : framing_;
    pan(by.x(), by.y());
    if (session_->settled().layout.bounds != framed_) left_ = home;
}

void CanvasView::reveal(const QString& key)
{
    if (!session_) return;
    const Hit hit = session_->hitOf(ObjectPath(key.toStdString()));
    if (hit.kind == HitKind::Nothing) return;
    select(hit, {});
    intoView(hit);
}

// What is there for those who do not see pixels: the cards in view while they are cards, one row a lane, and the
// focused object wherever it is.
void CanvasView::updateShapes()
{
    shapesLater_.stop();
    if (!session_) return;
    const Scene& scene = session_->settled();
    const QRectF visible = camera_.toScene(QRectF(0, 0, width(), height()));
    const bool showsCards = detailAt(camera_.zoom) != Detail::Dot;
    const Hit& focused = session_->focused();
    std::vector<ShapeModel::Row> rows;
    for (std::size_t at = 0; at < scene.layout.cards.size(); ++at) {
        const Hit hit{HitKind::Card, static_cast<int>(at)};
        const bool isFocused =
            focused.index == hit.index && focused.kind != HitKind::Lane && focused.kind != HitKind::Nothing;
        const bool isSeen = showsCards && rows.size() < mostHandles && scene.layout.cards[at]->card.intersects(visible);
        if (isSeen || isFocused) rows.push_back(session_->rowOf(hit));
    }
    cards_.setRows(std::move(rows));
    std::vector<ShapeModel::Row> lanes;
    for (std::size_t at = 0; at < scene.view.networks.size(); ++at) {
        const Hit hit{HitKind::Lane, static_cast<int>(at)};
        int bank = -1;
        for (const LaneShape& lane : scene.layout.lanes)
            if (lane.network == hit.index && bank < 0 && lane.band.intersects(visible)) bank = lane.bank;
        lanes.push_back(session_->rowOf(hit, bank));
    }
    lanes_.setRows(std::move(lanes));
}

void CanvasView::showFacts()
{
    if (!session_ || gesture_ || isRenaming() || isPanning_) return;
    if (const QPointF now = pointerNow(pointer_); hint_.isEmpty() && now != pointer_) return hover(now);
    const Facts facts = hint_.isEmpty() ? factsOf(*session_, session_->hovered()) : Facts{.title = hint_, .lines = {}};
    if (facts.title.isEmpty()) return;
    factsTitle_ = facts.title;
    factsText_ = facts.lines.join(u'\n');
    factsAt_ = hint_.isEmpty() ? pointer_ : hintAt_;
    emit factsChanged();
}

void CanvasView::explain(const QString& hint, QPointF at)
{
    hideFacts();
    hint_ = hint;
    hintAt_ = at;
    if (!hint.isEmpty()) factsTimer_.start();
}

void CanvasView::hideFacts()
{
    factsTimer_.stop();
    if (factsTitle_.isEmpty()) return;
    factsTitle_.clear();
    emit factsChanged();
}

void CanvasView::beginRename(const Hit& hit)
{
    if (!canEdit() || (hit.kind != HitKind::Card && hit.kind != HitKind::Lane && hit.kind != HitKind::Bond)) return;
    hideFacts();
    intoView(hit);
    renamed_ = hit;
    emit renamingChanged();
    emit renamedRectChanged();
}

QRectF CanvasView::rectInSight(const Hit& hit) const
{
    const Scene& scene = session_->settled();
    QRectF rect = rectOf(scene, hit);
    if (hit.kind != HitKind::Lane) return rect;
    const QPointF looked = camera_.toScene(boundingRect().contains(pointer_) ? pointer_ : boundingRect().center());
    const auto distance = [&](const QRectF& stretch) { return std::abs(stretch.center().y() - looked.y()); };
    for (int bank = 0; bank < static_cast<int>(scene.layout.banks.size()); ++bank)
        if (const QRectF stretch = rectOf(scene, hit, bank); distance(stretch) < distance(rect)) rect = stretch;
    return rect;
}

QString CanvasView::renamedName() const
{
    return session_ && isRenaming() ? deeds::nameOf(*session_, renamed_) : QString();
}

QRectF CanvasView::renamedRect() const
{
    if (!session_ || !isRenaming()) return {};
    const QRectF rect = camera_.toItem(rectInSight(renamed_));
    const qreal height = 26;
    if (renamed_.kind == HitKind::Lane) return {std::max(rect.left(), 0.0) + 4, rect.top() + 2, 172, height};
    if (renamed_.kind == HitKind::Bond) return {rect.right() + 2, rect.center().y() - height / 2, 120, height};
    // Of a card that shows it the line of the name, as far as the card goes.
    switch (detailAt(camera_.zoom)) {
    case Detail::Card: {
        const qreal line = std::clamp(height * camera_.zoom, 18.0, height);
        return {rect.left() + 30 * camera_.zoom, rect.top() + 18 * camera_.zoom - line / 2,
                rect.width() - 34 * camera_.zoom, line};
    }
    case Detail::Name: return {rect.left(), rect.center().y() - 10, rect.width(), 20};
    case Detail::Dot: break;
    }
    return {rect.center().x() - 60, rect.center().y() - height / 2, 120, height};
}

QRectF CanvasView::cardsRect() const
{
    if (!session_ || session_->settled().layout.banks.empty()) return {};
    const BankShape& bank = session_->settled().layout.banks.front();
    return camera_.toItem(QRectF(QPointF(bank.left, bank.top), QPointF(bank.right, bank.lanes)));
}

QString CanvasView::renameRefusal(const QString& name) const
{
    return session_ && isRenaming() ? deeds::renameRefusal(*session_, renamed_, name) : QString();
}

void CanvasView::finishRename(const QString& name)
{
    if (!session_ || !isRenaming() || !renameRefusal(name).isEmpty()) return;
    const Hit hit = renamed_;
    cancelRename();
    deeds::rename(*session_, hit, name);
}

void CanvasView::cancelRename()
{
    if (!isRenaming()) return;
    renamed_ = {};
    emit renamingChanged();
    forceActiveFocus();
}

void CanvasView::paint(QPainter* painter)
{
    if (!session_) return;
    Brush brush(*painter, camera_, QSizeF(width(), height()), fontsFor(camera_.zoom),
                window() ? window()->effectiveDevicePixelRatio() : 1);
    paint::all(brush, session_->scene());
}

QColor CanvasView::ink() const { return session_ ? session_->scene().colours.text : QColor(); }
QColor CanvasView::quietInk() const { return session_ ? session_->scene().colours.quiet : QColor(); }
QColor CanvasView::paper() const { return session_ ? session_->scene().colours.card : QColor(); }
QColor CanvasView::edge() const { return session_ ? session_->scene().colours.cardLine : QColor(); }
QColor CanvasView::accent() const { return session_ ? session_->scene().colours.accent : QColor(); }
QColor CanvasView::onAccent() const { return session_ ? session_->scene().colours.onAccent : QColor(); }
QColor CanvasView::hoverTint() const { return session_ ? mixed(paper(), accent(), 0.14) : QColor(); }
QColor CanvasView::error() const { return session_ ? session_->scene().colours.error : QColor(); }

} // namespace n3x
