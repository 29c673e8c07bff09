// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/launch/options.h"

namespace n3x {

class MainWindow;

// Waits until the canvas of the window was painted, with the project that is being opened; says so on the standard
// output and ends. tests/bench/processes.py measures until then.
[[nodiscard]] int waitForFirstPaint(MainWindow& window, bool withProject);

} // namespace n3x
