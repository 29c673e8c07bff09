// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/project.h"

#include <string>
#include <vector>

namespace n3x {

// A project with one hostile text in every field that takes it without an error.
struct HostileProject {
    std::string text;
    Project project;
    std::vector<std::string> accepted; // names of the fields that hold the text
};

[[nodiscard]] std::vector<HostileProject> hostileProjects();

} // namespace n3x
