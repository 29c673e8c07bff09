// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/window/canvas_place.h"

#include "app/canvas/canvas_panel.h"

namespace n3x {

QWidget* makeCanvas(Document& document) { return new CanvasPanel(document); }

} // namespace n3x
