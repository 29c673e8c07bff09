// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/writers/ini_writer.h"

#include "core/types/plain_text.h"
#include "generators/writers/append_parts.h"
#include "generators/writers/require_held.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace n3x {
namespace {

bool isSpace(char c) { return c == ' ' || c == '\t'; }

// The code points that are no characters for ever (Unicode 23.7); systemd refuses a text with one of them.
bool hasNoncharacter(std::string_view utf8)
{
    const auto at = [&](std::size_t index) { return static_cast<unsigned char>(utf8[index]); };
    for (std::size_t index = 0; index + 2 < utf8.size(); ++index) {
        const bool block = at(index) == 0xef && at(index + 1) == 0xb7 && at(index + 2) >= 0x90 && at(index + 2) <= 0xaf;
        const bool basic = at(index) == 0xef && at(index + 1) == 0xbf && at(index + 2) >= 0xbe;
        const bool beyond = at(index) >= 0xf0 && index + 3 < utf8.size() && (at(index + 1) & 0x0f) == 0x0f &&
                            at(index + 2) == 0xbf && at(index + 3) >= 0xbe;
        if (block || basic || beyond) return true;
    }
    return false;
}

} // namespace

bool IniWriter::canHold(std::string_view value)
{
    if (!isPrintableAscii(value) &&
        (std::ranges::any_of(value, isControlCharacter) || !isUtf8(value) || hasNoncharacter(value)))
        return false;
    if (value.empty()) return true;
    if (isSpace(value.front()) || isSpace(value.back())) return false;
    const std::size_t last = value.find_last_not_of('\\');
    const std::size_t backslashes = value.size() - (last == std::string_view::npos ? 0 : last + 1);
    return backslashes % 2 == 0;
}

void IniWriter::comment(std::string_view line)
{
    text_.append("# ");
    appendComment(text_, line);
    // A backslash at the end continues no comment in systemd, but a person would wonder.
    text_ += '\n';
}

void IniWriter::entry(std::string_view key, std::string_view value)
{
    requireHeld(canHold(value), "IniWriter");
    appendParts(text_, key, "=", value, "\n");
}

void IniWriter::entry(std::string_view key, std::uint32_t value)
{
    begin(key);
    appendNumber(text_, value);
    text_ += '\n';
}

void IniWriter::entry(std::string_view key, const IpAddress& value)
{
    begin(key);
    value.appendTo(text_);
    text_ += '\n';
}

void IniWriter::entry(std::string_view key, const IpAddress& address, int prefixLength)
{
    begin(key);
    address.appendTo(text_);
    text_ += '/';
    appendNumber(text_, static_cast<std::uint64_t>(prefixLength));
    text_ += '\n';
}

void IniWriter::entry(std::string_view key, Duration value)
{
    begin(key);
    value.appendTo(text_);
    text_ += '\n';
}

void IniWriter::nameToMatch(std::string_view key, std::string_view name)
{
    begin(key);
    const std::size_t start = text_.size();
    appendNameToMatch(text_, name);
    requireHeld(canHold(std::string_view(text_).substr(start)), "IniWriter");
    text_ += '\n';
}

void appendNameToMatch(std::string& text, std::string_view name)
{
    // The value is split into words, which takes one backslash, and each word is a pattern of fnmatch(3), which takes
    // another; '!' in front would turn the match round.
    constexpr std::string_view special = "*?[]!\\";
    if (name.find_first_of(special) == std::string_view::npos) {
        text.append(name);
        return;
    }
    for (const char c : name) {
        if (c == '\\')
            text.append("\\\\\\");
        else if (special.contains(c))
            text.append("\\\\");
        text += c;
    }
}

} // namespace n3x
