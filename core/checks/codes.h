// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/problem.h"

#include <span>
#include <string_view>

namespace n3x {

// What a code means, for `n3x explain CODE` and the problems list. A code never changes its meaning and
// is never used again for another one.
struct CodeInfo {
    std::string_view code;
    Severity severity;
    Text title;   // the rule in a few words
    Text reason;  // why it is a rule, with its source
    Text example; // what breaks it, and what keeps it
};

// Every code that any room raises, in the order of the codes:
// N3X0… files, 1… names and values, 2… addresses, 3… VLANs and MTU, 4… uplinks and bonds, 5… K3s,
// 6… hardware, 7… workspace and export, 9… internal.
[[nodiscard]] std::span<const CodeInfo> problemCodes();

// Null when there is no such code.
[[nodiscard]] const CodeInfo* findCode(std::string_view code);

// The tables that problemCodes() joins, one a room; each is sorted by code.
[[nodiscard]] std::span<const CodeInfo> fileCodes();      // codes_files.cpp
[[nodiscard]] std::span<const CodeInfo> nameCodes();      // codes_names.cpp
[[nodiscard]] std::span<const CodeInfo> addressCodes();   // codes_addresses.cpp
[[nodiscard]] std::span<const CodeInfo> linkCodes();      // codes_links.cpp
[[nodiscard]] std::span<const CodeInfo> clusterCodes();   // codes_cluster.cpp
[[nodiscard]] std::span<const CodeInfo> workspaceCodes(); // codes_workspace.cpp

} // namespace n3x
