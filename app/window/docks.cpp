// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/window/docks.h"

#include "app/window/dock_title.h"

#include <QApplication>
#include <QDockWidget>
#include <QMainWindow>
#include <QMenu>
#include <QSettings>

namespace n3x {

namespace {

// A new number lets go of remembered layouts that lack a dock or have one too many.
constexpr int layoutVersion = 1;

QString layoutKey() { return QStringLiteral("window/layout"); }
QString frontKey() { return QStringLiteral("window/front"); }

Qt::DockWidgetArea areaOf(Docks::Place place)
{
    switch (place) {
    case Docks::Place::Left: return Qt::LeftDockWidgetArea;
    case Docks::Place::RightTop:
    case Docks::Place::RightBottom: return Qt::RightDockWidgetArea;
    case Docks::Place::Bottom: return Qt::BottomDockWidgetArea;
    }
    return Qt::LeftDockWidgetArea;
}

} // namespace

Docks::Docks(QMainWindow& window) : QObject(&window), window_(window)
{
    window_.setDockOptions(QMainWindow::AllowNestedDocks | QMainWindow::AllowTabbedDocks |
                           QMainWindow::GroupedDragging);
    window_.setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    // The lists at the bottom keep to the canvas, the sides stand as high as the window.
    window_.setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    window_.setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget*, const QWidget* focus) {
        for (const Entry& entry : std::as_const(entries_))
            entry.title->setInHand(focus != nullptr && entry.dock->isAncestorOf(focus));
    });
}

QDockWidget* Docks::add(const QString& id, const QString& title, Place place, QWidget* panel, bool shownAtFirst)
{
    auto* dock = new QDockWidget(title, &window_);
    dock->setObjectName(id);
    dock->setAccessibleName(title);
    dock->setWidget(panel);
    auto* strip = new DockTitle(*dock);
    dock->setTitleBarWidget(strip);
    // The title may count what is in the panel; the menu says which one it is.
    QAction* toggle = dock->toggleViewAction();
    connect(dock, &QDockWidget::windowTitleChanged, toggle, [toggle, title] { toggle->setText(title); });
    toggle->setToolTip(tr("Show or hide %1").arg(title));
    window_.addDockWidget(areaOf(place), dock);
    entries_ << Entry{id, dock, strip, place, shownAtFirst};
    return dock;
}

void Docks::addTo(QMenu& menu) const
{
    for (const Entry& entry : entries_) menu.addAction(entry.dock->toggleViewAction());
}

void Docks::setEnabled(bool enabled)
{
    for (const Entry& entry : std::as_const(entries_)) entry.dock->widget()->setEnabled(enabled);
}

void Docks::reset()
{
    QList<QDockWidget*> bottom;
    QList<QDockWidget*> right;
    for (const Entry& entry : std::as_const(entries_)) {
        entry.dock->setFloating(false);
        window_.addDockWidget(areaOf(entry.place), entry.dock);
        entry.dock->setVisible(entry.shownAtFirst);
        if (entry.place == Place::Bottom) bottom << entry.dock;
        if (entry.place == Place::RightTop || entry.place == Place::RightBottom) right << entry.dock;
    }
    for (qsizetype at = 1; at < bottom.size(); ++at) window_.tabifyDockWidget(bottom[at - 1], bottom[at]);
    if (right.size() == 2) window_.splitDockWidget(right[0], right[1], Qt::Vertical);
    if (!bottom.isEmpty()) bottom.front()->raise();

    const int width = window_.width();
    const int height = window_.height();
    QList<QDockWidget*> columns;
    QList<int> widths;
    for (const Entry& entry : std::as_const(entries_)) {
        if (entry.place == Place::Left) columns << entry.dock, widths << width * 15 / 100;
        if (entry.place == Place::RightTop) columns << entry.dock, widths << width * 29 / 100;
    }
    window_.resizeDocks(columns, widths, Qt::Horizontal);
    if (!bottom.isEmpty()) window_.resizeDocks({bottom.front()}, {height * 22 / 100}, Qt::Vertical);
    if (right.size() == 2) window_.resizeDocks(right, {height * 50 / 100, height * 50 / 100}, Qt::Vertical);
}

// A window that became narrow takes the room from the sides before the canvas has too little.
void Docks::keepRoomForCentre()
{
    const QWidget* centre = window_.centralWidget();
    const int wanted = window_.width() * 48 / 100;
    if (centre == nullptr || centre->isHidden() || centre->width() >= wanted) return;
    QList<QDockWidget*> columns;
    QList<int> widths;
    QList<Qt::DockWidgetArea> areas;
    int taken = 0;
    for (const Entry& entry : std::as_const(entries_)) {
        const Qt::DockWidgetArea area = window_.dockWidgetArea(entry.dock);
        const bool isSide = area == Qt::LeftDockWidgetArea || area == Qt::RightDockWidgetArea;
        if (!isSide || entry.dock->isFloating() || entry.dock->isHidden()) continue;
        if (areas.contains(area)) continue; // one of a column tells its width
        areas << area;
        columns << entry.dock;
        widths << entry.dock->width();
        taken += entry.dock->width();
    }
    if (taken == 0) return;
    const int room = taken - (wanted - centre->width());
    for (int& width : widths) width = width * room / taken;
    window_.resizeDocks(columns, widths, Qt::Horizontal);
}

void Docks::restore()
{
    const QSettings settings;
    hiddenFront_ = settings.value(frontKey()).toStringList();
    if (!window_.restoreState(settings.value(layoutKey()).toByteArray(), layoutVersion)) return reset();
    bringToFront(hiddenFront_);
}

void Docks::remember() const
{
    QSettings settings;
    settings.setValue(layoutKey(), hiddenState_.isEmpty() ? window_.saveState(layoutVersion) : hiddenState_);
    settings.setValue(frontKey(), hiddenState_.isEmpty() ? inFront() : hiddenFront_);
}

void Docks::setShown(bool shown)
{
    if (!shown && hiddenState_.isEmpty()) {
        hiddenState_ = window_.saveState(layoutVersion);
        if (const QStringList front = inFront(); !front.isEmpty()) hiddenFront_ = front;
        for (const Entry& entry : std::as_const(entries_)) entry.dock->hide();
    } else if (shown && !hiddenState_.isEmpty()) {
        window_.restoreState(hiddenState_, layoutVersion);
        hiddenState_.clear();
        bringToFront(hiddenFront_);
    }
}

QStringList Docks::inFront() const
{
    QStringList ids;
    for (const Entry& entry : entries_)
        if (!window_.tabifiedDockWidgets(entry.dock).isEmpty() && !entry.dock->visibleRegion().isEmpty())
            ids << entry.id;
    return ids;
}

void Docks::bringToFront(const QStringList& ids)
{
    for (const Entry& entry : std::as_const(entries_))
        if (ids.contains(entry.id) && !entry.dock->isHidden()) entry.dock->raise();
}

void Docks::floatFocused()
{
    QWidget* focus = QApplication::focusWidget();
    for (const Entry& entry : std::as_const(entries_)) {
        if (focus == nullptr || !entry.dock->isAncestorOf(focus)) continue;
        entry.dock->setFloating(!entry.dock->isFloating());
        entry.dock->activateWindow();
        focus->setFocus(); // it went with the dock
        return;
    }
}

void Docks::focusNext(int direction)
{
    QList<QWidget*> stops{window_.centralWidget()};
    for (const Entry& entry : std::as_const(entries_))
        if (entry.dock->isVisible() && !entry.dock->visibleRegion().isEmpty()) stops << entry.dock->widget();
    const QWidget* focus = QApplication::focusWidget();
    qsizetype at = 0;
    for (qsizetype stop = 0; stop < stops.size(); ++stop)
        if (focus != nullptr && (stops[stop] == focus || stops[stop]->isAncestorOf(focus))) at = stop;
    for (qsizetype tried = 0; tried < stops.size(); ++tried) {
        at = (at + direction + stops.size()) % stops.size();
        const QList<QWidget*> within = stops[at]->findChildren<QWidget*>();
        const auto takes = [](const QWidget* widget) {
            return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) != 0;
        };
        // The lists and the canvas before the buttons above them.
        auto chosen = std::ranges::find_if(within, [&](const QWidget* widget) {
            return takes(widget) && (widget->inherits("QAbstractItemView") || widget->inherits("QQuickWidget"));
        });
        if (chosen == within.end()) chosen = std::ranges::find_if(within, takes);
        if (chosen == within.end()) continue;
        (*chosen)->activateWindow();
        (*chosen)->setFocus(Qt::ShortcutFocusReason);
        return;
    }
}

void Docks::raise(const QString& id)
{
    for (const Entry& entry : std::as_const(entries_)) {
        if (entry.id != id) continue;
        entry.dock->show();
        entry.dock->raise();
    }
}

} // namespace n3x
