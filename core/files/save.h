// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/files/load.h"

#include <string>
#include <string_view>

namespace n3x {

// The files of a project: n3x.yaml and one a profile. loadProject of them gives an equal project, whatever
// its names and refused texts are.
[[nodiscard]] SourceText saveProject(const Project& project);

[[nodiscard]] std::string saveHardwareTarget(const HardwareTarget& target);

// Where the profile of that name stands: "profiles/<name>.yaml"; what a file name should not hold is written %XX.
[[nodiscard]] std::string profileFile(std::string_view name);

} // namespace n3x
