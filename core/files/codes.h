// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/checks/codes.h"

#include <span>

namespace n3x {

// The codes of problems that stand in the files themselves: N3X0001 and on.
[[nodiscard]] std::span<const CodeInfo> fileProblemCodes();

} // namespace n3x
