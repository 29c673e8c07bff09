// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/types/text.h"

#include <compare>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace n3x {

// A text that keeps a rule. Rule gives `static std::optional<Refusal> refuse(std::string_view)`;
// two rules make two types, so a node's name is never taken for a link's.
template <class Rule> class CheckedText {
public:
    [[nodiscard]] static std::expected<CheckedText, Refusal> parse(std::string_view text)
    {
        if (auto refusal = Rule::refuse(text)) return std::unexpected(*std::move(refusal));
        return CheckedText(text);
    }

    [[nodiscard]] const std::string& text() const { return text_; }

    friend auto operator<=>(const CheckedText&, const CheckedText&) = default;

private:
    explicit CheckedText(std::string_view text) : text_(text) {}

    std::string text_;
};

} // namespace n3x
