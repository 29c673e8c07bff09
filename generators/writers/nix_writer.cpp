// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/writers/nix_writer.h"

#include "generators/writers/require_held.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>

namespace n3x {
namespace {

constexpr std::size_t widestLine = 100;

// Words that are no attribute names in Nix' grammar, and `or`, which is one only for old files' sake.
constexpr std::array<std::string_view, 10> keywords{"assert", "else", "if",  "in",   "inherit",
                                                    "let",    "or",   "rec", "then", "with"};

// What a byte is to Nix, looked up because every name and string passes here.
enum : unsigned char { Plain = 0, BeginsName = 1, ContinuesName = 2, Escaped = 4 };

constexpr std::array<unsigned char, 256> kinds = [] {
    std::array<unsigned char, 256> table{};
    for (unsigned char c = 'a'; c <= 'z'; ++c) table[c] = BeginsName | ContinuesName;
    for (unsigned char c = 'A'; c <= 'Z'; ++c) table[c] = BeginsName | ContinuesName;
    for (unsigned char c = '0'; c <= '9'; ++c) table[c] = ContinuesName;
    table['_'] = BeginsName | ContinuesName;
    table['-'] = table['\''] = ContinuesName;
    for (const char c : {'"', '\\', '\n', '\r', '\t', '$'})
        table[static_cast<unsigned char>(c)] = Escaped; // '$' only before '{'
    return table;
}();

bool is(char c, unsigned char kind) { return (kinds[static_cast<unsigned char>(c)] & kind) != 0; }

bool isIdentifier(std::string_view name)
{
    if (name.empty() || !is(name.front(), BeginsName)) return false;
    for (const char c : name)
        if (!is(c, ContinuesName)) return false;
    constexpr std::size_t longestKeyword = 7;
    return name.size() > longestKeyword || std::ranges::find(keywords, name) == keywords.end();
}

void appendNumber(std::string& text, std::uint64_t value)
{
    std::array<char, 20> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    text.append(digits.data(), end);
}

} // namespace

void NixWriter::name(std::string_view name)
{
    if (isIdentifier(name))
        text_ += name;
    else
        quoted(name);
}

void NixWriter::quoted(std::string_view value)
{
    requireHeld(canHold(value), "NixWriter");
    text_ += '"';
    std::size_t written = 0;
    for (std::size_t at = 0; at < value.size(); ++at) {
        if (!is(value[at], Escaped)) continue;
        char escaped = 0;
        switch (value[at]) {
        case '"':
        case '\\': escaped = value[at]; break;
        case '\n': escaped = 'n'; break;
        case '\r': escaped = 'r'; break; // Nix reads a bare one as a line feed
        case '\t': escaped = 't'; break;
        case '$':
            if (at + 1 == value.size() || value[at + 1] != '{') continue;
            escaped = '$';
            break;
        default: continue;
        }
        text_ += value.substr(written, at - written);
        text_ += '\\';
        text_ += escaped;
        written = at + 1;
    }
    text_ += value.substr(written);
    text_ += '"';
}

void NixWriter::beginValue()
{
    if (!inAttribute_) indent();
}

void NixWriter::endValue()
{
    text_ += inAttribute_ ? ";\n" : "\n";
    inAttribute_ = false;
}

void NixWriter::string(std::string_view value)
{
    beginValue();
    quoted(value);
    endValue();
}

void NixWriter::number(std::uint64_t value)
{
    beginValue();
    appendNumber(text_, value);
    endValue();
}

void NixWriter::boolean(bool value)
{
    beginValue();
    text_ += value ? "true" : "false";
    endValue();
}

void NixWriter::importOf(std::initializer_list<std::string_view> parts)
{
    beginValue();
    text_ += "import ";
    for (const std::string_view part : parts)
        for (const char c : part) {
            assert(is(c, ContinuesName) || c == '.' || c == '/');
            text_ += c;
        }
    endValue();
}

void NixWriter::null()
{
    beginValue();
    text_ += "null";
    endValue();
}

void NixWriter::open(char bracket)
{
    beginValue();
    text_ += bracket;
    text_ += '\n';
    beginLevel();
}

void NixWriter::beginLevel()
{
    ++depth_;
    assert(depth_ < 64);
    const std::uint64_t level = std::uint64_t{1} << depth_;
    ownedByName_ = inAttribute_ ? ownedByName_ | level : ownedByName_ & ~level;
    inAttribute_ = false;
}

void NixWriter::close(char bracket)
{
    assert(depth_ > 0 && !inAttribute_);
    const bool owned = (ownedByName_ >> depth_ & 1U) != 0;
    --depth_;
    if (text_.ends_with(bracket == '}' ? "{\n" : "[\n")) { // nothing was put in
        text_.back() = ' ';
    } else {
        indent();
    }
    text_ += bracket;
    text_ += owned ? ";\n" : "\n";
}

void NixWriter::openLet()
{
    indent();
    text_ += "let\n";
    ++depth_;
}

void NixWriter::closeLet()
{
    --depth_;
    indent();
    text_ += "in\n";
}

void NixWriter::closeExtended()
{
    const bool owned = (ownedByName_ >> depth_ & 1U) != 0;
    --depth_;
    indent();
    text_ += owned ? "};\n" : "})\n";
}

// Elements are first written on one line; endList() breaks it where it turned out too long.
std::size_t NixWriter::beginList()
{
    beginValue();
    text_ += '[';
    return text_.size();
}

void NixWriter::element(std::string_view value)
{
    text_ += ' ';
    quoted(value);
}

void NixWriter::element(std::uint64_t value)
{
    text_ += ' ';
    appendNumber(text_, value);
}

void NixWriter::endList(std::size_t start, bool isEmpty)
{
    const std::size_t lineStart = text_.rfind('\n', start) + 1; // npos + 1 is 0: the first line
    if (isEmpty || text_.size() - lineStart + 3 <= widestLine) {
        text_ += " ]";
        endValue();
        return;
    }
    const std::string elements = text_.substr(start);
    text_.resize(start);
    const std::string lineBreak = '\n' + std::string(std::size_t{2} * (depth_ + 1), ' ');
    bool inString = false;
    for (std::size_t at = 0; at < elements.size(); ++at) {
        const char c = elements[at];
        if (c == '\\') {
            text_ += c;
            text_ += elements[++at];
        } else if (c == ' ' && !inString) {
            text_ += lineBreak;
        } else {
            if (c == '"') inString = !inString;
            text_ += c;
        }
    }
    text_ += '\n';
    indent();
    text_ += ']';
    endValue();
}

void NixWriter::comment(std::initializer_list<std::string_view> parts)
{
    indent();
    text_ += "# ";
    for (const std::string_view part : parts)
        for (const char c : part) text_ += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
    text_ += '\n';
}

} // namespace n3x
