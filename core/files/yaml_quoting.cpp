// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/files/yaml_quoting.h"

#include "core/types/plain_text.h"

#include <algorithm>
#include <array>

namespace n3x {
namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

struct Character {
    std::uint32_t code;
    std::size_t length;
};

// The first character of good UTF-8.
Character decode(std::string_view text)
{
    const auto lead = static_cast<unsigned char>(text[0]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    std::uint32_t code = length == 1 ? lead : lead & (0x7fU >> length);
    for (std::size_t at = 1; at < length; ++at) code = (code << 6U) | (static_cast<unsigned char>(text[at]) & 0x3fU);
    return {code, length};
}

// What readers refuse, take for a line break, or people cannot see: it stands as an escape.
bool needsEscape(std::uint32_t code)
{
    return code < 0x20 || (code >= 0x7f && code <= 0xa0) || (code >= 0x200b && code <= 0x200f) ||
           (code >= 0x2028 && code <= 0x202e) || (code >= 0x2060 && code <= 0x206f) || code == 0xfeff ||
           code == 0xfffe || code == 0xffff;
}

bool anyNeedsEscape(std::string_view text)
{
    if (isPrintableAscii(text)) return false; // nearly always, and then nothing has to be decoded
    while (!text.empty()) {
        const Character character = decode(text);
        if (needsEscape(character.code)) return true;
        text.remove_prefix(character.length);
    }
    return false;
}

// Words that YAML 1.1 or 1.2 readers take for something else, in any mixture of cases.
bool isReservedWord(std::string_view text)
{
    constexpr std::array<std::string_view, 12> words{"true", "false", "yes",  "no",  "on",  "off",
                                                     "y",    "n",     "null", "nan", "inf", "~"};
    return text.size() <= 5 && std::ranges::any_of(words, [&](std::string_view word) {
               return std::ranges::equal(text, word,
                                         [](char one, char two) { return (isLetter(one) ? one | 0x20 : one) == two; });
           });
}

bool isIpv4Shape(std::string_view text)
{
    return std::ranges::count(text, '.') == 3 &&
           std::ranges::all_of(text, [](char c) { return isDigit(c) || c == '.'; }) && text.back() != '.';
}

// Wider than any number, date or base-60 number: digits with what may stand between them.
bool looksLikeNumber(std::string_view text)
{
    if (!isDigit(text.front()) && !std::string_view("+-.").contains(text.front())) return false;
    if (isIpv4Shape(text)) return false;
    const bool hex = text.contains("0x") || text.contains("0X");
    return std::ranges::all_of(text, [&](char c) {
        return isDigit(c) || std::string_view("+-._:, xXoObBeEtTzZ").contains(c) ||
               (hex && std::string_view("acdfACDF").contains(c));
    });
}

bool mayBegin(char c)
{
    return isLetter(c) || isDigit(c) || c == '/' || c == '_' || c == '.' || c == '+' ||
           static_cast<unsigned char>(c) >= 0x80;
}

bool mayContinue(char c, YamlPlace place)
{
    if (isLetter(c) || isDigit(c) || static_cast<unsigned char>(c) >= 0x80) return true;
    if (std::string_view(" /_.+-=@()%;^$'").contains(c)) return true;
    return place == YamlPlace::Block && std::string_view(",").contains(c);
}

void appendEscape(std::string& out, std::uint32_t code)
{
    constexpr std::string_view digits = "0123456789abcdef";
    const auto hex = [&](int count) {
        for (int shift = 4 * (count - 1); shift >= 0; shift -= 4)
            out += digits[(code >> static_cast<unsigned>(shift)) & 0xfU];
    };
    if (code == '\n')
        out += "\\n";
    else if (code == '\t')
        out += "\\t";
    else if (code == '\r')
        out += "\\r";
    else if (code <= 0xff)
        out += "\\x", hex(2);
    else if (code <= 0xffff)
        out += "\\u", hex(4);
    else
        out += "\\U", hex(8);
}

} // namespace

bool isPlainYaml(std::string_view text, YamlPlace place)
{
    if (text.empty() || text.front() == ' ' || text.back() == ' ' || !isUtf8(text)) return false;
    if (!mayBegin(text.front()) || isReservedWord(text) || looksLikeNumber(text)) return false;
    if (text.front() == '.' && (text.size() < 3 || text.starts_with("..") || isReservedWord(text.substr(1))))
        return false;
    for (std::size_t at = 1; at < text.size(); ++at) {
        if (mayContinue(text[at], place)) continue;
        // A colon inside a word is a part of it, as in a key of Nix; a quote's worth elsewhere.
        const bool innerColon = place == YamlPlace::Block && text[at] == ':' && at + 1 < text.size() &&
                                text[at + 1] != ' ' && !isDigit(text.front());
        if (!innerColon) return false;
    }
    return !anyNeedsEscape(text);
}

std::string yamlQuoted(std::string_view text)
{
    const std::string good = toUtf8(text);
    std::string out = "\"";
    for (std::string_view rest = good; !rest.empty();) {
        const Character character = decode(rest);
        if (needsEscape(character.code))
            appendEscape(out, character.code);
        else if (rest.front() == '"' || rest.front() == '\\')
            (out += '\\') += rest.front();
        else
            out += rest.substr(0, character.length);
        rest.remove_prefix(character.length);
    }
    return out + "\"";
}

std::string yamlComment(std::string_view line)
{
    if (isPrintableAscii(line)) return std::string(line);
    const std::string good = toUtf8(line);
    std::string out;
    for (std::string_view rest = good; !rest.empty();) {
        const Character character = decode(rest);
        if (needsEscape(character.code))
            out += ' ';
        else
            out += rest.substr(0, character.length);
        rest.remove_prefix(character.length);
    }
    return out;
}

std::string yamlScalar(std::string_view text, YamlPlace place)
{
    return isPlainYaml(text, place) ? std::string(text) : yamlQuoted(text);
}

bool fitsLiteralBlock(std::string_view text)
{
    if (text.empty() || text.back() != '\n' || text.ends_with("\n\n") || text.front() == ' ' || text.front() == '\n' ||
        !isUtf8(text))
        return false;
    std::string flat(text);
    std::ranges::replace(flat, '\n', ' ');
    return !anyNeedsEscape(flat);
}

} // namespace n3x
