// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/canvas/canvas_panel.h"

#include "app/canvas/canvas_menu.h"
#include "app/canvas/canvas_view.h"
#include "app/canvas/deeds.h"
#include "app/canvas/quick_canvas.h"
#include "app/canvas/session.h"
#include "app/canvas/target_model.h"
#include "app/document/document.h"
#include "app/document/editing.h"
#include "app/theme/colours.h"

#include <QApplication>
#include <QEvent>
#include <QMenu>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQmlError>
#include <QQuickItem>
#include <QStyle>
#include <QVBoxLayout>

extern void qml_register_types_N3x_Canvas();

// What a plugin of the module would do. It stands in a static library, so nobody else asks for its types, nor for the
// components as they were compiled with the program; without those each start compiles them again.
static void loadCanvasModule()
{
    Q_INIT_RESOURCE(qmlcache_n3x_app);
    qml_register_types_N3x_Canvas();
}

namespace n3x {
namespace {

QUrl source() { return QUrl(QStringLiteral("qrc:/qt/qml/N3x/Canvas/Canvas.qml")); }

} // namespace

CanvasPanel::CanvasPanel(Document& document, QWidget* parent)
    : QWidget(parent), document_(document), session_(new CanvasSession(document, this)), quick_(new QuickCanvas(this))
{
    loadCanvasModule();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(quick_);
    setFocusProxy(quick_);
    quick_->setObjectName(QStringLiteral("canvas"));
    quick_->setAccessibleName(tr("Topology"));
    quick_->setFocusPolicy(Qt::StrongFocus);
    quick_->setResizeMode(QQuickWidget::SizeRootObjectToView);
    quick_->setMinimumSize(320, 240);
    followPalette();
    component_ = new QQmlComponent(quick_->engine(), source(), QQmlComponent::Asynchronous, quick_);
}

void CanvasPanel::makeView()
{
    if (component_ == nullptr) return;
    QQmlComponent* component = component_;
    component_ = nullptr;
    if (component->isLoading()) { // one that is to be there at once waits for what is being read already
        delete component;
        component = new QQmlComponent(quick_->engine(), source(), quick_);
    }
    QObject* root = component->createWithInitialProperties(
        {{QStringLiteral("session"), QVariant::fromValue(session_)},
         {QStringLiteral("targets"), QVariant::fromValue(new TargetModel(document_, this))}});
    for (const QQmlError& error : component->errors()) qWarning("%s", qPrintable(error.toString()));
    quick_->setContent(source(), component, root);
    view_ = qobject_cast<CanvasView*>(root);
    if (!view_) return;
    view_->setFocus(true); // has the keyboard whenever the widget has it, though nobody clicked
    connect(view_, &CanvasView::menuRequested, this, &CanvasPanel::showMenu);
    connect(view_, &CanvasView::cameraChanged, quick_, &QuickCanvas::drawSoon);
    connect(session_, &CanvasSession::sceneChanged, quick_, &QuickCanvas::drawSoon);
}

CanvasView* CanvasPanel::view()
{
    makeView();
    return view_;
}

// The first comes when the panel is about to be shown, ahead of the canvas in it.
void CanvasPanel::resizeEvent(QResizeEvent* event)
{
    makeView();
    QWidget::resizeEvent(event);
}

// The view first: it looks at the session until its end, and may change what is shown while it goes.
CanvasPanel::~CanvasPanel()
{
    session_->disconnect(quick_);
    if (view_) view_->disconnect(quick_);
    delete quick_;
}

void CanvasPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) followPalette();
    QWidget::changeEvent(event);
}

void CanvasPanel::followPalette()
{
    const Colours colours = coloursOf(palette());
    session_->setColours(colours);
    quick_->setClearColor(colours.canvas);
    session_->setReducedMotion(style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) == 0);
    if (view_) emit view_->coloursChanged();
}

void CanvasPanel::showMenu(QPointF at)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillCanvasMenu(*menu, *session_, [this](const Hit& hit) {
        if (view_) view_->beginRename(hit);
    });
    menu->setToolTipsVisible(true);
    for (QAction* action : menu->actions()) disableIfReadOnly(*action, document_);
    if (menu->isEmpty()) {
        delete menu;
        return;
    }
    // Once what was chosen is done: the scene does not take the keyboard back by itself.
    connect(menu, &QMenu::aboutToHide, this, &CanvasPanel::takeKeyboardBack, Qt::QueuedConnection);
    menu->popup(quick_->mapToGlobal(at.toPoint()));
}

void CanvasPanel::takeKeyboardBack()
{
    const QWidget* focused = QApplication::focusWidget();
    if (!view_ || view_->isRenaming() || (focused != nullptr && focused != quick_)) return;
    quick_->setFocus(Qt::PopupFocusReason);
    view_->forceActiveFocus(Qt::PopupFocusReason);
    view_->hideFacts();
}

void CanvasPanel::zoomIn()
{
    if (view_) view_->zoomIn();
}

void CanvasPanel::zoomOut()
{
    if (view_) view_->zoomOut();
}

void CanvasPanel::zoomToActualSize()
{
    if (view_) view_->zoomToActualSize();
}

void CanvasPanel::fit()
{
    if (view_) view_->fit();
}

} // namespace n3x
