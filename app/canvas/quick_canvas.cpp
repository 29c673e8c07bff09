// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/canvas/quick_canvas.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QQuickWindow>
#include <QSGRendererInterface>
#include <QTimerEvent>

namespace n3x {
namespace {

constexpr qint64 leastBetween = 8; // milliseconds: no screen shows more frames

// One painted item needs no GPU, and a window without one starts sooner and looks the same everywhere.
QWidget* withSoftwareRenderer(QWidget* parent)
{
    static const bool isSet = [] {
        if (qEnvironmentVariableIsEmpty("QT_QUICK_BACKEND"))
            QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
        return true;
    }();
    Q_UNUSED(isSet)
    return parent;
}

} // namespace

QuickCanvas::QuickCanvas(QWidget* parent) : QQuickWidget(withSoftwareRenderer(parent))
{
    setAttribute(Qt::WA_OpaquePaintEvent); // what lies behind need not be painted
    soon_.setSingleShot(true);
    soon_.setInterval(0);
    connect(&soon_, &QTimer::timeout, this, &QuickCanvas::drawNow);
}

void QuickCanvas::drawSoon()
{
    if (!sinceLast_.isValid() || sinceLast_.elapsed() >= leastBetween) soon_.start();
}

// The wait is a timer of the widget: where it runs, it is made to end now.
void QuickCanvas::drawNow()
{
    sinceLast_.start();
    const auto* dispatcher = QAbstractEventDispatcher::instance();
    for (const auto& timer : dispatcher->timersForObject(this)) {
        QTimerEvent event(timer.timerId);
        QCoreApplication::sendEvent(this, &event);
    }
}

} // namespace n3x
