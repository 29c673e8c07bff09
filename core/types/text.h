// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>
#include <vector>

// Marks a pattern for the translators' tool; the window looks the translation up, the core never does.
#define N3X_TEXT(pattern) (pattern)

namespace n3x {

// A sentence for people as data: an English pattern with %1 … %9, and what goes in their places.
// Patterns are literals, so that two texts are equal exactly when they would read equal.
struct Text {
    std::string_view pattern;
    std::vector<std::string> arguments;

    Text() = default;
    Text(std::string_view literal) : pattern(literal) {}
    Text(const char* literal) : pattern(literal) {}
    Text(std::string_view literal, std::vector<std::string> values) : pattern(literal), arguments(std::move(values)) {}

    [[nodiscard]] bool empty() const { return pattern.empty(); }
    [[nodiscard]] std::string english() const { return filled(pattern); }

    // The sentence with another pattern, normally a translation of this one.
    [[nodiscard]] std::string filled(std::string_view translated) const;

    friend bool operator==(const Text&, const Text&) = default;
};

// Why a text is no value of a type: what is wrong with it and what to type instead.
struct Refusal {
    Text what;
    Text advice;

    friend bool operator==(const Refusal&, const Refusal&) = default;
};

} // namespace n3x
