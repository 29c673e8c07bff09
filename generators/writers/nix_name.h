// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <string_view>
#include <type_traits>

namespace n3x {

// Words that are no attribute names in Nix' grammar, and `or`, which is one only for old files' sake.
inline constexpr std::array<std::string_view, 10> nixKeywords{"assert", "else", "if",  "in",   "inherit",
                                                              "let",    "or",   "rec", "then", "with"};

// A letter or '_', then letters, digits, '_', '-' and '\'' (the Nix manual, Identifiers).
[[nodiscard]] constexpr bool isNixIdentifier(std::string_view name)
{
    const auto begins = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
    const auto continues = [&](char c) { return begins(c) || (c >= '0' && c <= '9') || c == '-' || c == '\''; };
    return !name.empty() && begins(name.front()) && std::ranges::all_of(name, continues) &&
           !std::ranges::contains(nixKeywords, name);
}

// One name of an attribute's path. Whether it has to be quoted is settled at compile time for a literal.
class NixName {
public:
    constexpr NixName() = default; // none: the path has ended
    template <std::size_t size> consteval NixName(const char (&literal)[size]) : NixName(std::string_view(literal)) {}
    // A text that outlives the call that this is given to.
    template <class Text>
        requires std::is_class_v<Text> && std::convertible_to<const Text&, std::string_view>
    constexpr NixName(const Text& text) : text_(text), form_(isNixIdentifier(text_) ? Form::Plain : Form::Quoted)
    {
    }

    [[nodiscard]] bool isGiven() const { return form_ != Form::None; }
    [[nodiscard]] bool isPlain() const { return form_ == Form::Plain; }
    [[nodiscard]] std::string_view text() const { return text_; }

private:
    enum class Form : unsigned char { None, Plain, Quoted };

    std::string_view text_;
    Form form_ = Form::None;
};

} // namespace n3x
