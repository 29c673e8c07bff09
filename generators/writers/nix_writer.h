// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "generators/writers/nix_name.h"

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <ranges>
#include <string>
#include <string_view>

namespace n3x {

// Writes one Nix expression into a text, two spaces a level, in the order of the calls:
//
//     nix.openSet();                                    {
//     nix.attribute("networking", "useDHCP").boolean(false);    networking.useDHCP = false;
//     nix.closeSet();                                   }
//
// Names are quoted where they are no plain identifiers, strings always. It hardly allocates but by
// growing the text. Every open…() needs its close…().
class NixWriter {
public:
    // Starts at `depth` levels; a piece of a larger file is written inside the braces of another piece.
    explicit NixWriter(std::string& text, unsigned depth = 0) : text_(text), depth_(depth) {}

    // Nix strings are bytes without NUL.
    [[nodiscard]] static bool canHold(std::string_view text) { return text.find('\0') == std::string_view::npos; }

    // Name of an attribute by its path; one value must follow.
    NixWriter& attribute(const NixName& first, const NixName& second = {}, const NixName& third = {});

    void string(std::string_view value);
    // The string that append(std::string&) appends to the one it is given.
    template <std::invocable<std::string&> Append> void stringFrom(Append&& append)
    {
        scratch_.clear();
        append(scratch_);
        string(scratch_);
    }
    void number(std::uint64_t value);
    void boolean(bool value);
    // `import` of a path that begins with "./", of parts that are joined as they are: names that stand in paths.
    void importOf(std::initializer_list<std::string_view> parts);
    void null();

    // A list of strings or numbers: on one line where it fits, else one element a line.
    template <std::ranges::forward_range Range> void list(const Range& values)
    {
        const std::size_t start = beginList();
        for (const auto& value : values) element(value);
        endList(start, std::ranges::empty(values));
    }

    // A list of the strings that append(std::string&, element) makes of the elements.
    template <std::ranges::forward_range Range, class Append> void listFrom(const Range& values, Append&& append)
    {
        const std::size_t start = beginList();
        for (const auto& value : values) {
            scratch_.clear();
            append(scratch_, value);
            element(std::string_view(scratch_));
        }
        endList(start, std::ranges::empty(values));
    }

    void openSet() { open('{'); }
    void closeSet() { close('}'); }
    void openList() { open('['); }
    void closeList() { close(']'); }

    // Names that the expression to come may use: attributes between the two calls.
    void openLet();
    void closeLet();
    // The value that such a name leads to, by its path.
    void reference(const NixName& first, const NixName& second = {}, const NixName& third = {});
    // That value with more attributes, which follow.
    void openExtended(const NixName& first, const NixName& second = {}, const NixName& third = {});
    void closeExtended();

    // A line of its own after `# `, of parts that are joined as they are. Control characters become spaces:
    // a comment is no place to hide code.
    void comment(std::initializer_list<std::string_view> parts);
    void blankLine() { text_ += '\n'; }

private:
    [[nodiscard]] std::string_view indentation() const;
    void indent() { text_ += indentation(); }
    void name(const NixName& name);
    void path(const NixName& first, const NixName& second, const NixName& third);
    void quoted(std::string_view value);
    void beginValue();
    void endValue();
    void beginLevel();
    void open(char bracket);
    void close(char bracket);

    std::size_t beginList();
    void element(std::string_view value);
    void element(std::uint64_t value);
    void endList(std::size_t start, bool isEmpty);

    std::string& text_;
    std::string scratch_;
    unsigned depth_;
    bool inAttribute_ = false;  // the value to come belongs to a name and ends with ';'
    std::uint64_t ownedByName_ = 0; // for each level that is open: whether its closing bracket ends with ';'
};

} // namespace n3x
