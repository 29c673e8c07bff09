// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/code.h"

namespace n3x::codes {

// The codes of files by name; what each means stands in core/files/codes.cpp.
inline constexpr Code notYaml{"N3X0001"};
inline constexpr Code tabIndented{"N3X0002"};
inline constexpr Code keyTwice{"N3X0003"};
inline constexpr Code keyUnknown{"N3X0004"};
inline constexpr Code wrongForm{"N3X0005"};
inline constexpr Code keyMissing{"N3X0006"};
inline constexpr Code aliasesTooLarge{"N3X0007"};
inline constexpr Code nestedTooDeep{"N3X0008"};
inline constexpr Code fileTooLarge{"N3X0009"};
inline constexpr Code notUtf8{"N3X0010"};
inline constexpr Code controlCharacter{"N3X0011"};
inline constexpr Code newerFormat{"N3X0012"};
inline constexpr Code otherKind{"N3X0013"};
inline constexpr Code profileFileMissing{"N3X0014"};
inline constexpr Code profileUnlisted{"N3X0015", Severity::Warning};
inline constexpr Code profileNameDiffers{"N3X0016", Severity::Warning};
inline constexpr Code fileEmpty{"N3X0017"};
inline constexpr Code severalDocuments{"N3X0018"};
inline constexpr Code noProjectFile{"N3X0019"};
inline constexpr Code aliasInItself{"N3X0020"};
inline constexpr Code keyWithoutValue{"N3X0021", Severity::Warning};

} // namespace n3x::codes
