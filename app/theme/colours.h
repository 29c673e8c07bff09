// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QColor>
#include <QList>
#include <QPalette>

#include <cstddef>

namespace n3x {

// The colours that the window paints with itself, derived from the desktop's palette. All text colours have a
// contrast of at least 4.5 : 1 on the ground they are named after.
struct Colours {
    bool isDark = false;

    QColor window;   // ground of docks and bars
    QColor base;     // ground of lists and fields
    QColor text;     // on both
    QColor quiet;    // secondary text on both
    QColor line;     // separators and frames
    QColor accent;   // what is selected, focused or the main action
    QColor accentText; // text in the accent's colour on window and base
    QColor onAccent; // text on an accent ground
    QColor selection; // ground of a selected row that keeps its text colour

    QColor error, warning, changed, good; // signs; the same hue everywhere
    QColor errorGround, warningGround, changedGround, goodGround; // tinted grounds, for `text`

    QColor canvas, grid; // ground of the topology canvas
    QColor card, cardLine; // a node's card
    QColor changedLine; // ground of a changed line in the preview

    friend bool operator==(const Colours&, const Colours&) = default;
};

[[nodiscard]] Colours coloursOf(const QPalette& palette);

// How a network is drawn wherever it is drawn: a colour of Okabe and Ito, a dash pattern so that colour is never
// the only sign, the tinted ground of its lane, and a readable variant for text on that ground.
struct NetworkStyle {
    QColor line;
    QColor ground;
    QColor text;
    QList<qreal> dashes; // in units of the line's width, as QPen takes them; empty for a solid line

    friend bool operator==(const NetworkStyle&, const NetworkStyle&) = default;
};

// By the place of the network in its profile. Places beyond the eight colours repeat them with the next pattern.
[[nodiscard]] NetworkStyle networkStyle(std::size_t place, const Colours& colours);

// WCAG 2.2 contrast ratio, 1 to 21.
[[nodiscard]] double contrast(const QColor& one, const QColor& two);

// `above` laid over `below` with the given share, opaque.
[[nodiscard]] QColor mixed(const QColor& below, const QColor& above, double share);

// The two palettes of `--theme`, for desktops without one and for pictures.
[[nodiscard]] QPalette lightPalette();
[[nodiscard]] QPalette darkPalette();

} // namespace n3x
