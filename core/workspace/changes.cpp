// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/workspace/changes.h"

#include <algorithm>

namespace n3x {

bool OutputSource::isHeld(std::string_view) const { return false; }
bool OutputSource::isWrittenOnce(std::string_view) const { return false; }

void MapSource::forEach(const Visit& visit) const
{
    for (const auto& [path, text] : files_) visit(path, text);
}

std::size_t Changes::count(ChangeKind kind) const
{
    return static_cast<std::size_t>(std::ranges::count(files, kind, &Change::kind));
}

const Change* Changes::find(std::string_view path) const
{
    const auto found =
        std::ranges::lower_bound(files, path, {}, [](const Change& change) -> std::string_view { return change.path; });
    return found != files.end() && found->path == path ? &*found : nullptr;
}

std::optional<Decision> decisionOn(const Change& change, const Decisions& decisions)
{
    const auto found = decisions.find(change.path);
    if (found == decisions.end()) return {};
    const Decided& decided = found->second;
    return !decided.onDisk || decided.onDisk == change.onDisk ? std::optional(decided.decision) : std::nullopt;
}

} // namespace n3x
