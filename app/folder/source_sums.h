// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/files/load.h"
#include "core/workspace/sha256.h"

#include <map>
#include <string>
#include <vector>

namespace n3x {

// What the sources said, in short: path → hash. Enough to tell later that they say something else.
using SourceSums = std::map<std::string, Sha256, std::less<>>;

[[nodiscard]] SourceSums sumsOf(const SourceText& sources);

// Paths of one that the other lacks, or has another hash of.
[[nodiscard]] std::vector<std::string> differences(const SourceSums& one, const SourceSums& other);

} // namespace n3x
