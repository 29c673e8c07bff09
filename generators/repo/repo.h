// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/plan/plan.h"
#include "generators/tree/shared_file_writer.h"

#include <memory>
#include <string>

// A profile as pure Nix data, for the exported repository's own functions, tests and checks: the attributes of the
// n3x network schema, so that an existing consumer reads it, and beside them the plan in full.
// The nodes of a profile write the file together, each its own lines.
namespace n3x {

[[nodiscard]] std::string profileDataPath(std::string_view profile);

[[nodiscard]] std::unique_ptr<SharedFileWriter> profileData(const ProfilePlan& shared);

} // namespace n3x
