// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/document/network_places.h"

#include <algorithm>
#include <set>

namespace n3x {

std::size_t NetworkPlaces::lowestFree(const Row& row)
{
    std::set<std::size_t> taken;
    for (const auto& [name, place] : row.places) taken.insert(place);
    std::size_t lowest = 0;
    while (taken.contains(lowest)) ++lowest;
    return lowest;
}

void NetworkPlaces::enter(Row& row, const Profile& profile)
{
    std::map<std::string, std::size_t, std::less<>> places;
    std::vector<std::string> newcomers;
    std::set<std::size_t> taken;
    for (const auto& network : profile.networks) {
        const std::string name = network->name.text();
        if (const auto known = row.places.find(name); known != row.places.end()) {
            places.emplace(name, known->second);
            taken.insert(known->second);
        } else {
            newcomers.push_back(name);
        }
    }
    for (auto& [name, place] : row.places)
        if (!places.contains(name)) row.remembered.insert_or_assign(name, place);
    for (const std::string& name : newcomers) // what is new takes none that another had
        if (const auto known = row.remembered.find(name);
            known != row.remembered.end() && !taken.contains(known->second))
            if (places.emplace(name, known->second).second) taken.insert(known->second);
    std::size_t lowest = 0;
    for (const std::string& name : newcomers) {
        if (places.contains(name)) continue;
        while (taken.contains(lowest)) ++lowest;
        places.emplace(name, lowest);
        taken.insert(lowest);
    }
    row.places = std::move(places);
}

void NetworkPlaces::reset(const Project& project, const Views& views)
{
    rows_.clear();
    for (const auto& profile : project.profiles) {
        Row& row = rows_[profile->name.text()];
        if (const auto view = views.find(profile->name.text()); view != views.end())
            row.remembered = view->second.colours;
        enter(row, *profile);
    }
}

std::map<std::string, std::size_t, std::less<>> NetworkPlaces::toKeep(const Profile& profile) const
{
    const auto row = rows_.find(profile.name.text());
    if (row == rows_.end()) return {};
    const auto& places = row->second.places;
    std::size_t at = 0;
    for (const auto& network : profile.networks) {
        const auto place = places.find(network->name.text());
        if (place == places.end()) return {}; // of another profile of this name
        if (place->second != at++) return places;
    }
    return {};
}

void NetworkPlaces::follow(const Project& before, const Project& after, const Renames& renames)
{
    for (const auto& [from, to] : renames) {
        const auto old = from.names();
        const auto now = to.names();
        if (old[0] != "profiles") continue;
        if (old.size() == 2) {
            if (auto row = rows_.extract(old[1])) {
                row.key() = now[1];
                rows_.insert(std::move(row));
            }
        } else if (old.size() == 4 && old[2] == "networks") {
            // The profile may be renamed by the same step; maps are in order, so it was before its networks.
            const auto row = rows_.find(now[1]);
            if (row == rows_.end()) continue;
            if (auto place = row->second.places.extract(old[3])) {
                place.key() = now[3];
                row->second.places.insert(std::move(place));
            }
        }
    }
    for (const auto& profile : after.profiles) {
        const std::string name = profile->name.text();
        const Profile* older = find(before.profiles, name);
        if (older == nullptr || older->networks.identity() != profile->networks.identity())
            enter(rows_[name], *profile);
    }
}

std::size_t NetworkPlaces::of(std::string_view profile, std::string_view network) const
{
    const auto row = rows_.find(profile);
    if (row == rows_.end()) return 0;
    const auto known = row->second.places.find(network);
    return known == row->second.places.end() ? lowestFree(row->second) : known->second;
}

} // namespace n3x
