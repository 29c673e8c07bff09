// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace n3x {

// Where a card stands on the canvas, in its own units.
struct ViewPosition {
    double x = 0;
    double y = 0;

    friend bool operator==(const ViewPosition&, const ViewPosition&) = default;
};

// How one profile is drawn.
struct View {
    std::map<std::string, ViewPosition, std::less<>> cards; // by the names of their nodes
    // By the names of the networks: which of the colours each has, where it is not that of their order.
    std::map<std::string, std::size_t, std::less<>> colours;

    [[nodiscard]] bool empty() const { return cards.empty() && colours.empty(); }

    friend bool operator==(const View&, const View&) = default;
};
// By profile; each is the file `.n3x/view/<profile>.yaml`.
using Views = std::map<std::string, View, std::less<>>;

// The file of a view; the same view gives the same bytes. Coordinates are kept to a hundredth.
[[nodiscard]] std::string viewText(const View& view);

// Nothing where the text is no view: a lost position is laid out anew, it is never worth refusing a project.
[[nodiscard]] std::optional<View> parseView(std::string_view text);

} // namespace n3x
