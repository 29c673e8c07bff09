// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/canvas/canvas_panel.h"
#include "app/canvas/canvas_view.h"
#include "app/canvas/quick_canvas.h"
#include "app/document/document.h"
#include "app/theme/colours.h"
#include "core/edits/nodes.h"
#include "core/files/templates.h"

#include <QDir>
#include <QQuickWidget>
#include <QtTest>

namespace n3x::test {

// How many pixels of this part are not the same in two pictures.
inline int differing(const QImage& one, const QImage& other, const QRect& part)
{
    if (one.size() != other.size() || !one.rect().contains(part)) qFatal("two pictures without that part");
    int count = 0;
    for (int y = part.top(); y <= part.bottom(); ++y)
        for (int x = part.left(); x <= part.right(); ++x) count += one.pixel(x, y) != other.pixel(x, y) ? 1 : 0;
    return count;
}

// A document and its canvas, shown. What a person does goes through real events of the widget.
struct CanvasStage {
    explicit CanvasStage(const Project& project = templateProject("sample"),
                         const QString& profile = QStringLiteral("bonding-vlans"), QSize size = {1100, 760},
                         const QPalette& palette = lightPalette())
        : document(project)
    {
        document.setCurrentProfile(profile);
        panel = std::make_unique<CanvasPanel>(document);
        panel->setPalette(palette);
        panel->session()->setReducedMotion(true);
        panel->resize(size);
        panel->show();
        if (!QTest::qWaitForWindowExposed(panel.get()) || !panel->view()) qFatal("the canvas does not show");
        panel->quick()->setFocus();
        panel->view()->forceActiveFocus();
    }

    [[nodiscard]] CanvasView& view() const { return *panel->view(); }
    [[nodiscard]] CanvasSession& session() const { return *panel->session(); }
    [[nodiscard]] QWidget* widget() const { return panel->quick(); }
    [[nodiscard]] const Profile& profile() const { return *document.profile(); }
    [[nodiscard]] const Node* node(std::string_view name) const { return find(profile().nodes, name); }

    [[nodiscard]] Hit card(const QString& name) const
    {
        return session().hitOf(
            ObjectPath::of({"profiles", document.currentProfile().toStdString(), "nodes", name.toStdString()}));
    }
    [[nodiscard]] Hit lane(const QString& name) const
    {
        return session().hitOf(
            ObjectPath::of({"profiles", document.currentProfile().toStdString(), "networks", name.toStdString()}));
    }
    // On the widget: a spot of an object that nothing else covers.
    [[nodiscard]] QPoint at(const Hit& hit) const
    {
        const QRectF rect = view().camera().toItem(rectOf(session().settled(), hit));
        if (hit.kind == HitKind::Lane) return (rect.topLeft() + QPointF(40, 12)).toPoint();
        if (hit.kind == HitKind::Card) return (rect.topLeft() + QPointF(rect.width() / 2, rect.height() / 3)).toPoint();
        return rect.center().toPoint();
    }

    // Press, a few moves, and no release.
    void beginDrag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::mousePress(widget(), Qt::LeftButton, modifiers, from);
        for (const int step : {1, 2, 3, 4}) QTest::mouseMove(widget(), from + (to - from) * step / 4);
        QTest::mouseMove(widget(), to);
    }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {}) const
    {
        beginDrag(from, to, modifiers);
        QTest::mouseRelease(widget(), Qt::LeftButton, modifiers, to);
    }
    void click(const Hit& hit, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::mouseClick(widget(), Qt::LeftButton, modifiers, at(hit));
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const { QTest::keyClick(widget(), key, modifiers); }

    [[nodiscard]] QStringList selected() const
    {
        QStringList names;
        for (const ObjectPath& path : document.selection()) names << QString::fromStdString(path.names().back());
        return names;
    }

    // What is painted at this moment, and where a part of the scene is in it.
    [[nodiscard]] QImage painted() const { return panel->quick()->grabFramebuffer(); }
    [[nodiscard]] QRect inPicture(const QRectF& part) const
    {
        const QRectF item = view().camera().toItem(part);
        const qreal ratio = panel->devicePixelRatio();
        return QRectF(item.topLeft() * ratio, item.size() * ratio).toAlignedRect();
    }
    [[nodiscard]] QString colourAt(QPointF spot) const // "#rrggbb"
    {
        return painted().pixelColor(inPicture(QRectF(spot, QSizeF(0.1, 0.1))).topLeft()).name();
    }

    // What is seen, for people to look at: build/<preset>/pictures.
    void picture(const QString& name) const
    {
        QTest::qWait(30);
        const QDir folder(qEnvironmentVariable("N3X_BINARY_DIR", QDir::tempPath()) + QStringLiteral("/pictures"));
        folder.mkpath(QStringLiteral("."));
        const QString scale = panel->devicePixelRatio() > 1 ? QStringLiteral("-200") : QString();
        QVERIFY(panel->grab().save(folder.filePath(QStringLiteral("canvas-%1%2.png").arg(name, scale))));
    }

    Document document;
    std::unique_ptr<CanvasPanel> panel;
};

} // namespace n3x::test
