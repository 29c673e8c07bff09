// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/codes.h"
#include "core/files/codes.h"

namespace n3x {

// N3X0xxx: raised by core/files, which owns the table.
std::span<const CodeInfo> fileCodes()
{
    return fileProblemCodes();
}

} // namespace n3x
