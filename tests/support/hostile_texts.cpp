// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/hostile_texts.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace n3x::test {
namespace {

using namespace std::string_view_literals;

// What languages quote, escape, expand, comment or end a line with; put alone and into words below.
constexpr std::array marks{
    "\""sv, "'"sv, "`"sv, "\\"sv, "\\\\"sv, "\\\\\\"sv, "''"sv, "'''"sv, "\"\""sv, "\"\"\""sv, "${"sv, "${x}"sv, "$${x}"sv, "$$"sv, "$"sv,
    "$(id)"sv, "$((1))"sv, "''${x}"sv, "''$"sv, "\\${x}"sv, "%"sv, "%%"sv, "%n"sv, "%h"sv, "#"sv, " #"sv, ";"sv, " ;"sv, "//"sv,
    "/*"sv, "*/"sv, "\n"sv, "\r"sv, "\r\n"sv, "\n\n"sv, "\\\n"sv, "\t"sv, " "sv, "\0"sv, "\x01"sv, "\x1b[31m"sv, "\x7f"sv, "\b"sv, "\f"sv,
    "\v"sv, "="sv, ":"sv, ": "sv, " :"sv, ","sv, "["sv, "]"sv, "{"sv, "}"sv, "<"sv, ">"sv, "&"sv, "*"sv, "?"sv, "!"sv, "|"sv, "@"sv,
    "~"sv, "^"sv, "- "sv, "-"sv, "--"sv, "---"sv, "..."sv, "\xc2\x85"sv, "\xc2\xa0"sv, "\xe2\x80\xa8"sv, "\xe2\x80\xa9"sv, "\xef\xbb\xbf"sv,
    "\xe2\x80\xae"sv, "\xe2\x80\x8b"sv, "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d"sv, "\xf0\x9f\x90\xa7"sv, "e\xcc\x81"sv, "\xef\xbf\xbd"sv,
    "\xef\xbf\xbe"sv, "\xf4\x8f\xbf\xbf"sv, "\xff"sv, "\xc0\xaf"sv, "\xed\xa0\x80"sv, "\xe2\x82"sv};

// Words that some reader takes for no text.
constexpr std::array words{
    ""sv, "yes"sv, "no"sv, "Yes"sv, "NO"sv, "on"sv, "Off"sv, "true"sv, "True"sv, "FALSE"sv, "y"sv, "n"sv, "null"sv, "Null"sv, "~"sv,
    "nil"sv, "None"sv, "0"sv, "1"sv, "-1"sv, "+1"sv, "007"sv, "0x1f"sv, "0o17"sv, "0b1"sv, "1_000"sv, "1.10"sv, "1."sv, ".5"sv, "1e3"sv, "1E-3"sv,
    ".inf"sv, "-.INF"sv, ".nan"sv, "NaN"sv, "12:30"sv, "12:30:45"sv, "190:20:30.15"sv, "2026-01-01"sv, "2026-01-01T00:00:00Z"sv, "1,000"sv, "="sv, "<<"sv,
    "!!str x"sv, "!tag"sv, "&anchor"sv, "*alias"sv, "| "sv, "> x"sv, "|-"sv, "@at"sv, "`tick"sv, "%directive"sv, "[a, b]"sv, "{a: b}"sv,
    "- item"sv, "? key"sv, "key: value"sv, "key:"sv, "# comment"sv, "a # b"sv, "let"sv, "in"sv, "with"sv, "rec"sv, "inherit"sv, "or"sv, "assert"sv,
    "if"sv, "then"sv, "else"sv, "import <nixpkgs>"sv, "<nixpkgs>"sv, "./path"sv, "https://x.example/?a=b&c=d"sv, "builtins.abort \"x\""sv,
    "[Network]"sv, "Address=10.0.0.1"sv, "x\nAddress=10.0.0.1"sv, "x\n[Match]"sv, "a\\"sv, "-rf /"sv, "; rm -rf /"sv, "&& true"sv, "> /dev/null"sv, "*"sv,
    "~root"sv, "~"sv, "!!"sv, "a b"sv, " lead"sv, "trail "sv, "\tlead"sv, "trail\t"sv, "  two  inside  "sv, "\\n"sv, "\\t\\u0041"sv, "\\x41"sv, "&amp;"sv,
    "__proto__"sv, "constructor"sv, "0.0.0.0"sv, "::1"sv, "fe80::1%eth0"sv, "\nfirst line empty"sv, "last line empty\n"sv, "  indented\nfirst"sv,
    "tab\tinside"sv, "a\n  b\n c"sv, "line\n---\nline"sv, "line\n...\n"sv};

} // namespace

std::vector<std::string> hostileTexts()
{
    std::vector<std::string> texts;
    const auto add = [&](std::string text) {
        if (std::ranges::find(texts, text) == texts.end()) texts.push_back(std::move(text));
    };
    for (const std::string_view word : words) add(std::string(word));
    for (const std::string_view mark : marks) {
        add(std::string(mark));
        add("a" + std::string(mark) + "b");
    }
    add(std::string(300, 'x'));
    add(std::string(120, ' ') + "x");
    for (const std::string_view mark : {"\""sv, "\\"sv, "$"sv, "'"sv, "{"sv, "["sv}) add(std::string(64, mark.front()));
    std::string everything;
    for (const std::string_view mark : marks)
        if (!mark.contains('\0') && static_cast<unsigned char>(mark.front()) < 0x80) everything += mark;
    add(everything);
    return texts;
}

} // namespace n3x::test
