// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/launch/options.h"

namespace n3x {

class MainWindow;

// Brings into sight what the options name; or nothing, where there is no such thing: the error says of what.
[[nodiscard]] std::expected<void, QString> showView(MainWindow& window, const LaunchOptions& options);

// The same as soon as a project is open. Where there is no such thing that is said, and the program ends with 2.
void showOnceOpened(MainWindow& window, const LaunchOptions& options);

// Shows the window, waits until everything in it is settled, paints it into the file. Returns an exit status.
[[nodiscard]] int paintPicture(MainWindow& window, const LaunchOptions& options);

// The same without a file, and a line about what was loaded.
[[nodiscard]] int testSelf(MainWindow& window, const LaunchOptions& options);

} // namespace n3x
