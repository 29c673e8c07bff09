// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>

namespace n3x {

// The first key of each kind of file. A change that an older program would lose raises the number.
inline constexpr std::string_view projectFormat = "project/1";
inline constexpr std::string_view profileFormat = "profile/1";
inline constexpr std::string_view hardwareFormat = "hardware/1";

// The file of the profile of that name, after `earlier` others of the same one: names that are double are wrong, but
// none of them may be lost by saving.
[[nodiscard]] std::string profileFile(std::string_view name, int earlier);

} // namespace n3x
