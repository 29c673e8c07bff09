// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/problem.h"

#include <cstddef>
#include <string_view>

namespace n3x::edits {

[[nodiscard]] Edit addTarget(std::string_view name); // like qemu-amd64, under that name or the next free one
[[nodiscard]] Edit duplicateTarget(std::string_view target); // a built-in one too: its copy can be changed
[[nodiscard]] Edit renameTarget(std::string_view target, std::string_view newName);
[[nodiscard]] Edit removeTarget(std::string_view target); // nodes keep the name, for the checks to find
[[nodiscard]] Edit moveTarget(std::string_view target, std::size_t index); // among the project's own

} // namespace n3x::edits
