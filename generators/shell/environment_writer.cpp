// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/shell/environment_writer.h"

#include "core/types/plain_text.h"

#include <algorithm>
#include <cassert>

namespace n3x {
namespace {

bool isControl(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

bool isPlainInShell(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("_-./:=,@%+").contains(c);
}

} // namespace

bool EnvironmentWriter::canHold(std::string_view value)
{
    return isUtf8(value) && std::ranges::none_of(value, [](char c) { return isControl(c) && c != '\t' && c != '\n'; });
}

bool EnvironmentWriter::canHoldWord(std::string_view word)
{
    return !word.empty() && canHold(word) && std::ranges::none_of(word, isControl);
}

void EnvironmentWriter::begin(std::string_view name)
{
    text_ += name;
    text_ += "=\"";
}

void EnvironmentWriter::append(std::string_view value)
{
    assert(canHold(value));
    for (const char c : value) {
        if (c == '"' || c == '\\' || c == '$' || c == '`') text_ += '\\';
        text_ += c;
    }
}

// A backslash makes any character a plain one, to systemd and to a shell; it has to pass the double quotes first.
void EnvironmentWriter::appendWord(std::string_view word)
{
    assert(canHoldWord(word));
    for (const char c : word) {
        if (isPlainInShell(c) || static_cast<unsigned char>(c) >= 0x80) {
            text_ += c;
            continue;
        }
        text_ += "\\\\";
        append({&c, 1});
    }
}

void EnvironmentWriter::assignment(std::string_view name, std::string_view value)
{
    begin(name);
    append(value);
    end();
}

void EnvironmentWriter::comment(std::string_view line)
{
    text_ += "# ";
    for (const char c : line) text_ += isControl(c) ? ' ' : c;
    text_ += '\n';
}

void appendShellWord(std::string& text, std::string_view word)
{
    assert(!word.contains('\0'));
    if (!word.empty() && std::ranges::all_of(word, isPlainInShell)) {
        text += word;
        return;
    }
    text += '\'';
    for (const char c : word) {
        if (c == '\'')
            text += "'\\''";
        else
            text += c;
    }
    text += '\'';
}

} // namespace n3x
