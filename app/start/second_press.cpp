// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/start/second_press.h"

#include <QApplication>
#include <QMouseEvent>
#include <QTimer>
#include <QWidget>

namespace n3x {

namespace {

class SecondPress final : public QObject {
public:
    SecondPress(const QRect& onScreen, QObject* parent) : QObject(parent), onScreen_(onScreen)
    {
        qApp->installEventFilter(this);
        QTimer::singleShot(QApplication::doubleClickInterval(), this, &QObject::deleteLater);
    }

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        const bool isPress = event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick;
        if (isPress) isTaken_ = onScreen_.contains(static_cast<QMouseEvent*>(event)->globalPosition().toPoint());
        return isTaken_ && (isPress || event->type() == QEvent::MouseButtonRelease);
    }

private:
    QRect onScreen_;
    bool isTaken_ = false;
};

} // namespace

void ignoreSecondPress(const QRect& onScreen, QWidget& window) { new SecondPress(onScreen, &window); }

} // namespace n3x
