// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/writers/json_writer.h"

#include "core/types/plain_text.h"
#include "generators/writers/append_parts.h"
#include "generators/writers/require_held.h"

#include <algorithm>

namespace n3x {
namespace {

bool needsEscape(char c) { return isControlCharacter(c) || c == '"' || c == '\\'; }

} // namespace

bool JsonWriter::canHold(std::string_view text) { return isUtf8(text); }

void JsonWriter::beginValue()
{
    if (afterName_) {
        afterName_ = false;
        return;
    }
    if (depth_ == 0) return;
    if (!isFirst_) text_ += ',';
    isFirst_ = false;
    text_ += '\n';
    text_.append(std::size_t{2} * depth_, ' ');
}

void JsonWriter::open(char bracket)
{
    beginValue();
    text_ += bracket;
    ++depth_;
    isFirst_ = true;
}

void JsonWriter::close(char bracket)
{
    --depth_;
    if (!isFirst_) {
        text_ += '\n';
        text_.append(std::size_t{2} * depth_, ' ');
    }
    isFirst_ = false;
    text_ += bracket;
}

void JsonWriter::name(std::string_view name)
{
    beginValue();
    quoted(name);
    text_.append(": ");
    afterName_ = true;
}

void JsonWriter::string(std::string_view value)
{
    beginValue();
    quoted(value);
}

void JsonWriter::quoted(std::string_view value)
{
    requireHeld(canHold(value), "JsonWriter");
    if (std::ranges::none_of(value, needsEscape)) return appendParts(text_, "\"", value, "\"");
    text_ += '"';
    for (const char c : value) {
        if (!needsEscape(c)) {
            text_ += c;
        } else if (c == '"' || c == '\\') {
            text_ += '\\';
            text_ += c;
        } else {
            constexpr std::string_view hex = "0123456789abcdef";
            const auto byte = static_cast<unsigned char>(c);
            text_.append("\\u00");
            text_ += hex[byte >> 4U];
            text_ += hex[byte & 15U];
        }
    }
    text_ += '"';
}

} // namespace n3x
