// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/writers/bitbake_lines.h"

#include "generators/writers/require_held.h"

#include <algorithm>

namespace n3x {

bool BitbakeLines::canHold(std::string_view value)
{
    return !value.contains("${") && std::ranges::none_of(value, [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7f || c == '"' || c == '\\';
    });
}

void BitbakeLines::assignment(std::string_view name, std::string_view value)
{
    requireHeld(canHold(value), "BitbakeLines");
    text_.append(name).append(" = \"").append(value).append("\"\n");
}

void BitbakeLines::append(std::string_view name, std::string_view word)
{
    requireHeld(canHold(word), "BitbakeLines");
    text_.append(name).append(":append = \" ").append(word).append("\"\n");
}

} // namespace n3x
