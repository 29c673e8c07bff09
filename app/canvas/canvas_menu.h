// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <functional>

class QMenu;

namespace n3x {

class CanvasSession;
struct Hit;

// Fills a menu with what can be done with the selection. `rename` starts renaming in place.
void fillCanvasMenu(QMenu& menu, CanvasSession& session, const std::function<void(const Hit&)>& rename);

} // namespace n3x
