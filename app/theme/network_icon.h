// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/theme/colours.h"

#include <QIcon>

namespace n3x {

// A piece of the lane of the network at that place of its profile: its colour and its dashes, as on the canvas.
[[nodiscard]] QIcon networkIcon(std::size_t place, const Colours& colours);

} // namespace n3x
