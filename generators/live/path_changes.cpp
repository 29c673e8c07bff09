// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/live/path_changes.h"

#include <unordered_map>

namespace n3x {

void PathChanges::addAllOf(const OutputBlock& block)
{
    for (std::size_t at = 0; at < block.fileCount(); ++at) add(block.file(at).path);
    if (block.fileCount() > 0) moved = true;
}

void PathChanges::compare(const OutputBlock& before, const OutputBlock& after)
{
    if (&before == &after) return;
    const std::size_t common = std::min(before.fileCount(), after.fileCount());
    std::size_t at = 0;
    for (; at < common; ++at) {
        const OutputBlock::File old = before.file(at);
        const OutputBlock::File now = after.file(at);
        if (old.path != now.path) break;
        if (old.text != now.text) add(now.path);
    }
    if (at == before.fileCount() && at == after.fileCount()) return;

    // From here on the paths differ: other links have other units.
    moved = true;
    std::unordered_map<std::string_view, std::string_view> rest;
    for (std::size_t left = at; left < before.fileCount(); ++left)
        rest.emplace(before.file(left).path, before.file(left).text);
    for (; at < after.fileCount(); ++at) {
        const OutputBlock::File now = after.file(at);
        const auto old = rest.find(now.path);
        if (old == rest.end() || old->second != now.text) add(now.path);
        if (old != rest.end()) rest.erase(old);
    }
    for (std::size_t left = 0; left < before.fileCount(); ++left)
        if (rest.contains(before.file(left).path)) add(before.file(left).path);
}

} // namespace n3x
