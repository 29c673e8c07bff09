// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/launch/options.h"

namespace n3x {

class MainWindow;

// Shows the window and waits until its canvas was painted with the project that was asked for; says so on the standard
// output and ends. tests/bench/processes.py measures until then.
[[nodiscard]] int showFirstPaint(MainWindow& window, const LaunchOptions& options);

} // namespace n3x
