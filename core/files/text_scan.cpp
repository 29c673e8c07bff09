// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/files/text_scan.h"

#include "core/types/plain_text.h"

#include <algorithm>

namespace n3x {
namespace {

constexpr int absurdNesting = 1000;

bool isControl(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t index) {
        return index < text.size() ? static_cast<unsigned char>(text[index]) : 0U;
    };
    const unsigned one = byte(at);
    if (one >= 0x20 && one < 0x7f) return false;
    if (one < 0x20) return one != '\t' && one != '\n' && one != '\r';
    if (one == 0x7f) return true;
    if (one == 0xc2) return byte(at + 1) >= 0x80 && byte(at + 1) <= 0x9f && byte(at + 1) != 0x85;
    return one == 0xef && byte(at + 1) == 0xbf && byte(at + 2) >= 0xbe; // U+FFFE, U+FFFF
}

// Follows quotes and comments through a text, so that a bracket or '#' inside a quoted text does not count.
class Scan {
public:
    enum class At { Code, Comment, Text };

    At step(char c)
    {
        const bool begins = beforeToken_;
        const bool spaced = afterSpace_;
        if (c == '\n') {
            if (quote_ == 0) beforeToken_ = true;
            afterSpace_ = true;
            inComment_ = false;
            return inside();
        }
        if (inComment_) return At::Comment;
        if (quote_ != 0) return stepQuoted(c);
        afterSpace_ = c == ' ' || c == '\t' || c == '\r';
        if (c == '#' && spaced) {
            inComment_ = true;
            return At::Comment;
        }
        const bool doubled = c == '\'' && closedSingle_; // '' inside single quotes is one of them
        closedSingle_ = false;
        if (((c == '"' || c == '\'') && begins) || doubled) {
            quote_ = c;
            return At::Text;
        }
        if (!afterSpace_) {
            const bool separator = c == ':' || c == '-' || c == '?' || c == ',' || c == '[' || c == '{';
            beforeToken_ = separator && (begins || c == ':' || c == ',' || c == '[' || c == '{');
        }
        return At::Code;
    }

private:
    At inside() const { return quote_ != 0 ? At::Text : At::Code; }

    At stepQuoted(char c)
    {
        if (escaped_)
            escaped_ = false;
        else if (quote_ == '"' && c == '\\')
            escaped_ = true;
        else if (c == quote_) {
            closedSingle_ = c == '\'';
            quote_ = 0;
            beforeToken_ = false;
            afterSpace_ = false;
        }
        return At::Text;
    }

    char quote_ = 0;
    bool escaped_ = false;
    bool closedSingle_ = false;
    bool inComment_ = false;
    bool beforeToken_ = true;
    bool afterSpace_ = true;
};

} // namespace

TextFlaws textFlaws(std::string_view text)
{
    TextFlaws flaws;
    flaws.notUtf8 = firstNotUtf8(text);
    for (std::size_t at = 0; at < text.size() && !flaws.control; ++at)
        if (isControl(text, at)) flaws.control = at;
    return flaws;
}

std::optional<std::size_t> deepFlow(std::string_view text)
{
    Scan scan;
    int nesting = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (scan.step(text[at]) != Scan::At::Code) continue;
        if (text[at] == '[' || text[at] == '{') {
            if (++nesting > absurdNesting) return at;
        } else if (text[at] == ']' || text[at] == '}') {
            nesting = std::max(0, nesting - 1);
        }
    }
    return {};
}

std::optional<std::size_t> conflictMark(std::string_view text)
{
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        std::string_view line = text.substr(start, end - start);
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.starts_with("<<<<<<< ") || line.starts_with("||||||| ") || line == "=======" ||
            line.starts_with(">>>>>>> "))
            return start;
        start = end + 1;
    }
    return {};
}

LineFacts lineFacts(std::string_view text)
{
    LineFacts facts;
    Scan scan;
    int line = 1;
    bool leading = true;
    bool tab = false;
    for (const char c : text) {
        const Scan::At at = scan.step(c);
        facts.hasComments = facts.hasComments || at == Scan::At::Comment;
        if (c == '\n') {
            ++line;
            leading = at == Scan::At::Code;
            tab = false;
        } else if (leading && c == '\t') {
            tab = true;
        } else if (leading && c != ' ') {
            leading = false;
            if (tab && c != '#' && c != '\r') facts.tabLines.push_back(line);
        }
    }
    return facts;
}

std::pair<int, int> lineAndColumn(std::string_view text, std::size_t offset)
{
    const std::string_view before = text.substr(0, offset);
    const auto line = 1 + std::ranges::count(before, '\n');
    const std::size_t start = before.rfind('\n');
    const std::size_t column = start == std::string_view::npos ? offset + 1 : offset - start;
    return {static_cast<int>(line), static_cast<int>(column)};
}

} // namespace n3x
