// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/hostile_texts.h"

#include "core/types/plain_text.h"

#include <algorithm>
#include <string_view>

namespace n3x::test {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view words[] = {
    // nothing, spaces, line ends
    ""sv, " "sv, "  two spaces before"sv, "two spaces after  "sv, "\t"sv, "tab\tinside"sv, "\ttab before"sv,
    "tab after\t"sv, "one\ntwo"sv, "one\n"sv, "\none"sv, "\n"sv, "\n\n"sv, "one\r\ntwo"sv, "\r"sv, "one\\ntwo"sv,
    "a\n  b\n c"sv, "trailing\n\n"sv,
    // quotes and backslashes
    "'"sv, "\""sv, "''"sv, "\"\""sv, "'''"sv, "it's"sv, "say \"hi\""sv, "\\"sv, "\\\\"sv, "\\n"sv, "\\'"sv, "\\\""sv,
    "ends with \\"sv, "C:\\new\\table"sv, "\\x41"sv, "\\u0041"sv, "`"sv, "``` code"sv,
    "\xe2\x80\x9cquotes\xe2\x80\x9d"sv, "'single' and \"double\""sv,
    // interpolation of Nix, shells, BitBake, systemd, Python, Jinja
    "${x}"sv, "$${x}"sv, "''${x}"sv, "${"sv, "$"sv, "$$"sv, "\\${x}"sv, "''\\n"sv, "''$"sv, "a''b"sv, "$(reboot)"sv,
    "`reboot`"sv, "$HOME"sv, "${HOME}"sv, "%"sv, "%%"sv, "%n"sv, "%i"sv, "%s%d"sv, "100%"sv, "{{ x }}"sv, "{% x %}"sv,
    "{x}"sv, "${@bb.utils}"sv, "$((1+1))"sv, "${builtins.readFile ./x}"sv, "\" + (throw \"x\") + \""sv, "''; x = ''"sv,
    // metacharacters of shells
    "; reboot"sv, "a && b"sv, "a || b"sv, "a | b"sv, "a > b"sv, "a < b"sv, "&"sv, "*"sv, "?"sv, "[a-z]"sv, "~"sv,
    "~root"sv, "!"sv, "!!"sv, "^a^b"sv, "(a)"sv, "{a,b}"sv, "-n"sv, "--help"sv, "-"sv, "--"sv, "a=b"sv, "=a"sv, "#"sv,
    "# comment"sv, "a #b"sv, "a# b"sv, "a;b"sv, ";"sv, "$'\\n'"sv,
    // what YAML takes for something else
    "true"sv, "false"sv, "True"sv, "FALSE"sv, "yes"sv, "no"sv, "Yes"sv, "NO"sv, "on"sv, "off"sv, "On"sv, "OFF"sv, "y"sv,
    "n"sv, "Y"sv, "N"sv, "null"sv, "Null"sv, "NULL"sv, "0"sv, "1"sv, "-1"sv, "+1"sv, "007"sv, "0o14"sv, "0x10"sv,
    "0b11"sv, "1_000"sv, "1.10"sv, "1."sv, ".5"sv, "1e3"sv, "1E+3"sv, "-.inf"sv, ".inf"sv, ".nan"sv, ".NaN"sv, "1:20"sv,
    "190:20:30"sv, "52:54:00:01:01:01"sv, "2001-01-01"sv, "2001-12-14t21:59:43.10-05:00"sv, "2001-12-14 21:59:43"sv,
    "="sv, "<<"sv, "&anchor"sv, "*alias"sv, "!tag"sv, "!!str x"sv, "@at"sv, "%TAG"sv, "---"sv, "..."sv, "--- x"sv,
    "- item"sv, "? key"sv, ": value"sv, "key: value"sv, "key:"sv, ":"sv, "a:b"sv, "a: b: c"sv, "[1, 2]"sv, "{a: b}"sv,
    "["sv, "]"sv, "{"sv, "}"sv, ","sv, "a, b"sv, "|"sv, ">"sv, "|-"sv, "10.0.0.1"sv, "10.0.0.0/8"sv, "fe80::1"sv,
    "2001:db8::1"sv, "::"sv, "1.2.3"sv, "v1.35.0+k3s3"sv, "802.3ad"sv,
    // characters that are not ASCII, invisible ones, controls
    "\0"sv, "a\0b"sv, "\x01"sv, "\x1b[31mred\x1b[0m"sv, "\x7f"sv, "\b"sv, "\f"sv, "\v"sv, "\xc2\x80"sv, "\xc2\x85"sv,
    "\xc2\xa0"sv, "\xe2\x80\xa8"sv, "\xe2\x80\xa9"sv,
    "\xef\xbb\xbf"
    "bom"sv,
    "\xef\xbf\xbe"sv, "\xef\xbf\xbf"sv,
    "\xe2\x80\xae"
    "drah"sv,
    "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d"sv, "\xd9\x85\xd8\xb1\xd8\xad\xd8\xa8\xd8\xa7 abc"sv,
    "\xe2\x81\xa6rtl\xe2\x81\xa9"sv, "caf\xc3\xa9"sv, "cafe\xcc\x81"sv, "\xe4\xb8\xad\xe6\x96\x87"sv,
    "\xf0\x9f\x9a\x80"sv, "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb"sv, "\xf4\x8f\xbf\xbf"sv,
    "z\xcd\x91\xcc\xab\xcd\x83"sv, "\xe2\x80\x8b"sv, "zero\xe2\x80\x8bwidth"sv, "\xc4\xb0i"sv, "\xc3\x9f"sv,
    // paths, markup, other languages
    "../../etc/passwd"sv, "/"sv, "//"sv, "a/b"sv, "."sv, ".."sv, "<b>bold</b>"sv, "&lt;"sv, "</script>"sv,
    "<!-- x -->"sv, "]]>"sv, "/* x */"sv, "*/"sv, "// x"sv, "' OR 1=1 --"sv, "%s%s%s%n"sv, "[Match]"sv,
    "Name=eth0\nAddress=1.2.3.4/8"sv, "\\\n"sv, "line\\\ncontinued"sv, "rec { a = b; }"sv, "import ./x"sv,
    "a ? b : c"sv,
    // and what else some reader takes for no text
    "Off"sv, "nil"sv, "None"sv, "0x1f"sv, "0o17"sv, "0b1"sv, "1E-3"sv, "-.INF"sv, "NaN"sv, "12:30"sv, "12:30:45"sv,
    "190:20:30.15"sv, "2026-01-01"sv, "2026-01-01T00:00:00Z"sv, "1,000"sv, "| "sv, "> x"sv, "`tick"sv, "%directive"sv,
    "[a, b]"sv, "a # b"sv, "let"sv, "in"sv, "with"sv, "rec"sv, "inherit"sv, "or"sv, "assert"sv, "if"sv, "then"sv,
    "else"sv, "import <nixpkgs>"sv, "<nixpkgs>"sv, "./path"sv, "https://x.example/?a=b&c=d"sv, "builtins.abort \"x\""sv,
    "[Network]"sv, "Address=10.0.0.1"sv, "x\nAddress=10.0.0.1"sv, "x\n[Match]"sv, "a\\"sv, "-rf /"sv, "; rm -rf /"sv,
    "&& true"sv, "> /dev/null"sv, "a b"sv, " lead"sv, "trail "sv, "\tlead"sv, "trail\t"sv, "  two  inside  "sv,
    "\\t\\u0041"sv, "&amp;"sv, "__proto__"sv, "constructor"sv, "0.0.0.0"sv, "::1"sv, "fe80::1%eth0"sv,
    "\nfirst line empty"sv, "last line empty\n"sv, "  indented\nfirst"sv, "line\n---\nline"sv, "line\n...\n"sv};

// What languages quote, escape, expand, comment or end a line with; put alone and into words below.
constexpr std::string_view marks[] = {"\""sv,
                                      "'"sv,
                                      "`"sv,
                                      "\\"sv,
                                      "\\\\"sv,
                                      "\\\\\\"sv,
                                      "''"sv,
                                      "'''"sv,
                                      "\"\""sv,
                                      "\"\"\""sv,
                                      "${"sv,
                                      "${x}"sv,
                                      "$${x}"sv,
                                      "$$"sv,
                                      "$"sv,
                                      "$(id)"sv,
                                      "$((1))"sv,
                                      "''${x}"sv,
                                      "''$"sv,
                                      "\\${x}"sv,
                                      "%"sv,
                                      "%%"sv,
                                      "%n"sv,
                                      "%h"sv,
                                      "#"sv,
                                      " #"sv,
                                      ";"sv,
                                      " ;"sv,
                                      "//"sv,
                                      "/*"sv,
                                      "*/"sv,
                                      "\n"sv,
                                      "\r"sv,
                                      "\r\n"sv,
                                      "\n\n"sv,
                                      "\\\n"sv,
                                      "\t"sv,
                                      " "sv,
                                      "\0"sv,
                                      "\x01"sv,
                                      "\x1b[31m"sv,
                                      "\x7f"sv,
                                      "\b"sv,
                                      "\f"sv,
                                      "\v"sv,
                                      "="sv,
                                      ":"sv,
                                      ": "sv,
                                      " :"sv,
                                      ","sv,
                                      "["sv,
                                      "]"sv,
                                      "{"sv,
                                      "}"sv,
                                      "<"sv,
                                      ">"sv,
                                      "&"sv,
                                      "*"sv,
                                      "?"sv,
                                      "!"sv,
                                      "|"sv,
                                      "@"sv,
                                      "~"sv,
                                      "^"sv,
                                      "- "sv,
                                      "-"sv,
                                      "--"sv,
                                      "---"sv,
                                      "..."sv,
                                      "\xc2\x85"sv,
                                      "\xc2\xa0"sv,
                                      "\xe2\x80\xa8"sv,
                                      "\xe2\x80\xa9"sv,
                                      "\xef\xbb\xbf"sv,
                                      "\xe2\x80\xae"sv,
                                      "\xe2\x80\x8b"sv,
                                      "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d"sv,
                                      "\xf0\x9f\x90\xa7"sv,
                                      "e\xcc\x81"sv,
                                      "\xef\xbf\xbd"sv,
                                      "\xef\xbf\xbe"sv,
                                      "\xf4\x8f\xbf\xbf"sv,
                                      "\xff"sv,
                                      "\xc0\xaf"sv,
                                      "\xed\xa0\x80"sv,
                                      "\xe2\x82"sv};

std::vector<std::string> everyText()
{
    std::vector<std::string> texts;
    const auto add = [&](std::string text) {
        if (!std::ranges::contains(texts, text)) texts.push_back(std::move(text));
    };
    for (const std::string_view word : words) add(std::string(word));
    for (const std::string_view mark : marks) {
        add(std::string(mark));
        add("a" + std::string(mark) + "b");
    }
    add(std::string(64, 'a'));
    add(std::string(2000, 'x'));
    add(std::string(120, ' ') + "x");
    add(std::string(200, '"') + std::string(200, '\\'));
    add("long words " + std::string(150, 'w') + " and " + std::string(150, 'v'));
    for (const char mark : "\"\\$'{["sv) add(std::string(64, mark));
    std::string everything;
    for (const std::string_view mark : marks)
        if (!mark.contains('\0') && static_cast<unsigned char>(mark.front()) < 0x80) everything += mark;
    add(everything);
    return texts;
}

} // namespace

const std::vector<std::string>& hostileTexts()
{
    static const std::vector<std::string> all = everyText();
    return all;
}

const std::vector<std::string>& hostileStrings()
{
    static const std::vector<std::string> valid = [] {
        std::vector<std::string> texts = hostileTexts();
        std::erase_if(texts, [](const std::string& text) { return !isUtf8(text); });
        return texts;
    }();
    return valid;
}

} // namespace n3x::test
