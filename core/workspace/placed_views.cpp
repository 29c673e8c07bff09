// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/workspace/placed_views.h"

#include "core/edits/renames.h"

#include <set>
#include <string>
#include <vector>

namespace n3x {
namespace {

template <class Map> void renameKey(Map& map, const std::string& from, const std::string& to)
{
    auto entry = map.extract(from);
    if (!entry) return;
    map.erase(to); // left there by something that could not be read
    entry.key() = to;
    map.insert(std::move(entry));
}

} // namespace

void followEdit(Views& views, const Project& before, const Project& after)
{
    const Renames renames = renamesBetween(before, after);
    for (const auto& [from, to] : renames) { // a profile comes before its nodes
        const std::vector<std::string> older = from.names();
        const std::vector<std::string> newer = to.names();
        if (older.front() != "profiles") continue;
        if (older.size() == 2)
            renameKey(views, older[1], newer[1]);
        else if (const auto view = views.find(newer[1]); older[2] == "nodes" && view != views.end())
            renameKey(view->second.cards, older[3], newer[3]);
    }
    for (const auto& older : before.profiles) {
        const auto path = followed(ObjectPath::of({"profiles", older->name.text()}), renames).names();
        const auto view = views.find(path.back());
        if (view == views.end()) continue;
        const Profile* newer = find(after.profiles, path.back());
        if (newer == nullptr) {
            views.erase(view);
            continue;
        }
        if (older->nodes.identity() == newer->nodes.identity()) continue;
        std::set<std::string> there;
        for (const auto& node : newer->nodes) there.insert(node->name.text());
        for (const auto& node : older->nodes)
            if (const std::string name = node->name.text(); !there.contains(name)) view->second.cards.erase(name);
    }
}

} // namespace n3x
