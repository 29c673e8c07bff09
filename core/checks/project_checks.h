// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/checks/finder.h"

#include <string>
#include <vector>

namespace n3x::checks {

// What the project says beside its profiles and targets; an error here reaches every profile.
void checkProjectValues(const Project& project, Finder& finder);

// The list of profiles and what refers to it; an error here reaches only the profiles of one name.
void checkProfileList(const Project& project, Finder& finder);

// The project's own hardware targets. Gives back the names of those that have an error.
std::vector<std::string> checkHardware(const Sequence<HardwareTarget>& hardware, Finder& finder);

} // namespace n3x::checks
