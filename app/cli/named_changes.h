// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/workspace/changes.h"

#include <expected>
#include <string>
#include <vector>

namespace n3x::cli {

struct Session;

// The files of an export that people name on the command line: themselves, or a folder around them, from where they
// stand in the project, with `./` in front or without. `.` in the project's folder is all of it. A path that is neither
// generated nor exported is a mistake that nobody should miss: the error is that path, as it was said.
[[nodiscard]] std::expected<std::vector<Change>, std::string> namedChanges(const Changes& changes,
                                                                           const OutputSource& outputs,
                                                                           const Session& session,
                                                                           const std::vector<std::string>& paths);

} // namespace n3x::cli
