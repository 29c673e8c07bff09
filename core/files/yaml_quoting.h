// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace n3x {

// Inside brackets and braces less can stand without quotes than on a line of its own.
enum class YamlPlace : std::uint8_t { Block, Flow };

// Whether the text without quotes is the same text to every reader: no boolean, number, null, date or base-60 number
// of YAML 1.1 or 1.2, no indicator, nothing that begins a comment or ends a scalar.
[[nodiscard]] bool isPlainYaml(std::string_view text, YamlPlace place);

// The text in double quotes, with escapes.
[[nodiscard]] std::string yamlQuoted(std::string_view text);

// Plain where that is safe, else quoted.
[[nodiscard]] std::string yamlScalar(std::string_view text, YamlPlace place);

// Whether a literal block ("|") gives the text back: it ends with one line break, begins with no space, and holds
// nothing that needs an escape.
[[nodiscard]] bool fitsLiteralBlock(std::string_view text);

// One line of a comment: what readers refuse or take for the comment's end is a space in it.
[[nodiscard]] std::string yamlComment(std::string_view line);

} // namespace n3x
