// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/live/live_engine.h"

#include <algorithm>

namespace n3x {
namespace {

// One line after the other of a text, each from the link that was named last when it began.
std::vector<LineOrigin> originsOfLines(std::string_view text, std::size_t textStart,
                                       const std::vector<OriginMark>& marks, const std::string& node,
                                       std::uint32_t firstLine, bool nodeAsWhole)
{
    std::vector<LineOrigin> origins;
    const LinkPlan* current = nullptr;
    const LinkPlan* last = nullptr;
    bool isOpen = false;
    std::size_t mark = 0;
    std::uint32_t line = firstLine;
    for (std::size_t start = 0; start < text.size(); ++line) {
        for (; mark < marks.size() && marks[mark].offset <= textStart + start; ++mark) current = marks[mark].link;
        if (isOpen && current == last) {
            ++origins.back().count;
        } else if (current) {
            origins.push_back({line, 1, node, current->name, current->uplink, current->network});
            isOpen = true;
        } else if (nodeAsWhole) {
            origins.push_back({line, 1, node, {}, {}, {}});
            isOpen = true;
        } else {
            isOpen = false;
        }
        last = current;
        start = std::min(text.find('\n', start), text.size() - 1) + 1;
    }
    return origins;
}

std::vector<LineOrigin> originsInNode(const NodePlan& node, const ProfilePlan& shared, std::string_view path,
                                      const Generators& table)
{
    OutputWriter out(OutputWriter::Origins::Recorded);
    for (const NodeGenerator& generator : table.node) generator.write(node, shared, out);
    for (std::size_t at = 0; at < out.written().fileCount(); ++at) {
        const OutputBlock::File file = out.written().file(at);
        if (file.path != path) continue;
        const auto start = static_cast<std::size_t>(file.text.data() - out.written().bytes().data());
        return originsOfLines(file.text, start, out.marks(), node.name, 0, false);
    }
    return {};
}

// A file that all nodes write together: each node's piece by itself.
std::vector<LineOrigin> originsInShared(const ClusterPlan& plan, const SharedFileGenerator& generator)
{
    const auto lineCount = [](std::string_view text) {
        return static_cast<std::uint32_t>(std::ranges::count(text, '\n'));
    };
    std::vector<LineOrigin> origins;
    OutputWriter out(OutputWriter::Origins::Recorded);
    const std::unique_ptr<SharedFileWriter> file = generator.begin(*plan.shared);
    file->writeHead(out);
    std::uint32_t line = lineCount(out.text());
    for (const auto& node : plan.nodes) {
        out.clear();
        file->writeNode(*node, out);
        std::ranges::move(originsOfLines(out.text(), 0, out.marks(), node->name, line, true),
                          std::back_inserter(origins));
        line += lineCount(out.text());
    }
    return origins;
}

} // namespace

std::vector<LineOrigin> originsOf(const Generation& generation, std::string_view path, const Generators& table)
{
    for (const auto& profile : generation.outputs.profiles()) {
        const auto plan = generation.plans.find(profile->profile);
        if (plan == generation.plans.end()) continue;
        for (std::size_t at = 0; at < profile->sharedPaths.size() && at < table.shared.size(); ++at)
            if (profile->sharedPaths[at] == path) return originsInShared(*plan->second, table.shared[at]);
    }
    const auto place = generation.outputs.nodeOf(path);
    if (!place) return {};
    const auto plan = generation.plans.find(place->profile->profile);
    if (plan == generation.plans.end()) return {};
    return originsInNode(*place->profile->plans[place->node], *plan->second->shared, path, table);
}

} // namespace n3x
