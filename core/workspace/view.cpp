// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/workspace/view.h"

#include "core/files/yaml_tree.h"
#include "core/files/yaml_writer.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <format>

namespace n3x {
namespace {

// Far beyond any canvas, and small enough for every whole number in hundredths to be exact.
constexpr double farthest = 1e9;
constexpr std::size_t lastColour = 9999; // they are used over and over

// Hundredths as a text without trailing zeros; a text, because the writer knows whole numbers only.
std::string coordinateText(double value)
{
    if (!std::isfinite(value)) return "0";
    const auto hundredths = std::llround(std::clamp(value, -farthest, farthest) * 100);
    std::string text = std::format("{}{}.{:02}", hundredths < 0 ? "-" : "", std::llabs(hundredths) / 100,
                                   std::llabs(hundredths) % 100);
    while (text.ends_with('0')) text.pop_back();
    if (text.ends_with('.')) text.pop_back();
    return text;
}

std::optional<double> coordinate(std::string_view text)
{
    double value = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc() || stop != end || !(std::abs(value) <= farthest)) return {}; // and no NaN
    return value;
}

} // namespace

std::string viewText(const View& view)
{
    YamlWriter writer;
    writer.put("n3x", YamlValue::text("view/1"));
    writer.openMap("nodes");
    for (const auto& [name, position] : view.cards)
        writer.put(name, YamlValue::text(coordinateText(position.x) + " " + coordinateText(position.y)));
    writer.close();
    if (!view.colours.empty()) {
        writer.openMap("colours");
        for (const auto& [name, colour] : view.colours) writer.put(name, YamlValue::text(std::to_string(colour)));
        writer.close();
    }
    return writer.text();
}

std::optional<View> parseView(std::string_view text)
{
    const YamlReading reading = readYaml({}, text);
    if (!reading.tree || reading.incomplete) return {};
    const YamlTree& tree = *reading.tree;
    const YamlTree::Entry* format = tree.entry(tree.root(), "n3x");
    if (format == nullptr || tree.node(format->value).text != "view/1") return {};
    View view;
    const auto forEach = [&tree](std::string_view map, auto&& take) {
        const YamlTree::Entry* found = tree.entry(tree.root(), map);
        if (found == nullptr || tree.node(found->value).kind != YamlTree::Kind::Map) return;
        for (const YamlTree::Entry& entry : tree.node(found->value).entries)
            take(tree.node(entry.key).text, std::string_view(tree.node(entry.value).text));
    };
    forEach("nodes", [&view](const std::string& name, std::string_view place) {
        const std::size_t space = place.find(' ');
        if (space == std::string_view::npos) return;
        const auto x = coordinate(place.substr(0, space));
        const auto y = coordinate(place.substr(space + 1));
        if (x && y) view.cards.insert_or_assign(name, ViewPosition{*x, *y});
    });
    forEach("colours", [&view](const std::string& name, std::string_view number) {
        std::size_t colour = 0;
        const auto [stop, error] = std::from_chars(number.data(), number.data() + number.size(), colour);
        if (error == std::errc() && stop == number.data() + number.size() && colour <= lastColour)
            view.colours.insert_or_assign(name, colour);
    });
    return view;
}

} // namespace n3x
