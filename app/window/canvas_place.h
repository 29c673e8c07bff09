// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

class QWidget;

namespace n3x {

class Document;

// The topology of the profile in sight.
[[nodiscard]] QWidget* makeCanvas(Document& document);

} // namespace n3x
