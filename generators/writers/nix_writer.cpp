// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/writers/nix_writer.h"

#include "generators/writers/append_parts.h"
#include "generators/writers/require_held.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>

namespace n3x {
namespace {

constexpr std::size_t widestLine = 100;
constexpr unsigned deepest = 63;

constexpr std::array<char, std::size_t{2} * deepest> spaces = [] {
    std::array<char, std::size_t{2} * deepest> all{};
    all.fill(' ');
    return all;
}();

// Bytes that stand in a string only behind a backslash ('$' only before '{') or never (NUL): looked up because every
// string passes here.
constexpr std::array<bool, 256> escaped = [] {
    std::array<bool, 256> table{};
    for (const char c : {'"', '\\', '\n', '\r', '\t', '$', '\0'}) table[static_cast<unsigned char>(c)] = true;
    return table;
}();

// Of the paths that Nix takes without quotes.
[[maybe_unused]] bool standsInPath(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("_-'./").contains(c);
}

bool isEscaped(char c) { return escaped[static_cast<unsigned char>(c)]; }

} // namespace

std::string_view NixWriter::indentation() const { return {spaces.data(), std::size_t{2} * depth_}; }

void NixWriter::name(const NixName& name)
{
    if (name.isPlain())
        text_ += name.text();
    else
        quoted(name.text());
}

void NixWriter::path(const NixName& first, const NixName& second, const NixName& third)
{
    name(first);
    for (const NixName* further : {&second, &third}) {
        if (!further->isGiven()) return;
        text_ += '.';
        name(*further);
    }
}

NixWriter& NixWriter::attribute(const NixName& first, const NixName& second, const NixName& third)
{
    if (first.isPlain() && !second.isGiven()) { // as nearly all of them
        appendParts(text_, indentation(), first.text(), " = ");
    } else {
        indent();
        path(first, second, third);
        text_ += " = ";
    }
    inAttribute_ = true;
    return *this;
}

void NixWriter::reference(const NixName& first, const NixName& second, const NixName& third)
{
    beginValue();
    path(first, second, third);
    endValue();
}

void NixWriter::openExtended(const NixName& first, const NixName& second, const NixName& third)
{
    beginValue();
    if (!inAttribute_) text_ += '(';
    path(first, second, third);
    text_ += " // {\n";
    beginLevel();
}

void NixWriter::quoted(std::string_view value)
{
    if (std::ranges::none_of(value, isEscaped)) return appendParts(text_, "\"", value, "\"");
    requireHeld(canHold(value), "NixWriter");
    text_ += '"';
    std::size_t written = 0;
    for (std::size_t at = 0; at < value.size(); ++at) {
        if (!isEscaped(value[at])) continue;
        char letter = 0;
        switch (value[at]) {
        case '"':
        case '\\': letter = value[at]; break;
        case '\n': letter = 'n'; break;
        case '\r': letter = 'r'; break; // Nix reads a bare one as a line feed
        case '\t': letter = 't'; break;
        case '$':
            if (at + 1 == value.size() || value[at + 1] != '{') continue;
            letter = '$';
            break;
        default: continue;
        }
        text_ += value.substr(written, at - written);
        text_ += '\\';
        text_ += letter;
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
    for (const std::string_view part : parts) {
        assert(std::ranges::all_of(part, standsInPath));
        text_ += part;
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
    appendParts(text_, std::string_view(&bracket, 1), "\n");
    beginLevel();
}

void NixWriter::beginLevel()
{
    ++depth_;
    assert(depth_ <= deepest);
    const std::uint64_t level = std::uint64_t{1} << depth_;
    ownedByName_ = inAttribute_ ? ownedByName_ | level : ownedByName_ & ~level;
    inAttribute_ = false;
}

void NixWriter::close(char bracket)
{
    assert(depth_ > 0 && !inAttribute_);
    const bool owned = (ownedByName_ >> depth_ & 1U) != 0;
    --depth_;
    const bool isEmpty = text_.ends_with(bracket == '}' ? "{\n" : "[\n"); // nothing was put in
    if (isEmpty) text_.back() = ' ';
    appendParts(text_, isEmpty ? std::string_view() : indentation(), std::string_view(&bracket, 1),
                owned ? std::string_view(";\n") : std::string_view("\n"));
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
    for (const std::string_view part : parts) appendComment(text_, part);
    text_ += '\n';
}

} // namespace n3x
