// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/writers/environment_writer.h"

#include "core/types/plain_text.h"
#include "generators/writers/require_held.h"

#include <algorithm>

namespace n3x {
namespace {

bool isControl(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

bool isPlain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("_-./:=,@%+").contains(c) || static_cast<unsigned char>(c) >= 0x80;
}

} // namespace

bool EnvironmentWriter::canHoldWord(std::string_view word)
{
    return !word.empty() && isUtf8(word) && std::ranges::none_of(word, isControl);
}

// A backslash makes any character a plain one, to systemd and to a shell. It has to pass the double quotes first, as
// have the characters that mean something there.
void EnvironmentWriter::appendWord(std::string_view word)
{
    requireHeld(canHoldWord(word), "EnvironmentWriter");
    for (const char c : word) {
        if (!isPlain(c)) text_ += "\\\\";
        if (c == '"' || c == '\\' || c == '$' || c == '`') text_ += '\\';
        text_ += c;
    }
}

void EnvironmentWriter::comment(std::string_view line)
{
    text_ += "# ";
    for (const char c : line) text_ += isControl(c) ? ' ' : c;
    text_ += '\n';
}

} // namespace n3x
