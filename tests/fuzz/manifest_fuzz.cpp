// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/workspace/manifest.h"

#include <cstdint>
#include <cstdlib>

using namespace n3x;

// What could be read must come back equal from what is written, and be written the same again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto manifest = parseManifest({reinterpret_cast<const char*>(data), size});
    if (!manifest) return 0;
    const std::string text = manifestText(*manifest);
    const auto again = parseManifest(text);
    if (!again || *again != *manifest || manifestText(*again) != text) std::abort();
    return 0;
}
