// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/workspace/view.h"

#include <cmath>
#include <cstdint>
#include <cstdlib>

using namespace n3x;

// Cards stand where the canvas can show them. What was written once is written the same ever after.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto view = parseView({reinterpret_cast<const char*>(data), size});
    if (!view) return 0;
    for (const auto& [name, place] : view->cards)
        if (!(std::abs(place.x) <= 1e9) || !(std::abs(place.y) <= 1e9)) std::abort();
    const std::string text = viewText(*view);
    const auto again = parseView(text);
    if (!again || again->cards.size() != view->cards.size() || again->colours != view->colours ||
        viewText(*again) != text)
        std::abort();
    for (const auto& [name, place] : view->cards) {
        const ViewPosition& kept = again->cards.at(name);
        if (std::abs(kept.x - place.x) > 0.0051 || std::abs(kept.y - place.y) > 0.0051) std::abort();
    }
    return 0;
}
