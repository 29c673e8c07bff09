// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/workspace/view.h"

#include "core/files/yaml_writer.h"

#include <yaml-cpp/yaml.h>

#include <cmath>
#include <format>
#include <limits>

namespace n3x {
namespace {

// Far beyond any canvas, and small enough for every whole number in hundredths to be exact.
constexpr double farthest = 1e9;

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

std::optional<double> coordinate(const YAML::Node& node)
{
    double value = 0;
    if (!node.IsScalar() || !YAML::convert<double>::decode(node, value) || !std::isfinite(value)) return {};
    return value;
}

} // namespace

std::string viewText(const View& view)
{
    YamlWriter writer;
    writer.put("n3x", YamlValue::text("view/1"));
    writer.openMap("nodes");
    for (const auto& [name, position] : view)
        writer.put(name, YamlValue::text(coordinateText(position.x) + " " + coordinateText(position.y)));
    writer.close();
    return writer.text();
}

std::optional<View> parseView(std::string_view text)
{
    try {
        const YAML::Node document = YAML::Load(std::string(text));
        if (!document.IsMap() || !document["n3x"].IsDefined() || document["n3x"].as<std::string>("") != "view/1")
            return {};
        View view;
        const YAML::Node nodes = document["nodes"];
        if (!nodes.IsDefined() || !nodes.IsMap()) return view;
        for (const auto& entry : nodes) {
            const std::string place = entry.second.as<std::string>("");
            const std::size_t space = place.find(' ');
            if (!entry.first.IsScalar() || space == std::string::npos) continue;
            const auto x = coordinate(YAML::Node(place.substr(0, space)));
            const auto y = coordinate(YAML::Node(place.substr(space + 1)));
            if (x && y) view.insert_or_assign(entry.first.Scalar(), ViewPosition{*x, *y});
        }
        return view;
    } catch (const YAML::Exception&) {
        return {};
    }
}

} // namespace n3x
