// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/types/plain_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace n3x {

// A part as appendParts() takes it; the length of a literal is known at compile time.
inline std::string_view partOf(std::string_view part) { return part; }
template <std::size_t size> std::string_view partOf(const char (&literal)[size]) { return {literal, size - 1}; }

// Appends the parts one behind the other, growing the text once: the writers' innermost step.
template <class... Parts> void appendParts(std::string& text, const Parts&... parts)
{
    const std::size_t start = text.size();
    const std::size_t size = start + (partOf(parts).size() + ...);
    text.resize_and_overwrite(size, [&](char* bytes, std::size_t) {
        char* to = bytes + start;
        ((to = std::ranges::copy(partOf(parts), to).out), ...);
        return size;
    });
}

inline void appendNumber(std::string& text, std::uint64_t number)
{
    std::array<char, 20> digits;
    text.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr);
}

[[nodiscard]] inline bool isControlCharacter(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

// Appends a part of a comment: control characters become spaces, for a comment is no place to hide a line.
inline void appendComment(std::string& text, std::string_view part)
{
    const std::size_t start = text.size();
    text.append(part);
    if (isPrintableAscii(part)) return;
    std::replace_if(text.begin() + static_cast<std::ptrdiff_t>(start), text.end(), isControlCharacter, ' ');
}

} // namespace n3x
