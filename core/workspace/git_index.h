// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <vector>

namespace n3x {

// Tells Git of files that it does not know yet, as `git add --intent-to-add` does, because a flake sees only what
// Git knows. Files that Git ignores are left out, other entries of the index are not touched; entries of `removed`
// files go only where they are no more than such an intent. Outside a checkout nothing happens.
// Gives those that it ignores and does not know, or why Git could not be told.
[[nodiscard]] std::expected<std::vector<std::string>, std::string> intendToAdd(const std::filesystem::path& folder,
                                                                               const std::vector<std::string>& files,
                                                                               const std::vector<std::string>& removed);

} // namespace n3x
