// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/writers/require_held.h"

#include <cstdio>
#include <cstdlib>

namespace n3x {

void refuseUnheld(std::string_view writer)
{
    std::fprintf(stderr, "%.*s was given a text that its language cannot hold. Nothing was written.\n",
                 static_cast<int>(writer.size()), writer.data());
    std::abort();
}

} // namespace n3x
