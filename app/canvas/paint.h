// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/canvas/brush.h"
#include "app/canvas/scene.h"

// The layers of the canvas, from the ground up. Each paints what the viewport shows, as fine as the zoom asks for.
namespace n3x::paint {

void ground(Brush& brush, const Scene& scene);
void lanes(Brush& brush, const Scene& scene);
void cables(Brush& brush, const Scene& scene);
void cards(Brush& brush, const Scene& scene);
void captions(Brush& brush, const Scene& scene); // of the lanes: last, since they stay in view
void carried(Brush& brush, const Scene& scene); // cards in hand, over everything that stands
void gesture(Brush& brush, const Scene& scene);

inline void all(Brush& brush, const Scene& scene)
{
    ground(brush, scene);
    lanes(brush, scene);
    cables(brush, scene);
    cards(brush, scene);
    captions(brush, scene);
    carried(brush, scene);
    gesture(brush, scene);
}

[[nodiscard]] QString signIcon(Severity severity);
[[nodiscard]] QColor signColour(const Colours& colours, Severity severity);

// That colour, or the nearest on the way to the colour of text that can be read on the ground (4.5 : 1).
[[nodiscard]] QColor legible(const QColor& colour, const QColor& ground, const Colours& colours);

// How a network says its VLAN: "VLAN 200", "untagged".
[[nodiscard]] QString vlanText(const NetworkView& network);
[[nodiscard]] QString trafficIcon(Traffic traffic);

} // namespace n3x::paint
