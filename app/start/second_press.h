// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

class QRect;
class QWidget;

namespace n3x {

// Many double-click an entry that one click opens, and the second press would fall on what stands there by then. While
// it can still be one of a double click, a press on that place of the screen is taken away, with its release.
void ignoreSecondPress(const QRect& onScreen, QWidget& window);

} // namespace n3x
