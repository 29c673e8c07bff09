// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>

namespace n3x {

class YamlTreeBuilder;

// Reads the part of YAML that nearly all of our files keep to, many times as fast as the full parser: maps, lists and
// texts of one line, with spaces and comments. Unusual is anything else, be it wrong or not: then the builder holds
// nothing of use, and the full parser has to read the file. What is read here is, to the column, what the full parser
// would have read. The text has no flaws (text_scan.h).
enum class PlainYaml : std::uint8_t { Unusual, WithoutComments, WithComments };
[[nodiscard]] PlainYaml readPlainYaml(YamlTreeBuilder& builder);

} // namespace n3x
