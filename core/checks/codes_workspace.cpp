// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/codes.h"

namespace n3x {

// N3X7xxx: raised by core/workspace, which owns this table.
std::span<const CodeInfo> workspaceCodes()
{
    return {};
}

} // namespace n3x
