// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/named_changes.h"

#include "app/cli/session.h"
#include "core/workspace/manifest.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <string_view>

namespace n3x::cli {
namespace {

// From the project's folder; empty for what is no path.
std::string plainPath(const std::filesystem::path& said, const Session& session)
{
    if (said.empty()) return {};
    const std::filesystem::path from =
        said.is_absolute() ? said.lexically_relative(session.workspace.folder()) : session.standing / said;
    std::string path = from.lexically_normal().generic_string();
    while (path.ends_with('/')) path.pop_back();
    return path;
}

bool isAtOrBelow(std::string_view path, std::string_view outer)
{
    return outer == "." ||
           (!outer.empty() && path.starts_with(outer) && (path.size() == outer.size() || path[outer.size()] == '/'));
}

} // namespace

std::expected<std::vector<Change>, std::string> namedChanges(const Changes& changes, const OutputSource& outputs,
                                                             const Session& session,
                                                             const std::vector<std::string>& paths)
{
    // Files of profiles with errors are in no comparison, but they were exported.
    const Manifest exported =
        parseManifest(session.workspace.textOnDisk(manifestPath).value_or(std::string())).value_or(Manifest());
    std::vector<std::string> wanted;
    for (const std::string& said : paths) {
        const std::string& path = wanted.emplace_back(plainPath(said, session));
        const bool known =
            path == "." ||
            std::ranges::any_of(changes.files, [&](const Change& change) { return isAtOrBelow(change.path, path); }) ||
            std::ranges::any_of(exported, [&](const auto& file) { return isAtOrBelow(file.first, path); }) ||
            outputs.isHeld(path);
        if (!known) return std::unexpected(said);
    }
    std::vector<Change> named;
    std::ranges::copy_if(changes.files, std::back_inserter(named), [&](const Change& change) {
        // Who names a folder full of outputs does not mean the list of all of them.
        if (change.reason == ConflictReason::Unreadable) return std::ranges::contains(wanted, change.path);
        return std::ranges::any_of(wanted, [&](const std::string& path) { return isAtOrBelow(change.path, path); });
    });
    return named;
}

} // namespace n3x::cli
