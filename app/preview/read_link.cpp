// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/preview/read_link.h"

#include "core/files/text_lines.h"
#include "generators/output_paths.h"
#include "generators/writers/unit_name.h"

#include <algorithm>

namespace n3x {
namespace {

bool isModule(std::string_view path) { return path.starts_with(output_paths::nixosModules); }

// In a module units are attributes under the names of their files, without the endings.
std::string attributeOf(std::string_view unit) { return '"' + std::string(unit.substr(0, unit.rfind('.'))) + '"'; }

bool holds(const std::vector<std::string_view>& lines, const LineOrigin& origin, std::string_view word)
{
    const auto first = lines.begin() + std::min<std::ptrdiff_t>(origin.line, std::ssize(lines));
    const auto last = lines.begin() + std::min<std::ptrdiff_t>(origin.line + origin.count, std::ssize(lines));
    return std::any_of(first, last, [&](std::string_view line) { return line.contains(word); });
}

// What makes a VLAN has the name of what configures it, and stands before it.
std::string unitAt(const std::vector<std::string_view>& lines, const std::vector<LineOrigin>& origins,
                   const LineOrigin& read, const LinkPlan& link)
{
    const std::string network = std::string(networkUnit(link)) + ".network";
    const bool isLast = std::ranges::none_of(origins, [&](const LineOrigin& other) {
        return other.line > read.line && other.link == read.link && holds(lines, other, attributeOf(network));
    });
    if (isLast && holds(lines, read, attributeOf(network))) return network;
    const std::string netdev = std::string(netdevUnit(link)) + ".netdev";
    return holds(lines, read, attributeOf(netdev)) ? netdev : std::string();
}

} // namespace

std::optional<ReadLink> readLinkAt(const Generation& generation, std::string_view path, int line)
{
    const bool isUnit = path.starts_with(output_paths::networkdUnits);
    const auto owner = ownerOf(path);
    const auto file = generation.outputs.find(path);
    if (!owner || !file || !(isUnit || isModule(path))) return {};
    const std::vector<LineOrigin> origins = originsOf(generation, path);
    const auto read = std::ranges::find_if(origins, [&](const LineOrigin& origin) {
        const int first = static_cast<int>(origin.line);
        return !origin.link.empty() && (isUnit || (first <= line && line < first + static_cast<int>(origin.count)));
    });
    const NodePlan* node = plannedNode(generation, owner->profile, owner->node);
    if (read == origins.end() || node == nullptr) return {};
    ReadLink link{.subject = {.profile = owner->profile, .node = owner->node}};
    (read->network.empty() ? link.subject.uplink : link.subject.network) =
        read->network.empty() ? read->uplink : read->network;
    if (isUnit) {
        link.unit = path.substr(path.rfind('/') + 1);
    } else if (const auto plan = std::ranges::find(node->links, read->link, &LinkPlan::name);
               plan != node->links.end()) {
        const std::string text = file->text();
        link.unit = unitAt(linesOf(text), origins, *read, *plan);
    }
    return link;
}

int firstLineOf(const std::vector<LineRange>& lines, const Generation& generation, const PreviewSubject& subject,
                std::string_view path, std::string_view unit)
{
    if (lines.empty()) return 0;
    const auto file = generation.outputs.find(path);
    const NodePlan* node = plannedNode(generation, subject.profile, subject.node);
    if (!file || node == nullptr || !isModule(path)) return lines.front().first;
    const std::string first = firstUnitOf(*node, subject);
    const std::string attribute = attributeOf(unit.empty() ? first : unit);
    const bool isLast = unit.ends_with(".network"); // what makes a link stands above what configures it
    const std::string text = file->text();
    const auto all = linesOf(text);
    std::optional<int> found;
    for (const LineRange& range : lines)
        for (int line = range.first; line <= range.last && line < std::ssize(all); ++line)
            if ((!found || isLast) && all[static_cast<std::size_t>(line)].contains(attribute)) found = line;
    return found.value_or(lines.front().first);
}

} // namespace n3x
