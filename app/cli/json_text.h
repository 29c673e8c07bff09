// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace n3x::cli {

// Keys stay in the order in which they are said: documented output is read by people too.
using Json = nlohmann::ordered_json;

// Two spaces a level and a line break at the end; bytes that are no UTF-8 become U+FFFD.
[[nodiscard]] std::string jsonText(const Json& value);

// A relative path as a URI reference (RFC 3986).
[[nodiscard]] std::string uriText(std::string_view path);

} // namespace n3x::cli
