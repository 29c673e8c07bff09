// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

class QWidget;

namespace n3x {

class Actions;
class Document;

// The topology of the profile in sight, which the actions for zooming reach.
[[nodiscard]] QWidget* makeCanvas(Document& document, const Actions& actions);

} // namespace n3x
