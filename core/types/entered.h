// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/types/text.h"

#include <expected>
#include <string>
#include <string_view>
#include <utility>

namespace n3x {

// What a person said where a value of T belongs: the value, or, when T refuses the text, the text itself.
// So a wrong value can be shown, saved and mended without ever being mistaken for a T.
// T needs `static std::expected<T, Refusal> parse(std::string_view)` and `std::string text() const`,
// with parse(text()) equal to the value.
template <class T> class Entered {
public:
    Entered() : said_(std::unexpected(std::string())) {}
    Entered(T value) : said_(std::move(value)) {}

    [[nodiscard]] static Entered from(std::string_view text)
    {
        Entered entered;
        if (auto parsed = T::parse(text))
            entered.said_ = *std::move(parsed);
        else
            entered.said_ = std::unexpected(std::string(text));
        return entered;
    }

    [[nodiscard]] bool valid() const { return said_.has_value(); }
    explicit operator bool() const { return valid(); }

    // Only where valid(); the plan is made for projects without errors, so it may rely on that.
    [[nodiscard]] const T& value() const { return *said_; }
    [[nodiscard]] const T* get() const { return said_ ? &*said_ : nullptr; }

    [[nodiscard]] std::string text() const { return said_ ? said_->text() : said_.error(); }

    // Whether this is how it is written; cheaper than comparing with text().
    [[nodiscard]] bool reads(std::string_view text) const
    {
        return said_ ? said_->text() == text : said_.error() == text;
    }

    // Why the text was refused; only where !valid().
    [[nodiscard]] Refusal refusal() const { return T::parse(said_.error()).error(); }

    friend bool operator==(const Entered&, const Entered&) = default;

private:
    std::expected<T, std::string> said_;
};

} // namespace n3x
