// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/types/text.h"

namespace n3x {

std::string Text::filled(std::string_view translated) const
{
    std::string sentence;
    sentence.reserve(translated.size() + 32);
    for (std::size_t at = 0; at < translated.size(); ++at) {
        const bool numbered = translated[at] == '%' && at + 1 < translated.size() && translated[at + 1] >= '1' &&
                              translated[at + 1] <= '9';
        if (!numbered) {
            sentence += translated[at];
            continue;
        }
        const auto index = static_cast<std::size_t>(translated[at + 1] - '1');
        if (index < arguments.size()) sentence += arguments[index];
        ++at;
    }
    return sentence;
}

} // namespace n3x
