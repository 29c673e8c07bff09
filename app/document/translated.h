// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/types/text.h"

#include <QString>

namespace n3x {

// A sentence of the core in the language of the window.
[[nodiscard]] QString translated(const Text& text);

} // namespace n3x
