// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>

namespace n3x {

// Lines of a BitBake configuration, as kas copies them into local.conf. BitBake has no escapes: what a value
// cannot hold has to be refused before.
class BitbakeLines {
public:
    // One line without quotes, backslashes, control characters and "${", which BitBake would expand.
    [[nodiscard]] static bool canHold(std::string_view value);

    // NAME = "value"; names are literals of the generators.
    void assignment(std::string_view name, std::string_view value);
    // NAME:append = " word"
    void append(std::string_view name, std::string_view word);

    [[nodiscard]] const std::string& text() const { return text_; }

private:
    std::string text_;
};

} // namespace n3x
