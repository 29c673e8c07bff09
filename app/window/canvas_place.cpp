// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/window/canvas_place.h"

#include "app/canvas/canvas_panel.h"
#include "app/canvas/session.h"
#include "app/window/actions.h"

#include <QAction>

namespace n3x {

QWidget* makeCanvas(Document& document, const Actions& actions)
{
    auto* canvas = new CanvasPanel(document);
    QObject::connect(actions.zoomIn, &QAction::triggered, canvas, &CanvasPanel::zoomIn);
    QObject::connect(actions.zoomOut, &QAction::triggered, canvas, &CanvasPanel::zoomOut);
    QObject::connect(actions.actualSize, &QAction::triggered, canvas, &CanvasPanel::zoomToActualSize);
    QObject::connect(actions.fit, &QAction::triggered, canvas, &CanvasPanel::fit);
    QObject::connect(actions.arrange, &QAction::triggered, canvas, [canvas] { canvas->session()->arrange(); });
    return canvas;
}

} // namespace n3x
