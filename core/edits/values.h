// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/problem.h"

#include <string_view>

namespace n3x::edits {

// Sets the value at a path by its text, the way a field of the inspector does; "" unsets an optional one,
// lists stand one entry a line. Where the value is a name, everything that refers to it follows.
// The name reads "Change VLAN of storage to 150".
[[nodiscard]] Edit setValue(const ObjectPath& path, std::string_view text);

} // namespace n3x::edits
