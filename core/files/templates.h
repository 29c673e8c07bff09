// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/project.h"

#include <span>
#include <string_view>

namespace n3x {

// Names of what a new project can start from: "sample" (all four built-in profiles), then each built-in profile.
[[nodiscard]] std::span<const std::string_view> templateNames();

// A new project of that template; an unknown name gives the sample.
[[nodiscard]] Project templateProject(std::string_view name);

} // namespace n3x
