// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string_view>

namespace n3x {

// For texts that a language cannot hold. The checks refuse them long before: that one got here is a fault of the
// program, in every build, and what would be written next could mean anything to those who read it. So nothing is.
[[noreturn]] void refuseUnheld(std::string_view writer);

inline void requireHeld(bool held, std::string_view writer)
{
    if (!held) [[unlikely]]
        refuseUnheld(writer);
}

} // namespace n3x
