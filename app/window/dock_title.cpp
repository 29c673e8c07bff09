// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/window/dock_title.h"

#include "app/theme/colours.h"
#include "app/theme/heading.h"
#include "app/theme/icons.h"

#include <QBoxLayout>
#include <QDockWidget>
#include <QLabel>
#include <QMainWindow>
#include <QPainter>
#include <QTimer>
#include <QToolButton>

#include <utility>

namespace n3x {

namespace {

constexpr int lineHeight = 2;

} // namespace

DockTitle::DockTitle(QDockWidget& dock)
    : dock_(dock), name_(new QLabel(dock.windowTitle())), float_(new QToolButton), close_(new QToolButton)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 0, 4, 0);
    layout->setSpacing(0);
    makeHeading(*name_);
    layout->addWidget(name_, 1);
    const auto add = [&](QToolButton* button, const QString& iconName, const QString& name) {
        button->setIcon(icon(iconName));
        button->setIconSize(QSize(12, 12));
        button->setAutoRaise(true);
        button->setAccessibleName(name);
        button->setToolTip(name);
        button->setFocusPolicy(Qt::NoFocus); // the View menu does the same by keyboard
        QSizePolicy policy = button->sizePolicy();
        policy.setRetainSizeWhenHidden(true);
        button->setSizePolicy(policy);
        button->hide();
        layout->addWidget(button);
    };
    add(float_, QStringLiteral("float"), tr("Float %1").arg(dock.windowTitle()));
    add(close_, QStringLiteral("close"), tr("Hide %1").arg(dock.windowTitle()));
    connect(float_, &QToolButton::clicked, this, [this] { dock_.setFloating(!dock_.isFloating()); });
    connect(close_, &QToolButton::clicked, &dock_, &QDockWidget::close);
    connect(&dock_, &QDockWidget::windowTitleChanged, name_, &QLabel::setText);
    // A dock is told of its place before its neighbours are tabs with it.
    const auto soon = [this] { QTimer::singleShot(0, this, &DockTitle::follow); };
    connect(&dock_, &QDockWidget::visibilityChanged, this, soon);
    connect(&dock_, &QDockWidget::topLevelChanged, this, soon);
    connect(&dock_, &QDockWidget::dockLocationChanged, this, soon);
}

bool DockTitle::isTabbed() const
{
    const auto* window = qobject_cast<QMainWindow*>(dock_.parentWidget());
    return window != nullptr && !dock_.isFloating() && !window->tabifiedDockWidgets(&dock_).isEmpty();
}

// The buttons are there when the pointer is.
void DockTitle::enterEvent(QEnterEvent* event)
{
    QWidget::enterEvent(event);
    for (QToolButton* button : {float_, close_}) button->setVisible(!isTabbed_);
}

void DockTitle::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    for (QToolButton* button : {float_, close_}) button->hide();
}

void DockTitle::setInHand(bool isInHand)
{
    if (isInHand == std::exchange(isInHand_, isInHand)) return;
    name_->setForegroundRole(isInHand ? QPalette::Link : QPalette::WindowText);
    update();
}

void DockTitle::paintEvent(QPaintEvent*)
{
    if (!isInHand_) return;
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - lineHeight, width(), lineHeight), coloursOf(palette()).accent);
}

void DockTitle::follow()
{
    const bool tabbed = isTabbed();
    if (tabbed == isTabbed_) return;
    isTabbed_ = tabbed;
    name_->setVisible(!tabbed);
    for (QToolButton* button : {float_, close_}) {
        QSizePolicy policy = button->sizePolicy();
        policy.setRetainSizeWhenHidden(!tabbed);
        button->setSizePolicy(policy);
        button->hide();
    }
    updateGeometry();
    // QDockWidget asks for the size of its title only when it lays itself out. Putting the title in once more would do
    // that too, and style the whole dock anew, which takes a seventh of the start.
    if (QLayout* layout = dock_.layout()) layout->setGeometry(dock_.rect());
}

QSize DockTitle::sizeHint() const
{
    return isTabbed_ ? QSize(0, lineHeight) : QSize(120, std::max(fontMetrics().height() + 8, 24));
}

QSize DockTitle::minimumSizeHint() const { return isTabbed_ ? QSize(0, lineHeight) : QSize(60, sizeHint().height()); }

} // namespace n3x
