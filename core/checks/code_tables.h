// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/checks/codes.h"

namespace n3x {

// The tables of this room's own codes.
[[nodiscard]] std::span<const CodeInfo> nameCodes();    // N3X1…
[[nodiscard]] std::span<const CodeInfo> addressCodes(); // N3X2…
[[nodiscard]] std::span<const CodeInfo> linkCodes();    // N3X3… and N3X4…
[[nodiscard]] std::span<const CodeInfo> clusterCodes(); // N3X5… and N3X6…

} // namespace n3x
