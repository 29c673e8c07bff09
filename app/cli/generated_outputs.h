// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/workspace/file_system.h"
#include "generators/live/live_engine.h"

#include <optional>
#include <string>

namespace n3x::cli {

// The texts as they are, into a folder that is no project: nothing is compared, flushed or remembered.
// Gives the path that could not be written and why, or nothing.
struct WriteFailure {
    std::string path;
    int number = 0;
};
[[nodiscard]] std::optional<WriteFailure> writeOutputs(const Generation& generation, const std::string& folder,
                                                       FileSystem& disk = realFileSystem());

} // namespace n3x::cli
