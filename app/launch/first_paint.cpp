// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/launch/first_paint.h"

#include "app/window/main_window.h"

#include <QEvent>
#include <QEventLoop>
#include <QQuickWidget>
#include <QQuickWindow>
#include <QTextStream>
#include <QTimer>

namespace n3x {

namespace {

constexpr int patience = 20'000; // ms

// Ends the loop when the widget was painted after its scene was rendered with the project in it.
class PaintWatch : public QObject {
public:
    PaintWatch(MainWindow& window, bool wantsProject, QQuickWidget& canvas, QEventLoop& loop) : loop_(loop)
    {
        canvas.installEventFilter(this);
        connect(canvas.quickWindow(), &QQuickWindow::afterRendering, this,
                [this, &window, wantsProject] { isRendered_ = !wantsProject || window.session().isOpen(); });
    }

    bool eventFilter(QObject*, QEvent* event) override
    {
        // The paint itself and what carries it to the screen come before what is posted here.
        if (event->type() == QEvent::Paint && isRendered_)
            QMetaObject::invokeMethod(&loop_, [this] { loop_.exit(0); }, Qt::QueuedConnection);
        return false;
    }

private:
    QEventLoop& loop_;
    bool isRendered_ = false;
};

} // namespace

int waitForFirstPaint(MainWindow& window, bool withProject)
{
    auto* canvas = window.findChild<QQuickWidget*>();
    if (canvas == nullptr) return 3;
    QEventLoop loop;
    const PaintWatch watch(window, withProject, *canvas, loop);
    QTimer::singleShot(patience, &loop, [&loop] { loop.exit(3); });
    const int status = loop.exec();
    QTextStream(stdout) << (status == 0 ? "painted\n" : "not painted\n");
    return status;
}

} // namespace n3x
