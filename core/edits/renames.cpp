// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/edits/renames.h"

#include <string>

namespace n3x {

namespace {

template <class T>
void collect(const Sequence<T>& before, const Sequence<T>& after, const ObjectPath& oldList, const ObjectPath& newList,
             Renames& renames)
{
    if (before.size() != after.size() || before == after) return;
    for (std::size_t at = 0; at < before.size(); ++at) {
        if (before[at] == after[at]) continue;
        const std::string oldName = before[at]->name.text();
        const std::string newName = after[at]->name.text();
        if (oldName == newName || indexOf(after, oldName) || indexOf(before, newName)) continue;
        renames.emplace(oldList / oldName, newList / newName);
    }
}

template <class T> bool has(const Sequence<T>& list, const std::vector<std::string>& names, std::size_t at)
{
    return names.size() <= at || indexOf(list, names[at]).has_value();
}

} // namespace

Renames renamesBetween(const Project& before, const Project& after)
{
    Renames renames;
    const ObjectPath profiles("profiles");
    const ObjectPath hardware("hardware");
    collect(before.profiles, after.profiles, profiles, profiles, renames);
    collect(before.hardware, after.hardware, hardware, hardware, renames);
    for (std::size_t at = 0; at < before.profiles.size(); ++at) {
        const Profile& older = *before.profiles[at];
        const ObjectPath oldPath = profiles / older.name.text();
        const ObjectPath newPath = followed(oldPath, renames);
        const Profile* newer = find(after.profiles, newPath.names().back());
        if (newer == nullptr || newer == &older) continue;
        collect(older.uplinks, newer->uplinks, oldPath / "uplinks", newPath / "uplinks", renames);
        collect(older.networks, newer->networks, oldPath / "networks", newPath / "networks", renames);
        collect(older.nodes, newer->nodes, oldPath / "nodes", newPath / "nodes", renames);
    }
    return renames;
}

ObjectPath followed(const ObjectPath& path, const Renames& renames)
{
    for (ObjectPath around = path; !around.empty(); around = around.parent()) {
        const auto renamed = renames.find(around);
        if (renamed == renames.end()) continue;
        return ObjectPath(renamed->second.text() + path.text().substr(around.text().size()));
    }
    return path;
}

ObjectPath objectOf(const ObjectPath& path)
{
    const auto names = path.names();
    if (names.size() >= 4 && names[0] == "profiles" &&
        (names[2] == "uplinks" || names[2] == "networks" || names[2] == "nodes"))
        return ObjectPath::of({names[0], names[1], names[2], names[3]});
    if (names.size() >= 2 && (names[0] == "profiles" || names[0] == "hardware"))
        return ObjectPath::of({names[0], names[1]});
    return {};
}

bool holds(const Project& project, const ObjectPath& path)
{
    const std::vector<std::string> names = path.names();
    if (names.size() < 2) return true;
    if (names[0] == "hardware") return findTarget(project, names[1]) != nullptr;
    if (names[0] != "profiles") return true;
    const Profile* profile = find(project.profiles, names[1]);
    if (profile == nullptr) return false;
    if (names.size() < 3) return true;
    if (names[2] == "uplinks") return has(profile->uplinks, names, 3);
    if (names[2] == "networks") return has(profile->networks, names, 3);
    if (names[2] == "nodes") return has(profile->nodes, names, 3);
    return true;
}

} // namespace n3x
