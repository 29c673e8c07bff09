// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

class QPlainTextEdit;

namespace n3x {

// A text to read knows the keys of a text, too: Qt leaves Select all to it only where it can be edited, and else a
// shortcut of the window would be faster.
void keepReadingKeys(QPlainTextEdit& text);

} // namespace n3x
