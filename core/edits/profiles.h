// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/problem.h"

#include <string_view>

// Each function here and in the files beside it gives one Edit: its name for the undo list, and a pure
// function. An edit whose object is gone returns the project unchanged, and none leaves a reference to a
// name that it took away. Renaming to a name that is taken changes nothing: references would run together.
namespace n3x::edits {

[[nodiscard]] Edit addProfile(std::string_view name); // empty; the next free name when that one is taken
[[nodiscard]] Edit duplicateProfile(std::string_view profile); // stands behind the first, under the next free name
[[nodiscard]] Edit renameProfile(std::string_view profile, std::string_view newName); // `deploy` follows
[[nodiscard]] Edit
removeProfile(std::string_view profile); // `deploy` is unset rather than moved: it says what real machines run
[[nodiscard]] Edit moveProfile(std::string_view profile, std::size_t index);
[[nodiscard]] Edit setDeploy(std::string_view profile); // "" unsets

} // namespace n3x::edits
