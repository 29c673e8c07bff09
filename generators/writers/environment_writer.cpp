// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/writers/environment_writer.h"

#include "core/types/plain_text.h"
#include "generators/writers/append_parts.h"
#include "generators/writers/require_held.h"

#include <algorithm>
#include <array>

namespace n3x {
namespace {

// Bytes that need no backslash, looked up because every flag passes here.
constexpr std::array<bool, 256> plain = [] {
    std::array<bool, 256> table{};
    for (unsigned char c = 'a'; c <= 'z'; ++c) table[c] = true;
    for (unsigned char c = 'A'; c <= 'Z'; ++c) table[c] = true;
    for (unsigned char c = '0'; c <= '9'; ++c) table[c] = true;
    for (const char c : std::string_view("_-./:=,@%+")) table[static_cast<unsigned char>(c)] = true;
    for (std::size_t c = 0x80; c < table.size(); ++c) table[c] = true;
    return table;
}();

bool isPlain(char c) { return plain[static_cast<unsigned char>(c)]; }

} // namespace

bool EnvironmentWriter::canHoldWord(std::string_view word)
{
    return !word.empty() &&
           (isPrintableAscii(word) || (isUtf8(word) && std::ranges::none_of(word, isControlCharacter)));
}

// A backslash makes any character a plain one, to systemd and to a shell. It has to pass the double quotes first, as
// have the characters that mean something there.
void EnvironmentWriter::appendWord(std::string_view word)
{
    requireHeld(canHoldWord(word), "EnvironmentWriter");
    while (!word.empty()) {
        const auto end = std::ranges::find_if_not(word, isPlain);
        text_.append(word.begin(), end);
        if (end == word.end()) return;
        const char c = *end;
        word.remove_prefix(static_cast<std::size_t>(end - word.begin()) + 1);
        text_ += "\\\\";
        if (c == '"' || c == '\\' || c == '$' || c == '`') text_ += '\\';
        text_ += c;
    }
}

void EnvironmentWriter::comment(std::string_view line)
{
    text_ += "# ";
    appendComment(text_, line);
    text_ += '\n';
}

} // namespace n3x
