// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <string>

namespace n3x {

enum class FileKind : std::uint8_t { Project, Profile, Hardware };

// JSON Schema (draft 2020-12) of a kind of file, from the same table as the loader, for editors that complete.
[[nodiscard]] std::string jsonSchema(FileKind kind);

} // namespace n3x
