// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/theme/colours.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <cmath>

namespace n3x {

namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

// The first colour on the way from `wanted` to black or white that can be read on `ground`.
QColor readable(const QColor& wanted, const QColor& ground)
{
    const QColor end = luminance(ground) > 0.18 ? QColor(Qt::black) : QColor(Qt::white);
    for (double share = 0; share < 1; share += 0.04)
        if (const QColor colour = mixed(wanted, end, share); contrast(colour, ground) >= 4.5) return colour;
    return end;
}

// Okabe and Ito, in an order that keeps the first ones far apart. The last is black on paper; here it takes the
// colour of text, so that it is seen on dark ground too.
constexpr std::array<QRgb, 7> okabeIto{0xff0072b2, 0xffd55e00, 0xff009e73, 0xffcc79a7,
                                       0xffe69f00, 0xff56b4e9, 0xfff0e442};

constexpr std::size_t patternCount = 8;

QList<qreal> dashPattern(std::size_t place)
{
    switch (place % patternCount) {
    case 1: return {3, 1.5};
    case 2: return {1, 1.5};
    case 3: return {5, 1.5, 1, 1.5};
    case 4: return {7, 2};
    case 5: return {3, 1.5, 1, 1.5, 1, 1.5};
    case 6: return {2, 3};
    case 7: return {9, 1.5, 2, 1.5, 2, 1.5};
    default: return {};
    }
}

struct Grounds {
    QRgb window, base, button, text, quiet, line, accent, onAccent;
};

QPalette paletteOf(const Grounds& grounds)
{
    const QColor text(grounds.text);
    const QColor window(grounds.window);
    QPalette palette(QColor(grounds.button), window);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText, QPalette::BrightText})
        palette.setColor(role, text);
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::Base, QColor(grounds.base));
    palette.setColor(QPalette::AlternateBase, mixed(QColor(grounds.base), text, 0.03));
    palette.setColor(QPalette::ToolTipBase, QColor(grounds.base));
    palette.setColor(QPalette::Button, QColor(grounds.button));
    palette.setColor(QPalette::PlaceholderText, QColor(grounds.quiet));
    palette.setColor(QPalette::Mid, QColor(grounds.line));
    palette.setColor(QPalette::Highlight, QColor(grounds.accent));
    palette.setColor(QPalette::HighlightedText, QColor(grounds.onAccent));
    palette.setColor(QPalette::Accent, QColor(grounds.accent));
    palette.setColor(QPalette::Link, readable(QColor(grounds.accent), window));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, mixed(window, text, 0.38));
    return palette;
}

} // namespace

double contrast(const QColor& one, const QColor& two)
{
    const auto [dark, light] = std::minmax({luminance(one), luminance(two)});
    return (light + 0.05) / (dark + 0.05);
}

QColor mixed(const QColor& below, const QColor& above, double share)
{
    const auto part = [share](float low, float high) {
        return static_cast<float>(static_cast<double>(low) * (1 - share) + static_cast<double>(high) * share);
    };
    return QColor::fromRgbF(part(below.redF(), above.redF()), part(below.greenF(), above.greenF()),
                            part(below.blueF(), above.blueF()));
}

namespace {

Colours derived(const QPalette& palette)
{
    Colours colours;
    colours.window = palette.color(QPalette::Active, QPalette::Window);
    colours.base = palette.color(QPalette::Active, QPalette::Base);
    colours.text = palette.color(QPalette::Active, QPalette::WindowText);
    const bool dark = luminance(colours.window) < luminance(colours.text);
    colours.isDark = dark;
    // Text has to be readable on both grounds; the harder of the two decides.
    const QColor ground =
        contrast(colours.window, colours.text) < contrast(colours.base, colours.text) ? colours.window : colours.base;
    colours.quiet = readable(mixed(ground, colours.text, 0.62), ground);
    colours.line = mixed(colours.window, colours.text, dark ? 0.16 : 0.13);
    colours.accent = palette.color(QPalette::Active, QPalette::Highlight);
    colours.accentText = readable(colours.accent, ground);
    colours.onAccent = palette.color(QPalette::Active, QPalette::HighlightedText);
    colours.selection = mixed(colours.base, colours.accent, dark ? 0.28 : 0.14);

    colours.error = readable(QColor(dark ? 0xfff0706a : 0xffc5221f), ground);
    colours.warning = readable(QColor(dark ? 0xffe0a52b : 0xff9a6700), ground);
    colours.changed = readable(QColor(dark ? 0xff6ea8ff : 0xff2a6fdb), ground);
    colours.good = readable(QColor(dark ? 0xff57b881 : 0xff237a4b), ground);
    const double tint = dark ? 0.22 : 0.14;
    colours.errorGround = mixed(colours.window, QColor(0xffc5221f), tint);
    colours.warningGround = dark ? mixed(colours.window, QColor(0xffb58900), 0.28) : QColor(0xfffff1cc);
    colours.changedGround = mixed(colours.window, QColor(0xff2a6fdb), tint);
    colours.goodGround = mixed(colours.window, QColor(0xff2e8b57), tint);

    colours.canvas = dark ? mixed(colours.window, Qt::black, 0.12) : mixed(colours.window, colours.base, 0.7);
    colours.grid = mixed(colours.canvas, colours.text, 0.05);
    colours.card = dark ? mixed(colours.window, colours.text, 0.05) : colours.base;
    colours.cardLine = mixed(colours.window, colours.text, 0.18);
    colours.changedLine = colours.warningGround;
    return colours;
}

} // namespace

// Asked for by every control that is painted, and most of them have the same palette.
Colours coloursOf(const QPalette& palette)
{
    thread_local QHash<qint64, Colours> known;
    const auto found = known.constFind(palette.cacheKey());
    if (found != known.cend()) return *found;
    if (known.size() > 64) known.clear();
    return *known.insert(palette.cacheKey(), derived(palette));
}

NetworkStyle networkStyle(std::size_t place, const Colours& colours)
{
    const std::size_t colour = place % (okabeIto.size() + 1);
    NetworkStyle style;
    style.line = colour < okabeIto.size() ? QColor(okabeIto[colour]) : colours.text;
    // Yellow on white and blue on black would vanish: 3 : 1 is what WCAG asks of graphics.
    for (int step = 0; step < 12 && contrast(style.line, colours.canvas) < 3; ++step)
        style.line = mixed(style.line, colours.text, 0.08);
    style.ground = mixed(colours.canvas, style.line, colours.isDark ? 0.18 : 0.10);
    style.text = readable(style.line, style.ground);
    style.dashes = dashPattern(place + place / (okabeIto.size() + 1));
    return style;
}

QPalette lightPalette()
{
    return paletteOf({.window = 0xffffffff,
                      .base = 0xffffffff,
                      .button = 0xfff6f7f9,
                      .text = 0xff1d2330,
                      .quiet = 0xff667085,
                      .line = 0xffdfe2e8,
                      .accent = 0xff2a6fdb,
                      .onAccent = 0xffffffff});
}

QPalette darkPalette()
{
    return paletteOf({.window = 0xff23262e,
                      .base = 0xff1c1f26,
                      .button = 0xff2b2f38,
                      .text = 0xffe7e9ee,
                      .quiet = 0xff9aa1ae,
                      .line = 0xff383d48,
                      .accent = 0xff6ea8ff,
                      .onAccent = 0xff10131a});
}

} // namespace n3x
