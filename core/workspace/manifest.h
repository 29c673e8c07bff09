// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/workspace/sha256.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace n3x {

inline constexpr std::string_view manifestPath = ".n3x/manifest.json";

// What was exported: path → sum of the text that was written. It tells which files are ours. The sources that it
// follows from stand among them, for the checks of the exported flake.
using Manifest = std::map<std::string, Sha256, std::less<>>;

// One line a file, sorted, so that branches merge and reviews stay short.
[[nodiscard]] std::string manifestText(const Manifest& manifest);

// Nothing where the text is no manifest of this format (a merge that was left half done, a newer studio).
[[nodiscard]] std::optional<Manifest> parseManifest(std::string_view text);

} // namespace n3x
