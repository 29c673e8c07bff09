// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/json_text.h"

#include <format>

namespace n3x::cli {

std::string jsonText(const Json& value) { return value.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

std::string uriText(std::string_view path)
{
    constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/";
    std::string text;
    for (const char c : path) {
        if (plain.contains(c))
            text += c;
        else
            text += std::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return text;
}

} // namespace n3x::cli
