// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/inspector/value_editor.h"

namespace n3x {

// Any of a few words: boxes in as many columns as there is room for.
[[nodiscard]] ValueEditor* makeSetEditor(const FieldInfo& field, QWidget* parent);
// Several texts, one a line.
[[nodiscard]] ValueEditor* makeLinesEditor(const FieldInfo& field, QWidget* parent);

} // namespace n3x
