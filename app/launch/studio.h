// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

class QApplication;

namespace n3x {

// The whole program behind main(): options, window, event loop. Returns the exit status.
[[nodiscard]] int runStudio(QApplication& application);

} // namespace n3x
