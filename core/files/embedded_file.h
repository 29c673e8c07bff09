// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace n3x {

/// A text file that is part of the program itself. Both views live as long as the program.
struct EmbeddedFile {
    std::string_view path;
    std::string_view text;
};

/// The built-in profiles and hardware targets, sorted by path: `profiles/vlans.yaml`, `profiles/hardware/n100.yaml`.
std::span<const EmbeddedFile> builtInFiles();

} // namespace n3x
