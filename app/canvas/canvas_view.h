// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/canvas/brush.h"
#include "app/canvas/gestures.h"
#include "app/canvas/session.h"
#include "app/canvas/shape_model.h"

#include <QQuickPaintedItem>
#include <QTimer>
#include <QtQmlIntegration>

#include <memory>

namespace n3x {

// The canvas as an item of Qt Quick: paints the scene of its session through a camera and turns mouse, wheel and keys
// into gestures and edits. One painted item, because with the software renderer that is what stays within a frame.
class CanvasView : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(n3x::CanvasSession* session READ session WRITE setSession NOTIFY sessionChanged REQUIRED FINAL)
    Q_PROPERTY(qreal zoom READ zoom NOTIFY cameraChanged FINAL)
    Q_PROPERTY(QPointF origin READ origin NOTIFY cameraChanged FINAL)
    Q_PROPERTY(QString zoomText READ zoomText NOTIFY cameraChanged FINAL)
    Q_PROPERTY(
        qreal rightInset MEMBER rightInset_ NOTIFY insetChanged FINAL) // covered by the palette: fit keeps clear of it
    Q_PROPERTY(n3x::ShapeModel* cards READ cards CONSTANT FINAL)
    Q_PROPERTY(n3x::ShapeModel* lanes READ lanes CONSTANT FINAL)

    Q_PROPERTY(bool showsFacts READ showsFacts NOTIFY factsChanged FINAL)
    Q_PROPERTY(QString factsTitle READ factsTitle NOTIFY factsChanged FINAL)
    Q_PROPERTY(QString factsText READ factsText NOTIFY factsChanged FINAL)
    Q_PROPERTY(QPointF factsAt READ factsAt NOTIFY factsChanged FINAL)

    Q_PROPERTY(bool isRenaming READ isRenaming NOTIFY renamingChanged FINAL)
    Q_PROPERTY(QString renamedName READ renamedName NOTIFY renamingChanged FINAL)
    Q_PROPERTY(QRectF renamedRect READ renamedRect NOTIFY renamedRectChanged FINAL)

    Q_PROPERTY(QRectF cardsRect READ cardsRect NOTIFY cardsRectChanged FINAL) // where the cards of the first row stand

    Q_PROPERTY(QColor ink READ ink NOTIFY coloursChanged FINAL)
    Q_PROPERTY(QColor quietInk READ quietInk NOTIFY coloursChanged FINAL)
    Q_PROPERTY(QColor paper READ paper NOTIFY coloursChanged FINAL)
    Q_PROPERTY(QColor edge READ edge NOTIFY coloursChanged FINAL)
    Q_PROPERTY(QColor accent READ accent NOTIFY coloursChanged FINAL)
    Q_PROPERTY(QColor onAccent READ onAccent NOTIFY coloursChanged FINAL)
    Q_PROPERTY(QColor hoverTint READ hoverTint NOTIFY coloursChanged FINAL)
    Q_PROPERTY(QColor error READ error NOTIFY coloursChanged FINAL)

public:
    explicit CanvasView(QQuickItem* parent = nullptr);
    ~CanvasView() override;

    [[nodiscard]] CanvasSession* session() const { return session_; }
    void setSession(CanvasSession* session);

    [[nodiscard]] const Camera& camera() const { return camera_; }
    void setCamera(const Camera& camera);
    [[nodiscard]] qreal zoom() const { return camera_.zoom; }
    [[nodiscard]] QPointF origin() const { return camera_.origin; }
    [[nodiscard]] QString zoomText() const;
    [[nodiscard]] ShapeModel* cards() { return &cards_; }
    [[nodiscard]] ShapeModel* lanes() { return &lanes_; }

    [[nodiscard]] bool showsFacts() const { return !factsTitle_.isEmpty(); }
    [[nodiscard]] const QString& factsTitle() const { return factsTitle_; }
    [[nodiscard]] const QString& factsText() const { return factsText_; }
    [[nodiscard]] QPointF factsAt() const { return factsAt_; }

    void hideFacts();
    [[nodiscard]] bool isRenaming() const { return renamed_.kind != HitKind::Nothing; }
    [[nodiscard]] QString renamedName() const;
    [[nodiscard]] QRectF renamedRect() const;

    [[nodiscard]] QRectF cardsRect() const;

    [[nodiscard]] QColor ink() const;
    [[nodiscard]] QColor quietInk() const;
    [[nodiscard]] QColor paper() const;
    [[nodiscard]] QColor edge() const;
    [[nodiscard]] QColor accent() const;
    [[nodiscard]] QColor onAccent() const;
    [[nodiscard]] QColor hoverTint() const;
    [[nodiscard]] QColor error() const;

    Q_INVOKABLE void zoomIn();
    Q_INVOKABLE void zoomOut();
    Q_INVOKABLE void zoomToActualSize();
    Q_INVOKABLE void zoomAt(QPointF point, qreal factor);
    Q_INVOKABLE void fit();
    Q_INVOKABLE void pan(qreal dx, qreal dy);
    Q_INVOKABLE void reveal(const QString& key); // an object by its path: focus, selection, into view

    Q_INVOKABLE void addServer(const QString& target);
    Q_INVOKABLE void addAgent(const QString& target);
    Q_INVOKABLE void addNetwork();
    // Dragging from the palette: begin…, dragTo in coordinates of this item, then drop or cancelGesture.
    Q_INVOKABLE void beginServer(const QString& target);
    Q_INVOKABLE void beginAgent(const QString& target);
    Q_INVOKABLE void beginNetwork();
    Q_INVOKABLE void dragTo(QPointF point);
    Q_INVOKABLE void drop();
    Q_INVOKABLE void cancelGesture();
    [[nodiscard]] bool hasGesture() const { return gesture_ != nullptr; }

    // What a control over the canvas does, shown like the facts of an object; an empty text ends it.
    Q_INVOKABLE void explain(const QString& hint, QPointF at);

    void beginRename(const Hit& hit);
    Q_INVOKABLE QString renameRefusal(const QString& name) const;
    Q_INVOKABLE void finishRename(const QString& name);
    Q_INVOKABLE void cancelRename();

    void paint(QPainter* painter) override;

signals:
    void sessionChanged();
    void cameraChanged();
    void insetChanged();
    void factsChanged();
    void renamingChanged();
    void renamedRectChanged();
    void cardsRectChanged();
    void coloursChanged();
    void menuRequested(QPointF at); // in coordinates of this item; the selection says for what

protected:
    void geometryChange(const QRectF& newGeometry, const QRectF& oldGeometry) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseUngrabEvent() override;
    void hoverMoveEvent(QHoverEvent* event) override;
    void hoverLeaveEvent(QHoverEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    enum class Framing : std::uint8_t { Free, Whole, Readable }; // free once somebody zooms or pans

    [[nodiscard]] bool canEdit() const { return session_ && !session_->isReadOnly(); }
    [[nodiscard]] Hit hitAtItem(QPointF point) const;
    [[nodiscard]] QRectF fitArea() const;
    void frame(Framing framing);
    void showProfile();
    void updateShapes();
    void hover(QPointF point);
    [[nodiscard]] QPointF pointerNow(QPointF told) const;
    void showFacts();
    void press(const Hit& hit, Qt::KeyboardModifiers modifiers);
    void beginGesture(QPointF from, Qt::KeyboardModifiers modifiers);
    bool moveFocus(const QKeyEvent& event);
    void requestMenu();
    void moveCards(Direction direction);
    void select(const Hit& hit, Qt::KeyboardModifiers modifiers);
    void intoView(const Hit& hit);
    // Of a lane, the stretch that is nearest to the pointer, or to the middle where that is elsewhere.
    [[nodiscard]] QRectF rectInSight(const Hit& hit) const;
    void updateCursor();

    CanvasSession* session_ = nullptr;
    Camera camera_;
    QHash<QString, Camera> cameras_; // by profile: each is found as it was left
    QString shown_; // the profile that camera_ looks at
    Framing framing_ = Framing::Readable;
    Framing left_ = Framing::Free; // to show something new; it comes back when that is gone again
    QRectF framed_; // bounds of the profile then
    qreal rightInset_ = 0;
    ShapeModel cards_;
    ShapeModel lanes_;
    QTimer shapesLater_;

    std::unique_ptr<Gesture> gesture_;
    Hit pressed_;
    QPointF pressedAt_;
    bool isPressed_ = false;
    bool isPanning_ = false;
    bool isSpaceHeld_ = false;
    bool hasPannedWithSpace_ = false;
    QPointF panFrom_;

    QTimer factsTimer_;
    QPointF pointer_;
    QString factsTitle_;
    QString factsText_;
    QPointF factsAt_;
    QString hint_; // of the control that the pointer or the keyboard is on
    QPointF hintAt_;
    Hit renamed_;
};

} // namespace n3x
